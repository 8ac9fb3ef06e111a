import type { Clock } from '../../../clock.ts';
import type { LogicalUpdate, StateEntry } from '../../message/state-entry.ts';

/** Idle entries are looked for once in so many milliseconds at most. */
const sweepEveryMs = 5000;
/** The mate hears again of an entry in use that it was last told of so long ago, so that it does not outlast it there. */
const tellEveryMs = 15_000;

/** What a state table tells of, and asks of, the unit that it belongs to. */
export interface StateTableHost {
  readonly clock: Clock;
  /** False if there is no memory for another entry. */
  hasRoom(): boolean;
  /** Something became of an entry of the active unit. */
  replicate(change: LogicalUpdate['change'], entry: StateEntry): void;
}

/** What became of an update that the mate sent: `unknown` is of an entry that is not here. */
export type Taken = 'taken' | 'no-memory' | 'unknown';

/** Entries of one kind by their keys; those that nobody uses are forgotten, and the mate hears of every change. */
export class StateTable<Entry extends StateEntry> {
  readonly #host: StateTableHost;
  readonly #entries = new Map<string, Entry>();
  #sweptMs = 0;
  #most = 0;

  constructor(host: StateTableHost) {
    this.#host = host;
  }

  /** How many entries there are, those included that have been idle for too long. */
  get size(): number {
    return this.#entries.size;
  }

  /** How many entries there are now. */
  get count(): number {
    this.sweep();
    return this.#entries.size;
  }

  /** How many there were at most. */
  get most(): number {
    return this.#most;
  }

  /** The entries, the oldest first. */
  all(): readonly Entry[] {
    this.sweep();
    return [...this.#entries.values()];
  }

  /** The entry of that key, unless it was unused for too long. */
  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || this.#host.clock.nowMs() - entry.seenMs <= entry.lastsMs) return entry;
    this.end(entry);
    return undefined;
  }

  /** Enters what this unit found out itself; false if there is no room for it. */
  add(entry: Entry): boolean {
    if (this.#host.clock.nowMs() - this.#sweptMs > sweepEveryMs) this.sweep();
    const isKnown = this.#entries.has(entry.key);
    if (!isKnown && !this.#host.hasRoom()) return false;
    this.store(entry);
    this.#tell(isKnown ? 'changed' : 'made', entry);
    return true;
  }

  /** Notes that an entry is used now, and tells the mate so from time to time. */
  use(entry: Entry): void {
    const nowMs = this.#host.clock.nowMs();
    entry.seenMs = nowMs;
    if (nowMs - entry.toldMs > tellEveryMs) this.changed(entry);
  }

  /** Tells that something of an entry is otherwise now. */
  changed(entry: Entry): void {
    this.#tell('changed', entry);
  }

  /** Forgets an entry that has ended. */
  end(entry: Entry): void {
    this.discard(entry);
    this.#host.replicate('ended', entry);
  }

  endAll(which: (entry: Entry) => boolean): void {
    for (const entry of this.#entries.values()) if (which(entry)) this.end(entry);
  }

  /** Does as the mate did. */
  take(change: LogicalUpdate['change'], entry: Entry): Taken {
    const held = this.#entries.get(entry.key);
    if (change === 'ended') {
      if (held) this.discard(held);
      return 'taken';
    }
    if (!held && change === 'changed') return 'unknown';
    if (!held && !this.#host.hasRoom()) return 'no-memory';
    this.store(entry);
    return 'taken';
  }

  /** Forgets all, as a unit does that gives up its part and will not hear of them. */
  clear(which: (entry: Entry) => boolean = () => true): void {
    for (const entry of this.#entries.values()) if (which(entry)) this.discard(entry);
  }

  /** Forgets what was not used for longer than it lasts. */
  sweep(): void {
    const nowMs = this.#host.clock.nowMs();
    this.#sweptMs = nowMs;
    for (const entry of this.#entries.values()) if (nowMs - entry.seenMs > entry.lastsMs) this.end(entry);
  }

  protected store(entry: Entry): void {
    this.#entries.set(entry.key, entry);
    this.#most = Math.max(this.#most, this.#entries.size);
  }

  protected discard(entry: Entry): void {
    this.#entries.delete(entry.key);
  }

  #tell(change: 'made' | 'changed', entry: Entry): void {
    entry.toldMs = this.#host.clock.nowMs();
    this.#host.replicate(change, entry);
  }
}
