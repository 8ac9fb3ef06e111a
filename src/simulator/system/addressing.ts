import type { UnitName } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { AddressRole } from '../failover/host.ts';
import type { Mac } from '../fabric/frame.ts';

/** What decides which addresses a unit answers for. */
export interface Addressing {
  readonly unit: UnitName;
  readonly role: AddressRole;
  readonly burnedIn: Readonly<Record<string, Mac>>;
  /** Known once the mate was heard, and until this unit boots again. */
  readonly mateBurnedIn?: Readonly<Record<string, Mac>> | undefined;
}

/** The address that a unit uses on an interface; those of the failover links stay with primary and secondary. */
export function addressOf(one: InterfaceSettings, by: Addressing): string {
  const isLink = one.purpose === 'failover' || one.purpose === 'state';
  const first = isLink ? by.unit === 'primary' : by.role === 'active';
  return (first ? one.active : one.standby) ?? '0.0.0.0';
}

/**
 * The MAC address that a unit uses on an interface. Those of the primary unit go with the active addresses; a
 * secondary unit that is active and never heard the primary uses its own («Primary/Secondary Status»).
 */
export function macOf(one: InterfaceSettings, by: Addressing): Mac {
  const own = by.burnedIn[one.hardware] ?? '0000.0000.0000';
  if (one.purpose === 'failover' || one.purpose === 'state') return own;
  const configured = by.role === 'active' ? one.activeMac : one.standbyMac;
  if (configured !== undefined) return configured;
  const ownsTheRole = (by.unit === 'primary') === (by.role === 'active');
  return ownsTheRole ? own : (by.mateBurnedIn?.[one.hardware] ?? own);
}
