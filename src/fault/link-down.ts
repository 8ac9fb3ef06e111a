import { UsageError } from '../errors.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { portMissing, portTouched } from './port-target.ts';
import type { PortTarget } from './port-target.ts';

/** A link between the units: what it is called, where the topology has it, and what to say of a pair without a port for it. */
interface UnitLink {
  readonly which: 'failover' | 'state';
  readonly nameif: (cabled: Cabled) => string | undefined;
  readonly none: string;
  /** Why it has no port of its own, if it has none. */
  readonly shared?: (cabled: Cabled) => string | undefined;
}

/** The switch port of a link between the units is shut on one of them, while both run. */
export function linkDown({ which, nameif, none, shared }: UnitLink): Fault {
  const targetOn = (cabled: Cabled, { unit }: Target): PortTarget => {
    const name = nameif(cabled);
    if (name === undefined) throw new UsageError(none);
    return { unit, nameif: name };
  };
  return {
    name: `${which}-link-down`,
    needs: ['port'],
    did: ({ unit }) => `switch port of the ${which} link of ${unit} shut`,
    mended: ({ unit }) => `switch port of the ${which} link of ${unit} up`,
    stimuli: () => ({
      injected: [{ stimulus: `${which}-link-down` }],
      healed: [{ stimulus: `${which}-link-up` }],
    }),
    missing: (cabled, target) => {
      if (nameif(cabled) === undefined) return none;
      return shared?.(cabled) ?? portMissing(cabled, targetOn(cabled, target));
    },
    touches: (cabled, target) => portTouched(cabled, targetOn(cabled, target)),
    inject: (bench, target) => bench.shutPort(target.unit, targetOn(bench, target).nameif),
    heal: (bench, target) => bench.enablePort(target.unit, targetOn(bench, target).nameif),
  };
}
