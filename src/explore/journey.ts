import type { FaultName } from '../fault/index.ts';
import type { GroupId, UnitName } from '../pair/index.ts';

/** The names of the data interfaces, the first ones first. */
export const dataNames = ['outside', 'inside', 'dmz', 'guests'] as const;
export type DataName = (typeof dataNames)[number];

/** One data interface of a pair; its place in the list is its number. */
export interface JourneyInterface {
  readonly nameif: DataName;
  readonly monitored: boolean;
  /** Such as `GigabitEthernet1/0` of a 4GE card; on the main board, in its place, if left out. */
  readonly socket?: string;
}

/** The timers of a pair, and how long its units take to boot and for each step of a synchronization; milliseconds. */
export interface PairTimes {
  readonly unitPollMs: number;
  readonly unitHoldMs: number;
  readonly interfacePollMs: number;
  readonly interfaceHoldMs: number;
  readonly bootMs: number;
  readonly syncMs: number;
}

/** One failover group of Active/Active. */
export interface PairGroup {
  readonly prefers: UnitName;
  /** `preempt`, with its delay in seconds. */
  readonly preemptSeconds?: number;
}

/** A pair as a seed draws it: timers, interfaces, links, policy. */
export interface JourneyPair extends PairTimes {
  readonly policy: { readonly count: number } | { readonly percent: number };
  readonly interfaces: readonly JourneyInterface[];
  readonly stateLink: 'dedicated' | 'shared' | 'on-data' | 'none';
  readonly keyed: boolean;
  /** In Active/Active alone: two contexts, the first half of the interfaces in group 1, the others in group 2. */
  readonly groups?: Readonly<Record<GroupId, PairGroup>>;
}

/** The context of a data interface, by its place in the list, and the failover group of that. */
export interface PairContext {
  readonly name: 'admin' | 'two';
  readonly group: GroupId;
}

/** In which context an interface lies; absent for a pair without groups. */
export function contextOf({ groups, interfaces }: JourneyPair, at: number): PairContext | undefined {
  if (!groups) return undefined;
  return at < Math.ceil(interfaces.length / 2) ? { name: 'admin', group: 1 } : { name: 'two', group: 2 };
}

/** What a wait is measured with, so that the same journey is told of quick pairs and of slow ones. */
export type Measure = 'unit-poll' | 'unit-hold' | 'interface-hold' | 'boot';

/** A wait of so many tenths of a time of the pair. */
export interface Wait {
  readonly tenths: number;
  readonly of: Measure;
}

/** One fault that comes and goes. */
export interface Trial {
  readonly fault: FaultName;
  readonly unit: UnitName;
  /** Which data interface, for faults that strike one; counted round. */
  readonly at: number;
  /** How long after the beginning of the trial before. */
  readonly after: Wait;
  /** How long until it is healed. */
  readonly lasts: Wait;
}

/** All that one seed plays. */
export interface Journey {
  readonly pair: JourneyPair;
  /** What the simulated units are seeded with: skew, jitter, order of small things. */
  readonly luck: number;
  readonly trials: readonly Trial[];
}

/** Milliseconds of a wait, for a pair. */
export function waitMs({ tenths, of }: Wait, pair: PairTimes): number {
  const unit = {
    'unit-poll': pair.unitPollMs,
    'unit-hold': pair.unitHoldMs,
    'interface-hold': pair.interfaceHoldMs,
    boot: pair.bootMs,
  }[of];
  return (unit * tenths) / 10;
}
