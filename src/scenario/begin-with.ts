import { activeUnit, missingForSteady } from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import type { GroupId, UnitName } from '../pair/index.ts';
import { beginOf } from './begin.ts';
import type { Begin } from './begin.ts';

/**
 * Forces the units, in Active/Active those of each group, that the scenario wants active; a setup action, recorded as
 * such. False if they would not.
 */
export async function beginWith(bench: Bench, begin: Begin, signal: AbortSignal): Promise<boolean> {
  const roles = wantedRoles(bench, begin);
  const isThere = (seen: PairSeen): boolean =>
    roles.every(({ group, unit }) => activeUnit(seen, group) === unit);
  if (isThere(bench.watch.latest)) return true;
  for (const { unit, group, command } of roles) {
    if (activeUnit(bench.watch.latest, group) === unit) continue;
    await bench.notebook.act(
      { did: `${command} on ${unit}, to begin with`, role: 'setup', stimuli: [] },
      async () => {
        await bench.tell(unit, command);
        return undefined;
      },
    );
  }
  return bench.watch.waitUntil(
    `${roles.map(({ unit, command }) => `${command} on ${unit}`).join(', ')}, to begin with`,
    (seen) => missingForSteady(seen).length === 0 && isThere(seen),
    bench.topology.pair.steady,
    signal,
  );
}

interface WantedRole {
  readonly group: GroupId;
  readonly unit: UnitName;
  readonly command: string;
}

function wantedRoles({ topology: { pair } }: Bench, begin: Begin): readonly WantedRole[] {
  if (pair.mode === 'active-standby') return [{ group: 1, unit: beginOf(begin), command: 'failover active' }];
  return ([1, 2] as const)
    .filter((group) => pair.groups?.[group])
    .map((group) => ({ group, unit: beginOf(begin, group), command: `failover active group ${group}` }));
}
