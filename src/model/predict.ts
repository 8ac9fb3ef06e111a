import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import type { PairState, Predicted } from './rule.ts';
import { rules } from './rules.ts';

/**
 * All that must follow from the stimulus in this state, each prediction with the name of its rule; times are in
 * milliseconds after the stimulus took effect. Empty where the guides say nothing.
 */
export function predict(
  pair: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly Predicted[] {
  return rules.flatMap((rule) =>
    rule
      .predict(pair, stimulus, settings)
      .map((prediction): Predicted => ({ ...prediction, rule: rule.name })),
  );
}
