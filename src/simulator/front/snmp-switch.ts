import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Secrets, SnmpAccess } from '../../topology/index.ts';
import type { SimulatedSwitch, SimulatedSwitchPort } from '../bench.ts';
import type { Front } from './front.ts';
import { timeTicks, type ManagedColumn, type ManagedTable } from './managed-object.ts';
import { serveSnmpAgent } from './snmp-agent.ts';
import { systemGroup } from './system-group.ts';

/** Up and down, as IF-MIB counts them (RFC 2863). */
const status = { up: 1, down: 2 } as const;

/** The SNMP agent of a simulated switch: the system group and IF-MIB. Throws `BenchError` if it cannot listen. */
export function serveSnmpSwitch(
  device: SimulatedSwitch,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
): Promise<Front> {
  const rows = device.ports.map((port) => port.index);
  return serveSnmpAgent(`switch ${device.name}`, access, secrets, {
    // A Catalyst 2960 in CISCO-PRODUCTS-MIB.
    scalars: [
      ...systemGroup(device, 'Simulated Ethernet switch', '1.3.6.1.4.1.9.1.716', clock),
      { name: 'ifNumber', oid: '1.3.6.1.2.1.2.1', type: 'Integer', read: () => device.ports.length },
    ],
    tables: [interfaceTable(device, rows), interfaceExtensionTable(device, rows)],
  });
}

/** `ifTable`, without the counters: nobody on this bench counts octets. */
function interfaceTable(device: SimulatedSwitch, rows: readonly number[]): ManagedTable {
  const port = (row: number): SimulatedSwitchPort => portOf(device, row);
  const columns: readonly ManagedColumn[] = [
    { number: 1, name: 'ifIndex', type: 'Integer', read: (row) => row },
    { number: 2, name: 'ifDescr', type: 'OctetString', read: (row) => port(row).name },
    { number: 3, name: 'ifType', type: 'Integer', read: () => 6 },
    { number: 4, name: 'ifMtu', type: 'Integer', read: () => 1500 },
    {
      number: 5,
      name: 'ifSpeed',
      type: 'Gauge',
      read: (row) => Math.min(megabits(port(row)) * 1e6, 2 ** 32 - 1),
    },
    { number: 6, name: 'ifPhysAddress', type: 'OctetString', read: hardwareAddress },
    {
      number: 7,
      name: 'ifAdminStatus',
      type: 'Integer',
      read: (row) => status[port(row).admin],
      allowed: [status.up, status.down],
      write: (row, value) => device.setAdmin(row, value === status.up ? 'up' : 'down'),
    },
    { number: 8, name: 'ifOperStatus', type: 'Integer', read: (row) => status[port(row).oper] },
    {
      number: 9,
      name: 'ifLastChange',
      type: 'TimeTicks',
      read: (row) => timeTicks(device.startedMs, port(row).lastChangeMs),
    },
  ];
  return { name: 'ifTable', oid: '1.3.6.1.2.1.2.2.1', rows, columns };
}

/** `ifXTable`. It says that no traps are sent for links, because this switch sends none. */
function interfaceExtensionTable(device: SimulatedSwitch, rows: readonly number[]): ManagedTable {
  const columns: readonly ManagedColumn[] = [
    { number: 1, name: 'ifName', type: 'OctetString', read: (row) => shortName(portOf(device, row).name) },
    { number: 14, name: 'ifLinkUpDownTrapEnable', type: 'Integer', read: () => 2 },
    { number: 15, name: 'ifHighSpeed', type: 'Gauge', read: (row) => megabits(portOf(device, row)) },
    { number: 18, name: 'ifAlias', type: 'OctetString', read: (row) => portOf(device, row).alias },
  ];
  return { name: 'ifXTable', oid: '1.3.6.1.2.1.31.1.1.1', rows, columns };
}

function portOf(device: SimulatedSwitch, index: number): SimulatedSwitchPort {
  const port = device.ports.find((candidate) => candidate.index === index);
  if (!port) throw new BenchError(`switch ${device.name}`, `has no port with ifIndex ${index} any more`);
  return port;
}

/** A Catalyst writes its ports short in ifName and long in ifDescr: `Gi1/0/1`, `GigabitEthernet1/0/1`. */
function shortName(name: string): string {
  return name.replace(/^(Gi|Fa|Te|Et)[A-Za-z]*?(?=\d)/, '$1');
}

function megabits(port: SimulatedSwitchPort): number {
  if (port.name.startsWith('Te')) return 10_000;
  if (port.name.startsWith('Fa')) return 100;
  return port.name.startsWith('Et') ? 10 : 1000;
}

/** Locally administered, so that it can be nobody else's. */
function hardwareAddress(row: number): Buffer {
  return Buffer.from([0x02, 0, 0, 0, (row >> 8) & 0xff, row & 0xff]);
}
