import type { Cancel, Clock } from '../../../clock.ts';
import type { SimulatedPdu } from '../../face/index.ts';

/** What an outlet can be told, whatever number or word the family has for it; `queue-…` waits for a `commit`. */
export type OutletOrder =
  | 'nothing'
  | 'on'
  | 'off'
  | 'reboot'
  | 'toggle'
  | 'short-on'
  | 'short-off'
  | 'delayed-on'
  | 'delayed-off'
  | 'delayed-reboot'
  | 'cancel'
  | 'queue-on'
  | 'queue-off'
  | 'queue-reboot';

/** How long an outlet of a family waits, in seconds: before it obeys a delayed order, and between off and on of a reboot. */
export interface OutletDelays {
  readonly powerOn: number;
  readonly powerOff: number;
  readonly reboot: number;
}

/** An order that waits for its time. */
interface Waiting {
  readonly next: 'on' | 'off' | 'reboot';
  /** The second half of a reboot: the outlet was switched off to be switched on. */
  readonly isReboot: boolean;
  readonly dueMs: number;
  readonly cancel: Cancel;
}

/** What the card of a PDU has in mind for its outlets: one order for each, and what is queued for all. */
export class OutletOrders {
  readonly #pdu: SimulatedPdu;
  readonly #clock: Clock;
  readonly #delays: OutletDelays;
  readonly #waiting = new Map<number, Waiting>();
  readonly #queued = new Map<number, OutletOrder>();
  readonly #leave: Cancel;

  constructor(pdu: SimulatedPdu, clock: Clock, delays: OutletDelays) {
    this.#pdu = pdu;
    this.#clock = clock;
    this.#delays = delays;
    this.#leave = pdu.agent.onRestart(() => this.#forget());
  }

  /** The order that waits for its time, if one does. */
  waiting(outlet: number): Omit<Waiting, 'cancel'> | undefined {
    return this.#waiting.get(outlet);
  }

  /** Milliseconds until the waiting order of an outlet is obeyed; undefined if none waits. */
  dueInMs(outlet: number): number | undefined {
    const waiting = this.#waiting.get(outlet);
    return waiting && Math.max(0, waiting.dueMs - this.#clock.nowMs());
  }

  /**
   * Obeys an order, `afterS` seconds from now if that is said, or for so long if it is a short one; a new order takes
   * the place of what still waits.
   */
  give(outlet: number, order: OutletOrder, afterS = 0): void {
    if (order === 'nothing') return;
    if (order === 'queue-on' || order === 'queue-off' || order === 'queue-reboot') {
      this.#queued.set(outlet, order);
      return;
    }
    this.#waiting.get(outlet)?.cancel();
    this.#waiting.delete(outlet);
    const { powerOn, powerOff } = this.#delays;
    if (order === 'delayed-on') this.#later(outlet, 'on', powerOn);
    else if (order === 'delayed-off') this.#later(outlet, 'off', powerOff);
    else if (order === 'delayed-reboot') this.#later(outlet, 'reboot', powerOff);
    else if (order === 'on' || order === 'off' || order === 'reboot') {
      if (afterS > 0) this.#later(outlet, order, afterS);
      else this.#obey(outlet, order);
    } else if (order === 'toggle') this.#pdu.command(outlet, this.#power(outlet) === 'on' ? 'off' : 'on');
    else if (order === 'short-on') this.#briefly(outlet, 'on', 'off', afterS);
    else if (order === 'short-off') this.#briefly(outlet, 'off', 'on', afterS);
  }

  /** Obeys what was queued, all at once. */
  commit(): void {
    const queued = [...this.#queued];
    this.#queued.clear();
    for (const [outlet, order] of queued)
      this.give(outlet, order === 'queue-on' ? 'on' : order === 'queue-off' ? 'off' : 'reboot');
  }

  /** Forgets every order. */
  close(): void {
    this.#leave();
    this.#forget();
  }

  #forget(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#queued.clear();
  }

  #power(outlet: number): 'on' | 'off' {
    return this.#pdu.outlets.find(({ number }) => number === outlet)?.power ?? 'off';
  }

  /** An outlet that is off stays off at a reboot: rebooting is for what runs. */
  #obey(outlet: number, order: 'on' | 'off' | 'reboot'): void {
    if (order !== 'reboot') this.#pdu.command(outlet, order);
    else if (this.#power(outlet) === 'on') {
      this.#pdu.command(outlet, 'off');
      this.#later(outlet, 'on', this.#delays.reboot, true);
    }
  }

  #briefly(outlet: number, first: 'on' | 'off', then: 'on' | 'off', seconds: number): void {
    this.#pdu.command(outlet, first);
    this.#later(outlet, then, seconds || this.#delays.reboot);
  }

  #later(outlet: number, next: 'on' | 'off' | 'reboot', seconds: number, isReboot = false): void {
    const dueMs = this.#clock.nowMs() + seconds * 1000;
    const cancel = this.#clock.after(seconds * 1000, () => {
      this.#waiting.delete(outlet);
      this.#obey(outlet, next);
    });
    this.#waiting.set(outlet, { next, isReboot, dueMs, cancel });
  }
}
