import { unlessAborted } from '../clock.ts';
import { askFailover, askGroups, askIdentity, askLinks, NoAnswer } from '../device/index.ts';
import type {
  Answer,
  AskOptions,
  Asked,
  ConfigLine,
  Configured,
  Fired,
  FirewallSession,
  HeardMessage,
  SocketLink,
} from '../device/index.ts';
import { BenchError, messageOf, UnreadLineError } from '../errors.ts';
import type { ConsoleMessage, GroupsSighting, IdentitySighting, Sighting, UnitName } from '../pair/index.ts';
import { FlashEar } from './interlock/flash-ear.ts';
import type { Notebook } from './notebook.ts';
import { reopenSession } from './reopen-session.ts';
import type { Reopening } from './reopen-session.ts';
import type { Seen } from './seen.ts';

/** How much of what it said unasked is kept to be looked at. */
const mostSaid = 500;
/** Milliseconds for `show version`, which has to say who is behind a line that was opened again. */
const proofBoundMs = 10_000;
/** A line that is lost this often under one question is not opened once more for it. */
const mostLosses = 5;

/** The console of one unit as a witness: every byte and every answer of it goes into the timeline. */
export class UnitConsole {
  readonly unit: UnitName;
  readonly #notebook: Notebook;
  readonly #reopening: Reopening | undefined;
  readonly #heardMs = new Map<ConsoleMessage, number>();
  readonly #said: HeardMessage[] = [];
  readonly #closing = new AbortController();
  readonly #flash = new FlashEar();
  #session: FirewallSession;
  #opening: Promise<void> | undefined;
  /** Since when the line is open again without a word of whose it is, an instant of the clock. */
  #unprovenSinceMs: number | undefined;

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

  /** What it has said that it writes to its flash, until it is done. */
  get writes(): string | undefined {
    return this.#flash.writing;
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

  /**
   * Runs a command; the answer is the caller's to read. Throws `NoAnswer` when the unit is silent, and `BenchError`
   * when its line is lost.
   */
  run(command: string, options: AskOptions): Promise<Answer> {
    return this.#act(JSON.stringify(command), options, (session) => session.run(command, options));
  }

  /** Types lines in configuration mode; see `FirewallSession.configure`. Throws `BenchError` when its line is lost. */
  configure(lines: readonly ConfigLine[], options: AskOptions): Promise<Configured> {
    return this.#act('a configuration', options, (session) => session.configure(lines, options));
  }

  /**
   * Types a command that takes the console with it, such as `reload noconfirm`, and agrees to what it asks. Throws
   * `NoAnswer` when not even its echo comes, and `BenchError` when its line is lost.
   */
  fire(command: string, boundMs: number): Promise<Fired> {
    const options: AskOptions = { boundMs, answers: [{ question: 'confirm', answer: '' }] };
    return this.#act(JSON.stringify(command), options, (session) => session.fire(command, options));
  }

  /**
   * Asks `show failover` and records the answer, or the silence. Waits `boundMs` at most, and ten seconds more for
   * the serial number behind a line that was opened again. A line that was closed is no silence of the unit: it is a
   * gap, and is opened again. Throws `BenchError` when it cannot be, within twenty seconds, and when another unit
   * answers then; rejects with the reason of `signal`.
   */
  async lookAtFailover(boundMs: number, signal?: AbortSignal): Promise<Seen> {
    for (let losses = 0; losses < mostLosses; losses += 1) {
      await this.#opened(signal);
      const session = this.#session;
      const asked = await askFailover(session, boundMs);
      const { saw } = asked;
      const doubt = saw.sight === 'failover' ? await this.#doubt(signal) : undefined;
      const isAnswered = saw.sight === 'failover' && doubt === undefined;
      if (!isAnswered && session.closed) continue;
      if (doubt === undefined) return this.#note(asked);
      return this.#note({
        ...asked,
        saw: { sight: 'unread', command: 'show failover', line: 0, why: doubt },
      });
    }
    throw new BenchError(this.#device, `the line was opened again ${mostLosses} times, and lost each time`);
  }

  /** Asks `show version` and records who answered. Throws `NoAnswer`, `UnreadLineError` or `BenchError`. */
  async lookAtIdentity(options: AskOptions): Promise<IdentitySighting> {
    await this.#opened(options.signal);
    const session = this.#session;
    const { saw } = this.#note(await askIdentity(session, options));
    if (session === this.#session) this.#compare(saw.serial);
    return saw;
  }

  /** Asks how the failover groups are set and records it. Throws `NoAnswer`, `UnreadLineError` or `BenchError`. */
  async lookAtGroups(options: AskOptions): Promise<GroupsSighting> {
    return this.#note(await this.#act('a question', options, (session) => askGroups(session, options))).saw;
  }

  /** Asks which sockets have a link. Throws `NoAnswer`, `UnreadLineError` or `BenchError`. */
  lookAtLinks(options: AskOptions): Promise<readonly SocketLink[]> {
    return this.#act('a question', options, (session) => askLinks(session, options));
  }

  /** Closes the line, also one that is just being opened again. Safe to call twice. */
  async close(): Promise<void> {
    this.#closing.abort(new BenchError(this.#device, 'was closed'));
    await this.#opening?.catch(() => undefined);
    await this.#session.close();
  }

  get #device(): string {
    return `${this.unit} console`;
  }

  /**
   * Nothing is typed before it is known whose line it is: adapters that come back may have changed their names. A line
   * that is lost meanwhile is trouble with the bench, and nobody knows what the unit has read by then.
   */
  async #act<T>(
    what: string,
    { signal }: AskOptions,
    act: (session: FirewallSession) => Promise<T>,
  ): Promise<T> {
    await this.#opened(signal);
    if (this.#unprovenSinceMs !== undefined)
      await this.lookAtIdentity({ boundMs: proofBoundMs, ...(signal ? { signal } : {}) });
    const session = this.#session;
    try {
      return await act(session);
    } catch (cause) {
      if (!(cause instanceof NoAnswer) || !session.closed) throw cause;
      const told = `${lossOf(session)}, while ${what} was under way; whether the unit carried it out is not known`;
      throw new BenchError(this.#device, told, { cause });
    }
  }

  /** Why an answer over a line that was opened again is not believed; nothing when it is. */
  async #doubt(signal: AbortSignal | undefined): Promise<string | undefined> {
    if (this.#unprovenSinceMs === undefined) return undefined;
    try {
      await this.lookAtIdentity({ boundMs: proofBoundMs, ...(signal ? { signal } : {}) });
      return undefined;
    } catch (error) {
      if (!(error instanceof NoAnswer) && !(error instanceof UnreadLineError)) throw error;
      return `the line was opened again, and nobody knows yet whose it is: ${messageOf(error)}`;
    }
  }

  /** What was seen since the line was opened again was seen of this unit only if the serial number is its own. */
  #compare(serial: string): void {
    const sinceMs = this.#unprovenSinceMs;
    const reopening = this.#reopening;
    if (sinceMs === undefined || !reopening) return;
    if (serial !== reopening.serial) {
      const other = `the line that was opened again leads to the unit with serial number ${serial}, not to ${reopening.serial}`;
      this.#notebook.gap(this.witness, sinceMs, reopening.clock.nowMs(), other);
      const advice =
        'Adapters may have changed their names when they came back: write names that stay (/dev/serial/by-id), or plug them back; then run again';
      throw new BenchError(this.#device, `${other}. ${advice}`);
    }
    this.#unprovenSinceMs = undefined;
  }

  /** Everyone who finds the line closed waits for the same attempt to open it. */
  async #opened(signal: AbortSignal | undefined): Promise<void> {
    if (!this.#session.closed) return;
    this.#opening ??= this.#reopen().finally(() => (this.#opening = undefined));
    await unlessAborted(this.#opening, signal);
  }

  /** Opens the line again, and records that nobody could see meanwhile. */
  async #reopen(): Promise<void> {
    const lost = lossOf(this.#session);
    await this.#session.close();
    this.#closing.signal.throwIfAborted();
    const reopening = this.#reopening;
    if (!reopening) throw new BenchError(this.#device, lost);
    const { clock } = reopening;
    const lostMs = clock.nowMs();
    try {
      const session = await reopenSession(this.#device, lost, reopening, this.#closing.signal);
      this.#session = this.#listen(session);
      this.#unprovenSinceMs = clock.nowMs();
    } finally {
      this.#notebook.gap(this.witness, lostMs, clock.nowMs(), lost);
    }
  }

  #listen(session: FirewallSession): FirewallSession {
    session.onBytes((bytes, atMs) => {
      this.#flash.hears(bytes);
      this.#notebook.consoleBytes(this.unit, bytes, atMs);
    });
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

function lossOf({ where }: FirewallSession): string {
  const why = where.at === 'closed' ? where.why?.message : undefined;
  return `the line of the console was lost: ${why ?? 'it was closed'}`;
}
