import { UnreadLineError } from '../../errors.ts';
import type {
  FailoverSettings,
  FailoverSighting,
  GroupReport,
  HostReport,
  LinkState,
} from '../../pair/index.ts';
import type { FailoverFacts } from './facts.ts';
import type { HostFacts } from './host.ts';

/**
 * `show failover` of a whole unit, in Active/Standby or Active/Active, in the words of failover. Throws
 * `UnreadLineError` for the form of a context, for hosts that do not have the same groups, and where the firmware
 * does not print the timers (PIX 6): a sighting without them would have to invent them.
 */
export function toFailoverSighting(facts: FailoverFacts): FailoverSighting {
  const { on, thisHost, otherHost, stateful, monitoredClaimed, lastFailoverAt } = facts;
  if (monitoredClaimed === undefined) return refuse('the line `Monitored Interfaces n of m maximum`', facts);
  return {
    sight: 'failover',
    on,
    ...(thisHost ? { thisHost: reportOf(thisHost, facts) } : roleKept(facts)),
    ...(otherHost && { otherHost: reportOf(otherHost, facts) }),
    failoverLink: failoverLinkOf(facts),
    ...(facts.failoverLink === 'cable' && { overCable: true }),
    ...(stateful?.link && { stateLink: stateful.link.state }),
    ...(isShared(facts) && { stateSharesLink: true }),
    settings: settingsOf(facts),
    monitoredInterfaces: monitoredClaimed,
    ...(lastFailoverAt !== undefined && { lastFailoverAt }),
  };
}

/**
 * The role that a unit keeps with failover turned off: `Failover Off (pseudo-Standby)` where it stood by, plainly
 * `Failover Off` where it was active. A unit without a failover link was never one of a pair.
 */
function roleKept({
  on,
  unit,
  pseudoStandby,
  failoverLink,
}: FailoverFacts): Pick<FailoverSighting, 'thisHost'> {
  const isPaired = failoverLink === 'cable' || failoverLink?.nameif !== undefined;
  if (on || unit === undefined || !isPaired) return {};
  return { thisHost: { unit, state: pseudoStandby ? 'standby-ready' : 'active', interfaces: [] } };
}

function reportOf(host: HostFacts, facts: FailoverFacts): HostReport {
  const { unit, interfaces } = host;
  if (unit === undefined) return refuse('`Primary` or `Secondary`', facts);
  const groups = groupsOf(host, facts);
  // The first group speaks for the unit where only one state is asked for.
  const { state, activeSeconds } = groups?.[0] ?? host;
  if (state === undefined) return refuse('a state', facts);
  return {
    unit,
    state,
    ...(activeSeconds !== undefined && { activeSeconds }),
    ...(groups && { groups }),
    interfaces,
  };
}

/** The groups of a host in Active/Active, group 1 first; both hosts have the same ones. */
function groupsOf(host: HostFacts, facts: FailoverFacts): readonly GroupReport[] | undefined {
  const { thisHost, otherHost } = facts;
  const [ours, theirs] = [thisHost, otherHost].map((each) => numbersOf(each));
  if (ours !== theirs) return refuse(`the same groups on both hosts, not ${ours} and ${theirs}`, facts);
  if (host.groups.length === 0) return undefined;
  if (ours !== '1' && ours !== '1, 2') return refuse(`group 1, or groups 1 and 2, not ${ours}`, facts);
  return host.groups
    .toSorted((a, b) => a.group - b.group)
    .map((each) => {
      const at = each.group === 1 ? facts.group1LastFailoverAt : facts.group2LastFailoverAt;
      // When a group failed over last is printed once, above the hosts: it is what this unit says of itself.
      return { ...each, ...(host === thisHost && at !== undefined && { lastFailoverAt: at }) };
    });
}

/** `1, 2`; `none` in Active/Standby. */
function numbersOf(host: HostFacts | undefined): string {
  const numbers = host?.groups.map(({ group }) => group).toSorted() ?? [];
  return numbers.join(', ') || 'none';
}

/** The serial cable is the failover link of a PIX; it carries hellos only when both ends are in and powered. */
function failoverLinkOf(facts: FailoverFacts): LinkState {
  const { failoverLink, cable } = facts;
  if (failoverLink === undefined) return refuse('the line `Failover LAN Interface: …`', facts);
  if (failoverLink !== 'cable') return failoverLink.state;
  if (cable === undefined || cable === 'unknown') return 'unknown';
  return cable === 'normal' ? 'up' : 'down';
}

/** Both links are told by the name of their interface; a serial cable carries no state. */
function isShared({ failoverLink, stateful }: FailoverFacts): boolean {
  if (failoverLink === undefined || failoverLink === 'cable') return false;
  return failoverLink.nameif !== undefined && failoverLink.nameif === stateful?.link?.nameif;
}

function settingsOf(facts: FailoverFacts): FailoverSettings {
  const { unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs, interfacePolicy } = facts;
  if (unitPollMs === undefined || unitHoldMs === undefined || interfacePollMs === undefined) {
    return refuse('poll and hold times', facts);
  }
  if (interfacePolicy === undefined) return refuse('the line `Interface Policy …`', facts);
  const hold = interfaceHoldMs !== undefined && { interfaceHoldMs };
  return { unitPollMs, unitHoldMs, interfacePollMs, ...hold, interfacePolicy };
}

function refuse(expected: string, facts: FailoverFacts): never {
  const form = facts.thisHost === undefined ? 'an output without hosts' : formOf(facts.thisHost);
  throw new UnreadLineError('show failover', 1, form, `expected ${expected} of a whole unit`);
}

function formOf({ unit, groups }: HostFacts): string {
  if (groups.length > 0) return 'the Active/Active form';
  return unit === undefined ? 'the form of a context' : 'the Active/Standby form';
}
