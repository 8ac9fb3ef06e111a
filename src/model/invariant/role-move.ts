import { mateOf } from '../../pair/index.ts';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { predictFor } from '../predict.ts';
import { activeOf } from '../roles.ts';

/** Whether the active role moves by a stimulus: it has to, must not, or the guides leave it open. */
export type RoleMove = 'required' | 'forbidden' | 'open';

/** What the guides say of the active role of this group when this happens. */
export function roleMove(view: GroupView, stimulus: Stimulus, settings: FailoverSettings): RoleMove {
  const active = activeOf(view);
  if (active === undefined) return 'open';
  const predicted = predictFor(view, stimulus, settings).filter(({ states }) => states.includes('active'));
  if (predicted.some(({ prediction, who }) => prediction === 'becomes' && who === mateOf(active)))
    return 'required';
  return predicted.some(({ prediction, who }) => prediction === 'stays' && who === active)
    ? 'forbidden'
    : 'open';
}
