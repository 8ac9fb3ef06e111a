import type { Stimulus, StimulusName } from '../../pair/index.ts';

/** What of the pair a stimulus sets, so that a later one of the same kind takes its place. */
const sets: Readonly<Record<StimulusName, string>> = {
  'unit-silent': 'power',
  'unit-booting': 'power',
  'both-units-booting': 'power',
  'interface-down': 'link',
  'interface-up': 'link',
  'interface-cut-off': 'traffic',
  'interface-reconnected': 'traffic',
  'segment-silent': 'segment',
  'segment-heard': 'segment',
  'failover-link-down': 'failover link',
  'failover-link-up': 'failover link',
  'state-link-down': 'state link',
  'state-link-up': 'state link',
  'told-standby': 'role',
  'told-active': 'role',
  'told-reset': 'reset',
  'told-write-standby': 'writing',
  'told-off': 'failover',
  'told-on': 'failover',
};

/**
 * Whether the later stimulus undoes the earlier one, or orders the contrary: power back on a unit that was lost, an
 * interface healed, another command about the same roles. What was predicted of the earlier one is void then.
 */
export function supersedes(later: Stimulus, earlier: Stimulus): boolean {
  if (sets[later.stimulus] !== sets[earlier.stimulus] || later.stimulus === earlier.stimulus) {
    return sets[later.stimulus] === 'role' && isOtherCommand(later, earlier);
  }
  if (sets[later.stimulus] === 'role') return overlapInGroup(later, earlier);
  return (
    agree('unit' in later && later.unit, 'unit' in earlier && earlier.unit) &&
    agree('nameif' in later && later.nameif, 'nameif' in earlier && earlier.nameif)
  );
}

/** The same command on the other unit is the contrary one. */
const isOtherCommand = (later: Stimulus, earlier: Stimulus): boolean =>
  later.stimulus === earlier.stimulus &&
  'unit' in later &&
  'unit' in earlier &&
  later.unit !== earlier.unit &&
  overlapInGroup(later, earlier);

const overlapInGroup = (a: Stimulus, b: Stimulus): boolean =>
  agree('group' in a && a.group, 'group' in b && b.group);

/** True if both name the same, or one of them names all. */
const agree = (a: string | number | false | undefined, b: string | number | false | undefined): boolean =>
  a === b || a === false || b === false || a === undefined || b === undefined;
