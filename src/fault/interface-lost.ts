import type { Stimulus } from '../pair/index.ts';
import type { Fault, Target } from './fault.ts';
import { portTouched, requireNameif } from './port-target.ts';
import type { PortTarget } from './port-target.ts';
import type { PortWay } from './port-way.ts';

type InterfaceStimulus = Extract<Stimulus, { readonly unit: unknown; readonly nameif: string }>['stimulus'];

/** The switch port of one data interface of the unit is broken in some way, and what the pair notices of that. */
export function interfaceLost(
  name: string,
  way: PortWay,
  noticed: { readonly injected: InterfaceStimulus; readonly healed: InterfaceStimulus },
): Fault {
  return {
    name,
    needs: ['port'],
    ...(way.counts === undefined ? {} : { counts: way.counts }),
    did: (target) => words(target, way.did),
    mended: (target) => words(target, way.mended),
    stimuli: (target) => ({
      injected: [{ stimulus: noticed.injected, unit: target.unit, nameif: requireNameif(target) }],
      healed: [{ stimulus: noticed.healed, unit: target.unit, nameif: requireNameif(target) }],
    }),
    missing: (cabled, target) => way.missing(cabled, named(target)),
    touches: (cabled, target) => portTouched(cabled, named(target)),
    inject: (bench, target) => way.cause(bench, named(target)),
    heal: (bench, target) => way.heal(bench, named(target)),
  };
}

const named = (target: Target): PortTarget => ({ ...target, nameif: requireNameif(target) });

const words = (target: Target, done: string): string =>
  `switch port of ${requireNameif(target)} of ${target.unit} ${done}`;
