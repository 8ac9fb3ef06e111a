import type { FailoverSettings, Requirement } from '../../pair/index.ts';
import { limits } from '../requirement/limit.ts';

/** A hold time that has to be at least so many times its poll time. */
export interface Ratio {
  readonly name: string;
  /** The command, with `#` where poll and hold time stand, in this order, in seconds. */
  readonly command: string;
  readonly leastPolls: number;
  readonly in: 'global' | 'failover-group';
  readonly requirement: Requirement;
}

/** Every ratio of the guides. */
export const ratios: readonly Ratio[] = [
  {
    name: 'unit hold time of three polls',
    command: 'failover polltime unit # holdtime #',
    leastPolls: 3,
    in: 'global',
    requirement: limits.unitRatio,
  },
  {
    name: 'interface hold time of five polls',
    command: 'failover polltime interface # holdtime #',
    leastPolls: 5,
    in: 'global',
    requirement: limits.interfaceRatio,
  },
  {
    name: 'interface hold time of a failover group of five polls',
    command: 'polltime interface # holdtime #',
    leastPolls: 5,
    in: 'failover-group',
    requirement: limits.interfaceRatio,
  },
];

/** What is set when nothing was; `undefined` where the guides contradict each other or themselves. */
export const defaults: readonly {
  readonly name: string;
  readonly value: number | undefined;
  readonly requirement: Requirement;
}[] = [
  { name: 'interface policy', value: 1, requirement: limits.policyDefault },
  { name: 'interface poll time in seconds', value: undefined, requirement: limits.interfacePollDefault },
];

/**
 * What is wrong with timers that a unit says it runs with, as the requirements that forbid them: a pair that shows
 * them accepted what it must refuse.
 */
export function forbiddenBy(settings: FailoverSettings): readonly Requirement[] {
  const { unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs, interfacePolicy } = settings;
  const isCount = 'count' in interfacePolicy;
  const checks: readonly (readonly [boolean, Requirement])[] = [
    [isWithin(unitPollMs, 200, 15_000), limits.unitPoll],
    [isWithin(unitHoldMs, 800, 45_000), limits.unitHold],
    [unitHoldMs >= 3 * unitPollMs, limits.unitRatio],
    [isWithin(interfacePollMs, 500, 15_000), limits.interfacePoll],
    [interfaceHoldMs === undefined || isWithin(interfaceHoldMs, 5000, 75_000), limits.interfaceHold],
    [interfaceHoldMs === undefined || interfaceHoldMs >= 5 * interfacePollMs, limits.interfaceRatio],
    [!isCount || interfacePolicy.count >= 1, limits.policyCount],
    [isCount || isWithin(interfacePolicy.percent, 1, 100), limits.policyPercent],
  ];
  return checks.flatMap(([isLegal, requirement]) => (isLegal ? [] : [requirement]));
}

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;
