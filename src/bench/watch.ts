import { asError } from '../errors.ts';
import { pause, reasonOf } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { PairSeen, Seen } from './seen.ts';
import type { Progress } from './progress.ts';
import type { UnitConsole } from './unit-console.ts';

interface Waiter {
  readonly sinceMs: number;
  readonly look: (seen: PairSeen) => void;
}

/** How long a console may take for one `show failover`, and how long it is left alone between two. */
export interface WatchPace {
  readonly boundMs: number;
  readonly restMs: number;
}

/** Asks both consoles for `show failover` over and over, from `start` to `stop`, and lets others wait for what they say. */
export class Watch {
  readonly #consoles: Readonly<Record<UnitName, UnitConsole>>;
  readonly #clock: Clock;
  readonly #progress: Progress;
  readonly #pace: WatchPace;
  readonly #stopping = new AbortController();
  readonly #waiters = new Set<Waiter>();
  readonly #latest: Partial<Record<UnitName, Seen>> = {};
  #rounds: Promise<unknown> = Promise.resolve();
  #broken: Error | undefined;
  #isOn = false;

  constructor(
    consoles: Readonly<Record<UnitName, UnitConsole>>,
    clock: Clock,
    progress: Progress,
    pace: WatchPace,
  ) {
    this.#consoles = consoles;
    this.#clock = clock;
    this.#progress = progress;
    this.#pace = pace;
  }

  get latest(): PairSeen {
    return this.#latest;
  }

  /** Safe twice. */
  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    this.#rounds = Promise.all(unitNames.map((unit) => this.#follow(this.#consoles[unit])));
  }

  /** Ends after the questions that are on their way are answered or given up. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the watch is over'));
    await this.#rounds;
  }

  /**
   * True as soon as `isSo` holds for what was asked after now, false after `atMostMs` milliseconds. Rejects with
   * the reason of `signal`, or with the error that ended the watch.
   */
  waitUntil(
    what: string,
    isSo: (seen: PairSeen) => boolean,
    atMostMs: number,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const over = this.#progress.waiting(what, atMostMs);
    return new Promise<boolean>((resolve, reject) => {
      const leave = (): void => settle(() => reject(reasonOf(signal)));
      const waiter: Waiter = {
        sinceMs: this.#clock.nowMs(),
        look: (seen) => {
          if (this.#broken) settle(() => reject(this.#broken));
          else if (isSo(seen)) settle(() => resolve(true));
        },
      };
      const cancel = this.#clock.after(atMostMs, () => settle(() => resolve(false)));
      const settle = (then: () => void): void => {
        cancel();
        signal?.removeEventListener('abort', leave);
        this.#waiters.delete(waiter);
        over();
        then();
      };
      this.#waiters.add(waiter);
      if (signal?.aborted) leave();
      else signal?.addEventListener('abort', leave, { once: true });
      if (this.#broken) waiter.look({});
    });
  }

  /** Resolves when both consoles have been asked for `ms` milliseconds more. */
  async waitFor(what: string, ms: number, signal?: AbortSignal): Promise<void> {
    await this.waitUntil(what, () => false, ms, signal);
  }

  async #follow(console: UnitConsole): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        this.#latest[console.unit] = await console.lookAtFailover(this.#pace.boundMs, this.#stopping.signal);
      } catch (error) {
        if (!this.#stopping.signal.aborted) this.#broken = asError(error);
      }
      this.#tell();
      if (this.#broken) return;
      await pause(this.#clock, this.#pace.restMs, this.#stopping.signal).catch(() => undefined);
    }
  }

  #tell(): void {
    for (const waiter of this.#waiters) {
      const fresh = unitNames.flatMap((unit) => {
        const seen = this.#latest[unit];
        return seen && seen.askedMs >= waiter.sinceMs ? [[unit, seen] as const] : [];
      });
      waiter.look(Object.fromEntries(fresh));
    }
  }
}
