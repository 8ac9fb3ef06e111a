import { unitNames } from '../pair/index.ts';
import type { FailoverSettings, HostReport, InterfaceReport, UnitName } from '../pair/index.ts';
import type { PairState } from '../model/index.ts';
import type { Phase } from '../timeline/index.ts';
import type { LastReports } from './gathered.ts';
import type { Report } from './word.ts';

/** A steady state that both units proved, and the timers that both run with. */
export interface Steady {
  readonly pair: PairState;
  readonly settings: FailoverSettings;
  /** When the first of the two answers that prove it was asked for. */
  readonly sinceMs: number;
  readonly evidence: readonly number[];
}

/** The proof, or what is missing from it, one reason each. */
export type Proof =
  | { readonly steady: Steady; readonly missing?: never }
  | { readonly steady?: never; readonly missing: readonly string[] };

/**
 * Whether the last word of both units in this phase proves a steady state: failover on, one active and the other
 * standby ready, each agreeing with what the other says, the failover link up, and every monitored interface
 * normal, as many rows as the box claims. Document 77809, «Failover Monitoring»: while rows are `Waiting`,
 * interfaces are not watched yet.
 */
export function proofOf(last: LastReports | undefined, phase: Phase): Proof {
  if (!last) return { missing: [`there was no phase ${phase}`] };
  const [primary, secondary] = unitNames.map((unit) => last.get(unit));
  if (!primary || !secondary) {
    const silent = [...(primary ? [] : ['primary']), ...(secondary ? [] : ['secondary'])];
    return { missing: silent.map((unit) => `${unit} did not say how it is in phase ${phase}`) };
  }
  const missing = [...missingOf(primary), ...missingOf(secondary), ...disagreements(primary, secondary)];
  return missing.length > 0 ? { missing } : { steady: steadyBy(primary, secondary) };
}

function steadyBy(primary: Report, secondary: Report): Steady {
  const pair: PairState = {
    units: { primary: stateOf(primary), secondary: stateOf(secondary) },
    failoverLink: 'up',
    monitored: monitoredRows(primary.saw.thisHost).map(nameOf),
    down: { primary: [], secondary: [] },
    ...(primary.saw.overCable && secondary.saw.overCable ? { cable: true } : {}),
    ...(primary.saw.stateLink === 'up' && secondary.saw.stateLink === 'up' ? { stateLink: 'up' } : {}),
  };
  return {
    pair,
    settings: primary.saw.settings,
    sinceMs: Math.min(primary.askedMs, secondary.askedMs),
    evidence: [primary.seq, secondary.seq],
  };
}

const stateOf = ({ saw }: Report): PairState['units'][UnitName] => saw.thisHost?.state ?? 'off';
const nameOf = ({ context, nameif }: InterfaceReport): string =>
  context === undefined ? nameif : `${context}/${nameif}`;

/** Rows whose health counts; `unstated` is a monitored row of a firmware that prints no suffix. */
const monitoredRows = (host: HostReport | undefined): readonly InterfaceReport[] =>
  (host?.interfaces ?? []).filter(
    ({ monitoring }) => monitoring !== 'not-monitored' && monitoring !== 'shutdown',
  );

function missingOf({ unit, saw }: Report): readonly string[] {
  const { thisHost, otherHost } = saw;
  if (!saw.on || !thisHost || !otherHost) return [`${unit} says that failover is off`];
  const missing: string[] = [];
  if (thisHost.state !== 'active' && thisHost.state !== 'standby-ready')
    missing.push(`${unit} says that it is ${thisHost.state}`);
  if (saw.failoverLink !== 'up') missing.push(`${unit} says that the failover link is ${saw.failoverLink}`);
  for (const host of [thisHost, otherHost]) {
    const rows = monitoredRows(host);
    if (rows.length !== saw.monitoredInterfaces)
      missing.push(
        `${unit} claims ${saw.monitoredInterfaces} monitored interfaces and shows ${rows.length} of ${host.unit}`,
      );
    for (const row of rows)
      if (row.health !== 'normal' || row.monitoring === 'waiting')
        missing.push(`${unit} says that ${nameOf(row)} of ${host.unit} is ${row.health} (${row.monitoring})`);
  }
  return missing;
}

function disagreements(primary: Report, secondary: Report): readonly string[] {
  const missing: string[] = [];
  if (stateOf(primary) === stateOf(secondary))
    missing.push(`both units say that they are ${stateOf(primary)}`);
  for (const [of, by] of [
    [primary, secondary],
    [secondary, primary],
  ] as const)
    if (by.saw.otherHost?.state !== of.saw.thisHost?.state)
      missing.push(
        `${by.unit} says that ${of.unit} is ${by.saw.otherHost?.state ?? 'off'}, which says that it is ${stateOf(of)}`,
      );
  if (timers(primary.saw.settings) !== timers(secondary.saw.settings))
    missing.push('the units report different timers');
  return missing;
}

/** The timers and the policy as one text, the same whatever the order of their fields. */
function timers({
  unitPollMs,
  unitHoldMs,
  interfacePollMs,
  interfaceHoldMs,
  interfacePolicy,
}: FailoverSettings): string {
  const policy = 'count' in interfacePolicy ? `${interfacePolicy.count}` : `${interfacePolicy.percent}%`;
  return [unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs ?? '-', policy].join();
}
