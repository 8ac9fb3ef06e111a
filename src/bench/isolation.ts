/** A port that keeps its link and hears nobody: it is in a VLAN of its own. */
import { BenchError } from '../errors.ts';
import type { UnitName } from '../pair/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Bench } from './bench.ts';
import { untilEffective } from './effect.ts';
import type { Effect } from './notebook.ts';
import { portOf } from './port.ts';
import type { CabledPort } from './port.ts';
import { isWithoutLinks } from './power.ts';

/** In which VLAN of the switch the port of this unit hears nobody; nothing if there is none. */
export function isolationVlan(topology: Topology, unit: UnitName, device: string): number | undefined {
  const [first, second] = topology.switches[device]?.['isolation-vlans'] ?? [];
  return unit === 'primary' ? first : (second ?? first);
}

const keyOf = (unit: UnitName, nameif: string): string => `vlan:${unit}:${nameif}`;

/**
 * Moves the port of a unit's interface into the isolation VLAN of its switch; it is put back into the VLAN that is
 * read first. Throws `BenchError` when the switch has none in the topology, when the port is in there already, and
 * when it was acknowledged but never came.
 */
export async function isolatePort(bench: Bench, unit: UnitName, nameif: string): Promise<Effect> {
  const cabled = portOf(bench, unit, nameif);
  const { of, port } = cabled;
  const apart = isolationVlan(bench.topology, unit, of.name);
  if (apart === undefined) throw new BenchError(of.name, 'the topology gives this switch no isolation-vlans');
  const { vlan } = await of.readVlan(port);
  const key = keyOf(unit, nameif);
  if (vlan === apart && !bench.breakage.has(key))
    throw new BenchError(
      of.name,
      `${port} is in the isolation VLAN ${vlan} already, and nobody knows where it belongs; put it back by hand`,
    );
  return bench.breakage.cause(
    key,
    `${port} of ${of.name} in VLAN ${vlan}`,
    () => moveTo(bench, unit, cabled, vlan),
    () => moveTo(bench, unit, cabled, apart),
  );
}

/** Puts the port back into the VLAN that it was taken from. Safe twice, and safe if it was never moved. */
export function rejoinPort(bench: Bench, unit: UnitName, nameif: string): Promise<Effect | undefined> {
  return bench.breakage.restore(keyOf(unit, nameif));
}

/** In effect once the switch reads back the VLAN, and the link as up; that of a dark unit cannot be. */
async function moveTo(bench: Bench, unit: UnitName, cabled: CabledPort, vlan: number): Promise<Effect> {
  const { of, port, settleMs: atMostMs, pollMs: everyMs } = cabled;
  const isDark = await isWithoutLinks(bench, unit);
  const setMs = bench.clock.nowMs();
  await of.setVlan(port, vlan);
  const what = `${port} of ${of.name} reads VLAN ${vlan}${isDark ? '' : ', with its link up'}`;
  const hiMs = await untilEffective(
    { what, device: of.name, everyMs, atMostMs },
    async () => {
      const { raw, askedMs, answeredMs, admin, oper, vlan: read } = await of.readVlan(port);
      const saw = { sight: 'port', switch: of.name, port, admin, oper, vlan: read } as const;
      bench.notebook.observed({ witness: `switch ${of.name}`, saw, askedMs, answeredMs, raw });
      return { reached: read === vlan && (isDark || oper === 'up'), answeredMs };
    },
    bench.clock,
    bench.progress,
  );
  return { effectMs: { loMs: setMs, hiMs }, witness: `VLAN of ${port} of ${of.name}` };
}
