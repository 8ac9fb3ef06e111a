import type { Clock } from '../../../clock.ts';
import type { Cards } from '../../box/cards.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { UnitTraits } from '../../defect/unit-traits.ts';
import type { Frame, Mac, Packet } from '../../fabric/frame.ts';

/** The execution space that sends. */
export interface TransmittingSpace {
  readonly clock: Clock;
  readonly unit: {
    readonly cards: Cards;
    readonly box: { readonly traits: Pick<UnitTraits, 'sends' | 'lagMs'> };
  };
  readonly standing: { readonly holdsBack: boolean };
  macOf(one: InterfaceSettings): Mac;
}

/** How packets leave an execution space: as frames of its own, or as they came. */
export class Transmission {
  readonly #space: TransmittingSpace;

  constructor(space: TransmittingSpace) {
    this.#space = space;
  }

  /** Nothing leaves a traffic interface while the group keeps off the networks. */
  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void {
    const { standing, unit, clock } = this.#space;
    if (over.shutdown || (over.purpose === 'traffic' && standing.holdsBack)) return;
    const { traits } = unit.box;
    for (const sent of traits.sends(packet)) {
      const frame = { source: this.#space.macOf(over), destination, vlan: over.vlan, packet: sent };
      const send = (): void => unit.cards.send(over.hardware, frame);
      const lagMs = traits.lagMs(sent);
      if (lagMs > 0) clock.after(lagMs, send);
      else send();
    }
  }

  /** Puts a frame onto an interface as it is. */
  relay(over: InterfaceSettings, frame: Frame): void {
    if (!over.shutdown && !this.#space.standing.holdsBack)
      this.#space.unit.cards.send(over.hardware, { ...frame, vlan: over.vlan });
  }
}
