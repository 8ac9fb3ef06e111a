/** The order of things, as data, and the player of it. */
export { foretoldStimuli, missingFor, touchedBy } from './foreseen.ts';
export { play } from './play.ts';
export type { Played } from './play.ts';
export { procedureOf } from './procedure.ts';
export type { Step } from './procedure.ts';
export { refuseMistaken } from './refuse-mistaken.ts';
export type { Scenario } from './scenario.ts';
export { timesOf } from './times.ts';
export type { Bounds } from './times.ts';
