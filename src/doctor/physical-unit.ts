/** Which chart is that of which unit: consoles may be swapped, serial numbers are not. */
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Chart, UnitChart, WayChart } from './chart.ts';
import { sawOf } from './row.ts';
import type { Blind, Look } from './row.ts';

/** What was read of the unit with the serial number that the topology gives to this one; by whichever console. */
export function physicalUnit({ topology, units }: Chart, unit: UnitName): UnitChart {
  const { serial } = topology.units[unit];
  const found = unitNames.find((by) => sawOf(units[by].version)?.serial === serial);
  return units[found ?? unit];
}

/** The reason why nothing can be said yet of what the configuration makes; nothing once failover is on there. */
export function notConfigured(chart: UnitChart): Blind | undefined {
  const settings = sawOf(chart.settings);
  if (!settings) return 'blind' in chart.settings ? chart.settings : undefined;
  if (settings.enabled === true) return undefined;
  return {
    blind: 'no failover is configured yet; `fover run` configures the pair first',
    because: 'unconfigured',
  };
}

/** Whether a way is open; nobody answers at an address that is not configured yet, and that is no loss. */
export function openedOnceConfigured(unit: UnitChart, { kind, opened }: WayChart): Look<true> {
  const bare = notConfigured(unit);
  return kind === 'management' && 'blind' in opened && bare?.because === 'unconfigured' ? bare : opened;
}
