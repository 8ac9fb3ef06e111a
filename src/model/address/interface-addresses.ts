import type { UnitName } from '../../pair/index.ts';

/** An active and a standby MAC address, as `active_mac` and `standby_mac` are entered. */
export interface MacPair {
  readonly active: string;
  readonly standby: string;
}

/** What is known of the MAC addresses of one interface, from its configuration and from the units themselves. */
export interface MacSetting {
  /** The burned-in address on each unit. */
  readonly burnedIn: Readonly<Record<UnitName, string>>;
  /** `mac-address` in interface configuration mode; without a standby address the guides do not say what that uses. */
  readonly byInterface?: Pick<MacPair, 'active'> & Partial<MacPair>;
  /** `failover mac address`, or `mac address` in the failover group. */
  readonly byFailover?: MacPair;
  /** What `mac-address auto` generated. */
  readonly auto?: MacPair;
  /** Active/Active: the number of the physical port, as the default address has it. */
  readonly portNumber?: number;
}
