import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import { cabledAt } from '../breaking/port.ts';

/** One thing on a bench that a fault lays hands on, and how long that takes by the topology, in milliseconds. */
export interface Place {
  readonly place: 'console' | 'outlet' | 'port';
  readonly unit: UnitName;
  /** For people: «outlet 1 of pdu1», «GigabitEthernet1/0/3 of sw1 (inside of primary)», «console of primary». */
  readonly called: string;
  /** The device, and what it calls the outlet or the port; a console is where the topology says. */
  readonly device?: string;
  readonly name?: string;
  /** How long its effect may take to show. */
  readonly settleMs: number;
  /** How long it is left alone before it is put back. */
  readonly restMs: number;
}

/** Milliseconds that one command on a console may take before the unit counts as silent. */
export const commandBoundMs = 10_000;

/** Milliseconds that a command may take which is sent to the mate: a unit waits for its mate before it says anything. */
const sentBoundMs = 30_000;

/** Milliseconds that a line which is typed may take before the unit counts as silent. */
export const boundOf = (line: string): number =>
  /^\s*failover exec\b/.test(line) ? sentBoundMs : commandBoundMs;

/** Milliseconds that a unit may take to shut down, or to write its crash to Flash, before it says that it reboots. */
export const shutdownBoundMs = 180_000;

/** The console of a unit. */
export function consolePlace(unit: UnitName): Place {
  return {
    place: 'console',
    unit,
    called: `console of ${unit}`,
    settleMs: commandBoundMs,
    restMs: 0,
  };
}

/** The console of a unit that is told to boot: it is silent until it has. */
export function restartPlace({ pair }: Topology, unit: UnitName): Place {
  return { ...consolePlace(unit), settleMs: commandBoundMs + shutdownBoundMs, restMs: pair.steady };
}

/** Every outlet that feeds a unit. */
export function outletPlaces(topology: Topology, unit: UnitName): readonly Place[] {
  return topology.units[unit].power.map(({ pdu, outlet: name }) => {
    const { settle = 0, dwell = 0 } = topology.pdus[pdu] ?? {};
    const called = `outlet ${name} of ${pdu} (power of ${unit})`;
    return { place: 'outlet', unit, called, device: pdu, name, settleMs: settle, restMs: dwell };
  });
}

/** The switch port of a unit's interface, found by its `nameif`. Throws `BenchError` when there is none. */
export function portPlace(topology: Topology, unit: UnitName, nameif: string): Place {
  const { switch: device, port: name, settleMs } = cabledAt(topology, unit, nameif);
  const called = `${name} of ${device} (${nameif} of ${unit})`;
  return { place: 'port', unit, called, device, name, settleMs, restMs: 0 };
}
