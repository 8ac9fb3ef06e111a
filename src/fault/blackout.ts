import { reportOf } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import { pause } from '../clock.ts';
import { interfaceName, mateOf } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { joined } from './joined.ts';
import { portMissing, portTouched } from './port-target.ts';
import type { PortTarget } from './port-target.ts';

/**
 * Every flow of traffic is cut off, whichever unit is active: of each the port of one interface is shut on both units,
 * and stays so for at least this long, in milliseconds. Both units keep their power and the links between them.
 */
function dark(name: string, heldMs: number): Fault {
  return {
    name,
    needs: ['port'],
    did: ({ unit }) => `ports of every flow, of ${mateOf(unit)} and of ${unit}, shut for ${heldMs / 1000} s`,
    mended: ({ unit }) => `ports of every flow, of ${unit} and of ${mateOf(unit)}, up`,
    stimuli: () => ({ injected: [], healed: [] }),
    missing: (cabled, target) =>
      cabled.topology.flows.length === 0
        ? 'no flow of traffic goes through the pair'
        : portsOf(cabled, target)
            .map((port) => portMissing(cabled, port))
            .find((why) => why !== undefined),
    touches: (cabled, target) =>
      portsOf(cabled, target)
        .flatMap((port) => portTouched(cabled, port))
        .map((place) => ({ ...place, restMs: heldMs })),
    inject: async (bench, target) => {
      const effect = await shutAll(bench, target);
      await pause(bench.clock, heldMs);
      return effect;
    },
    heal: async (bench, target) => {
      const effects: Effect[] = [];
      for (const { unit, nameif } of portsOf(bench, target))
        effects.push(await bench.enablePort(unit, nameif));
      return joined(effects);
    },
  };
}

/** Long enough that what comes through by chance would be seen. */
export const blackout = dark('blackout', 3000);

/** Short, as outages are that are to be measured. */
export const outage = dark('outage', 1000);

/** One interface on the way of each flow, on the struck unit first. */
function portsOf({ topology }: Cabled, { unit }: Target): readonly PortTarget[] {
  const cut = new Set<string>();
  for (const { from, to } of topology.flows) if (!cut.has(from) && !cut.has(to)) cut.add(from);
  const names = [...cut].map((nameif) => interfaceName({ context: contextOf(topology, nameif), nameif }));
  return [unit, mateOf(unit)].flatMap((each) => names.map((nameif) => ({ unit: each, nameif })));
}

/** A flow names an interface that no two contexts have. */
const contextOf = ({ pair }: Cabled['topology'], wanted: string): string | undefined =>
  pair.contexts.find(({ interfaces }) => interfaces.some(({ nameif }) => nameif === wanted))?.name;

/**
 * The standby unit is cut off first, and the active one when it knows of that: it has nobody to hand over to, and roles
 * stay as they are. Where each unit carries traffic there is no such order.
 */
async function shutAll(bench: Bench, target: Target): Promise<Effect> {
  const effects: Effect[] = [];
  const ports = portsOf(bench, target);
  const shut = async (unit: UnitName): Promise<void> => {
    for (const port of ports) if (port.unit === unit) effects.push(await bench.shutPort(unit, port.nameif));
  };
  await shut(mateOf(target.unit));
  if (bench.topology.pair.mode === 'active-standby') {
    await untilMateFailed(bench, target);
    effects.length = 0;
  }
  await shut(target.unit);
  return joined(effects);
}

/** A mate whose interface is not monitored never fails; then there is nothing to wait for, and the time runs out. */
async function untilMateFailed({ watch }: Bench, { unit }: Target): Promise<void> {
  const settings = reportOf(watch.latest[unit])?.settings;
  const boundMs = settings?.interfaceHoldMs ?? 5 * (settings?.interfacePollMs ?? 0);
  await watch.waitUntil(
    `${unit} says that ${mateOf(unit)} failed`,
    (seen) => reportOf(seen[unit])?.otherHost?.state === 'failed',
    boundMs,
  );
}
