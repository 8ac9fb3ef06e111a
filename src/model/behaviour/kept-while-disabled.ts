import { isActive, isStandby, unitNames } from '../../pair/index.ts';
import type { Stimulus, UnitName } from '../../pair/index.ts';
import { staysActive, staysStandby } from '../foretell.ts';
import { operation } from '../requirement/operation.ts';
import type { Rule } from '../rule.ts';
import { allOf, called, sourcesFor } from '../sources.ts';
import { quietAfterHelloLossMs, quietAfterInterfaceLossMs } from '../window.ts';

const sources = { unit: [operation.disabledKeepsStates], group: [operation.disabledGroups] };

/** While failover is disabled nothing but a command or a restart moves a role: who is lost is not replaced. */
export const keptWhileDisabled: Rule = {
  name: 'states kept while failover is disabled',
  requirements: allOf(sources),
  whileOff: true,
  predict(pair, stimulus, settings) {
    if (stimulus.stimulus.startsWith('told-')) return [];
    const forMs = Math.max(quietAfterHelloLossMs(settings), quietAfterInterfaceLossMs(settings));
    return unitNames
      .filter((unit) => isUntouched(stimulus, unit))
      .flatMap((unit) => {
        const state = pair.units[unit];
        if (state === 'off') return [];
        const ground = {
          because: `failover is disabled: ${called(pair, unit)} keeps its state until it is restarted`,
          requirements: sourcesFor(pair, sources),
        };
        if (isActive(state)) return [staysActive(unit, forMs, ground)];
        return isStandby(state) ? [staysStandby(unit, forMs, ground)] : [];
      });
  },
};

/** Not the one that is lost or restarted by this. */
function isUntouched(stimulus: Stimulus, unit: UnitName): boolean {
  if (stimulus.stimulus === 'both-units-booting') return false;
  const isStruck = stimulus.stimulus === 'unit-silent' || stimulus.stimulus === 'unit-booting';
  return !isStruck || stimulus.unit !== unit;
}
