import { asError, BenchError } from '../../errors.ts';
import { mateOf } from '../../pair/index.ts';
import type { Interval, UnitName } from '../../pair/index.ts';
import type { OutletReading, Pdu } from '../../device/index.ts';
import { untilEffective } from './effect.ts';
import type { Reading } from './effect.ts';
import type { Effect } from '../notebook.ts';
import type { BenchParts } from '../parts.ts';
import { reportOf } from '../seen.ts';

/** One outlet of a PDU, by their names in the topology. */
export interface FeedAt {
  readonly pdu: string;
  readonly outlet: string;
}

interface Feed {
  readonly pdu: Pdu;
  readonly outlet: string;
  /** What the outlet is called on its PDU, where the topology says so. */
  readonly label: string | undefined;
  readonly settleMs: number;
  readonly pollMs: number;
}

/** When a feed was told, and when it was first read to have followed. */
interface Followed {
  readonly toldMs: number;
  readonly reachedMs: number;
  /** What it drew by then, where that is metered. */
  readonly watts: number | undefined;
}

/** A firewall draws more; the meters of PDUs do not quite come down to nothing. */
const residualWatts = 5;

/** What of a bench is needed to switch power. */
export type PowerParts = Pick<BenchParts, 'topology' | 'pdus' | 'notebook' | 'clock' | 'progress'>;

/** Every feed of a unit, in the order of the topology; or only those that are named. */
function feedsOf(bench: PowerParts, unit: UnitName, only?: readonly FeedAt[]): readonly Feed[] {
  const isMeant = (feed: FeedAt): boolean =>
    only?.some(({ pdu, outlet }) => feed.pdu === pdu && feed.outlet === outlet) ?? true;
  return bench.topology.units[unit].power.filter(isMeant).map(({ pdu: name, outlet, label }) => {
    const pdu = bench.pdus.get(name);
    const written = bench.topology.pdus[name];
    if (!pdu || !written) throw new BenchError(name, `no such PDU on this bench, yet ${unit} is fed from it`);
    return { pdu, outlet, label, settleMs: written.settle, pollMs: written.poll };
  });
}

/**
 * Switches every feed of a unit as one, or only those that are named, and waits until the PDUs read back the wished state. Dark means that the
 * last feed is off; powered means that the first one is on. The effect lies between the first SET and that
 * reading: a PDU's readback may lag behind its relay, so nothing later is claimed for its beginning. An outlet that
 * reads off and is drawn from all the same has not followed. Throws `BenchError` when a feed does not follow; the
 * others have by then.
 */
export async function switchPower(
  bench: PowerParts,
  unit: UnitName,
  wish: 'on' | 'off',
  only?: readonly FeedAt[],
): Promise<Effect> {
  const feeds = feedsOf(bench, unit, only);
  const ended = await Promise.allSettled(feeds.map((feed) => switchFeed(bench, feed, wish)));
  const followed = ended.map((one) => {
    if (one.status === 'rejected') throw asError(one.reason);
    return one.value;
  });
  const drawn =
    wish === 'on'
      ? []
      : await Promise.all(feeds.map((feed, at) => untilUndrawn(bench, feed, followed[at]?.watts)));
  const reached = followed.map(({ reachedMs }) => reachedMs);
  return {
    effectMs: {
      loMs: Math.min(...followed.map(({ toldMs }) => toldMs)),
      hiMs: wish === 'off' ? Math.max(...reached) : Math.min(...reached),
    },
    witness: feeds
      .map(({ pdu, outlet }, at) => {
        const watts = drawn[at];
        return `outlet ${outlet} of ${pdu.name}${watts === undefined ? '' : ` (${watts} W)`}`;
      })
      .join(', '),
    ...(feeds.length > 1 ? { skewMs: skewOf(followed) } : {}),
  };
}

/**
 * Throws `BenchError` when an outlet of the unit is called otherwise on its PDU than the topology says. To be asked
 * before it is touched: it may feed something else.
 */
export async function refuseOtherLabels(bench: PowerParts, unit: UnitName): Promise<void> {
  for (const feed of feedsOf(bench, unit)) await refuseOtherLabel(feed, unit);
}

async function refuseOtherLabel({ pdu, outlet, label }: Feed, unit: UnitName): Promise<void> {
  if (label === undefined) return;
  const { label: given } = await pdu.read(outlet);
  if (given === label) return;
  const said = given === undefined ? 'the PDU gives it no name' : `the PDU calls it ${JSON.stringify(given)}`;
  throw new BenchError(
    pdu.name,
    `outlet ${outlet} is not touched: as the topology has it, it feeds ${unit} and is called ` +
      `${JSON.stringify(label)}, but ${said}`,
  );
}

async function switchFeed(bench: PowerParts, feed: Feed, wish: 'on' | 'off'): Promise<Followed> {
  const { askedMs: toldMs } = await feed.pdu.set(feed.outlet, wish);
  let watts: number | undefined;
  const reachedMs = await follow(bench, feed, `reads ${wish}`, (reading) => {
    ({ watts } = reading);
    return reading.power === wish && reading.pending !== true;
  });
  return { toldMs, reachedMs, watts };
}

/** Waits until a metered outlet is drawn from no more, and says what it draws then; meters lag behind relays. */
async function untilUndrawn(
  bench: PowerParts,
  feed: Feed,
  wattsAtFirst: number | undefined,
): Promise<number | undefined> {
  let drawn = wattsAtFirst;
  if (drawn === undefined || drawn < residualWatts) return drawn;
  await follow(bench, feed, `draws less than ${residualWatts} W`, ({ watts }) => {
    drawn = watts;
    return watts !== undefined && watts < residualWatts;
  });
  return drawn;
}

/** Reads an outlet until it shows what is waited for; while a command waits in the PDU, it shows how things were before. */
function follow(
  bench: PowerParts,
  { pdu, outlet, settleMs, pollMs }: Feed,
  shows: string,
  reached: (reading: OutletReading) => boolean,
): Promise<number> {
  const awaited = {
    what: `outlet ${outlet} of ${pdu.name} ${shows}`,
    device: pdu.name,
    everyMs: pollMs,
    atMostMs: settleMs,
  };
  const read = async (): Promise<Reading> => {
    const reading = await readFeed(bench, pdu, outlet);
    return { reached: reached(reading), answeredMs: reading.answeredMs };
  };
  return untilEffective(awaited, read, bench.clock, bench.progress);
}

const toMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000;

/** How long the feeds of one unit were in different states, as far as their PDUs tell: at least, and at most. */
function skewOf(followed: readonly Followed[]): Interval {
  const [told, reached] = [followed.map(({ toldMs }) => toldMs), followed.map(({ reachedMs }) => reachedMs)];
  return {
    loMs: toMicroseconds(Math.max(0, Math.max(...told) - Math.min(...reached))),
    hiMs: toMicroseconds(Math.max(...reached) - Math.min(...told)),
  };
}

async function readFeed(bench: PowerParts, pdu: Pdu, outlet: string): Promise<OutletReading> {
  const reading = await pdu.read(outlet);
  const { power, watts, askedMs, answeredMs, raw } = reading;
  bench.notebook.observed({
    witness: `pdu ${pdu.name}`,
    saw: { sight: 'outlet', pdu: pdu.name, outlet, power, ...(watts === undefined ? {} : { watts }) },
    askedMs,
    answeredMs,
    raw,
  });
  return reading;
}

/**
 * Whether the unit has no link of its own: it is dark, or it is silent on its console, as while it boots. Of a port that
 * leads there nothing but what it was told can be read.
 */
export async function isWithoutLinks(bench: BenchParts, unit: UnitName): Promise<boolean> {
  const seen = bench.watch.latest[unit];
  return !(await isPowered(bench, unit)) || (seen !== undefined && reportOf(seen) === undefined);
}

/** Throws `BenchError` when a feed of the mate does not read on: both units must never be dark. */
export async function refuseDarkMate(bench: PowerParts, unit: UnitName): Promise<void> {
  if (!(await isPowered(bench, mateOf(unit)))) throw darkMate(unit, 'is without a feed');
}

/** Why the power of a unit is not cut, by what its mate is or does. */
export function darkMate(unit: UnitName, mateIs: string): BenchError {
  const why = `power of ${unit} is not cut: ${mateOf(unit)} ${mateIs}, and both units must never be dark`;
  return new BenchError('bench', why);
}

/** True when every feed of the unit reads on. */
export async function isPowered(bench: PowerParts, unit: UnitName): Promise<boolean> {
  const readings = await Promise.all(
    feedsOf(bench, unit).map(({ pdu, outlet }) => readFeed(bench, pdu, outlet)),
  );
  return readings.every(({ power, pending }) => power === 'on' && pending !== true);
}
