/** What can be broken by hand, and mended. */
import type { UnitName } from '../../pair/index.ts';
import type { ErrDisableCause } from '../fabric/switch/err-disable.ts';
import type { Impairment } from '../fabric/impairment.ts';
import type { CableWires } from '../fabric/serial/serial-cable.ts';

/** What a cable may do to a unit; the interface by its physical name. Nothing happens to one that is not there. */
export interface CableTrouble {
  /** Pulls a cable out of the unit, and puts it back. */
  pullCable(interfaceName: string): void;
  plugCable(interfaceName: string): void;
  /** Makes the cable bad: what comes `in` to the unit, what goes `out` of it, or both. A later one replaces it. */
  impair(interfaceName: string, how: Impairment & { readonly direction?: 'in' | 'out' | 'both' }): void;
  /** Makes the cable good again. */
  repair(interfaceName: string): void;
  /** Moves the switch port into a VLAN where nobody else is: the link stays, the traffic goes. And back. */
  isolate(interfaceName: string): void;
  reunite(interfaceName: string): void;
  /** The switch port is as its switch would make it without or with portfast, the next time that it comes up. */
  setPortfast(interfaceName: string, on: boolean): void;
  /** The switch shuts its port by itself; its administrator has to shut it and open it again. */
  errDisable(interfaceName: string, cause?: ErrDisableCause): void;
  /** The switch port is bundled into a port channel, or not any more; nothing else changes. */
  bundle(interfaceName: string, channel: number | undefined): void;
}

/** What may become of the serial failover cable of a PIX; nothing happens where there is none. */
export interface FailoverCableTrouble {
  /** Pulls the end that is plugged into this unit. */
  pullFailoverCable(): void;
  /**
   * Plugs an end in: the one that was made for this unit, or the other, which makes it the other unit. Throws
   * `UsageError` if that end is in use, or if there is one in this unit.
   */
  plugFailoverCable(end?: UnitName): void;
  /** Breaks wires in the cable: no bytes pass, or nobody can say what is at the other side. */
  damageFailoverCable(wires: CableWires): void;
  /** The cable is as good as new. */
  mendFailoverCable(): void;
}

/** Troubles of one unit that no PDU and no switch can make. */
export interface UnitTrouble extends CableTrouble, FailoverCableTrouble {
  /** The unit stops in its tracks: nothing answers, and every link stays up. Only loss of power ends it. */
  hang(): void;
  /** The service card in slot 1 dies, or is as new again; nothing happens where there is none. */
  breakModule(): void;
  mendModule(): void;
  /** Uses up the memory of the unit, for message blocks and for connections, and gives it back. */
  exhaustMemory(): void;
  freeMemory(): void;
}

/** Troubles of a PDU that no command can make. */
export interface PduTrouble {
  /** The feed of the PDU itself fails, and comes back. Safe twice. */
  losePower(): void;
  regainPower(): void;
  /** The agent forgets everything that waits and is silent until it runs again; outlets stay as they are. */
  restartAgent(): void;
  /** Somebody logs in at the PDU, and leaves again. */
  logIn(): void;
  logOut(): void;
}
