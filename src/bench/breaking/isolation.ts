/** A port that keeps its link and hears nobody: it is in a VLAN of its own. */
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Bench } from '../bench.ts';
import { untilEffective } from './effect.ts';
import type { Effect } from '../notebook.ts';
import { portOf } from './port.ts';
import type { CabledPort } from './port.ts';
import { isWithoutLinks } from './power.ts';

/** The VLANs of the switch in which a port hears nobody, in the order in which they are taken. */
export const isolationVlans = (topology: Topology, device: string): readonly number[] =>
  topology.switches[device]?.['isolation-vlans'] ?? [];

const keyOf = (unit: UnitName, nameif: string): string => `vlan:${unit}:${nameif}`;

/**
 * Moves the port of a unit's interface into an isolation VLAN of its switch that no other port was moved to: two in one
 * VLAN would hear each other. It is put back into the VLAN that is read first. Throws `BenchError` when the topology
 * gives the switch none, or none that is free, when the port is in one already, and when it was acknowledged but never
 * came.
 */
export async function isolatePort(bench: Bench, unit: UnitName, nameif: string): Promise<Effect> {
  const cabled = portOf(bench, unit, nameif);
  const { of, port } = cabled;
  const key = keyOf(unit, nameif);
  const apart = freeVlan(bench, key, of.name);
  const { vlan } = await of.readVlan(port);
  if (isolationVlans(bench.topology, of.name).includes(vlan) && !bench.breakage.has(key))
    throw new BenchError(
      of.name,
      `${port} is in the isolation VLAN ${vlan} already, and nobody knows where it belongs; put it back by hand`,
    );
  bench.isolated.set(key, apart);
  return bench.breakage.cause(
    key,
    {
      restores: `${port} of ${of.name} in VLAN ${vlan}`,
      of: { kind: 'vlan', unit, switch: of.name, port, prior: vlan, apart },
    },
    () => moveTo(bench, unit, cabled, vlan),
    () => moveTo(bench, unit, cabled, apart),
  );
}

/** The VLAN that the port is in already, or the first that no port of any switch is in: switches may be joined. */
function freeVlan({ topology, breakage, isolated }: Bench, key: string, device: string): number {
  const open = new Map([...isolated].filter(([each]) => breakage.has(each)));
  const taken = new Set(open.values());
  const vlans = isolationVlans(topology, device);
  const free = open.get(key) ?? vlans.find((vlan) => !taken.has(vlan));
  if (free !== undefined) return free;
  const why = `the topology gives this switch ${vlans.length === 0 ? 'no isolation-vlans' : `isolation-vlans ${vlans.join(', ')}, and ports that hear nobody are in all of them; give it one more`}`;
  throw new BenchError(device, why);
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
