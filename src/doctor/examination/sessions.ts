import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';
import type { Look, Row } from '../row.ts';

/** A unit takes five sessions of each kind and no more (message 710004). */
const most = 5;
/** What a run takes of them at once: a login of its own, and one of a suite. */
const needed = 2;

const kinds = [
  { by: 'ssh', name: 'SSH', todo: 'end sessions that nobody needs (ssh disconnect …)' },
  { by: 'telnet', name: 'telnet', todo: 'end sessions that nobody needs (kill …)' },
] as const;

/** Whether a login is left for fover, by each way that the topology has. */
export const sessions: Examination = {
  name: 'sessions',
  examine: (chart) => unitNames.flatMap((unit) => sessionsOf(chart, unit)),
};

function sessionsOf({ topology, units }: Chart, unit: UnitName): readonly Row[] {
  const { management } = topology.units[unit];
  const held: Record<(typeof kinds)[number]['by'], Look<readonly string[]>> = {
    ssh: named(units[unit].sessions, ({ user, client }) => `${user} from ${client}`),
    telnet: named(units[unit].telnet, ({ client }) => client),
  };
  return kinds.flatMap(({ by, name, todo }) => {
    if (management?.[by] === undefined) return [];
    const told = about(unit, `free ${name} sessions`);
    const look = held[by];
    if ('blind' in look) return [told.unknown(look)];
    const free = most - look.saw.length;
    const said = `${free} of ${most}${look.saw.length === 0 ? '' : `; held by ${look.saw.join(', ')}`}`;
    return [free >= needed ? told.ok(said) : told.wrong(said, `${needed} of ${most}`, todo)];
  });
}

function named<T>(look: Look<readonly T[]>, name: (session: T) => string): Look<readonly string[]> {
  return 'blind' in look ? look : { saw: look.saw.map(name) };
}
