import type { Clock } from '../../clock.ts';
import { type FailoverState, isActive } from '../../pair/index.ts';
import { History } from './history.ts';
import type { FailureCause } from '../message/failover-message.ts';

/** One change of state as it happens; `because` is why the mate asked for it, where it did. */
export interface Change {
  readonly from: FailoverState;
  readonly to: FailoverState;
  readonly reason: string;
  readonly because?: string | undefined;
}

/** The state of one unit or group, how it came to it, and how long it has been active in all. */
export class UnitState {
  readonly history = new History();
  readonly #clock: Clock;
  readonly #entered: (change: Change) => void;
  #now: FailoverState = 'disabled';
  #activeMs = 0;
  #activeSinceMs: number | undefined;
  /** What a failed unit failed of, or is failing of. */
  failedBy: FailureCause | undefined;
  /** Counts takeovers of the pair, as far as this unit knows. */
  term = 0;

  constructor(clock: Clock, entered: (change: Change) => void = () => undefined) {
    this.#clock = clock;
    this.#entered = entered;
  }

  get now(): FailoverState {
    return this.#now;
  }

  get active(): boolean {
    return isActive(this.#now);
  }

  /** On the way from finding an active mate to being ready. */
  get joining(): boolean {
    return ['cold-standby', 'sync-config', 'sync-file-system', 'bulk-sync'].includes(this.#now);
  }

  /** Time in the active role since boot, in milliseconds. */
  get activeMs(): number {
    const since = this.#activeSinceMs;
    return this.#activeMs + (since === undefined ? 0 : this.#clock.nowMs() - since);
  }

  /** The reason of the latest transition. */
  get reason(): string | undefined {
    return this.history.transitions.at(-1)?.reason;
  }

  enter(state: FailoverState, reason: string, because?: string): void {
    const from = this.#now;
    if (state === from) return;
    this.#now = state;
    this.history.add({ at: this.#clock.wall(), from, to: state, reason });
    if (isActive(state) !== isActive(from)) {
      this.history.lastFailover = this.#clock.wall();
      this.#activeMs = this.activeMs;
      this.#activeSinceMs = isActive(state) ? this.#clock.nowMs() : undefined;
    }
    this.#entered({ from, to: state, reason, because });
  }
}
