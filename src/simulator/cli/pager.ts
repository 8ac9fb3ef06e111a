/** The question at the end of a page, and how it is wiped away: carriage return, blanks, carriage return. */
const more = '<--- More --->';
const wipe = `\r${' '.repeat(more.length)}\r`;

/** Output by the page. A length of 0 pages nothing. */
export class Pager {
  readonly #write: (text: string) => void;
  readonly #done: () => void;
  #lines: string[] = [];
  #paused = false;

  constructor(write: (text: string) => void, done: () => void) {
    this.#write = write;
    this.#done = done;
  }

  /** True while a page is shown and a key is waited for. */
  get paused(): boolean {
    return this.#paused;
  }

  /** Prints lines, then calls `done`; a page is one line less than the terminal is high. */
  print(lines: readonly string[], pageLength: number): void {
    this.#lines = [...lines];
    this.#page(pageLength === 0 ? Number.POSITIVE_INFINITY : pageLength - 1);
  }

  /** Blank: another page. Return: another line. `q` and Ctrl-C: no more. */
  key(char: string, pageLength: number): void {
    if (char === ' ') this.#goOn(pageLength - 1);
    else if (char === '\r' || char === '\n') this.#goOn(1);
    else if (char === 'q' || char === 'Q' || char === '\x03') {
      this.#lines = [];
      this.#goOn(0);
    }
  }

  #goOn(count: number): void {
    this.#paused = false;
    this.#write(wipe);
    this.#page(count);
  }

  #page(count: number): void {
    const now = this.#lines.splice(0, Math.min(count, this.#lines.length));
    if (now.length > 0) this.#write(`${now.join('\r\n')}\r\n`);
    if (this.#lines.length === 0) return this.#done();
    this.#paused = true;
    this.#write(more);
  }
}
