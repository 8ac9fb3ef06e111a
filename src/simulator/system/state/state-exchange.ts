import type { Clock } from '../../../clock.ts';
import type { GroupId } from '../../../pair/index.ts';
import type { StateUpdate } from '../../message/failover-message.ts';
import type { LogicalUpdate, StateEntry } from '../../message/state-entry.ts';
import type { Taken } from './state-table.ts';

/** How long an update waits for company before it is sent, and how many travel in one message. */
const gatherMs = 1;
const updatesPerMessage = 64;
/** More than so many do not wait; what is beyond is lost. */
const longestQueue = 8192;
/** Not more often than this does a unit complain about the same thing. */
const complainEveryMs = 10_000;

/** What a unit has sent and received of one kind of update. */
export interface UpdateCounts {
  xmit: number;
  xerr: number;
  rcv: number;
  rerr: number;
}

/** What is wrong with the exchange, for the system log. */
export type ExchangeTrouble = 'no-blocks' | 'no-memory' | 'missed';

/** What the exchange needs of the unit. */
export interface StateExchangeHost {
  readonly clock: Clock;
  readonly serial: string;
  /** The row of the statistics that counts the updates of an entry. */
  rowOf(entry: StateEntry): string;
  /** True if a state link is configured. */
  configured(): boolean;
  readonly groups: readonly GroupId[];
  /** True if the group is active on this unit, which then tells its mate. */
  isActive(group: GroupId): boolean;
  /** True if the mate keeps what it hears of the group: from bulk synchronization on. */
  mateHolds(group: GroupId): boolean;
  /** Whether this kind of entry is passed to the mate at all. */
  passes(entry: StateEntry, group: GroupId): boolean;
  /** Puts a message on the state link; false if that is down. */
  carry(message: StateUpdate): boolean;
  /** False if the memory for messages is used up. */
  hasBlocks(): boolean;
  /** Everything that the mate has to know of a group. */
  everything(group: GroupId): Iterable<LogicalUpdate>;
  /** Forgets what is held of a group, before everything comes anew. */
  forget(group: GroupId): void;
  /** Does as the mate did. */
  take(update: LogicalUpdate): Taken;
  complain(trouble: ExchangeTrouble, count: number): void;
  /** The mate is being sent everything. */
  loading(step: 'start' | 'end'): void;
}

/**
 * What passes over the state link: logical updates from the unit on which a group is active to its mate, as they
 * happen, everything at once when the mate joins, and from both sides a sign of life at every poll.
 */
export class StateExchange {
  readonly #host: StateExchangeHost;
  readonly #counts = new Map<string, UpdateCounts>();
  /** The groups whose state the mate holds. */
  readonly #loaded = new Set<GroupId>();
  readonly #complainedMs = new Map<ExchangeTrouble, number>();
  /** How many updates were sent so far, and how many the mate says that it has sent. */
  #sent = 0;
  #heard: number | undefined;
  /** Hellos of the mate come, and nothing over the state link: since when. */
  #quietSinceMs: number | undefined;
  #queue: LogicalUpdate[] = [];
  #longestSent = 0;
  #longestHeard = 0;

  constructor(host: StateExchangeHost) {
    this.#host = host;
  }

  /** Whether Stateful Failover is on. */
  get configured(): boolean {
    return this.#host.configured();
  }

  /** How long nothing has come over the state link of a mate that should have said something. */
  get quietMs(): number {
    return this.#quietSinceMs === undefined ? 0 : this.#host.clock.nowMs() - this.#quietSinceMs;
  }

  /** What was counted in a row of the statistics. */
  countsOf(row: string): Readonly<UpdateCounts> {
    return this.#counts.get(row) ?? { xmit: 0, xerr: 0, rcv: 0, rerr: 0 };
  }

  /** The sum of all rows. */
  get total(): Readonly<UpdateCounts> {
    const sum = { xmit: 0, xerr: 0, rcv: 0, rerr: 0 };
    for (const { xmit, xerr, rcv, rerr } of this.#counts.values()) {
      sum.xmit += xmit;
      sum.xerr += xerr;
      sum.rcv += rcv;
      sum.rerr += rerr;
    }
    return sum;
  }

  /** The queues: how many updates wait now, and how many at most did. */
  get queues(): {
    readonly sending: readonly [number, number];
    readonly receiving: readonly [number, number];
  } {
    return { sending: [this.#queue.length, this.#longestSent], receiving: [0, this.#longestHeard] };
  }

  /** Something became of an entry: the mate hears of it, if it has to. */
  tell(update: LogicalUpdate): void {
    const host = this.#host;
    const { entry, group } = update;
    if (!host.isActive(group) || !host.mateHolds(group)) return;
    if (host.configured() && host.passes(entry, group)) this.#enqueue(update);
  }

  /** Whether an entry is worth keeping by a unit that is no longer the active one: its mate will tell of it. */
  keeps(entry: StateEntry, group: GroupId): boolean {
    return this.#host.configured() && this.#host.passes(entry, group);
  }

  /** The sign of life that keeps the state link in view. */
  stayAlive(): void {
    for (const group of this.#loaded) if (!this.#host.mateHolds(group)) this.#loaded.delete(group);
    if (!this.#host.configured()) return;
    const counts = this.#row('sys cmd');
    if (this.#send([], 1)) counts.xmit += 1;
    else counts.xerr += 1;
  }

  /** A hello has come in: a mate that has begun to hold state is sent everything. */
  mateHeard(): void {
    this.#quietSinceMs = this.#isMateDue() ? (this.#quietSinceMs ?? this.#host.clock.nowMs()) : undefined;
    for (const group of this.#host.groups) {
      if (!this.#host.mateHolds(group)) this.#loaded.delete(group);
      else if (!this.#loaded.has(group)) {
        this.#loaded.add(group);
        if (this.#host.isActive(group) && this.#host.configured()) this.#loadMate(group);
      }
    }
  }

  /** A message of the mate. */
  take({ count, sentBefore, updates, anew }: StateUpdate): void {
    this.#quietSinceMs = undefined;
    const missed = this.#heard === undefined ? 0 : sentBefore - this.#heard;
    if (missed > 0) this.#complain('missed', missed);
    this.#heard = sentBefore + count;
    this.#longestHeard = Math.max(this.#longestHeard, count);
    if (anew !== undefined && !this.#host.isActive(anew)) this.#host.forget(anew);
    if (updates.length === 0 && count > 0) this.#row('sys cmd').rcv += count;
    for (const update of updates) this.#takeOne(update);
  }

  /** Both units know of the state link: this one behind an active mate, or the mate behind this one. */
  #isMateDue(): boolean {
    const host = this.#host;
    return host.configured() && host.groups.some((group) => host.mateHolds(group) || !host.isActive(group));
  }

  #loadMate(group: GroupId): void {
    this.#host.loading('start');
    this.#flush();
    this.#send([], 0, group);
    for (const update of this.#host.everything(group)) {
      if (this.#host.passes(update.entry, group)) this.#enqueue(update);
    }
    this.#flush();
    this.#host.loading('end');
  }

  #takeOne(update: LogicalUpdate): void {
    const counts = this.#row(this.#host.rowOf(update.entry));
    counts.rcv += 1;
    const taken = this.#host.take(update);
    if (taken === 'taken') return;
    counts.rerr += 1;
    if (taken === 'no-memory') this.#complain('no-memory', 1);
  }

  /** Copies the entry as it is now, for it will have changed before it is read. */
  #enqueue(update: LogicalUpdate): void {
    if (this.#queue.length >= longestQueue) {
      this.#row(this.#host.rowOf(update.entry)).xerr += 1;
      return;
    }
    this.#queue.push({ ...update, entry: { ...update.entry } });
    this.#longestSent = Math.max(this.#longestSent, this.#queue.length);
    if (this.#queue.length === 1) this.#host.clock.after(gatherMs, () => this.#flush());
  }

  #flush(): void {
    while (this.#queue.length > 0) {
      const updates = this.#queue.splice(0, updatesPerMessage);
      const sent = this.#send(updates, updates.length);
      for (const { entry } of updates) {
        const counts = this.#row(this.#host.rowOf(entry));
        if (sent) counts.xmit += 1;
        else counts.xerr += 1;
      }
    }
  }

  #send(updates: readonly LogicalUpdate[], count: number, anew?: GroupId): boolean {
    const sentBefore = this.#sent;
    this.#sent += count;
    if (!this.#host.hasBlocks()) {
      this.#complain('no-blocks', 1);
      return false;
    }
    const { serial } = this.#host;
    return this.#host.carry({ kind: 'state-update', serial, sentBefore, count, updates, anew });
  }

  #row(name: string): UpdateCounts {
    const known = this.#counts.get(name);
    if (known) return known;
    const counts = { xmit: 0, xerr: 0, rcv: 0, rerr: 0 };
    this.#counts.set(name, counts);
    return counts;
  }

  #complain(trouble: ExchangeTrouble, count: number): void {
    const nowMs = this.#host.clock.nowMs();
    if (nowMs - (this.#complainedMs.get(trouble) ?? Number.NEGATIVE_INFINITY) < complainEveryMs) return;
    this.#complainedMs.set(trouble, nowMs);
    this.#host.complain(trouble, count);
  }
}
