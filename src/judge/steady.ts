import { isActive, unitNames } from '../pair/index.ts';
import type { FailoverSettings, GroupId, HostReport, InterfaceReport, UnitName } from '../pair/index.ts';
import type { GroupState, PairState } from '../model/index.ts';
import type { Phase } from '../timeline/index.ts';
import type { LastReports } from './gathered.ts';
import type { Known } from './known.ts';
import { statesOf } from './word.ts';
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
 * standby ready, in Active/Active of each failover group, each agreeing with what the other says, the failover link
 * up, and every monitored interface normal, as many rows as the box claims. Document 77809, «Failover Monitoring»:
 * while rows are `Waiting`, interfaces are not watched yet.
 */
export function proofOf(last: LastReports | undefined, phase: Phase, known: Known): Proof {
  if (!last) return { missing: [`there was no phase ${phase}`] };
  const [primary, secondary] = unitNames.map((unit) => last.get(unit));
  if (!primary || !secondary) {
    const silent = [...(primary ? [] : ['primary']), ...(secondary ? [] : ['secondary'])];
    return { missing: silent.map((unit) => `${unit} did not say how it is in phase ${phase}`) };
  }
  const missing = [
    ...missingOf(primary),
    ...missingOf(secondary),
    ...disagreements(primary, secondary),
    ...unknownGroups(primary, known),
  ];
  return missing.length > 0 ? { missing } : { steady: steadyBy(primary, secondary, known) };
}

function steadyBy(primary: Report, secondary: Report, known: Known): Steady {
  const { saw } = primary;
  const isStateful = saw.stateLink === 'up' && secondary.saw.stateLink === 'up';
  const inGroup = (group: GroupId): GroupState => groupOf(group, primary, secondary, known);
  const rows = monitoredRows(saw.thisHost);
  const pair: PairState = {
    ...(areGroups(primary)
      ? { ...inGroup(1), group2: inGroup(2) }
      : {
          units: unitsOf(primary, secondary),
          monitored: rows.map(nameOf),
          down: { primary: [], secondary: [] },
        }),
    failoverLink: 'up',
    ...(saw.overCable && secondary.saw.overCable ? { cable: true } : {}),
    ...(isStateful ? { stateLink: 'up' } : {}),
    ...(isStateful && saw.stateSharesLink ? { stateSharesLink: true } : {}),
    ...(known.release ? { release: known.release } : {}),
  };
  return {
    pair,
    settings: saw.settings,
    sinceMs: Math.min(primary.askedMs, secondary.askedMs),
    evidence: [primary.seq, secondary.seq],
  };
}

/** One failover group, as the units say that it is and as it is said to be set. */
function groupOf(group: GroupId, primary: Report, secondary: Report, known: Known): GroupState {
  const rows = (primary.saw.thisHost?.interfaces ?? []).filter((row) => known.groupOf(row) === group);
  const { prefers, preemptAfterMs, settings } = known.group(group) ?? {};
  return {
    units: unitsOf(primary, secondary, group),
    monitored: rows.filter(isMonitored).map(nameOf),
    unmonitored: rows.filter((row) => !isMonitored(row)).map(nameOf),
    down: { primary: [], secondary: [] },
    ...(prefers === undefined ? {} : { prefers }),
    ...(preemptAfterMs === undefined ? {} : { preemptAfterMs }),
    ...(settings ? { settings } : {}),
  };
}

const areGroups = ({ saw: { thisHost } }: Report): boolean =>
  thisHost !== undefined && statesOf(thisHost).length === 2;

const unitsOf = (primary: Report, secondary: Report, group?: GroupId): GroupState['units'] => ({
  primary: stateOf(primary.saw.thisHost, group),
  secondary: stateOf(secondary.saw.thisHost, group),
});

const stateOf = (host: HostReport | undefined, group?: GroupId): GroupState['units'][UnitName] =>
  (host && statesOf(host).find((each) => each.group === group)?.state) ?? 'off';

const nameOf = ({ context, nameif }: InterfaceReport): string =>
  context === undefined ? nameif : `${context}/${nameif}`;

/** Rows whose health counts; `unstated` is a monitored row of a firmware that prints no suffix. */
const isMonitored = ({ monitoring }: InterfaceReport): boolean =>
  monitoring !== 'not-monitored' && monitoring !== 'shutdown';

const monitoredRows = (host: HostReport | undefined): readonly InterfaceReport[] =>
  (host?.interfaces ?? []).filter(isMonitored);

/** `group 1 of primary`, or the unit alone where it is what fails over. */
const called = (unit: UnitName, group?: GroupId): string =>
  group === undefined ? unit : `group ${group} of ${unit}`;

function missingOf({ unit, saw }: Report): readonly string[] {
  const { thisHost, otherHost } = saw;
  if (!saw.on || !thisHost || !otherHost) return [`${unit} says that failover is off`];
  const missing = statesOf(thisHost).flatMap(({ group, state }) =>
    state === 'active' || state === 'standby-ready'
      ? []
      : [`${unit} says that ${group === undefined ? 'it' : `its group ${group}`} is ${state}`],
  );
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
  for (const { group, state } of primary.saw.thisHost ? statesOf(primary.saw.thisHost) : []) {
    const mine = group === undefined ? '' : ` for group ${group}`;
    if (isActive(state) === isActiveOn(secondary, group))
      missing.push(`both units say that they are ${state}${mine}`);
    for (const [of, by] of [
      [primary, secondary],
      [secondary, primary],
    ] as const) {
      const [own, said] = [stateOf(of.saw.thisHost, group), stateOf(by.saw.otherHost, group)];
      if (own !== said)
        missing.push(
          `${by.unit} says that ${called(of.unit, group)} is ${said}, which says that it is ${own}`,
        );
    }
  }
  if (timers(primary.saw.settings) !== timers(secondary.saw.settings))
    missing.push('the units report different timers');
  return missing;
}

function isActiveOn({ saw }: Report, group?: GroupId): boolean {
  const state = stateOf(saw.thisHost, group);
  return state !== 'off' && isActive(state);
}

/** Of groups that are set nobody knows how, nothing can be foretold: they may preempt. */
function unknownGroups(report: Report, known: Known): readonly string[] {
  if (!areGroups(report)) return [];
  return ([1, 2] as const)
    .filter((group) => !known.group(group))
    .map((group) => `how failover group ${group} is set is not on record`);
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
