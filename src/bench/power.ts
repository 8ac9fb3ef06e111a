import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import type { Pdu } from '../device/index.ts';
import { untilEffective } from './effect.ts';
import type { Reading } from './effect.ts';
import type { Effect } from './notebook.ts';
import type { BenchParts } from './parts.ts';
import { reportOf } from './seen.ts';

interface Feed {
  readonly pdu: Pdu;
  readonly outlet: string;
  readonly settleMs: number;
  readonly pollMs: number;
}

/** Every feed of a unit, in the order of the topology. */
function feedsOf(bench: BenchParts, unit: UnitName): readonly Feed[] {
  return bench.topology.units[unit].power.map(({ pdu: name, outlet }) => {
    const pdu = bench.pdus.get(name);
    const written = bench.topology.pdus[name];
    if (!pdu || !written) throw new BenchError(name, `no such PDU on this bench, yet ${unit} is fed from it`);
    return { pdu, outlet, settleMs: written.settle, pollMs: written.poll };
  });
}

/**
 * Switches every feed of a unit as one and waits until the PDUs read back the wished state. Dark means that the
 * last feed is off; powered means that the first one is on. The effect lies between the first SET and that
 * reading: a PDU's readback may lag behind its relay, so nothing later is claimed for its beginning.
 */
export async function switchPower(bench: BenchParts, unit: UnitName, wish: 'on' | 'off'): Promise<Effect> {
  const feeds = feedsOf(bench, unit);
  const firstSetMs = bench.clock.nowMs();
  for (const { pdu, outlet } of feeds) await pdu.set(outlet, wish);
  const reached = await Promise.all(feeds.map((feed) => followFeed(bench, feed, wish)));
  return {
    effectMs: { loMs: firstSetMs, hiMs: wish === 'off' ? Math.max(...reached) : Math.min(...reached) },
    witness: feeds.map(({ pdu, outlet }) => `outlet ${outlet} of ${pdu.name}`).join(', '),
  };
}

function followFeed(
  bench: BenchParts,
  { pdu, outlet, settleMs, pollMs }: Feed,
  wish: 'on' | 'off',
): Promise<number> {
  const awaited = {
    what: `outlet ${outlet} of ${pdu.name} reads ${wish}`,
    device: pdu.name,
    everyMs: pollMs,
    atMostMs: settleMs,
  };
  return untilEffective(awaited, () => readFeed(bench, pdu, outlet, wish), bench.clock, bench.progress);
}

async function readFeed(bench: BenchParts, pdu: Pdu, outlet: string, wish: 'on' | 'off'): Promise<Reading> {
  const { power, pending, askedMs, answeredMs, raw } = await pdu.read(outlet);
  bench.notebook.observed({
    witness: `pdu ${pdu.name}`,
    saw: { sight: 'outlet', pdu: pdu.name, outlet, power },
    askedMs,
    answeredMs,
    raw,
  });
  // While a command waits in the PDU, its outlet shows how things were before it.
  return { reached: power === wish && pending !== true, answeredMs };
}

/**
 * Whether the unit has no link of its own: it is dark, or it is silent on its console, as while it boots. Of a port that
 * leads there nothing but what it was told can be read.
 */
export async function isWithoutLinks(bench: BenchParts, unit: UnitName): Promise<boolean> {
  const seen = bench.watch.latest[unit];
  return !(await isPowered(bench, unit)) || (seen !== undefined && reportOf(seen) === undefined);
}

/** True when every feed of the unit reads on. */
export async function isPowered(bench: BenchParts, unit: UnitName): Promise<boolean> {
  const readings = await Promise.all(
    feedsOf(bench, unit).map(({ pdu, outlet }) => readFeed(bench, pdu, outlet, 'on')),
  );
  return readings.every(({ reached }) => reached);
}
