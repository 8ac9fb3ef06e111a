import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Chart, UnitChart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { notConfigured } from '../physical-unit.ts';
import { about, sawOf } from '../row.ts';
import type { Row } from '../row.ts';

/** What the units were configured with against what the topology says; the windows of a run come from it. */
export const timers: Examination = {
  name: 'timers',
  examine: (chart) => unitNames.flatMap((unit) => timersOf(chart, unit)),
};

const todo =
  'write what the unit has into the topology, or configure the unit; `fover run` does so on a pair without configuration';

function timersOf({ topology, units }: Chart, unit: UnitName): readonly Row[] {
  const { failover } = topology.pair;
  const chart = units[unit];
  const bare = notConfigured(chart);
  const ofInterfaces = interfaceTimes(chart).flatMap(({ of, pollMs, holdMs }) => [
    { what: `interface poll time${of}`, said: pollMs, wanted: failover['interface-poll'] },
    { what: `interface hold time${of}`, said: holdMs, wanted: failover['interface-hold'] },
  ]);
  const shown = sawOf(chart.failover);
  const times = [
    { what: 'unit poll time', said: shown?.unitPollMs, wanted: failover['unit-poll'] },
    { what: 'unit hold time', said: shown?.unitHoldMs, wanted: failover['unit-hold'] },
    ...ofInterfaces,
  ];
  return times.map(({ what, said, wanted }) => {
    const told = about(unit, what);
    if (bare) return told.unknown(bare);
    if ('blind' in chart.failover) return told.unknown(chart.failover);
    if (said === undefined)
      return told.unknown({ blind: 'show failover does not print it', because: 'unread' });
    return said === wanted ? told.ok(spell(said)) : told.wrong(spell(said), spell(wanted), todo);
  });
}

interface Times {
  readonly of: string;
  readonly pollMs: number | undefined;
  readonly holdMs: number | undefined;
}

/** In Active/Active each group has its own; one without has those of the unit. */
function interfaceTimes({ failover, settings }: UnitChart): readonly Times[] {
  const shown = sawOf(failover);
  const groups = sawOf(settings)?.groups ?? [];
  const own = { pollMs: shown?.interfacePollMs, holdMs: shown?.interfaceHoldMs };
  if (groups.length === 0) return [{ of: '', ...own }];
  return groups.map(({ group, interfacePoll }) => ({
    of: ` of group ${group}`,
    pollMs: interfacePoll?.pollMs ?? own.pollMs,
    holdMs: interfacePoll?.holdMs ?? own.holdMs,
  }));
}

function spell(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}
