import type { Cancel, Clock } from '../../clock.ts';

/** What unit health monitoring asks of its unit, and what it tells it. */
export interface UnitHealthHost {
  readonly clock: Clock;
  pollMs(): number;
  holdMs(): number;
  /** Whether a mate that is heard elsewhere has to be heard over the failover link: an active unit has one, or none. */
  expectsMate(): boolean;
  /** Sends a hello that asks for a response on every interface, the failover interface included. */
  probe(): void;
  /** Nothing on the failover link for the hold time, and a response on another interface, or none at all. */
  decide(verdict: 'link-failed' | 'mate-lost'): void;
}

/** Polls come a little later than configured: with so many left of the hold time, at least one is still to come. */
const pollsLeft = 1.1;

/** A hold time that ends later than this by the clock ended in a unit that was itself asleep. */
const oversleptMs = 100;

/**
 * The mate's health by the failover link (configuration guide, «Unit Health Monitoring»): after three missed
 * hellos every interface is asked; at the end of the hold time the responses decide. Where the hold time leaves
 * no room for a third, two silent poll times are enough to ask («Configuring Unit Health Monitoring»). A mate that
 * boots and is heard everywhere but on the failover link finds that link failed (table 13-2).
 */
export class UnitHealth {
  readonly #host: UnitHealthHost;
  #heardMs: number | undefined;
  #probing = false;
  #heardElsewhere = false;
  /** Since this unit lost its mate, or began, it has heard of one on other interfaces alone. */
  #onlyElsewhere = false;
  #holding: Cancel = () => undefined;

  constructor(host: UnitHealthHost) {
    this.#host = host;
  }

  /** A hello came over the failover link. */
  heard(): void {
    this.#onlyElsewhere = false;
    this.#listen();
  }

  /** A hello or a response came over another interface. */
  heardElsewhere(): void {
    if (this.#probing) this.#heardElsewhere = true;
    if (this.#heardMs !== undefined || !this.#host.expectsMate()) return;
    this.#onlyElsewhere = true;
    this.#listen();
  }

  /** Called at every poll time. */
  tick(): void {
    if (this.#heardMs === undefined) return;
    const silentMs = this.#host.clock.nowMs() - this.#heardMs;
    const [pollMs, holdMs] = [this.#host.pollMs(), this.#host.holdMs()];
    if (silentMs < Math.min(3 * pollMs, holdMs - pollsLeft * pollMs)) return;
    this.#probing = true;
    this.#host.probe();
  }

  /** Other times were configured, and count from now. A failed link stays failed until a hello comes over it. */
  retime(): void {
    if (this.#heardMs !== undefined && !this.#heardElsewhere) this.#listen();
  }

  stop(): void {
    this.#holding();
    this.#heardMs = undefined;
    this.#probing = false;
    this.#onlyElsewhere = false;
  }

  #listen(): void {
    this.#heardMs = this.#host.clock.nowMs();
    this.#probing = false;
    this.#heardElsewhere = false;
    this.#hold(this.#host.holdMs());
  }

  /**
   * What came while this process was stopped or starved waits to be heard: a unit that overslept gives it one
   * more poll time before it calls its mate silent.
   */
  #hold(ms: number): void {
    const { clock } = this.#host;
    const overMs = clock.nowMs() + ms;
    this.#holding();
    this.#holding = clock.after(ms, () => {
      const leftMs = this.#leftMs();
      if (clock.nowMs() - overMs > oversleptMs) this.#hold(this.#host.pollMs());
      else if (leftMs > 0) this.#hold(leftMs);
      else this.#holdTimeOver();
    });
  }

  /** What is left of the hold time as it is configured now: a joining unit is given another while it waits. */
  #leftMs(): number {
    return (this.#heardMs ?? -Infinity) + this.#host.holdMs() - this.#host.clock.nowMs();
  }

  #holdTimeOver(): void {
    if (this.#heardElsewhere) return this.#host.decide('link-failed');
    const wasThere = !this.#onlyElsewhere;
    this.stop();
    if (wasThere) this.#host.decide('mate-lost');
  }
}
