import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Line } from '../../transport/index.ts';

/** Bytes with the instant at which they came. */
export interface Arrival {
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/** A server that says this much in one go is none that we talk with. */
const mostBytes = 256 * 1024;

/** Listens to what a console server itself says since it was last told to forget. */
export class ServerEar {
  readonly #line: Line;
  readonly #clock: Clock;
  #arrivals: Arrival[] = [];
  #text = '';
  #heard: () => void = () => undefined;
  readonly #leave: () => void;

  constructor(line: Line, clock: Clock) {
    this.#line = line;
    this.#clock = clock;
    const leaveBytes = line.onBytes((bytes, atMs) => this.#take({ bytes, atMs }));
    const leaveClosed = line.onClosed(() => this.#heard());
    this.#leave = () => {
      leaveBytes();
      leaveClosed();
    };
  }

  get text(): string {
    return this.#text;
  }

  /** Says a line, and from now on listens for what comes after it. */
  async say(text: string): Promise<void> {
    this.forget();
    await this.#line.write(Buffer.from(text, 'latin1'));
  }

  forget(): void {
    this.#arrivals = [];
    this.#text = '';
  }

  /** The first of the patterns that is in what is said; nothing if the time or the line ends before. */
  async hear(patterns: readonly RegExp[], withinMs: number): Promise<RegExp | undefined> {
    const heard = new Promise<RegExp | undefined>((resolve) => {
      this.#heard = () => {
        const found = patterns.find((pattern) => pattern.test(this.text));
        if (found || !this.#line.open || this.#text.length >= mostBytes) resolve(found);
      };
      this.#heard();
    });
    return within(this.#clock, withinMs, heard).catch((error: unknown) => {
      if (error instanceof DeadlinePassed) return undefined;
      throw error;
    });
  }

  /** Stops listening; what was said. */
  leave(): readonly Arrival[] {
    this.#leave();
    return this.#arrivals;
  }

  /** The error that tells what the server said, without the secrets. */
  failed(why: string, secrets: readonly string[]): BenchError {
    return new BenchError(this.#line.name, `${why}. It said ${quoted(this.text, secrets)}`);
  }

  #take(arrival: Arrival): void {
    if (this.#text.length >= mostBytes) return;
    this.#arrivals.push(arrival);
    this.#text += Buffer.from(arrival.bytes).toString('latin1');
    this.#heard();
  }
}

const mostQuoted = 1000;

/** What a server said, for a message. One that echoes passwords must not get ours into it. */
export function quoted(said: string, secrets: readonly string[] = []): string {
  let text = said;
  for (const secret of secrets) if (secret !== '') text = text.replaceAll(secret, '***');
  text = text.trim();
  if (text === '') return 'nothing';
  return JSON.stringify(text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text);
}
