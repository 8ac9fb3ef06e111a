import { groupsOn, mateOf, stateOn, unitNames } from '../../pair/index.ts';
import type { FailoverSighting, FailoverState, GroupId, HostReport, UnitName } from '../../pair/index.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';

/** The unit that says it is active, in Active/Active for this group, if exactly one does. */
export function activeUnit(seen: PairSeen, group: GroupId = 1): UnitName | undefined {
  const active = unitNames.filter((unit) => {
    const own = reportOf(seen[unit])?.thisHost;
    return own !== undefined && stateOn(own, group) === 'active';
  });
  return active.length === 1 ? active[0] : undefined;
}

/**
 * What is still missing for a steady state, one reason a line; empty when it is proven on both units: failover on,
 * one active and one standby ready, in Active/Active for each group, each agreeing with what the other says, every
 * monitored interface normal and past `Waiting`, the failover link up. Monitoring restarts from scratch after a
 * failover (document 77809, «Failover Monitoring»), so a fault injected before that would not be noticed as the
 * guides say.
 */
export function missingForSteady(seen: PairSeen): readonly string[] {
  const reports = unitNames.map((unit) => ({ unit, report: reportOf(seen[unit]) }));
  const missing = reports.flatMap(({ unit, report }) =>
    report ? missingOf(unit, report) : [`${unit} has not answered`],
  );
  if (missing.length > 0) return missing;
  const [first, second] = reports.map(({ report }) => report);
  if (!first?.thisHost || !second?.thisHost) return [];
  return disagreementsOf(first, second).map(({ message }) => message);
}

/** In one sentence, what two units say that does not go together; `bothAre` where they say the same of themselves. */
export interface Disagreement {
  readonly message: string;
  readonly bothAre?: FailoverState;
}

/** What two units say that cannot both be so, or that is not one active and one standby. */
export function disagreementsOf(first: FailoverSighting, second: FailoverSighting): readonly Disagreement[] {
  const groups = new Set([first, second].flatMap(({ thisHost }) => (thisHost ? groupsOn(thisHost) : [])));
  const [own, mates] = [statesOf(first.thisHost), statesOf(second.thisHost)];
  return [...groups].flatMap((group) => {
    const [mine, mate] = [own(group), mates(group)];
    const of = calledIn(first.thisHost, group);
    if (mine === undefined || mate === undefined) return [{ message: `one unit has no group ${group}` }];
    const asTold = statesOf(second.otherHost)(group) === mine && statesOf(first.otherHost)(group) === mate;
    return [
      ...(mine === mate ? [{ message: `both units are ${mine}${of}`, bothAre: mine }] : []),
      ...(asTold ? [] : [{ message: `the units do not agree about each other${of}` }]),
    ];
  });
}

const statesOf =
  (host: HostReport | undefined) =>
  (group: GroupId): FailoverState | undefined =>
    host && stateOn(host, group);

/** ` for group 2`; nothing in Active/Standby, where there is nothing else to mean. */
const calledIn = (host: HostReport | undefined, group: GroupId): string =>
  host?.groups ? ` for group ${group}` : '';

function missingOf(unit: UnitName, report: FailoverSighting): string[] {
  const { on, thisHost, otherHost, failoverLink } = report;
  if (!on || !thisHost || !otherHost) return [`failover is off on ${unit}`];
  const missing: string[] = [];
  if (thisHost.unit !== unit) missing.push(`the ${unit} console leads to the ${thisHost.unit} unit`);
  for (const group of groupsOn(thisHost)) {
    const state = stateOn(thisHost, group);
    if (state !== 'active' && state !== 'standby-ready')
      missing.push(`${unit} is ${state}${calledIn(thisHost, group)}`);
  }
  if (failoverLink !== 'up') missing.push(`${unit} says the failover link is ${failoverLink}`);
  return [...missing, ...[thisHost, otherHost].flatMap((host) => ailingOf(unit, host))];
}

/** The interfaces of a host that are not as they should be, as this unit says. */
function ailingOf(unit: UnitName, host: HostReport): readonly string[] {
  const whose = host.unit === unit ? 'this host' : mateOf(unit);
  return host.interfaces
    .filter(({ monitoring }) => monitoring !== 'not-monitored')
    .filter(({ health, monitoring }) => health !== 'normal' || monitoring === 'waiting')
    .map(({ context, nameif, health, monitoring }) => {
      const called = context === undefined ? nameif : `${nameif} of context ${context}`;
      return `${unit} says ${called} of ${whose} is ${health} (${monitoring})`;
    });
}
