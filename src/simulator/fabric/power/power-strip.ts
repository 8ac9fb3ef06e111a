import type { Cancel, Clock } from '../../../clock.ts';
import type { SimulatedPduFamily } from '../../../topology/index.ts';
import { honestOutlet, honestPdu, type OutletTraits, type PduTraits } from './pdu-traits.ts';
import { Listeners } from '../../ground/listeners.ts';
import type { SimulatedOutlet, SimulatedPdu } from './simulated-pdu.ts';
import { Outlet } from './outlet.ts';
import type { NumberedOutlet } from './outlet-names.ts';
import { agentBootMs, PduAgent } from './pdu-agent.ts';

/** How a PDU is made, where it is not an honest APC rPDU2. */
export interface StripMake {
  readonly family?: SimulatedPduFamily;
  readonly traits?: PduTraits;
  /** Of each outlet, by its number. */
  readonly outletTraits?: (outlet: NumberedOutlet) => OutletTraits;
}

/** Where a relay went. */
interface Switched {
  readonly number: number;
  readonly power: 'on' | 'off';
}

/** A PDU whose relays follow a command after a while, the last command winning. All outlets are on at first. */
export class PowerStrip implements SimulatedPdu {
  readonly name: string;
  readonly family: SimulatedPduFamily;
  readonly agent: PduAgent;
  readonly #clock: Clock;
  readonly #traits: PduTraits;
  readonly #delayMs: number;
  readonly #outlets: readonly Outlet[];
  readonly #switched = new Listeners<Switched>();
  /** What each outlet was told last when the PDU lost power; undefined while it has power. */
  #before: ReadonlyMap<number, 'on' | 'off'> | undefined;
  /** The earliest instant at which one more outlet may come on. */
  #nextOnMs = 0;

  constructor(
    name: string,
    clock: Clock,
    delayMs: number,
    outlets: readonly NumberedOutlet[],
    make: StripMake = {},
  ) {
    this.name = name;
    this.family = make.family ?? 'apc-rpdu2';
    this.#clock = clock;
    this.#traits = make.traits ?? honestPdu;
    this.#delayMs = delayMs;
    this.agent = new PduAgent(clock, this.#traits);
    this.#outlets = outlets.map((outlet) => {
      const made: Outlet = new Outlet(outlet, clock, make.outletTraits?.(outlet) ?? honestOutlet, () =>
        this.#switched.tell({ number: made.number, power: made.live }),
      );
      return made;
    });
    // What an agent has not passed on to its relays is lost with it.
    this.agent.onRestart(() => this.#outlets.forEach((outlet) => outlet.forget()));
  }

  get startedMs(): number {
    return this.agent.startedMs;
  }

  get outlets(): readonly SimulatedOutlet[] {
    return this.#outlets;
  }

  /** The outlet of a number, or of a name. */
  outlet(name: string): Outlet | undefined {
    return this.#outlets.find((one) => String(one.number) === name || one.name === name);
  }

  command(number: number, wish: 'on' | 'off'): void {
    const outlet = this.#outlets.find((one) => one.number === number);
    if (!outlet || this.#before) return;
    outlet.command(wish, this.#delayMs + (wish === 'on' ? this.#waitForTurnMs() : 0));
    this.agent.commanded();
  }

  onSwitched(listener: (switched: Switched) => void): Cancel {
    return this.#switched.add(listener);
  }

  /** The feed of the PDU itself fails: every outlet is dead, and its agent with them. Safe twice. */
  losePower(): void {
    if (this.#before) return;
    this.agent.losePower();
    this.#before = new Map(this.#outlets.map(({ number, wish }) => [number, wish]));
    for (const outlet of this.#outlets) outlet.losePower();
  }

  /** The feed is back: the outlets come up as the PDU is set up, and its agent boots. Safe twice. */
  regainPower(): void {
    const before = this.#before;
    if (!before) return;
    this.#before = undefined;
    this.agent.regainPower();
    const { afterPowerLoss } = this.#traits;
    for (const outlet of this.#outlets) {
      const wish = afterPowerLoss === 'last' ? (before.get(outlet.number) ?? 'on') : afterPowerLoss;
      outlet.regainPower(wish, agentBootMs + (wish === 'on' ? this.#waitForTurnMs() : 0));
    }
  }

  #waitForTurnMs(): number {
    const nowMs = this.#clock.nowMs();
    const turnMs = Math.max(nowMs, this.#nextOnMs);
    this.#nextOnMs = turnMs + this.#traits.staggerMs;
    return turnMs - nowMs;
  }
}
