import { interfaceName, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Bench } from '../bench.ts';
import { areOneNetwork, lookAtEnd, meanwhile } from './interface-end.ts';
import type { CabledInterface, InterfaceEnd } from './interface-end.ts';
import { portOf } from '../breaking/port.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';
import { whyItWaits } from './why-it-waits.ts';
import type { FramesAtEnd } from './why-it-waits.ts';
import { isLinked } from './wrong-at-rest.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** The longest poll time of an interface (ASA 5580 guide, 13-25): groups may have one that `show failover` does not tell. */
const longestPollMs = 15_000;
/** So many hellos are waited for, and so long at least: a switch may bring its counters up to date every ten seconds. */
const hellos = 6;
const shortestMs = 30_000;

/**
 * Looks for a while at interfaces that wait for the hellos of the mate, through the switch that they are cabled to: a
 * cable, a port or a VLAN may be the reason, and those are ruled out first. Tells what the pair itself does wrong, if
 * nothing else is left; nothing where the pair says that more is amiss, or where interfaces are not on switches. Throws
 * `BenchError` when a device of the bench does not answer, and rejects with the reason of `signal`.
 */
export async function waitInVain(bench: Bench, signal: AbortSignal): Promise<readonly Wrong[]> {
  const { watch, topology } = bench;
  const candidates = cabledOnBoth(bench).filter(({ called }) => waitingOn(watch.latest, called).length > 0);
  if (candidates.length === 0) return [];
  const pollMs = pollOf(topology, watch.latest);
  const spanMs = Math.max(hellos * pollMs, shortestMs);
  const before = await tellAll(bench, candidates);
  const waits = await stillWaiting(bench, candidates, spanMs, signal);
  const after = await tellAll(bench, candidates);
  return candidates.flatMap(({ called, ports }) => {
    const [first, last] = [before.get(called), after.get(called)];
    const waiting = waits.get(called) ?? [];
    if (!first || !last || waiting.length === 0 || !areOneNetwork(first) || !areOneNetwork(last)) return [];
    const end = (unit: UnitName): FramesAtEnd => meanwhile(first[unit], last[unit], waiting.includes(unit));
    return whyItWaits({
      called,
      seconds: spanMs / 1000,
      due: Math.floor(spanMs / pollMs),
      isOneSwitch: ports.primary.switch === ports.secondary.switch,
      ends: { primary: end('primary'), secondary: end('secondary') },
    });
  });
}

/** The interfaces that share their cable with no other, on both units. */
function cabledOnBoth(bench: Bench): readonly CabledInterface[] {
  const { topology } = bench;
  const placed = placedInterfaces(topology);
  const linked = [topology.pair.failover.link, topology.pair.failover['state-link']].map(
    (link) => link?.interface,
  );
  return placed.flatMap(({ data, context }) => {
    const called = interfaceName({ context, nameif: data.nameif });
    const socket = physicalOf(data.interface);
    const alone =
      placed.filter((other) => physicalOf(other.data.interface) === socket).length === 1 &&
      !linked.includes(socket);
    const isCabled = unitNames.every((unit) => topology.units[unit].cables[socket] !== undefined);
    if (!alone || !isCabled || data.interface !== socket) return [];
    const ports = {
      primary: portOf(bench, 'primary', called),
      secondary: portOf(bench, 'secondary', called),
    };
    return [{ called, nameif: data.nameif, ports, ...(context === undefined ? {} : { context }) }];
  });
}

/** The units that say that this interface of their own works and waits; none where they say that more is amiss. */
function waitingOn(seen: PairSeen, called: string): readonly UnitName[] {
  if (!isLinked(seen)) return [];
  return unitNames.filter((unit) => {
    const rows = reportOf(seen[unit])?.thisHost?.interfaces ?? [];
    const row = rows.find((each) => interfaceName(each) === called);
    return row?.health === 'normal' && row.monitoring === 'waiting' && row.address !== '0.0.0.0';
  });
}

function pollOf({ pair }: Topology, seen: PairSeen): number {
  if (pair.mode === 'active-active') return longestPollMs;
  return reportOf(seen.primary)?.settings.interfacePollMs ?? longestPollMs;
}

/** By interface, the units that say all the while that it waits. Over as soon as none does. */
async function stillWaiting(
  { watch }: Bench,
  candidates: readonly CabledInterface[],
  spanMs: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly UnitName[]>> {
  const waits = new Map(candidates.map(({ called }) => [called, waitingOn(watch.latest, called)]));
  const what = 'whether hellos are heard on the interfaces that wait';
  const isOver = (seen: PairSeen): boolean => {
    if (unitNames.some((unit) => !seen[unit])) return false;
    for (const [called, units] of waits) {
      const now = waitingOn(seen, called);
      waits.set(
        called,
        units.filter((unit) => now.includes(unit)),
      );
    }
    return [...waits.values()].every((units) => units.length === 0);
  };
  return (await watch.waitUntil(what, isOver, spanMs, signal)) ? new Map() : waits;
}

/** What both ends of each interface tell, by its name. */
async function tellAll(
  bench: Bench,
  candidates: readonly CabledInterface[],
): Promise<ReadonlyMap<string, Readonly<Record<UnitName, InterfaceEnd>>>> {
  const told = new Map<string, Readonly<Record<UnitName, InterfaceEnd>>>();
  for (const cabled of candidates)
    told.set(cabled.called, {
      primary: await lookAtEnd(bench, cabled, 'primary'),
      secondary: await lookAtEnd(bench, cabled, 'secondary'),
    });
  return told;
}
