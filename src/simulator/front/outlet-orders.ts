import type { Cancel, Clock } from '../../clock.ts';
import type { SimulatedPdu } from '../bench.ts';

/** What rPDU2OutletSwitchedControlCommand accepts (PowerNet-MIB); 4, `outletUnknown`, is only ever read. */
export const outletCommand = {
  immediateOn: 1,
  immediateOff: 2,
  immediateReboot: 3,
  delayedOn: 5,
  delayedOff: 6,
  delayedReboot: 7,
  cancelPendingCommand: 8,
} as const;

/** The delays of every outlet, as the PDU reports them; five seconds is the shortest reboot an APC allows. */
export const outletDelaySeconds = { powerOn: 5, powerOff: 5, reboot: 5 } as const;

/** The commands that take a PDU more than one step or some time: it keeps one order for each outlet. */
export class OutletOrders {
  readonly #pdu: SimulatedPdu;
  readonly #clock: Clock;
  readonly #waiting = new Map<number, Cancel>();

  constructor(pdu: SimulatedPdu, clock: Clock) {
    this.#pdu = pdu;
    this.#clock = clock;
  }

  /** True while an order waits for its time. */
  pending(outlet: number): boolean {
    return this.#waiting.has(outlet);
  }

  /** Obeys one command; a new one takes the place of what still waits. */
  give(outlet: number, command: number): void {
    const { powerOn, powerOff } = outletDelaySeconds;
    this.#waiting.get(outlet)?.();
    this.#waiting.delete(outlet);
    if (command === outletCommand.immediateOn) this.#pdu.command(outlet, 'on');
    else if (command === outletCommand.immediateOff) this.#pdu.command(outlet, 'off');
    else if (command === outletCommand.immediateReboot) this.#reboot(outlet);
    else if (command === outletCommand.delayedOn)
      this.#later(outlet, powerOn, () => this.#pdu.command(outlet, 'on'));
    else if (command === outletCommand.delayedOff)
      this.#later(outlet, powerOff, () => this.#pdu.command(outlet, 'off'));
    else if (command === outletCommand.delayedReboot)
      this.#later(outlet, powerOff, () => this.#reboot(outlet));
  }

  /** Forgets every order. */
  close(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  /** An outlet that is off stays off: rebooting is for what runs. */
  #reboot(outlet: number): void {
    if (this.#pdu.outlets.find((candidate) => candidate.number === outlet)?.power !== 'on') return;
    this.#pdu.command(outlet, 'off');
    this.#later(outlet, outletDelaySeconds.reboot, () => this.#pdu.command(outlet, 'on'));
  }

  #later(outlet: number, seconds: number, then: () => void): void {
    const cancel = this.#clock.after(seconds * 1000, () => {
      this.#waiting.delete(outlet);
      then();
    });
    this.#waiting.set(outlet, cancel);
  }
}
