import { askFailover, askIdentity } from '../device/index.ts';
import type { Answer, AskOptions, Asked, FirewallSession } from '../device/index.ts';
import type { ConsoleMessage, IdentitySighting, Sighting, UnitName } from '../pair/index.ts';
import type { Notebook } from './notebook.ts';
import type { Seen } from './seen.ts';

/** The console of one unit as a witness: every byte and every answer of it goes into the timeline. */
export class UnitConsole {
  readonly unit: UnitName;
  readonly session: FirewallSession;
  readonly #notebook: Notebook;
  readonly #heard = new Set<ConsoleMessage>();

  constructor(unit: UnitName, session: FirewallSession, notebook: Notebook) {
    this.unit = unit;
    this.session = session;
    this.#notebook = notebook;
    session.onBytes((bytes, atMs) => notebook.consoleBytes(unit, bytes, atMs));
    session.onMessage(({ message, text, atMs }) => {
      this.#heard.add(message);
      this.#note({ saw: { sight: 'message', message, text }, askedMs: atMs, answeredMs: atMs, raw: text });
    });
  }

  get witness(): string {
    return `console ${this.unit}`;
  }

  /** Whether the console has said this since it was opened. */
  hasHeard(message: ConsoleMessage): boolean {
    return this.#heard.has(message);
  }

  /** Runs a command; the answer is the caller's to read. Throws `NoAnswer` when the unit is silent. */
  run(command: string, boundMs: number): Promise<Answer> {
    return this.session.run(command, { boundMs });
  }

  /** Asks `show failover` and records the answer, or the silence. Waits `boundMs` at most. */
  async lookAtFailover(boundMs: number): Promise<Seen> {
    return this.#note(await askFailover(this.session, boundMs));
  }

  /** Asks `show version` and records who answered. Throws `NoAnswer` or `UnreadLineError`. */
  async lookAtIdentity(options: AskOptions): Promise<IdentitySighting> {
    return this.#note(await askIdentity(this.session, options)).saw;
  }

  #note<S extends Sighting>(asked: Asked<S>): Asked<S> {
    this.#notebook.observed({ witness: this.witness, unit: this.unit, ...asked });
    return asked;
  }
}
