import { UsageError } from '../errors.ts';
import type { Cabled, Fault, Target } from './fault.ts';
import { portTouched } from './port-target.ts';
import type { PortTarget } from './port-target.ts';
import type { PortWay } from './port-way.ts';

/** A link between the units: what it is called, where the topology has it, and what to say of a pair without a port for it. */
export interface UnitLink {
  readonly which: 'failover' | 'state';
  readonly nameif: (cabled: Cabled) => string | undefined;
  readonly none: string;
  /** Why it has no port of its own, if it has none. */
  readonly shared?: (cabled: Cabled) => string | undefined;
}

/** The switch port of a link between the units is broken on one of them, while both run: it carries nothing. */
export function linkDown(name: string, { which, nameif, none, shared }: UnitLink, way: PortWay): Fault {
  const targetOn = (cabled: Cabled, { unit }: Target): PortTarget => {
    const found = nameif(cabled);
    if (found === undefined) throw new UsageError(none);
    return { unit, nameif: found };
  };
  return {
    name,
    needs: ['port'],
    ...(way.counts === undefined ? {} : { counts: way.counts }),
    did: ({ unit }) => `switch port of the ${which} link of ${unit} ${way.did}`,
    mended: ({ unit }) => `switch port of the ${which} link of ${unit} ${way.mended}`,
    stimuli: () => ({
      injected: [{ stimulus: `${which}-link-down` }],
      healed: [{ stimulus: `${which}-link-up` }],
    }),
    missing: (cabled, target) => {
      if (nameif(cabled) === undefined) return none;
      return shared?.(cabled) ?? way.missing(cabled, targetOn(cabled, target));
    },
    touches: (cabled, target) => portTouched(cabled, targetOn(cabled, target)),
    inject: (bench, target) => way.cause(bench, targetOn(bench, target)),
    heal: (bench, target) => way.heal(bench, targetOn(bench, target)),
  };
}
