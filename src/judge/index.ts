/** The two compared: what happened and what should have; pass, fail or inconclusive, from the timeline alone. */
export { calibrationOf } from './calibration.ts';
export type { Calibration } from './calibration.ts';
export type { EntryPlace } from './cite.ts';
export { cite, citedIn } from './cite.ts';
export { coursesIn } from './courses-in.ts';
export { exercisedBy } from './exercised-by.ts';
export { judge } from './judge.ts';
export type { RunEnds } from './judge.ts';
export { judgeScenario } from './judge-scenario.ts';
export { keepsLimit, longestOf } from './outage-limit.ts';
export { syntheticDay } from './synthetic-day.ts';
export { versionNumbers } from './waiver.ts';
export type { FirmwareRange, Waiver, WaiverTold } from './waiver.ts';
export type {
  Cancelled,
  Citation,
  Finding,
  Judged,
  Outage,
  ScenarioVerdict,
  Verdict,
  Waived,
} from './verdict.ts';
