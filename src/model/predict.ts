import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import { concerns } from './concern.ts';
import { settingsOf, viewsOf } from './pair-state.ts';
import type { GroupView, PairState } from './pair-state.ts';
import type { Predicted } from './rule.ts';
import { rules } from './rules.ts';

/**
 * All that must follow from the stimulus in this state, each prediction with the name of its rule; times are in
 * milliseconds after the stimulus took effect. Empty where the guides say nothing. In Active/Active failover each
 * rule is asked of each group by itself, so that it cannot speak of the other one.
 */
export function predict(
  pair: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly Predicted[] {
  return viewsOf(pair).flatMap((view) => predictFor(view, stimulus, settings));
}

/** What must follow for this group alone. */
export function predictFor(
  view: GroupView,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly Predicted[] {
  const isBystander = !concerns(view, stimulus);
  return rules
    .filter(
      ({ ofBystanders = false, whileOff = false }) =>
        ofBystanders === isBystander && whileOff === (view.disabled ?? false),
    )
    .flatMap((rule) =>
      rule.predict(view, stimulus, settingsOf(view, settings)).map((prediction): Predicted => ({
        ...prediction,
        rule: rule.name,
        ...(view.group === undefined ? {} : { group: view.group }),
      })),
    );
}
