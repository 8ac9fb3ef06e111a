import type { Clock } from '../../../clock.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { SimulatedSwitch } from '../../face/index.ts';
import type { Front } from '../door/front.ts';
import { LinkTraps, type TrapReceiver } from './link-traps.ts';
import type { ManagedObjects, ManagedScalar } from '../../snmp/managed-object.ts';
import { serveSnmpAgent } from './snmp-agent.ts';
import { bridgeObjects, vlanBridgeObjects } from './switch-mib/bridge.ts';
import { ciscoObjects } from './switch-mib/cisco.ts';
import { interfaceTables } from './switch-mib/interfaces.ts';
import { systemGroup } from './system-group.ts';

/**
 * The SNMP agent of a simulated switch: IF-MIB, the bridge MIBs, and those of Cisco that tell whether a port is fit
 * for a firewall. Links that come and go are told to the `receivers`. Throws `BenchError` if it cannot listen.
 */
export async function serveSnmpSwitch(
  device: SimulatedSwitch,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
  receivers: readonly TrapReceiver[] = [],
): Promise<Front> {
  const traps = new LinkTraps(device, receivers, secrets, clock);
  try {
    const front = await serveSnmpAgent(
      `switch ${device.name}`,
      access,
      secrets,
      objectsOf(device, traps, clock),
    );
    const close = async (): Promise<void> => {
      traps.close();
      await front.close();
    };
    return { endpoint: front.endpoint, close };
  } catch (error) {
    traps.close();
    throw error;
  }
}

function objectsOf(device: SimulatedSwitch, traps: LinkTraps, clock: Clock): ManagedObjects {
  const scalars: readonly ManagedScalar[] = [
    // A Catalyst 2960 in CISCO-PRODUCTS-MIB.
    ...systemGroup(device, 'Simulated Ethernet switch', '1.3.6.1.4.1.9.1.716', clock),
    { name: 'ifNumber', oid: '1.3.6.1.2.1.2.1', type: 'Integer', read: () => device.ports.length },
  ];
  const tables = interfaceTables(device, traps);
  const parts = [bridgeObjects(device), vlanBridgeObjects(device), ciscoObjects(device)];
  // A Catalyst has one bridge for each VLAN, and its agent one view of BRIDGE-MIB for each.
  const views = device.vlans.map(({ id }): [string, ManagedObjects] => {
    const bridge = bridgeObjects(device, (vlan) => vlan === id);
    return [String(id), { scalars: [...scalars, ...bridge.scalars], tables: [...tables, ...bridge.tables] }];
  });
  return {
    scalars: [...scalars, ...parts.flatMap((part) => part.scalars)],
    tables: [...tables, ...parts.flatMap((part) => part.tables)],
    views: new Map(views),
  };
}
