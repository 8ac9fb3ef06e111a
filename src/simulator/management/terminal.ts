import type { Cancel } from '../../clock.ts';
import { Listeners } from '../ground/listeners.ts';
import type { SimulatedTerminal } from '../face/simulated-unit.ts';

const encoder = new TextEncoder();

/**
 * The two sides of a terminal: the client types and listens, the unit prints and ends. A console loses what
 * nobody listens to, as a serial line does; a shell keeps it until somebody does, as a channel does.
 */
export class Terminal implements SimulatedTerminal {
  readonly #keeps: boolean;
  readonly #bytes = new Listeners<Uint8Array>();
  readonly #typed = new Listeners<string>();
  readonly #closed = new Listeners<void>();
  readonly #left = new Listeners<void>();
  #kept: Uint8Array[] = [];
  #isOver = false;

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  onBytes(listener: (bytes: Uint8Array) => void): Cancel {
    const cancel = this.#bytes.add(listener);
    for (const bytes of this.#kept.splice(0)) listener(bytes);
    return cancel;
  }

  /** Keys are taken as they come, one letter a byte; there is nothing wider on an appliance. */
  type(bytes: Uint8Array): void {
    if (!this.#isOver) this.#typed.tell(Buffer.from(bytes).toString('latin1'));
  }

  onClosed(listener: () => void): Cancel {
    if (this.#isOver) listener();
    return this.#closed.add(listener);
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#left.tell();
  }

  /** The unit prints. */
  print(text: string): void {
    if (this.#isOver || text === '') return;
    const bytes = encoder.encode(text);
    if (this.#bytes.size === 0 && this.#keeps) this.#kept.push(bytes);
    this.#bytes.tell(bytes);
  }

  printLines(lines: readonly string[]): void {
    for (const line of lines) this.print(`${line}\r\n`);
  }

  /** The unit ends the session. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#closed.tell();
  }

  onTyped(listener: (text: string) => void): Cancel {
    return this.#typed.add(listener);
  }

  onLeft(listener: () => void): Cancel {
    return this.#left.add(listener);
  }
}
