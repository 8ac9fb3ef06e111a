import { cablesOf, calledAt, commandBoundMs, outletPlaces } from '../bench/index.ts';
import { mateOf, unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Topology } from '../topology/index.ts';
import { feedText } from './step.ts';
import type { AuditStep, OutletStep, PortStep } from './step.ts';

/** How long something takes, in milliseconds: at least, where every device does at once as asked, and at most. */
export interface Takes {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** What an audit does, in order, how long that takes, and what it leaves alone, and why. */
export interface AuditPlan {
  readonly steps: readonly (AuditStep & Takes)[];
  readonly untouched: readonly { readonly called: string; readonly why: string }[];
  readonly takes: Takes;
}

/** Milliseconds in which both consoles have answered, or are known not to. */
export const bothAnswerBoundMs = 30_000;

/**
 * Plans an audit that begins with the unit that stands by now: its ports, its feeds one by one, all of its feeds; then
 * the roles are changed, and the same for its mate. So nothing is pulsed but what is declared to be of a standby unit
 * with an active mate. What is protected is left alone, and so is an outlet that is declared for both units. Touches
 * nothing.
 */
export function planAudit(topology: Topology, standby: UnitName): AuditPlan {
  const order = [standby, mateOf(standby)];
  const steps = order.flatMap((unit): readonly AuditStep[] => [
    { kind: 'roles', unit },
    ...portSteps(topology, unit),
    ...outletSteps(topology, unit),
  ]);
  const timed = steps.map((step) => ({ ...step, ...takes(topology, step) }));
  const [leastMs, mostMs] = (['leastMs', 'mostMs'] as const).map((key) =>
    timed.reduce((total, step) => total + step[key], 0),
  );
  return {
    steps: timed,
    untouched: untouchedIn(topology),
    takes: { leastMs: leastMs ?? 0, mostMs: mostMs ?? 0 },
  };
}

function portSteps(topology: Topology, unit: UnitName): readonly PortStep[] {
  return cablesOf(topology, unit)
    .filter(({ switch: of, port }) => !isKept(topology.switches[of]?.protected, port))
    .map((cable) => ({ kind: 'port', ...cable }));
}

function outletSteps(topology: Topology, unit: UnitName): readonly OutletStep[] {
  const all = topology.units[unit].power.map(({ pdu, outlet }) => ({ pdu, outlet }));
  const free = all.filter((feed) => whyOutletIsKept(topology, unit, feed) === undefined);
  const alone = all.length > 1 ? free.map((feed) => ({ feeds: [feed], darkens: false })) : [];
  const together = free.length === all.length ? [{ feeds: all, darkens: true }] : [];
  return [...alone, ...together].map((step) => ({ kind: 'outlet', unit, ...step }));
}

function whyOutletIsKept(
  { pdus, units }: Topology,
  unit: UnitName,
  { pdu, outlet }: { readonly pdu: string; readonly outlet: string },
): string | undefined {
  if (isKept(pdus[pdu]?.protected, outlet)) return 'it is protected';
  const mate = mateOf(unit);
  const isShared = units[mate].power.some((feed) => feed.pdu === pdu && feed.outlet === outlet);
  return isShared ? `it feeds ${mate} as well` : undefined;
}

function isKept(kept: readonly string[] | undefined, name: string): boolean {
  return kept?.includes(name) ?? false;
}

function untouchedIn(topology: Topology): AuditPlan['untouched'] {
  const { pair, switches, pdus } = topology;
  const used = [
    ...pair.interfaces,
    ...pair.contexts.flatMap(({ interfaces }) => interfaces),
    ...[pair.failover.link, pair.failover['state-link']].flatMap((link) =>
      link?.interface === undefined ? [] : [{ interface: link.interface }],
    ),
  ].map((one) => one.interface.replace(/\.\d+$/, ''));
  return [
    ...Object.entries(switches).flatMap(([name, { protected: kept }]) =>
      kept.map((port) => ({ called: `${port} of ${name}`, why: 'it is protected' })),
    ),
    ...Object.entries(pdus).flatMap(([pdu, { protected: kept }]) =>
      kept.map((outlet) => ({ called: feedText({ pdu, outlet }), why: 'it is protected' })),
    ),
    ...unitNames.flatMap((unit) => [
      ...[...new Set(used)]
        .filter((socket) => !Object.hasOwn(topology.units[unit].cables, socket))
        .map((socket) => ({
          called: calledAt(topology, unit, socket),
          why: 'the topology has no switch port for it',
        })),
      ...topology.units[unit].power.flatMap((feed) => {
        const why = whyOutletIsKept(topology, unit, feed);
        return why === undefined || why === 'it is protected' ? [] : [{ called: feedText(feed), why }];
      }),
    ]),
  ];
}

/** After each pulse the pair has to be as it was before: the longest part, for a unit that boots. */
function takes(topology: Topology, step: AuditStep): Takes {
  const { pair, switches } = topology;
  if (step.kind === 'roles') return { leastMs: 0, mostMs: commandBoundMs + pair.steady };
  if (step.kind === 'port') {
    const settleMs = switches[step.switch]?.settle ?? 0;
    return {
      leastMs: pair.failover['interface-poll'],
      mostMs: 4 * settleMs + 4 * commandBoundMs + pair.steady,
    };
  }
  const places = outletPlaces(topology, step.unit);
  const dwellMs = Math.max(...places.map(({ restMs }) => restMs));
  const settleMs = Math.max(...places.map((place) => place.settleMs));
  const back = step.darkens ? pair.failover['unit-hold'] : 0;
  return { leastMs: dwellMs + back, mostMs: 2 * settleMs + dwellMs + bothAnswerBoundMs + pair.steady };
}
