import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { failoverLinkBack } from './failover-link-back.ts';
import { failoverLinkMarkedAtStartup } from './failover-link-marked-at-startup.ts';
import { failoverLinkMarked } from './failover-link-marked.ts';
import type { LinkPrediction, LinkRule } from './link-rule.ts';
import { stateLinkShown } from './state-link-shown.ts';

/** Every published behaviour of the links; the roles of the units are for `rules`. */
export const linkRules: readonly LinkRule[] = [
  failoverLinkMarked,
  failoverLinkMarkedAtStartup,
  failoverLinkBack,
  stateLinkShown,
];

/** What both units must say of the links after the stimulus; empty where the guides say nothing. */
export const predictLinks = (
  pair: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly LinkPrediction[] =>
  linkRules.flatMap((rule) =>
    rule.predict(pair, stimulus, settings).map((prediction) => ({ ...prediction, rule: rule.name })),
  );
