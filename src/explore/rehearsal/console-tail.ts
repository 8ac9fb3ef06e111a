import type { SimulatedTerminal } from '../../simulator/index.ts';

/** How many lines of a console are kept. */
const keptLines = 400;
const prompt = /^\S+[>#] ?(.*)$/;
/** What the watch asks over and over; its answers are in the timeline, and would crowd out the rest. */
const watched = /^\s*show failover\s*$/;

/** The last that a console said, as it stood on the screen, without the answers to the watch. */
export class ConsoleTail {
  readonly #lines: string[] = [];
  #open = '';
  #isOfTheWatch = false;

  constructor(terminal: SimulatedTerminal) {
    terminal.onBytes((bytes) => {
      const pieces = `${this.#open}${Buffer.from(bytes).toString('latin1')}`.split('\n');
      this.#open = pieces.pop() ?? '';
      for (const piece of pieces) this.#keep(piece.split('\r').findLast((part) => part !== '') ?? '');
    });
  }

  /** Forgets what was said so far. */
  clear(): void {
    this.#lines.length = 0;
  }

  /** The last lines, at most so many. */
  lines(atMost: number): readonly string[] {
    return this.#lines.slice(-atMost);
  }

  #keep(line: string): void {
    const typed = prompt.exec(line)?.[1];
    if (typed !== undefined) this.#isOfTheWatch = watched.test(typed);
    if (this.#isOfTheWatch || line.trim() === '' || typed === '') return;
    this.#lines.push(line);
    if (this.#lines.length > 2 * keptLines) this.#lines.splice(0, keptLines);
  }
}
