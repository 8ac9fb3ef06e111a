import type { Cancel, Clock } from '../../clock.ts';

/** A reload that was ordered for later. */
export class PendingReload {
  readonly #clock: Clock;
  #dueMs: number | undefined;
  #cancel: Cancel | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How long it is until then, in milliseconds; undefined if none was ordered. */
  get leftMs(): number | undefined {
    return this.#dueMs === undefined ? undefined : Math.max(0, this.#dueMs - this.#clock.nowMs());
  }

  /** Orders one after `ms`, instead of any other. */
  order(ms: number, reload: () => void): void {
    this.cancel();
    this.#dueMs = this.#clock.nowMs() + ms;
    this.#cancel = this.#clock.after(ms, reload);
  }

  /** Returns false if there was none. */
  cancel(): boolean {
    this.#cancel?.();
    this.#cancel = undefined;
    const was = this.#dueMs !== undefined;
    this.#dueMs = undefined;
    return was;
  }
}
