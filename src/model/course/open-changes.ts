import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { factsAfter } from '../facts-after.ts';
import { becomesFailed, noTimeGiven } from '../foretell.ts';
import { settingsOf, viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { mayBeOverPolicy } from '../policy.ts';
import { rolesOf } from '../roles.ts';
import type { Becomes, Predicted } from '../rule.ts';

/**
 * What may follow from the stimulus in this state without anybody promising it: a standby unit takes itself for failed,
 * because nobody tells it how the tests of its mate went.
 */
export function openChanges(
  world: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly (Predicted & Becomes)[] {
  return viewsOf(world).flatMap((view) => {
    const roles = rolesOf(view);
    if (!roles || !mayBeOverPolicy(factsAfter(view, stimulus), roles.standby, settingsOf(view, settings)))
      return [];
    const ground = { because: 'nobody tells it how the tests of its mate went', requirements: [] };
    const group = view.group === undefined ? {} : { group: view.group };
    return [{ ...becomesFailed(roles.standby, noTimeGiven, ground), ...group, rule: 'open' }];
  });
}
