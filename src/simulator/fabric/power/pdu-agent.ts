import type { Cancel, Clock } from '../../../clock.ts';
import type { PduTraits } from './pdu-traits.ts';
import { Listeners } from '../../ground/listeners.ts';
import type { SimulatedPduAgent } from './simulated-pdu.ts';

/** Milliseconds from the restart of an agent, or from power, until it answers again. */
export const agentBootMs = 2000;

/** The network card of a PDU, on which its agents run: it takes its time, loses requests, and restarts. */
export class PduAgent implements SimulatedPduAgent {
  readonly #clock: Clock;
  readonly #traits: PduTraits;
  readonly #restarted = new Listeners<void>();
  readonly #turns = new Set<Cancel>();
  #startedMs: number;
  #inUse: boolean;
  #powered = true;
  #busyUntilMs = 0;
  #restart: Cancel = () => undefined;

  constructor(clock: Clock, traits: PduTraits) {
    this.#clock = clock;
    this.#traits = traits;
    this.#startedMs = clock.nowMs();
    this.#inUse = traits.inUse;
  }

  /** The instant since which it runs. */
  get startedMs(): number {
    return this.#startedMs;
  }

  get answersCommands(): boolean {
    return this.#traits.answersCommands;
  }

  get readOnly(): boolean {
    return this.#traits.readOnly;
  }

  get inUse(): boolean {
    return this.#inUse;
  }

  set inUse(inUse: boolean) {
    this.#inUse = inUse;
  }

  hear(take: () => void): void {
    const nowMs = this.#clock.nowMs();
    const { answersAfterMs, keepsWaiting } = this.#traits;
    if (!this.#powered || nowMs < this.#startedMs) return;
    if (answersAfterMs === 0) return take();
    if (this.#turns.size > keepsWaiting) return;
    this.#busyUntilMs = Math.max(nowMs, this.#busyUntilMs) + answersAfterMs;
    const turn = this.#clock.after(this.#busyUntilMs - nowMs, () => {
      this.#turns.delete(turn);
      take();
    });
    this.#turns.add(turn);
  }

  onRestart(listener: () => void): Cancel {
    return this.#restarted.add(listener);
  }

  /** A command was accepted, which is more than some agents can bear. */
  commanded(): void {
    const { restartsAfterMs } = this.#traits;
    if (restartsAfterMs !== undefined)
      this.#restart = this.#clock.after(restartsAfterMs, () => this.restart());
  }

  /** Everything that waits is forgotten, and it is silent until it runs again. */
  restart(): void {
    this.#restart();
    for (const turn of this.#turns) turn();
    this.#turns.clear();
    this.#busyUntilMs = 0;
    this.#startedMs = this.#clock.nowMs() + agentBootMs;
    this.#restarted.tell();
  }

  losePower(): void {
    this.restart();
    this.#powered = false;
  }

  regainPower(): void {
    this.#powered = true;
    this.restart();
  }
}
