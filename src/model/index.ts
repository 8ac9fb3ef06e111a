/** What should have happened: the published behaviour as arithmetic on the words of failover. */
export type { Becomes, Predicted, Stays } from './rule.ts';
export type { GroupState, GroupView, PairState } from './pair-state.ts';
export { viewsOf } from './pair-state.ts';
export { requirements } from './requirements.ts';
export { families } from './requirement/families.ts';
export { activeStandby } from './requirement/active-standby.ts';
export { operation } from './requirement/operation.ts';
export { verification } from './requirement/verification.ts';
export { predict } from './predict.ts';
export { rules } from './rules.ts';
export { stateAfter } from './state-after.ts';
