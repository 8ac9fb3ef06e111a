import type { InterfaceSettings } from '../config/interface-settings.ts';

/** The interfaces that a unit tells SNMP stations of, in the order of their numbers in `ifTable`. */
export function namedInterfaces(interfaces: readonly InterfaceSettings[]): readonly InterfaceSettings[] {
  return interfaces.filter(({ nameif }) => nameif !== undefined);
}

/** The number of an interface in `ifTable`; 0 for one that is not there. */
export function interfaceIndex(interfaces: readonly InterfaceSettings[], nameif: string): number {
  return namedInterfaces(interfaces).findIndex((one) => one.nameif === nameif) + 1;
}
