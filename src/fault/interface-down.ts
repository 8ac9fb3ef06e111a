import type { Fault, Target } from './fault.ts';
import { portMissing, portTouched, requireNameif } from './port-target.ts';
import type { PortTarget } from './port-target.ts';

/** The switch port of one data interface of the unit is shut: the interface loses its link. */
export const interfaceDown: Fault = {
  name: 'interface-down',
  needs: ['port'],
  did: (target) => `switch port of ${requireNameif(target)} of ${target.unit} shut`,
  mended: (target) => `switch port of ${requireNameif(target)} of ${target.unit} up`,
  stimuli: (target) => ({
    injected: [{ stimulus: 'interface-down', unit: target.unit, nameif: requireNameif(target) }],
    healed: [{ stimulus: 'interface-up', unit: target.unit, nameif: requireNameif(target) }],
  }),
  missing: (cabled, target) => portMissing(cabled, named(target)),
  touches: (cabled, target) => portTouched(cabled, named(target)),
  inject: (bench, target) => bench.shutPort(target.unit, requireNameif(target)),
  heal: (bench, target) => bench.enablePort(target.unit, requireNameif(target)),
};

const named = (target: Target): PortTarget => ({ ...target, nameif: requireNameif(target) });
