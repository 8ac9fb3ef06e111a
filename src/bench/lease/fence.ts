import type { Cancel, Clock } from '../../clock.ts';
import { LeaseLost, messageOf } from '../../errors.ts';
import { holderText, whoWeAre } from './holder.ts';
import type { Lease, LeaseSeen, LeaseStore } from './lease.ts';

/** So many heartbeats fit into the time after which a silent holder is taken for gone. */
const beatsPerTtl = 6;

/**
 * A bench that is ours, for as long as nobody took it: the lease is renewed from time to time, and read again right
 * before each act. Once it is lost, it stays lost.
 */
export class Fence {
  readonly lease: Lease;
  readonly #store: LeaseStore;
  readonly #clock: Clock;
  readonly #losing = new AbortController();
  #provenMs: number;
  #provenAt: Date;
  #cancel: Cancel = () => undefined;
  #isReleased = false;

  constructor(store: LeaseStore, lease: Lease, clock: Clock) {
    this.lease = lease;
    this.#store = store;
    this.#clock = clock;
    this.#provenMs = clock.nowMs();
    this.#provenAt = clock.wall();
    this.#beatLater();
  }

  /** Aborted with a `LeaseLost` as soon as it is known that the bench is another's. */
  get signal(): AbortSignal {
    return this.#losing.signal;
  }

  /** Why nothing is touched any more; undefined while the bench is ours. */
  get lost(): LeaseLost | undefined {
    const { signal } = this.#losing;
    return signal.reason instanceof LeaseLost ? signal.reason : undefined;
  }

  /**
   * To be awaited right before anything leaves that changes the bench. Throws `LeaseLost` unless the bench is still
   * ours. After a silence, in which others may be taking us for gone, a sign of life is given before the look: by the
   * date as well as by the clock, which stands still while a machine sleeps.
   */
  readonly mayAct = async (): Promise<void> => {
    if (this.lost) throw this.lost;
    if (this.#isReleased) throw new LeaseLost('bench: we have given it back');
    try {
      if (this.#isDoubtful()) await this.#renew();
      this.#compare(await this.#store.read());
    } catch (error) {
      throw this.#lose(error);
    }
  };

  /** Gives the bench back, if it is still ours. Safe twice. Throws `BenchError` when the store cannot be written. */
  async release(): Promise<void> {
    this.#cancel();
    if (this.lost || this.#isReleased) return;
    this.#isReleased = true;
    const at = this.#clock.wall().toISOString();
    await this.#store.end(this.lease.token, { at, by: whoWeAre() });
  }

  #isDoubtful(): boolean {
    const doubtMs = this.lease.ttlMs / 2;
    const dateMs = this.#clock.wall().getTime() - this.#provenAt.getTime();
    return this.#clock.nowMs() - this.#provenMs >= doubtMs || Math.abs(dateMs) >= doubtMs;
  }

  async #renew(): Promise<void> {
    const [nowMs, at] = [this.#clock.nowMs(), this.#clock.wall()];
    await this.#store.renew(this.lease.token, at);
    this.#provenMs = nowMs;
    this.#provenAt = at;
  }

  #beatLater(): void {
    this.#cancel = this.#clock.after(this.lease.ttlMs / beatsPerTtl, () => void this.#beat());
  }

  /** A store that cannot be reached for a moment is no loss yet: the next act asks it again. */
  async #beat(): Promise<void> {
    try {
      this.#compare(await this.#store.read());
      await this.#renew();
    } catch (error) {
      const isSilent = this.#clock.nowMs() - this.#provenMs >= this.lease.ttlMs;
      if (error instanceof LeaseLost || isSilent) this.#lose(error);
    }
    if (!this.lost && !this.#isReleased) this.#beatLater();
  }

  #compare(seen: LeaseSeen | undefined): void {
    const { token, id } = this.lease;
    if (seen?.token === token && seen.lease?.id === id && !seen.ended) return;
    throw new LeaseLost(`bench: ${whoseNow(seen, token)}. ${advice}`);
  }

  #lose(error: unknown): LeaseLost {
    if (this.lost) return this.lost;
    const why = `bench: nobody can say that it is still ours: ${messageOf(error)}. ${advice}`;
    const lost = error instanceof LeaseLost ? error : new LeaseLost(why, { cause: error });
    this.#cancel();
    this.#losing.abort(lost);
    return lost;
  }
}

const advice =
  'Nothing on it is touched any more from here. What was changed and not put back stands in its journal; once nobody works at it, fover recover puts it back';

function whoseNow(seen: LeaseSeen | undefined, ours: number): string {
  if (!seen || seen.token < ours) return 'our lease was removed, and whose it is is not known';
  const { lease, ended, unreadable, token } = seen;
  if (token > ours && lease) return `it was taken by ${holderText(lease.holder)}, at ${lease.takenAt}`;
  if (ended)
    return `our lease was ended by ${ended.by} at ${ended.at}${ended.because === undefined ? '' : `, because: ${ended.because}`}`;
  return `our lease is not what it was${unreadable === undefined ? '' : ` (${unreadable})`}`;
}
