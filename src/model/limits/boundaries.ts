import type { Requirement } from '../../pair/index.ts';
import { ranges } from './ranges.ts';
import type { Range } from './ranges.ts';
import { ratios } from './ratios.ts';
import type { Ratio } from './ratios.ts';

/** A command at a limit, and what the appliance must do with it. The guides give no text for a refusal. */
export interface Boundary {
  readonly limit: string;
  readonly command: string;
  readonly in: Range['in'];
  /** A command that is refused brings an error and leaves the configuration as it was. */
  readonly expected: 'accepted' | 'refused' | 'open';
  readonly requirement: Requirement;
}

function ofRange(range: Range): readonly Boundary[] {
  const { name, command, least, most, openUpTo = most, in: where, requirement, unit } = range;
  const at = (value: number, expected: Boundary['expected']): Boundary => ({
    limit: name,
    command: command.replace('#', unit === 'characters' ? key(value) : String(value)),
    in: where,
    expected,
    requirement,
  });
  const accepted = [...new Set([least, most])].map((value) => at(value, 'accepted'));
  const open = openUpTo > most ? [at(most + 1, 'open')] : [];
  return [
    at(least - 1, 'refused'),
    ...accepted,
    ...open,
    at(openUpTo + 1, isSaidInMilliseconds(range) ? 'open' : 'refused'),
  ];
}

/** 1000 milliseconds are a second, which is legal: that it is refused in this unit is implied, not said. */
const isSaidInMilliseconds = ({ unit, openUpTo, most }: Range): boolean =>
  unit === 'milliseconds' && (openUpTo ?? most) === 999;

/** A key of so many characters, hexadecimal ones, so that either form may have it. */
const key = (length: number): string => '0123456789abcdef'.repeat(Math.ceil(length / 16)).slice(0, length);

/** With a poll time of two seconds, for which every hold time around the limit is within its range. */
function ofRatio({ name, command, leastPolls, in: where, requirement }: Ratio): readonly Boundary[] {
  const pollS = 2;
  const at = (holdS: number, expected: Boundary['expected']): Boundary => ({
    limit: name,
    command: command.replace('#', String(pollS)).replace('#', String(holdS)),
    in: where,
    expected,
    requirement,
  });
  const leastS = leastPolls * pollS;
  return [at(leastS - 1, 'refused'), at(leastS, 'accepted')];
}

/** Every limit from both sides: the last value that is accepted, and the first that is refused. */
export const boundaries: readonly Boundary[] = [...ranges.flatMap(ofRange), ...ratios.flatMap(ofRatio)];
