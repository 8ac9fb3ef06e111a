import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { SimulatedAgent } from '../face/simulated-unit.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { inSameSubnet } from '../ground/address.ts';
import { snmpSettings } from '../notify/snmp-settings.ts';
import { snmpUsers } from '../notify/snmp-users.ts';
import { unitObjects } from './unit-objects.ts';

/**
 * The agent of a unit as it is at an interface of one of its execution spaces; nothing where no station may ask. Who
 * asks from the machine of the bench stands for any station of the interface's own subnet, so the communities and
 * the users of those are known there.
 */
export function unitAgent(system: System, space: Space, at: InterfaceSettings): SimulatedAgent | undefined {
  const stations = snmpSettings(space.config).stations.filter(
    ({ polls, nameif, address }) =>
      polls && nameif === at.nameif && inSameSubnet(address, at.active ?? '', at.mask ?? ''),
  );
  if (stations.length === 0) return undefined;
  const known = stations.map(({ as }) => as);
  const named = known.flatMap((as) => (as.version === '3' ? [as.user] : []));
  return {
    communities: known.flatMap((as) => (as.version === '3' ? [] : [as.community])),
    users: snmpUsers(space.config).filter(({ name }) => named.includes(name)),
    objects: () => unitObjects(system, space),
  };
}
