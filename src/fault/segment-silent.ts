import { isolationVlans, portPlace } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import { mateOf, unitNames } from '../pair/index.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { joined } from './joined.ts';
import { portTouched, requireNameif } from './port-target.ts';
import type { PortTarget } from './port-target.ts';
import { isolated } from './port-way.ts';

/**
 * The interface keeps its link and hears nothing on both units: their ports are moved to two VLANs where nobody is,
 * apart from everybody and from each other.
 */
export const segmentSilent: Fault = {
  name: 'segment-silent',
  needs: ['port'],
  counts: 'it counts once their switches read back the VLANs of both ports, with their links up',
  did: (target) => `switch ports of ${portsOf(target)} moved to two VLANs where nobody is`,
  mended: (target) => `switch ports of ${portsOf(target)} back in their VLAN`,
  stimuli: (target) => ({
    injected: [{ stimulus: 'segment-silent', nameif: requireNameif(target) }],
    healed: [{ stimulus: 'segment-heard', nameif: requireNameif(target) }],
  }),
  missing: (cabled, target) => {
    const missing = both(target).map((each) => isolated.missing(cabled, each));
    return missing.find((why) => why !== undefined) ?? apart(cabled, requireNameif(target));
  },
  touches: (cabled, target) => both(target).flatMap((each) => portTouched(cabled, each)),
  inject: async (bench, target) => together(both(target), (each) => isolated.cause(bench, each)),
  heal: (bench, target) => healed(bench, both(target)),
};

/** The struck unit first, for words and for deeds. */
const both = (target: Target): readonly PortTarget[] =>
  [target.unit, mateOf(target.unit)].map((unit) => ({ unit, nameif: requireNameif(target) }));

const portsOf = (target: Target): string =>
  `${requireNameif(target)} of ${target.unit} and of ${mateOf(target.unit)}`;

/** In one VLAN the two units would hear each other. */
function apart({ topology }: Cabled, nameif: string): string | undefined {
  const places = unitNames.map((unit) => portPlace(topology, unit, nameif));
  const [one = [], other = []] = places.map(({ device = '' }) => isolationVlans(topology, device));
  // Whoever is moved first takes the first VLAN of his switch.
  if (other.some((vlan) => vlan !== one[0]) && one.some((vlan) => vlan !== other[0])) return undefined;
  const called = places.map((place) => place.called).join(' and ');
  return `${called} would hear each other in one VLAN; give their switch a second one in isolation-vlans`;
}

async function healed(bench: Bench, targets: readonly PortTarget[]): Promise<Effect | undefined> {
  const effects: Effect[] = [];
  for (const each of targets) {
    const effect = await isolated.heal(bench, each);
    if (effect) effects.push(effect);
  }
  return effects.length === 0 ? undefined : joined(effects);
}

async function together(
  targets: readonly PortTarget[],
  cause: (target: PortTarget) => Promise<Effect>,
): Promise<Effect> {
  const effects: Effect[] = [];
  for (const each of targets) effects.push(await cause(each));
  return joined(effects);
}
