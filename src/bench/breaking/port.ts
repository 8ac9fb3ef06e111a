import { BenchError } from '../../errors.ts';
import { interfaceName } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { PortReading, Switch } from '../../device/index.ts';
import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { untilEffective } from './effect.ts';
import type { Reading } from './effect.ts';
import type { Effect } from '../notebook.ts';
import type { BenchParts } from '../parts.ts';

/** Where one interface of a unit is cabled to, as the topology says. */
export interface CabledAt {
  readonly switch: string;
  readonly port: string;
  readonly interface: string;
  readonly settleMs: number;
  readonly pollMs: number;
}

/** The same, with the driver of its switch. */
export interface CabledPort extends CabledAt {
  readonly of: Switch;
}

/**
 * The switch port of a unit's interface, found by its `nameif`, or `context/nameif`; a subinterface has that of the
 * socket it is on. Throws `BenchError` when there is none.
 */
export function cabledAt(topology: Topology, unit: UnitName, nameif: string): CabledAt {
  const { pair, units, switches } = topology;
  const links = [pair.failover.link, pair.failover['state-link']].flatMap((link) => (link ? [link] : []));
  const named = placedInterfaces(topology).map(({ data, context }) => ({
    interface: data.interface,
    name: interfaceName({ context, nameif: data.nameif }),
  }));
  const linked = links.map((link) => ({ interface: link.interface, name: link.nameif }));
  const physical = [...named, ...linked].find(({ name }) => name === nameif)?.interface;
  const cable = physical === undefined ? undefined : units[unit].cables[physicalOf(physical)];
  const written = cable && switches[cable.switch];
  if (physical === undefined || !cable || !written)
    throw new BenchError('topology', `${nameif} of ${unit} is not cabled to a switch port of this bench`);
  return { ...cable, interface: physical, settleMs: written.settle, pollMs: written.poll };
}

/** The same on a bench that is open. Throws `BenchError` when there is none. */
export function portOf(bench: BenchParts, unit: UnitName, nameif: string): CabledPort {
  const cabled = cabledAt(bench.topology, unit, nameif);
  const of = bench.switches.get(cabled.switch);
  if (!of) throw new BenchError(cabled.switch, `no such switch on this bench, yet ${unit} is cabled to it`);
  return { ...cabled, of };
}

/**
 * Shuts a port or brings it up and waits until its operational status follows; of a port that leads to a dark unit
 * nothing but the administrative status can. The effect lies between the SET and the first reading that shows it:
 * agents report operational status late, so nothing later is claimed.
 */
export async function switchPort(
  bench: Pick<BenchParts, 'notebook' | 'clock' | 'progress'>,
  cabled: CabledPort,
  wish: 'up' | 'down',
  isFarEndDark = false,
): Promise<Effect> {
  const { of, port, settleMs, pollMs } = cabled;
  const setMs = bench.clock.nowMs();
  await of.setPort(port, wish);
  const awaited = {
    what: `${port} of ${of.name} reads ${wish}`,
    device: of.name,
    everyMs: pollMs,
    atMostMs: settleMs,
  };
  const hiMs = await untilEffective(
    awaited,
    () => readPort(bench, of, port, (status) => status[isFarEndDark ? 'admin' : 'oper'] === wish),
    bench.clock,
    bench.progress,
  );
  return { effectMs: { loMs: setMs, hiMs }, witness: `${port} of ${of.name}` };
}

async function readPort(
  bench: Pick<BenchParts, 'notebook'>,
  of: Switch,
  port: string,
  reached: (status: Pick<PortReading, 'admin' | 'oper'>) => boolean,
): Promise<Reading> {
  const { admin, oper, askedMs, answeredMs, raw } = await of.readPort(port);
  bench.notebook.observed({
    witness: `switch ${of.name}`,
    saw: { sight: 'port', switch: of.name, port, admin, oper },
    askedMs,
    answeredMs,
    raw,
  });
  return { reached: reached({ admin, oper }), answeredMs };
}
