import type { Cancel, Clock } from '../clock.ts';
import { everyWitness } from '../timeline/index.ts';
import type { Notebook } from './notebook.ts';

/** How often it looks, in milliseconds. */
const lookEveryMs = 250;

/**
 * From when on it counts that nothing ran here, or that the machine slept. A busy machine holds us up for less; what was
 * asked meanwhile took as long, and is judged by that.
 */
const standstillMs = 2000;
const sleepMs = 1000;

/** What the wall clock may differ from where it was, before it counts as set; it is slewed all the time. */
const stepMs = 500;

/** Two clocks that are read with a longer pause in between cannot be compared. */
const readingMs = 20;

/** The clocks at one moment. */
interface Moment {
  readonly nowMs: number;
  readonly wallMs: number;
  readonly bootMs: number | undefined;
}

/**
 * Notices when time did not pass here as it passed elsewhere. When this process stood still (stopped, or no turn on a
 * machine that had none to give) or the machine slept, nobody could see: a gap of every witness. When the clock on the
 * wall was set, it is noted, so that dates stay explicable; durations never come from it.
 */
export class TimeWatch {
  readonly #clock: Clock;
  readonly #notebook: Notebook;
  #last: Moment;
  /** Where the wall clock stood, beside the time that really passed, when that was noted last. */
  #notedMs: number;
  #isLooking = false;
  #cancel: Cancel = () => undefined;

  constructor(clock: Clock, notebook: Notebook) {
    this.#clock = clock;
    this.#notebook = notebook;
    this.#last = momentOf(clock);
    this.#notedMs = offsetOf(this.#last);
  }

  /** Looks from now on, and before anything is written down: what woke first must not come before the gap. */
  start(): void {
    this.#notebook.beforeEach(() => this.#look());
    this.#tick();
  }

  /** Safe to call twice. */
  stop(): void {
    this.#cancel();
    this.#notebook.beforeEach(() => undefined);
  }

  #tick(): void {
    this.#look();
    this.#cancel = this.#clock.after(lookEveryMs, () => this.#tick());
  }

  #look(): void {
    // What is written down here is looked before as well.
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const [before, now] = [this.#last, momentOf(this.#clock)];
      this.#last = now;
      this.#stoodStill(before, now);
      this.#stepped(before, now);
    } finally {
      this.#isLooking = false;
    }
  }

  #stoodStill(before: Moment, now: Moment): void {
    const passedMs = now.nowMs - before.nowMs;
    const sleptMs = sleptBetween(before, now);
    const why =
      sleptMs >= sleepMs
        ? `the machine slept for ${inSeconds(sleptMs)}, which no instant of this run counts`
        : `nothing ran in this process for ${inSeconds(passedMs)}: it was stopped, or the machine was too busy`;
    if (sleptMs >= sleepMs || passedMs >= standstillMs)
      this.#notebook.gap(everyWitness, before.nowMs, now.nowMs, why);
  }

  #stepped(before: Moment, now: Moment): void {
    const offsetMs = offsetOf(now);
    const byMs = offsetMs - this.#notedMs;
    if (Math.abs(byMs) < stepMs) return;
    this.#notedMs = offsetMs;
    this.#notebook.clockStepped(Math.round(byMs), new Date(now.wallMs).toISOString());
    // Where nobody counts what a machine sleeps, it may just as well have slept.
    if (now.bootMs === undefined && byMs > 0)
      this.#notebook.gap(
        everyWitness,
        before.nowMs,
        now.nowMs,
        `the clock on the wall went ahead by ${inSeconds(byMs)}: it was set, or the machine slept`,
      );
  }
}

/** The time that really passed is that since the machine was started; without it, that of the monotonic clock. */
const offsetOf = ({ nowMs, wallMs, bootMs }: Moment): number => wallMs - (bootMs ?? nowMs);

/** What passed since the machine was started and the monotonic clock did not count. */
const sleptBetween = (before: Moment, now: Moment): number =>
  before.bootMs === undefined || now.bootMs === undefined
    ? 0
    : now.bootMs - before.bootMs - (now.nowMs - before.nowMs);

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Reads the clocks together; again where this very moment was held up, and then as they are. */
function momentOf(clock: Clock): Moment {
  for (let tries = 0; ; tries++) {
    const nowMs = clock.nowMs();
    const moment = { nowMs, wallMs: clock.wall().getTime(), bootMs: clock.sinceBootMs?.() };
    if (clock.nowMs() - nowMs <= readingMs || tries === 3) return moment;
  }
}
