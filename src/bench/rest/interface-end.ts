import { askPacketsReceived } from '../../device/index.ts';
import type { PortCounters, PortSettings } from '../../device/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { framesOf } from './frames-of.ts';
import { commandBoundMs } from '../asking/place.ts';
import type { CabledPort } from '../breaking/port.ts';
import type { FramesAtEnd } from './why-it-waits.ts';

/** An interface that has a switch port of its own on both units. */
export interface CabledInterface {
  readonly called: string;
  readonly nameif: string;
  readonly context?: string;
  readonly ports: Readonly<Record<UnitName, CabledPort>>;
}

/** What a switch and its unit tell of one end of an interface. */
export interface InterfaceEnd {
  readonly settings: PortSettings;
  readonly counters: PortCounters;
  /** Packets that came in at the unit, as it says itself. */
  readonly heard?: number;
}

/** Looks at one end. Throws `BenchError` when a device of the bench does not answer, and `NoAnswer` for the unit. */
export async function lookAtEnd(
  bench: Bench,
  { nameif, context, ports }: CabledInterface,
  unit: UnitName,
): Promise<InterfaceEnd> {
  const { of, port } = ports[unit];
  const { session } = bench.consoles[unit];
  const settings = await of.portSettings(port);
  const counters = await of.portCounters(port);
  const { admin, oper } = settings;
  for (const { askedMs, answeredMs, raw } of [settings, counters])
    bench.notebook.observed({
      witness: `switch ${of.name}`,
      saw: { sight: 'port', switch: of.name, port, admin, oper },
      askedMs,
      answeredMs,
      raw,
    });
  const inContext = context === undefined ? {} : { context };
  const heard = await askPacketsReceived(session, nameif, { boundMs: commandBoundMs, ...inContext });
  return { settings, counters, ...(heard === undefined ? {} : { heard }) };
}

/** Both ports are up and forward, in one VLAN and with nothing else on the cable, as far as the switch says. */
export function areOneNetwork({ primary, secondary }: Readonly<Record<UnitName, InterfaceEnd>>): boolean {
  const [one, other] = [primary.settings, secondary.settings];
  return one.vlan !== undefined && one.vlan === other.vlan && [one, other].every(isPlainAndForwards);
}

function isPlainAndForwards({
  admin,
  oper,
  spanningTree,
  trunk = 'off',
  channel = 'off',
}: PortSettings): boolean {
  const forwards = spanningTree === 'forwarding' || spanningTree === 'disabled';
  return (
    admin === 'up' && oper === 'up' && forwards && trunk !== 'on' && ['off', 'negotiated'].includes(channel)
  );
}

/** What went through an end between two looks at it. */
export function meanwhile(first: InterfaceEnd, last: InterfaceEnd, waits: boolean): FramesAtEnd {
  const received = lessOf(framesOf(first.counters.received), framesOf(last.counters.received));
  const sent = lessOf(framesOf(first.counters.sent), framesOf(last.counters.sent));
  const heard = lessOf(first.heard, last.heard);
  return {
    waits,
    ...(received === undefined ? {} : { received }),
    ...(sent === undefined ? {} : { sent }),
    ...(heard === undefined ? {} : { heard }),
  };
}

/** Nothing where a counter began anew in between. */
function lessOf(first: number | undefined, last: number | undefined): number | undefined {
  return first === undefined || last === undefined || last < first ? undefined : last - first;
}
