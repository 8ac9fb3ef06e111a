import { isStandby, mateOf, unitNames } from '../../pair/index.ts';
import type { Requirement, UnitName } from '../../pair/index.ts';
import type { GroupView } from '../pair-state.ts';
import { activeActive } from '../requirement/active-active.ts';
import { activeStandby } from '../requirement/active-standby.ts';
import { addresses } from '../requirement/address.ts';
import { activeOf, isActiveIn } from '../roles.ts';
import type { MacHistory } from './mac-history.ts';
import { virtualMac } from './virtual-mac.ts';
import type { MacSetting } from './interface-addresses.ts';

/** What decides who answers for an address, in whichever case. */
export const ownersSay: readonly Requirement[] = [
  addresses.pairingKept,
  addresses.standbyAddresses,
  addresses.groupTakesOver,
  addresses.groupStandby,
  addresses.ofPrimary,
  addresses.ofSecondary,
  addresses.primaryReturns,
  addresses.burnedIn,
  addresses.virtual,
  addresses.virtualStays,
  addresses.order,
  addresses.groupOrder,
  addresses.groupVirtual,
  addresses.groupDefault,
  addresses.exchanged,
  addresses.linkStays,
  addresses.stateLinkStays,
];

/** Who answers for an IP address of an interface, and with which MAC address. */
export interface Answer {
  readonly unit: UnitName;
  /** Absent where the guides do not say which. */
  readonly mac?: string;
}

/** Who answers for both addresses of an interface at a moment. */
export interface Owners {
  /** One, two where both units are active, none where no unit is. */
  readonly active: readonly Answer[];
  readonly standby: readonly Answer[];
  readonly requirements: readonly string[];
}

/**
 * Who answers for the active and for the standby address of an interface of this group, when the pair has settled. The
 * links do not belong here: their addresses stay with the units (`linkOwners`). A unit that is failed has the standby
 * addresses, which it may not answer for, so that nobody is named.
 */
export function addressOwners(group: GroupView, setting: MacSetting, history: MacHistory): Owners {
  const virtual = virtualMac(setting, group.group);
  const macs = virtual ?? burnedInMacs(group, setting, history);
  const holders = unitNames.filter((unit) => isActiveIn(group, unit));
  const active = activeOf(group);
  const mate = active && mateOf(active);
  const state = mate && group.units[mate];
  const isReady = state !== undefined && state !== 'off' && isStandby(state);
  return {
    active: holders.map((unit) => answer(unit, virtual || active ? macs.active : setting.burnedIn[unit])),
    standby: mate && isReady ? [answer(mate, macs.standby)] : [],
    requirements: [...macs.requirements, ...rolesSay(group, holders.length)].map(({ id }) => id),
  };
}

const answer = (unit: UnitName, mac: string | undefined): Answer =>
  mac === undefined ? { unit } : { unit, mac };

interface Macs {
  readonly active?: string;
  readonly standby?: string;
  readonly requirements: readonly Requirement[];
}

/** The burned-in addresses of the primary go with the active address, unless the secondary never learnt them. */
function burnedInMacs(group: GroupView, { burnedIn }: MacSetting, history: MacHistory): Macs {
  if (group.group !== undefined) return { requirements: [addresses.groupVirtual] };
  const { primary, secondary } = burnedIn;
  if (activeOf(group) === 'secondary' && !history.secondaryKnowsPrimary)
    return { active: secondary, requirements: [addresses.burnedIn, addresses.ofSecondary] };
  return {
    active: primary,
    standby: secondary,
    requirements: [addresses.burnedIn, addresses.ofPrimary, addresses.primaryReturns],
  };
}

/** What says who holds the addresses; with two active units the exception of a link that is down at startup does. */
function rolesSay({ group }: GroupView, active: number): readonly Requirement[] {
  if (active > 1) return [group === undefined ? activeStandby.linkDownAtStart : activeActive.linkDownAtStart];
  return group === undefined
    ? [addresses.pairingKept, addresses.standbyAddresses]
    : [addresses.groupTakesOver, addresses.groupStandby];
}

/**
 * Who answers on the failover link, or on a state link that is no data interface: the active address stays with the
 * primary and the standby address with the secondary, each with its burned-in MAC address, whoever is active.
 */
export function linkOwners(
  link: 'failover' | 'state',
  { units }: Pick<GroupView, 'units'>,
  burnedIn: MacSetting['burnedIn'],
): Owners {
  const own = (unit: UnitName): readonly Answer[] =>
    units[unit] === 'off' ? [] : [{ unit, mac: burnedIn[unit] }];
  const stays = link === 'failover' ? addresses.linkStays : addresses.stateLinkStays;
  return {
    active: own('primary'),
    standby: own('secondary'),
    requirements: [stays.id, addresses.notOnLinks.id],
  };
}
