import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { factsAfter } from '../facts-after.ts';
import { becomesFailed, noTimeGiven } from '../foretell.ts';
import { settingsOf, viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { mayBeOverPolicy } from '../policy.ts';
import { rolesOf } from '../roles.ts';
import type { Becomes, Predicted } from '../rule.ts';

/**
 * What may follow from the stimulus in this state without anybody promising it: a standby unit that is over the policy,
 * or may be, takes itself for failed although the failover link is down.
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
    const ground = { because: 'the failover link is down, and it may be over the policy', requirements: [] };
    const group = view.group === undefined ? {} : { group: view.group };
    return [{ ...becomesFailed(roles.standby, noTimeGiven, ground), ...group, rule: 'open' }];
  });
}
