import type { Chart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import { lookAtPdu } from './look-at-pdu.ts';
import { lookAtSockets } from './look-at-sockets.ts';
import { lookAtSwitch } from './look-at-switch.ts';
import { lookAtUnits } from './look-at-unit.ts';

/** Looks at everything that a topology speaks of: all devices at once, and each of them asked one thing at a time. */
export async function lookAtBench(examined: Examined): Promise<Chart> {
  const { topology } = examined;
  const [units, switches, pdus, sockets] = await Promise.all([
    lookAtUnits(examined),
    byName(topology.switches, (name) => lookAtSwitch(examined, name)),
    byName(topology.pdus, (name) => lookAtPdu(examined, name)),
    lookAtSockets(examined),
  ]);
  return { topology, units, switches, pdus, sockets };
}

async function byName<T>(
  of: Readonly<Record<string, unknown>>,
  look: (name: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all(Object.keys(of).map(async (name) => [name, await look(name)] as const)));
}
