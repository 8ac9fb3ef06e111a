import { showInventory } from '../../show/inventory.ts';
import { showBlocks, showCpuUsage, showMemory } from '../../show/resources.ts';
import { showRoute } from '../../show/route.ts';
import { showTraffic } from '../../show/traffic.ts';
import { showActivationKey } from '../../show/version.ts';
import { clockTime } from '../../ground/device-time.ts';
import type { CommandSet } from '../command-set.ts';
import type { Place } from '../place.ts';
import type { Shell } from '../shell.ts';

/** What a unit says of its parts, its resources and its tables. */
const shown: readonly (readonly [words: string, lines: (place: Place) => readonly string[]])[] = [
  ['inventory', ({ system }) => showInventory(system)],
  ['activation-key', ({ system }) => showActivationKey(system)],
  ['clock detail', ({ system }) => [clockTime(system.deviceTime), 'Time source is hardware calendar']],
  ['memory', ({ system }) => showMemory(system)],
  ['cpu', () => showCpuUsage()],
  ['cpu usage', () => showCpuUsage()],
  ['blocks', () => showBlocks()],
  ['traffic', ({ space }) => showTraffic(space)],
  ['route', ({ space }) => showRoute(space)],
];

/** Every `show` of the unit that is no part of failover. */
export function addUnitShowCommands(set: CommandSet<Shell>): void {
  for (const [words, lines] of shown)
    set.add(`show ${words}`, (_call, shell) => lines(shell).forEach((line) => shell.print(line)));
}
