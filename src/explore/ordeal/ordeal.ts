import type { GroupId, UnitName } from '../../pair/index.ts';
import type { PairTimes, Wait } from '../journey.ts';
import type { WoeName } from './woe.ts';

/** How a pair is configured: as one unit, in contexts that fail over together or in two groups, or as a bridge. */
export type OrdealKind = 'active-standby' | 'contexts' | 'active-active' | 'transparent';

/** What the units are: two ASA, or two PIX that speak over the LAN, or over the serial failover cable. */
export type OrdealMake = 'asa' | 'pix' | 'pix-cable';

/** One failover group of Active/Active; a pair without groups has the interface policy of the first. */
export interface OrdealGroup {
  readonly prefers: UnitName;
  /** `preempt`, with its delay in seconds. */
  readonly preemptSeconds?: number;
  /** How many monitored interfaces have to fail. */
  readonly policy: { readonly count: number } | { readonly percent: number };
}

/** A pair that starts from its flashes, with two networks in each of its contexts. */
export interface OrdealPair extends PairTimes {
  readonly make: OrdealMake;
  readonly kind: OrdealKind;
  /** Numbers of the data cards whose interfaces are not monitored. */
  readonly unmonitored: readonly number[];
  /** A service module in either unit; those of a PIX have no slot for one. */
  readonly hasModules: boolean;
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
