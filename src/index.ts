/**
 * The front door: everything that a suite may import, as `import { certify, expect } from 'fover'`.
 *
 * A suite is a mocha file. `certify` makes one test of a scenario: steady state, fault, watch, heal, steady
 * state again, judged against the guides; `expect` is chai's, with the words of failover added. A scenario may also
 * type and ask: `shows`, `hides`, `compares`, `takes`, `refuses` and `seesAt` are short ways to say what.
 */
export { certify, expect } from './suite/index.ts';
export type { PlayedScenario } from './suite/index.ts';
export type { Act, Ask, Enter, Look, Mend, Offer, Scenario, Strike } from './scenario/index.ts';
export { compares, hides, refuses, seesAt, shows, takes } from './scenario/index.ts';
export type { FaultName } from './fault/index.ts';
export type { Finding, Outage, ScenarioVerdict } from './judge/index.ts';
export type { Entry } from './timeline/index.ts';
export type { FailoverState, GroupId, Interval, Outcome, UnitName } from './pair/index.ts';

/** Tables of the model that a suite may loop over: what the guides say, row by row, each with its requirement. */
export {
  boundaries,
  cablings,
  commandRows,
  consoleTexts,
  defaults,
  execCommands,
  mustBeEqual,
  ranges,
  ratios,
  refusals,
  shownCommands,
  shownConditions,
  shownIn,
  shownLines,
  stateInformation,
  systemMessages,
} from './model/index.ts';
export type { Boundary, ExecCommand, Refusal, ShowSetup, ShownBy, ShownLine } from './model/index.ts';
