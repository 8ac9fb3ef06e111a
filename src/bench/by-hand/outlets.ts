/** Power by hand, with the interlocks of a run. */
import { BenchError, UsageError } from '../../errors.ts';
import type { OutletReading } from '../../device/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Effect } from '../notebook.ts';
import { refuseDarkMate, refuseOtherLabels, switchPower } from '../breaking/power.ts';
import type { FeedAt, PowerParts } from '../breaking/power.ts';
import { outletsNow } from '../breaking/prior.ts';
import type { Changed } from '../journal/changed.ts';
import { planRefusal } from '../interlock/index.ts';
import { withPdus } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { mayCut } from './may-cut.ts';

/** Feeds of one unit that somebody means. */
export interface MeantOutlets {
  readonly unit: UnitName;
  readonly feeds: readonly FeedAt[];
}

/** A feed and how its PDU reports it. */
export interface OutletSeen extends FeedAt, Pick<OutletReading, 'power' | 'pending' | 'watts' | 'label'> {
  readonly unit: UnitName;
}

/**
 * The feeds that a word means: those of a unit, one outlet (`2`, `pdu1:2`), all of both units without one. Throws
 * `UsageError` for what the topology does not give to a unit, and for what it protects.
 */
export function meantOutlets(topology: Topology, word?: string): readonly MeantOutlets[] {
  const feedsOf = (unit: UnitName): MeantOutlets => ({
    unit,
    feeds: topology.units[unit].power.map(({ pdu, outlet }) => ({ pdu, outlet })),
  });
  if (word === undefined) return unitNames.map(feedsOf);
  const named = unitNames.find((unit) => unit === word);
  if (named) return [feedsOf(named)];
  const isMeant = ({ pdu, outlet }: FeedAt): boolean =>
    [outlet, `${pdu}:${outlet}`, `${pdu}/${outlet}`].includes(word);
  const found = unitNames
    .map(feedsOf)
    .flatMap(({ unit, feeds }) => feeds.filter(isMeant).map((feed) => ({ unit, feeds: [feed] })));
  if (found.length === 1) return found;
  if (found.length > 1)
    throw new UsageError(`${word} is an outlet of more than one PDU; say which, as in pdu1:${word}`);
  const isKept = Object.entries(topology.pdus).some(([pdu, { protected: kept }]) =>
    kept.some((outlet) => isMeant({ pdu, outlet })),
  );
  throw new UsageError(
    isKept
      ? `outlet ${word} is protected`
      : `${word} is no outlet that feeds a unit of this topology, and no unit; see fover power without it`,
  );
}

/** Reads the outlets. */
export function lookAtOutlets(bench: ByHand, meant: readonly MeantOutlets[]): Promise<readonly OutletSeen[]> {
  return withPdus(bench, async ({ pdus }) => {
    const seen: OutletSeen[] = [];
    for (const { unit, feeds } of meant)
      for (const feed of feeds) {
        const reading = await pdus.get(feed.pdu)?.read(feed.outlet);
        if (reading) seen.push({ unit, ...feed, ...reading });
      }
    return seen;
  });
}

/**
 * Switches outlets of a unit off. Undefined where it was not agreed to. Throws `BenchError` while the mate is without
 * one of its feeds, where an outlet is called otherwise, and when the PDU did not do it.
 */
export function turnOff(bench: ByHand, meant: MeantOutlets): Promise<Effect | undefined> {
  return withPdus(bench, async (parts) => {
    const { unit, feeds } = meant;
    await refuseDarkMate(parts, unit);
    await refuseOtherLabels(parts, unit);
    refuseCut(bench, feeds);
    const what = `switching ${feeds.map(called).join(' and ')} off`;
    if ((await darkens(parts, meant)) && !(await mayCut(bench, unit, what))) return undefined;
    for (const feed of feeds)
      if (!bench.held.find(isThe(feed))) {
        const of = await outletsNow(parts, unit, [feed]);
        const prior = of.outlets[0]?.prior ?? 'on';
        bench.held.intend({ restores: `${called(feed)} ${prior}`, of });
      }
    return switchPower(parts, unit, 'off', feeds);
  });
}

/** Throws `BenchError` where an interlock would refuse it, before it is written down as done. */
function refuseCut(bench: ByHand, feeds: readonly FeedAt[]): void {
  const acts = feeds.map((feed) => ({
    act: { kind: 'outlet' as const, ...feed, wish: 'off' as const },
    of: 'by hand',
    afterMs: 0,
  }));
  const why = planRefusal(acts, bench);
  if (why !== undefined) throw new BenchError('bench', why);
}

/** Switches outlets of a unit on, after the minimum off time of those that were switched off by hand. Safe twice. */
export function turnOn(bench: ByHand, { unit, feeds }: MeantOutlets): Promise<Effect> {
  return withPdus(bench, async (parts) => {
    const effect = await switchPower(parts, unit, 'on', feeds);
    for (const feed of feeds) {
      const held = bench.held.find(isThe(feed));
      if (held) bench.held.mended(held);
    }
    return effect;
  });
}

/** `outlet 2 of pdu1`. */
const called = ({ pdu, outlet }: FeedAt): string => `outlet ${outlet} of ${pdu}`;

const isThe =
  ({ pdu, outlet }: FeedAt) =>
  (of: Changed): boolean =>
    of.kind === 'outlets' && of.outlets.some((one) => one.pdu === pdu && one.outlet === outlet);

/** Whether the unit has no other feed that reads on. */
async function darkens({ topology, pdus }: PowerParts, { unit, feeds }: MeantOutlets): Promise<boolean> {
  const others = topology.units[unit].power.filter(
    (one) => !feeds.some(({ pdu, outlet }) => pdu === one.pdu && outlet === one.outlet),
  );
  for (const { pdu, outlet } of others) if ((await pdus.get(pdu)?.read(outlet))?.power === 'on') return false;
  return true;
}
