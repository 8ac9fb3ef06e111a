import type { Requirement, UnitName } from '../pair/index.ts';
import type { GroupView } from './pair-state.ts';

/** Where a behaviour is written down: for the units of Active/Standby failover, for the groups of Active/Active. */
export interface Sources {
  readonly unit: readonly Requirement[];
  readonly group: readonly Requirement[];
}

/** What speaks of this group. */
export const sourcesFor = ({ group }: GroupView, sources: Sources): readonly Requirement[] =>
  group === undefined ? sources.unit : sources.group;

/** All of them, each once. */
export const allOf = (...sources: readonly Sources[]): readonly Requirement[] => [
  ...new Set(sources.flatMap(({ unit, group }) => [...unit, ...group])),
];

/** How the unit, or the group on it, is called in a sentence. */
export const called = ({ group }: GroupView, unit: UnitName): string =>
  group === undefined ? unit : `failover group ${group} on ${unit}`;
