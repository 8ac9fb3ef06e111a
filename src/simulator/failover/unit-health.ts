import type { Cancel, Clock } from '../../clock.ts';

/** What unit health monitoring asks of its unit, and what it tells it. */
export interface UnitHealthHost {
  readonly clock: Clock;
  pollMs(): number;
  holdMs(): number;
  /** Sends a hello that asks for a response on every interface, the failover interface included. */
  probe(): void;
  /** Nothing on the failover link for the hold time, and a response on another interface, or none at all. */
  decide(verdict: 'link-failed' | 'mate-lost'): void;
}

/**
 * The mate's health by the failover link (configuration guide, «Unit Health Monitoring»): after three missed
 * hellos every interface is asked; at the end of the hold time the responses decide. Where the hold time leaves
 * no room for a third, two silent poll times are enough to ask («Configuring Unit Health Monitoring»).
 */
export class UnitHealth {
  readonly #host: UnitHealthHost;
  #heardMs: number | undefined;
  #probing = false;
  #heardElsewhere = false;
  #holding: Cancel = () => undefined;

  constructor(host: UnitHealthHost) {
    this.#host = host;
  }

  /** A hello came over the failover link. */
  heard(): void {
    this.#heardMs = this.#host.clock.nowMs();
    this.#probing = false;
    this.#heardElsewhere = false;
    this.#holding();
    this.#holding = this.#host.clock.after(this.#host.holdMs(), () => this.#holdTimeOver());
  }

  /** A hello or a response came over another interface. */
  heardElsewhere(): void {
    if (this.#probing) this.#heardElsewhere = true;
  }

  /** Called at every poll time. */
  tick(): void {
    if (this.#heardMs === undefined) return;
    const silentMs = this.#host.clock.nowMs() - this.#heardMs;
    const [pollMs, holdMs] = [this.#host.pollMs(), this.#host.holdMs()];
    if (silentMs < Math.min(3 * pollMs, holdMs - pollMs)) return;
    this.#probing = true;
    this.#host.probe();
  }

  stop(): void {
    this.#holding();
    this.#heardMs = undefined;
    this.#probing = false;
  }

  #holdTimeOver(): void {
    if (this.#heardElsewhere) return this.#host.decide('link-failed');
    this.stop();
    this.#host.decide('mate-lost');
  }
}
