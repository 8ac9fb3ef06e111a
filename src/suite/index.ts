/** What a suite may say, and the mocha runner behind it. */
export { AssertionFailed, certify, NotPassed } from './certify.ts';
export type { PlayedScenario } from './certify.ts';
export { goLive, registeredScenarios } from './live.ts';
export type { LiveRun } from './live.ts';
export { loadSuites } from './run-suites.ts';
export type { LoadedSuites, SuiteListener } from './run-suites.ts';
export { expect } from './vocabulary.ts';
