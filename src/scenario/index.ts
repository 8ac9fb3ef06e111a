/** The order of things, as data, and the player of it. */
export { missingFor, play } from './play.ts';
export type { Played } from './play.ts';
export { refuseMistaken } from './refuse-mistaken.ts';
export type { Scenario } from './scenario.ts';
