import type { FailoverSettings, FailoverState, GroupId, UnitName } from '../pair/index.ts';

/** What fails over: the unit as a whole in Active/Standby failover, a failover group in Active/Active. */
export interface GroupState {
  /** Who holds which role of it; `off` for a unit that does not run. */
  readonly units: Readonly<Record<UnitName, FailoverState | 'off'>>;
  /** Names of its monitored interfaces, and which of them have lost their link on which unit. */
  readonly monitored: readonly string[];
  readonly down: Readonly<Record<UnitName, readonly string[]>>;
  /** Monitored interfaces with a link that receive nothing, while those of the mate do. */
  readonly cutOff?: Readonly<Record<UnitName, readonly string[]>>;
  /** Monitored interfaces on whose network neither unit receives anything. */
  readonly silent?: readonly string[];
  /** Its interfaces that are not monitored, where that is known; needed to tell groups apart. */
  readonly unmonitored?: readonly string[];
  /** Units on which it was active when they were lost or it failed there, and that have not come back since. */
  readonly formerlyActive?: readonly UnitName[];
  /** Active/Active: the unit that the group prefers, and the delay of its `preempt`, 0 without one. */
  readonly prefers?: UnitName;
  readonly preemptAfterMs?: number;
  /** Active/Active: what is set for this group apart (`polltime interface`, `interface-policy`). */
  readonly settings?: Partial<
    Pick<FailoverSettings, 'interfacePollMs' | 'interfaceHoldMs' | 'interfacePolicy'>
  >;
}

/** What the groups of a pair have in common. */
export interface SharedState {
  readonly failoverLink: 'up' | 'down';
  /** The serial failover cable of a PIX is the failover link: units sense the power of their mate through it. */
  readonly cable?: true;
  /** Absent without Stateful Failover. */
  readonly stateLink?: 'up' | 'down';
  /** The state link is the failover link, and fails with it. */
  readonly stateSharesLink?: true;
  /** Failover was disabled by `no failover`. */
  readonly disabled?: true;
  /** A PIX of 6.x, whose published behaviour differs where the catalogue says so. */
  readonly release?: '6.x';
  /** Interfaces on a 4GE card, which notices the loss of a link later than the main board does (Table 13-7). */
  readonly onCard?: readonly string[];
}

/**
 * The pair as far as the rules care: who holds which role, what already failed. In Active/Active failover, which
 * is told by `group2`, the fields of the group itself are those of failover group 1.
 */
export interface PairState extends GroupState, SharedState {
  readonly group2?: GroupState;
}

/** The pair as one of its groups sees it: what a rule is asked about. Without `group` it is Active/Standby. */
export interface GroupView extends GroupState, SharedState {
  readonly group?: GroupId;
}

/** The groups of the pair, one by one; in Active/Standby failover the unit is the one group there is. */
export function viewsOf(pair: PairState): readonly GroupView[] {
  const { group2, ...first } = pair;
  if (!group2) return [first];
  return [
    { ...first, group: 1 },
    { ...sharedOf(pair), ...group2, group: 2 },
  ];
}

function sharedOf(pair: PairState): SharedState {
  const { failoverLink, cable, stateLink, stateSharesLink, disabled, release, onCard } = pair;
  return {
    failoverLink,
    ...(cable && { cable }),
    ...(stateLink && { stateLink }),
    ...(stateSharesLink && { stateSharesLink }),
    ...(disabled && { disabled }),
    ...(release && { release }),
    ...(onCard && { onCard }),
  };
}

/** The timers and the policy that this group runs with. */
export const settingsOf = ({ settings: own }: GroupView, settings: FailoverSettings): FailoverSettings => ({
  ...settings,
  ...own,
});
