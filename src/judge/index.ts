/** The two compared: what happened and what should have; pass, fail or inconclusive, from the timeline alone. */
export { judge } from './judge.ts';
export type { RunEnds } from './judge.ts';
export { judgeScenario } from './judge-scenario.ts';
export type { Finding, Outage, ScenarioVerdict, Verdict } from './verdict.ts';
