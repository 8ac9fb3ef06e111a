import type { Cancel, Clock } from '../../../clock.ts';
import type { OutletTraits } from './pdu-traits.ts';
import type { SimulatedOutlet } from './simulated-pdu.ts';
import type { NumberedOutlet } from './outlet-names.ts';

/** One outlet of a PDU: a relay that follows the last command after a while. It is on at first. */
export class Outlet implements SimulatedOutlet {
  readonly number: number;
  readonly name: string;
  readonly #clock: Clock;
  readonly #traits: OutletTraits;
  readonly #onMoved: () => void;
  #load: () => number = () => 0;
  #live: 'on' | 'off' = 'on';
  #wish: 'on' | 'off' = 'on';
  #pending = false;
  #moves = 0;
  #commands = 0;
  #timer: Cancel = () => undefined;

  constructor({ number, name }: NumberedOutlet, clock: Clock, traits: OutletTraits, onMoved: () => void) {
    this.number = number;
    this.name = name;
    this.#clock = clock;
    this.#traits = traits;
    this.#onMoved = onMoved;
  }

  /** Where the relay is, whatever the PDU says of it. */
  get live(): 'on' | 'off' {
    return this.#live;
  }

  get wish(): 'on' | 'off' {
    return this.#wish;
  }

  get power(): 'on' | 'off' {
    return this.#traits.reports === 'wish' ? this.#wish : this.#live;
  }

  get pending(): boolean {
    return this.#pending && this.#traits.reports === 'relay';
  }

  get fault(): boolean {
    return !this.#pending && this.power !== this.#wish;
  }

  get moves(): number {
    return this.#moves;
  }

  get watts(): number {
    return this.#live === 'on' ? Math.round(this.#load()) : 0;
  }

  /** What is plugged in draws so many watts while the outlet is on. */
  plug(load: () => number): void {
    this.#load = load;
  }

  /** Says yes; the relay follows after so many milliseconds. */
  command(wish: 'on' | 'off', delayMs: number): void {
    this.#commands += 1;
    const { heeds, settles, delayFactor } = this.#traits;
    if (heeds === 'none' || (heeds === 'every-second' && this.#commands % 2 === 1)) return;
    this.#timer();
    this.#wish = wish;
    this.#pending = true;
    if (settles) this.#timer = this.#clock.after(delayMs * delayFactor, () => this.#settle());
  }

  /** A command whose relay has not moved yet is gone. */
  forget(): void {
    if (!this.#pending) return;
    this.#timer();
    this.#pending = false;
    this.#wish = this.#live;
  }

  /** The PDU itself has no power: every relay opens. */
  losePower(): void {
    this.#timer();
    this.#pending = false;
    this.#turn('off');
  }

  /** The PDU has power again, and wishes this outlet so. */
  regainPower(wish: 'on' | 'off', delayMs: number): void {
    this.#wish = wish;
    this.#pending = wish === 'on';
    if (wish === 'on') this.#timer = this.#clock.after(delayMs, () => this.#settle());
  }

  #settle(): void {
    const { moves, returnsAfterMs } = this.#traits;
    this.#pending = false;
    if (this.#live === this.#wish || !moves[this.#wish]) return;
    this.#turn(this.#wish);
    if (this.#wish === 'off' && returnsAfterMs !== undefined)
      this.#timer = this.#clock.after(returnsAfterMs, () => {
        this.#wish = 'on';
        this.#turn('on');
      });
  }

  #turn(power: 'on' | 'off'): void {
    if (this.#live === power) return;
    this.#live = power;
    this.#moves += 1;
    this.#onMoved();
  }
}
