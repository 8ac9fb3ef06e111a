import type { GroupId, UnitName } from '../../pair/index.ts';
import type { PairTimes, Wait } from '../journey.ts';
import type { WoeName } from './woe.ts';

/** How a pair is configured: as one unit, in contexts that fail over together or in two groups, or as a bridge. */
export type OrdealKind = 'active-standby' | 'contexts' | 'active-active' | 'transparent';

/** One failover group of Active/Active. */
export interface OrdealGroup {
  readonly prefers: UnitName;
  /** `preempt`, with its delay in seconds. */
  readonly preemptSeconds?: number;
}

/** A pair that starts from its flashes, with two networks in each of its contexts. */
export interface OrdealPair extends PairTimes {
  readonly kind: OrdealKind;
  readonly groups: Readonly<Record<GroupId, OrdealGroup>>;
  readonly stateLink: 'dedicated' | 'shared' | 'none';
  readonly replicateHttp: boolean;
}

/** One thing that goes wrong for a while, or is done at a console. */
export interface Trouble {
  readonly woe: WoeName;
  readonly unit: UnitName;
  /** Which of the cards of the unit, for what strikes one; counted round, and the failover link among them. */
  readonly at: number;
  /** Which group, where groups can be commanded one by one. */
  readonly group: GroupId;
  /** How long after the beginning of the one before. */
  readonly after: Wait;
  readonly lasts: Wait;
}

/** What one seed puts a pair through, with troubles that no bench can make. */
export interface Ordeal {
  readonly pair: OrdealPair;
  readonly luck: number;
  readonly troubles: readonly Trouble[];
}

/** The failover groups of a pair; what has none fails over as one. */
export function groupsOf({ kind }: OrdealPair): readonly GroupId[] {
  return kind === 'active-active' ? [1, 2] : [1];
}
