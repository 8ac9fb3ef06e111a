import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Mac } from '../fabric/frame.ts';
import { type Addressing, addressOf, macOf } from './addressing.ts';

/** The addresses that a unit answers for, and the telling of the networks when they change. */
export class OwnAddresses {
  readonly #by: () => Omit<Addressing, 'mateBurnedIn'>;
  readonly #traffic: () => readonly InterfaceSettings[];
  readonly #say: (one: InterfaceSettings) => void;
  #mateBurnedIn: Readonly<Record<string, Mac>> | undefined;
  #said = '';

  constructor(
    by: () => Omit<Addressing, 'mateBurnedIn'>,
    traffic: () => readonly InterfaceSettings[],
    say: (one: InterfaceSettings) => void,
  ) {
    this.#by = by;
    this.#traffic = traffic;
    this.#say = say;
  }

  addressOf(one: InterfaceSettings): string {
    return addressOf(one, this.#addressing());
  }

  macOf(one: InterfaceSettings): Mac {
    return macOf(one, this.#addressing());
  }

  /** The mate's MAC addresses came over the failover link; they may be what this unit must use. */
  learn(mateBurnedIn: Readonly<Record<string, Mac>>): void {
    this.#mateBurnedIn = mateBurnedIn;
    this.sayIfNew();
  }

  /** Tells the networks every address. */
  say(): void {
    const traffic = this.#traffic();
    this.#said = this.#summary(traffic);
    for (const one of traffic) this.#say(one);
  }

  /** Tells the networks if an address, or its MAC address, is not what was told last. */
  sayIfNew(): void {
    if (this.#summary(this.#traffic()) !== this.#said) this.say();
  }

  #summary(traffic: readonly InterfaceSettings[]): string {
    return traffic.map((one) => `${this.addressOf(one)} ${this.macOf(one)}`).join();
  }

  #addressing(): Addressing {
    const { unit, role, burnedIn } = this.#by();
    return { unit, role, burnedIn, mateBurnedIn: this.#mateBurnedIn };
  }
}
