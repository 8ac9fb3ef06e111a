/**
 * When the next probe is due: an absolute schedule, so that one late probe does not delay all that follow. A
 * sender that was stalled shortly catches up; one that was stalled for longer sends one probe, whose lateness
 * tells of the stall, and resumes on the schedule: a burst of old probes would be lost by our own doing.
 */
export class SendSchedule {
  readonly #everyMs: number;
  readonly #startMs: number;
  #slot = 0;

  constructor(startMs: number, everyMs: number) {
    this.#startMs = startMs;
    this.#everyMs = everyMs;
  }

  /** The intended instant of the next probe. */
  get nextMs(): number {
    return this.#startMs + this.#slot * this.#everyMs;
  }

  /** The intended instants of the probes to be sent now, oldest first. */
  due(nowMs: number): readonly number[] {
    const due: number[] = [];
    if (nowMs - this.nextMs > catchUpMs) {
      due.push(this.nextMs);
      this.#slot = Math.floor((nowMs - this.#startMs) / this.#everyMs) + 1;
    }
    for (; this.nextMs <= nowMs; this.#slot++) due.push(this.nextMs);
    return due;
  }
}

/** At the shortest spacing, 1 ms, as many small datagrams as any receive buffer holds. */
const catchUpMs = 50;
