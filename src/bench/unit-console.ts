import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { askFailover, askGroups, askIdentity } from '../device/index.ts';
import type { Answer, AskOptions, Asked, Fired, FirewallSession, HeardMessage } from '../device/index.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { ConsoleMessage, GroupsSighting, IdentitySighting, Sighting, UnitName } from '../pair/index.ts';
import type { Notebook } from './notebook.ts';
import type { Seen } from './seen.ts';

/** Milliseconds in which a console that was lost is opened again; what took the line lets go of it by then, or not at all. */
const reopenBoundMs = 20_000;
const reopenEveryMs = 1000;
/** How much of what it said unasked is kept to be looked at. */
const mostSaid = 500;

/** How the console of a unit is opened again when its line was lost. */
export interface Reopening {
  readonly clock: Clock;
  /** Throws `BenchError` when no way leads to the console. */
  open(): Promise<FirewallSession>;
}

/** The console of one unit as a witness: every byte and every answer of it goes into the timeline. */
export class UnitConsole {
  readonly unit: UnitName;
  readonly #notebook: Notebook;
  readonly #reopening: Reopening | undefined;
  readonly #heardMs = new Map<ConsoleMessage, number>();
  readonly #said: HeardMessage[] = [];
  #session: FirewallSession;

  constructor(unit: UnitName, session: FirewallSession, notebook: Notebook, reopening?: Reopening) {
    this.unit = unit;
    this.#notebook = notebook;
    this.#reopening = reopening;
    this.#session = this.#listen(session);
  }

  /** The one of the moment: another one after the line was lost and opened again. */
  get session(): FirewallSession {
    return this.#session;
  }

  get witness(): string {
    return `console ${this.unit}`;
  }

  /** Whether the console has said this since it was opened. */
  hasHeard(message: ConsoleMessage): boolean {
    return this.#heardMs.has(message);
  }

  /** When it said so last, an instant of the clock. */
  heardMs(message: ConsoleMessage): number | undefined {
    return this.#heardMs.get(message);
  }

  /** What it said unasked, the last five hundred lines; instants of the clock. */
  get heard(): readonly HeardMessage[] {
    return this.#said;
  }

  /** Runs a command; the answer is the caller's to read. Throws `NoAnswer` when the unit is silent. */
  run(command: string, boundMs: number): Promise<Answer> {
    return this.#session.run(command, { boundMs });
  }

  /**
   * Types a command that takes the console with it, such as `reload noconfirm`, and agrees to what it asks. Throws
   * `NoAnswer` when not even its echo comes.
   */
  fire(command: string, boundMs: number): Promise<Fired> {
    return this.#session.fire(command, { boundMs, answers: [{ question: 'confirm', answer: '' }] });
  }

  /**
   * Asks `show failover` and records the answer, or the silence. Waits `boundMs` at most. A line that was closed
   * is no silence of the unit: it is a gap, and is opened again. Throws `BenchError` when it cannot be, within
   * twenty seconds; rejects with the reason of `signal`.
   */
  async lookAtFailover(boundMs: number, signal?: AbortSignal): Promise<Seen> {
    for (;;) {
      if (this.#session.closed) await this.#reopen(signal);
      const asked = await askFailover(this.#session, boundMs);
      if (asked.saw.sight === 'failover' || !this.#session.closed) return this.#note(asked);
    }
  }

  /** Asks `show version` and records who answered. Throws `NoAnswer` or `UnreadLineError`. */
  async lookAtIdentity(options: AskOptions): Promise<IdentitySighting> {
    return this.#note(await askIdentity(this.#session, options)).saw;
  }

  /** Asks how the failover groups are set and records it. Throws `NoAnswer` or `UnreadLineError`. */
  async lookAtGroups(options: AskOptions): Promise<GroupsSighting> {
    return this.#note(await askGroups(this.#session, options)).saw;
  }

  /** Tries until the line is open again, and records that nobody could see meanwhile. */
  async #reopen(signal?: AbortSignal): Promise<void> {
    const lost = `the line of the console was lost: ${reasonOf(this.#session)}`;
    const device = `${this.unit} console`;
    await this.#session.close();
    if (!this.#reopening) throw new BenchError(device, lost);
    const reopening = this.#reopening;
    const { clock } = reopening;
    const lostMs = clock.nowMs();
    const gap = (): void => this.#notebook.gap(this.witness, lostMs, clock.nowMs(), lost);
    for (;;) {
      try {
        this.#session = this.#listen(await reopening.open());
        return gap();
      } catch (cause) {
        if (clock.nowMs() - lostMs >= reopenBoundMs) {
          gap();
          const why = messageOf(cause);
          const tried = `it could not be opened again for ${reopenBoundMs / 1000} s: ${why}`;
          throw new BenchError(device, `${lost}; ${tried}`, { cause });
        }
      }
      await pause(clock, reopenEveryMs, signal);
    }
  }

  #listen(session: FirewallSession): FirewallSession {
    session.onBytes((bytes, atMs) => this.#notebook.consoleBytes(this.unit, bytes, atMs));
    session.onMessage(({ message, text, atMs }) => {
      this.#heardMs.set(message, atMs);
      this.#said.push({ message, text, atMs });
      if (this.#said.length > mostSaid) this.#said.shift();
      this.#note({ saw: { sight: 'message', message, text }, askedMs: atMs, answeredMs: atMs, raw: text });
    });
    return session;
  }

  #note<S extends Sighting>(asked: Asked<S>): Asked<S> {
    this.#notebook.observed({ witness: this.witness, unit: this.unit, ...asked });
    return asked;
  }
}

function reasonOf({ where }: FirewallSession): string {
  return where.at === 'closed' ? (where.why?.message ?? 'it was closed') : 'it was closed';
}
