/** What a suite may say, and the mocha runner behind it. */
export { frontDoor, suiteFile, suiteNames } from './bundled.ts';
export { certify, Told } from './certify.ts';
export type { PlayedScenario } from './played.ts';
export { goLive, registeredScenarios } from './live.ts';
export type { LiveRun } from './live.ts';
export { loadSuites } from './run-suites.ts';
export type { LoadedSuites, OnFailed } from './run-suites.ts';
export { expect } from './vocabulary.ts';
