/** How typed characters are shown. */
export type Echo = 'plain' | 'stars';

/** What the line editor needs of the session that it edits for. */
export interface EditorHost {
  write(text: string): void;
  /** The prompt as it stands before the line. */
  prompt(): string;
  /** Columns of the terminal; 0 for no limit. */
  width(): number;
  line(text: string): void;
  /** `?` was typed behind this. */
  help(text: string): void;
  /** Tab was typed behind this; returns the letters that complete the word. */
  complete(text: string): string;
  /** Ctrl-C and Ctrl-Z. */
  leave(key: 'interrupt' | 'end'): void;
}

/** How many letters stay visible when a long line is scrolled to the left. */
const visibleAfterScroll = 10;

/** One line being typed: echo, backspace, Ctrl-U, Ctrl-W, and the scrolling of lines that are too long. */
export class LineEditor {
  readonly #host: EditorHost;
  #line = '';
  #echo: Echo = 'plain';
  #hidden = 0;
  #escape = '';
  #afterReturn = false;

  constructor(host: EditorHost) {
    this.#host = host;
  }

  /** The line as it was typed so far; undefined while it is a secret. */
  get typed(): string | undefined {
    return this.#echo === 'plain' ? this.#line : undefined;
  }

  /** Begins a new line. */
  begin(echo: Echo): void {
    this.#line = '';
    this.#hidden = 0;
    this.#echo = echo;
  }

  /** The line again as it stands, behind a prompt that was just printed anew. */
  redraw(): void {
    this.#host.write(this.#echo === 'stars' ? '*'.repeat(this.#line.length) : this.#visible());
  }

  feed(char: string): void {
    if (this.#skipEscape(char)) return;
    const afterReturn = this.#afterReturn;
    this.#afterReturn = char === '\r';
    if (char === '\r' || (char === '\n' && !afterReturn)) return this.#enter();
    if (char === '\b' || char === '\x7f') return this.#erase(1);
    if (char === '\x15') return this.#erase(this.#line.length);
    if (char === '\x17') return this.#erase(/\S*\s*$/.exec(this.#line)?.[0].length ?? 0);
    if (char === '\x03') return this.#host.leave('interrupt');
    if (char === '\x1a') return this.#host.leave('end');
    if (this.#echo === 'plain' && char === '?') return this.#host.help(this.#line);
    if (this.#echo === 'plain' && char === '\t') {
      for (const letter of this.#host.complete(this.#line)) this.#append(letter);
    } else if (char >= ' ') this.#append(char);
  }

  #append(char: string): void {
    this.#line += char;
    if (this.#echo === 'stars') return this.#host.write('*');
    if (this.#fits(this.#line.length - this.#hidden)) return this.#host.write(char);
    this.#hidden = this.#line.length - visibleAfterScroll;
    const shown = this.#host.prompt() + this.#visible();
    this.#host.write(`\r${shown.padEnd(this.#host.width() - 1)}\r${shown}`);
  }

  /** A line that was scrolled is shown from its beginning once more, with `$` for what does not fit. */
  #enter(): void {
    const line = this.#line;
    if (this.#hidden > 0) {
      this.#host.write(`\r${this.#host.prompt()}${line.slice(0, this.#room() - 1)}$`);
    }
    this.#host.write('\r\n');
    this.begin('plain');
    this.#host.line(line);
  }

  #erase(count: number): void {
    const erased = Math.min(count, this.#line.length);
    const shown = Math.min(erased, this.#line.length - this.#hidden);
    this.#line = this.#line.slice(0, this.#line.length - erased);
    this.#host.write('\b \b'.repeat(shown));
    if (this.#hidden >= this.#line.length) this.#hidden = 0;
  }

  #visible(): string {
    return this.#hidden > 0 ? `$${this.#line.slice(this.#hidden + 1)}` : this.#line;
  }

  /** There is always room for a few letters; the prompt is not asked for because of them. */
  #fits(count: number): boolean {
    return count <= visibleAfterScroll * 2 || count <= this.#room();
  }

  #room(): number {
    const width = this.#host.width();
    return width === 0
      ? Number.POSITIVE_INFINITY
      : Math.max(visibleAfterScroll * 2, width - this.#host.prompt().length - 1);
  }

  /** Cursor keys and the like are known by their escape sequences, and do nothing here. */
  #skipEscape(char: string): boolean {
    if (this.#escape === '') {
      if (char !== '\x1b') return false;
      this.#escape = char;
      return true;
    }
    this.#escape += char;
    const isOver = this.#escape.length > 2 ? /[@-~]/.test(char) : char !== '[' && char !== 'O';
    if (isOver) this.#escape = '';
    return true;
  }
}
