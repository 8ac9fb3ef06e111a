import type { FirewallSession } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { showVersion } from '../../show/index.ts';
import { wayInWords } from '../../topology/index.ts';
import type { UnitChart, WayChart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import type { Look } from '../row.ts';
import { askUnit, unasked } from './ask-unit.ts';
import type { Shown } from './ask-unit.ts';
import { showsOn, usualPatience, Visit } from './visit.ts';

/** One way to a unit: how it is opened, and in words. */
interface Way extends Pick<WayChart, 'kind' | 'way'> {
  readonly open: () => Promise<FirewallSession>;
}

/** Looks at a unit by each of its ways, one after the other; by the first one that leads to its console, thoroughly. */
export async function lookAtUnit(examined: Examined, unit: UnitName): Promise<UnitChart> {
  const ways: WayChart[] = [];
  let told: (Shown & Pick<UnitChart, 'version'>) | undefined;
  for (const way of waysTo(examined, unit)) {
    const { seen, ...chart } = await goBy(examined, unit, way, told === undefined && way.kind === 'console');
    ways.push(chart);
    told ??= seen && { ...seen, version: chart.version };
  }
  return { ways, ...(told ?? unseen(ways)) };
}

function waysTo({ topology, doors }: Examined, unit: UnitName): readonly Way[] {
  const { console, management } = topology.units[unit];
  const address = unit === 'primary' ? 'active address' : 'standby address';
  return [
    ...console.map((way, index) => ({
      kind: 'console' as const,
      way: `console by ${wayInWords(way)}`,
      open: () => doors.console(unit, index),
    })),
    ...(['ssh', 'telnet'] as const).flatMap((by) => {
      const at = management?.[by];
      if (!at || at.port === 0) return [];
      const way = `${address} by ${by} ${at.host}:${at.port}`;
      return [{ kind: 'management' as const, way, open: () => doors.management(unit, by) }];
    }),
  ];
}

async function goBy(
  { topology, clock, patience = usualPatience }: Examined,
  unit: UnitName,
  { kind, way, open }: Way,
  isThorough: boolean,
): Promise<WayChart & { readonly seen?: Shown }> {
  const visit = new Visit(clock, patience);
  const opening = await visit.open(`open ${way}`, open);
  if ('blind' in opening) return { kind, way, opened: opening, version: opening };
  const session = opening.saw;
  try {
    const show = showsOn(visit, session, patience.questionMs);
    const version = await show(showVersion);
    const opened: Look<true> = visit.lost ?? { saw: true };
    if (!isThorough || visit.lost) return { kind, way, opened, version };
    return {
      kind,
      way,
      opened,
      version,
      seen: await askUnit({ topology, show, unit, wall: () => clock.wall() }),
    };
  } finally {
    await session.close();
  }
}

/** Nobody has seen this unit; the reason is that of the first way. */
function unseen(ways: readonly WayChart[]): Shown & Pick<UnitChart, 'version'> {
  const [first] = ways;
  const blind =
    first && 'blind' in first.opened
      ? first.opened
      : ({ blind: 'no way leads to its console', because: 'unreached' } as const);
  return { ...unasked(blind), version: blind };
}

/** Both units. */
export async function lookAtUnits(examined: Examined): Promise<Record<UnitName, UnitChart>> {
  const [primary, secondary] = await Promise.all(unitNames.map((unit) => lookAtUnit(examined, unit)));
  if (!primary || !secondary) throw new Error('a pair has two units');
  return { primary, secondary };
}
