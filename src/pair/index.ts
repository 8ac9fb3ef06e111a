/** The words of failover. This room imports nothing, and every other room may speak them. */
export * from './unit.ts';
export * from './state.ts';
export { groupsOn, stateOn } from './group-state.ts';
export { interfaceName } from './interface-name.ts';
export type * from './interface.ts';
export type * from './settings.ts';
export * from './interval.ts';
export * from './outcome.ts';
export * from './control.ts';
export type * from './stimulus.ts';
export type * from './sighting.ts';
export type * from './question.ts';
export { meets } from './meets.ts';
export type { Earlier } from './meets.ts';
export type * from './requirement.ts';
