/** The words of failover. This room imports nothing, and every other room may speak them. */
export * from './unit.ts';
export * from './state.ts';
export * from './interface.ts';
export * from './settings.ts';
export * from './interval.ts';
export * from './outcome.ts';
export * from './stimulus.ts';
export * from './sighting.ts';
export * from './requirement.ts';
