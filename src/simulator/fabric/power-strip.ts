import type { Cancel, Clock } from '../../clock.ts';
import { Listeners } from '../listeners.ts';
import type { SimulatedOutlet, SimulatedPdu } from '../simulated-bench.ts';

interface Outlet {
  readonly number: number;
  readonly name: string;
  power: 'on' | 'off';
  pending: boolean;
  relay: Cancel;
}

/** A PDU whose relays follow a command after a while, the last command winning. All outlets are on at first. */
export class PowerStrip implements SimulatedPdu {
  readonly name: string;
  readonly startedMs: number;
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #outlets: readonly Outlet[];
  readonly #deaf = new Set<number>();
  readonly #switched = new Listeners<SimulatedOutlet>();

  constructor(
    name: string,
    clock: Clock,
    delayMs: number,
    outlets: readonly { number: number; name: string }[],
  ) {
    this.name = name;
    this.startedMs = clock.nowMs();
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#outlets = outlets.map((outlet) => ({
      ...outlet,
      power: 'on',
      pending: false,
      relay: () => undefined,
    }));
  }

  get outlets(): readonly SimulatedOutlet[] {
    return this.#outlets;
  }

  /** From now on this outlet says yes to a command and its relay does not move. */
  deafen(number: number): void {
    this.#deaf.add(number);
  }

  command(number: number, wish: 'on' | 'off'): void {
    const outlet = this.#outlets.find((one) => one.number === number);
    if (!outlet || this.#deaf.has(number)) return;
    outlet.relay();
    outlet.pending = true;
    outlet.relay = this.#clock.after(this.#delayMs, () => {
      outlet.pending = false;
      if (outlet.power === wish) return;
      outlet.power = wish;
      this.#switched.tell(outlet);
    });
  }

  onSwitched(listener: (outlet: SimulatedOutlet) => void): Cancel {
    return this.#switched.add(listener);
  }
}
