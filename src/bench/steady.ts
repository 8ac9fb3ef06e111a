import { mateOf, unitNames } from '../pair/index.ts';
import type { FailoverSighting, UnitName } from '../pair/index.ts';
import { reportOf } from './seen.ts';
import type { PairSeen } from './seen.ts';

/** The unit that says it is active, if exactly one does. */
export function activeUnit(seen: PairSeen): UnitName | undefined {
  const active = unitNames.filter((unit) => reportOf(seen[unit])?.thisHost?.state === 'active');
  return active.length === 1 ? active[0] : undefined;
}

/**
 * What is still missing for a steady state, one reason a line; empty when it is proven on both units: failover on,
 * one active and one standby ready, each agreeing with what the other says, every monitored interface normal and
 * past `Waiting`, the failover link up. Monitoring restarts from scratch after a failover (document 77809,
 * «Failover Monitoring»), so a fault injected before that would not be noticed as the guides say.
 */
export function missingForSteady(seen: PairSeen): readonly string[] {
  const reports = unitNames.map((unit) => ({ unit, report: reportOf(seen[unit]) }));
  const missing = reports.flatMap(({ unit, report }) =>
    report ? missingOf(unit, report) : [`${unit} has not answered`],
  );
  if (missing.length > 0) return missing;
  const [first, second] = reports.map(({ report }) => report);
  if (first?.thisHost?.state === second?.thisHost?.state)
    missing.push(`both units are ${first?.thisHost?.state ?? 'off'}`);
  if (
    first?.thisHost?.state !== second?.otherHost?.state ||
    second?.thisHost?.state !== first?.otherHost?.state
  )
    missing.push('the units do not agree about each other');
  return missing;
}

function missingOf(unit: UnitName, report: FailoverSighting): string[] {
  if (!report.on || !report.thisHost || !report.otherHost) return [`failover is off on ${unit}`];
  const missing: string[] = [];
  if (report.thisHost.unit !== unit)
    missing.push(`the ${unit} console leads to the ${report.thisHost.unit} unit`);
  const { state } = report.thisHost;
  if (state !== 'active' && state !== 'standby-ready') missing.push(`${unit} is ${state}`);
  if (report.failoverLink !== 'up') missing.push(`${unit} says the failover link is ${report.failoverLink}`);
  for (const host of [report.thisHost, report.otherHost]) {
    const bad = host.interfaces.filter(
      ({ health, monitoring }) =>
        monitoring !== 'not-monitored' && (health !== 'normal' || monitoring === 'waiting'),
    );
    for (const { nameif, health, monitoring } of bad)
      missing.push(
        `${unit} says ${nameif} of ${host.unit === unit ? 'this host' : mateOf(unit)} is ${health} (${monitoring})`,
      );
  }
  return missing;
}
