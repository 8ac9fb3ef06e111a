/** Ports as the tables of a switch count and name them. */
import { BenchError } from '../../../../errors.ts';
import type { SimulatedSwitch, SimulatedSwitchPort } from '../../../face/index.ts';
import type { ManagedColumn, ManagedType } from '../../../snmp/managed-object.ts';

/** The port of an ifIndex. Throws `BenchError` for one that the switch does not have. */
export function portOf(device: SimulatedSwitch, index: number): SimulatedSwitchPort {
  const port = device.ports.find((candidate) => candidate.index === index);
  if (!port) throw new BenchError(`switch ${device.name}`, `has no port with ifIndex ${index} any more`);
  return port;
}

/** The number of a port in BRIDGE-MIB: ports are counted from 1, whatever their ifIndex. */
export function bridgePortOf(device: SimulatedSwitch, index: number): number {
  return device.ports.findIndex((port) => port.index === index) + 1;
}

/** A column that is only read, of what stands in the port itself. */
export function portColumn(
  device: SimulatedSwitch,
  number: number,
  name: string,
  type: ManagedType,
  read: (port: SimulatedSwitchPort) => ReturnType<ManagedColumn['read']>,
): ManagedColumn {
  return { number, name, type, read: (row) => read(portOf(device, row)) };
}

/** A Catalyst writes its ports short in ifName and long in ifDescr: `Gi1/0/1`, `GigabitEthernet1/0/1`. */
export function shortName(name: string): string {
  return name.replace(/^(Gi|Fa|Te|Et)[A-Za-z]*?(?=\d)/, '$1');
}

/** The speed of a port, by its name. */
export function megabits({ name }: SimulatedSwitchPort): number {
  if (name.startsWith('Te')) return 10_000;
  if (name.startsWith('Fa')) return 100;
  return name.startsWith('Et') ? 10 : 1000;
}

/** Locally administered, so that it can be nobody else's; index 0 is the bridge itself. */
export function hardwareAddress(index: number): Buffer {
  return Buffer.from([0x02, 0, 0, 0, (index >> 8) & 0xff, index & 0xff]);
}

/** The bytes of an address such as `5897.1e12.3401`. */
export function addressBytes(mac: string): readonly number[] {
  return [...Buffer.from(mac.replaceAll('.', ''), 'hex')];
}
