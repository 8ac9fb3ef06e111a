/** The order of things, as data, and the player of it. */
export type { Act, Ask, Enter, Look, Offer, Where } from './act.ts';
export { actsOf } from './act.ts';
export { compares, hides, refuses, seesAt, shows, takes } from './act-words.ts';
export { beginOf } from './begin.ts';
export type { Begin } from './begin.ts';
export { foreseenCourse, foretoldStimuli, missingFor, touchedBy, unfitFor } from './foreseen.ts';
export type { Foreseen } from './foreseen.ts';
export { largestOutageMs, refuseUnseenLimit } from './largest-outage.ts';
export { play } from './play.ts';
export type { Played } from './play.ts';
export { procedureOf } from './procedure.ts';
export type { Step } from './procedure.ts';
export { refuseMistaken } from './refuse-mistaken.ts';
export type { Requisite } from '../bench/index.ts';
export type { Mend, Scenario, Strike, WatchFor } from './scenario.ts';
export { strikesOf } from './strikes.ts';
export { timesOf } from './times.ts';
export type { Bounds } from './times.ts';
