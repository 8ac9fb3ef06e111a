import type { GroupId, Requirement } from '../../pair/index.ts';
import { addresses } from '../requirement/address.ts';
import type { MacPair, MacSetting } from './interface-addresses.ts';

/** The virtual addresses of an interface and what says so. */
export interface VirtualMac {
  readonly active: string;
  /** Absent where the guides do not say which address the standby unit uses. */
  readonly standby?: string;
  readonly requirements: readonly Requirement[];
}

/**
 * The virtual addresses of an interface, by the order of preference of «Configuring Virtual MAC Addresses»; absent
 * where none is configured and Active/Standby failover uses the burned-in addresses.
 */
export function virtualMac(setting: MacSetting, group?: GroupId): VirtualMac | undefined {
  const order = group === undefined ? addresses.order : addresses.groupOrder;
  const set = setting.byInterface ?? setting.byFailover ?? setting.auto;
  if (set) return { ...set, requirements: [order, addresses.virtual, addresses.virtualStays] };
  if (group === undefined || setting.portNumber === undefined) return undefined;
  return {
    ...defaultGroupMac(setting.portNumber, group),
    requirements: [order, addresses.groupVirtual, addresses.groupDefault],
  };
}

/** The addresses that Active/Active failover generates: 00a0.c9, port, group, and 01 or 02, two digits each. */
export function defaultGroupMac(portNumber: number, group: GroupId): MacPair {
  const port = portNumber.toString(16).padStart(2, '0');
  const of = (role: string): string => `00a0.c9${port}.0${group}${role}`;
  return { active: of('01'), standby: of('02') };
}
