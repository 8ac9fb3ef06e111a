import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import type { PortReading, Switch } from '../device/index.ts';
import { untilEffective } from './effect.ts';
import type { Reading } from './effect.ts';
import type { Effect } from './notebook.ts';
import type { BenchParts } from './parts.ts';

/** A switch port that one interface of a unit is cabled to. */
export interface CabledPort {
  readonly of: Switch;
  readonly port: string;
  readonly interface: string;
  readonly settleMs: number;
  readonly pollMs: number;
}

/** The switch port of a unit's interface, found by its `nameif`. Throws `BenchError` when there is none. */
export function portOf(bench: BenchParts, unit: UnitName, nameif: string): CabledPort {
  const { pair, units, switches } = bench.topology;
  const links = [pair.failover.link, pair.failover['state-link']].flatMap((link) => (link ? [link] : []));
  const physical = [...pair.interfaces, ...links].find((candidate) => candidate.nameif === nameif)?.interface;
  const cable = physical === undefined ? undefined : units[unit].cables[physical];
  const of = cable && bench.switches.get(cable.switch);
  const written = cable && switches[cable.switch];
  if (physical === undefined || !cable || !of || !written)
    throw new BenchError('topology', `${nameif} of ${unit} is not cabled to a switch port of this bench`);
  return { of, port: cable.port, interface: physical, settleMs: written.settle, pollMs: written.poll };
}

/**
 * Shuts a port or brings it up and waits until its operational status follows; of a port that leads to a dark unit
 * nothing but the administrative status can. The effect lies between the SET and the first reading that shows it:
 * agents report operational status late, so nothing later is claimed.
 */
export async function switchPort(
  bench: BenchParts,
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
  bench: BenchParts,
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
