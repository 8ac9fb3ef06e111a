/**
 * The front door: everything that a suite may import, as `import { certify, expect } from 'fover'`.
 *
 * A suite is a mocha file. `certify` makes one test of a scenario: steady state, fault, watch, heal, steady
 * state again, judged against the guides; `expect` is chai's, with the words of failover added.
 */
export { certify, expect } from './suite/index.ts';
export type { PlayedScenario } from './suite/index.ts';
export type { Scenario } from './scenario/index.ts';
export type { FaultName } from './fault/index.ts';
export type { Finding, Outage, ScenarioVerdict } from './judge/index.ts';
export type { Entry } from './timeline/index.ts';
export type { FailoverState, Interval, Outcome, UnitName } from './pair/index.ts';
