import { activeActive, activeStandby, verification, viewsOf } from '../model/index.ts';
import { elapsed, unitNames } from '../pair/index.ts';
import type { GroupId, Interval, Requirement, UnitName } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { LastReports } from './gathered.ts';
import { seconds } from './numbers.ts';
import { bothAre } from './role-proof.ts';
import type { Proof, Steady } from './steady.ts';
import type { Finding } from './verdict.ts';
import type { Told } from './told.ts';

/** What must hold in every scenario, whatever was asked of the pair. */
export function holdAlways(
  last: LastReports,
  steady: Steady,
  again: Proof,
  asked: readonly Asked[],
  told: Told,
): readonly Finding[] {
  return [
    ...viewsOf(steady.pair).flatMap(({ group }) => [
      holdRole('never two active units', true, group, steady, asked, told),
      holdRole('never without an active unit', false, group, steady, asked, told),
    ]),
    holdOn(last, askedToBoot(steady, asked), isLeftOff(asked)),
    holdAgain(steady, again),
  ];
}

const finding = (
  rule: string,
  requirement: Requirement,
  expected: string,
  rest: Pick<Finding, 'outcome' | 'seen' | 'who' | 'evidence'>,
): Finding => ({
  rule,
  requirements: [requirement.id],
  expected,
  ...rest,
});

/**
 * Both units active, or neither, outside of the time in which a predicted change explains it. Words are intervals:
 * one unit's word lies between two of the other's that were answered before it was asked for and asked for after
 * it was answered, with nothing else said in between. Two words that merely follow each other prove nothing.
 */
function holdRole(
  rule: string,
  wish: boolean,
  group: GroupId | undefined,
  steady: Steady,
  asked: readonly Asked[],
  { words, lulls }: Told,
): Finding {
  const own = words.filter(
    (word) => word.saidBy === 'itself' && word.group === group && word.askedMs >= steady.sinceMs,
  );
  const of = group === undefined ? '' : `of group ${group} `;
  const explained = asked.flatMap((_, at) => explains(asked, at, group));
  const held = (rest: Pick<Finding, 'outcome' | 'seen' | 'who' | 'evidence'>): Finding => ({
    rule,
    requirements: [activeStandby.oneActive.id, ...(group === undefined ? [] : [activeActive.groupIsUnit.id])],
    expected: wish ? `${of}one unit is active, never both` : `${of}one unit is active, never none`,
    ...(group === undefined ? {} : { group }),
    ...rest,
  });
  const proof = unitNames.map((unit) => bothAre(wish, own, unit, explained)).find((each) => each);
  if (proof) {
    const [before, between, after] = proof;
    const is = wish ? 'active' : 'not active';
    return held({
      outcome: 'fail',
      seen: `${of}${between.unit} says that it is ${between.state}, at ${seconds(between.askedMs)} of the run, between two answers of ${before.unit} that it is ${before.state} and ${after.state}: both are ${is}`,
      who: before.unit,
      evidence: proof.map(({ seq }) => seq).toSorted((a, b) => a - b),
    });
  }
  const mute = unitNames.find((unit) => !own.some((word) => word.unit === unit));
  const counted = lulls
    .filter((lull) => lull.saidBy === 'itself' && lull.group === group && lull.fromMs >= steady.sinceMs)
    .reduce((sum, { count }) => sum + count, own.length);
  const last = own.at(-1)?.answeredMs ?? steady.sinceMs;
  return held({
    outcome: mute ? 'inconclusive' : 'pass',
    seen: mute
      ? `${mute} did not say how it is`
      : `${counted} answers of both units never contradict it, from ${seconds(steady.sinceMs)} to ${seconds(last)} of the run`,
    who: mute ?? 'primary',
    evidence: steady.evidence,
  });
}

/** When a change of the active role is on its way, or may be, or two active units are what the guides say. */
function explains(asked: readonly Asked[], at: number, group: GroupId | undefined): readonly Interval[] {
  const each = asked[at];
  if (!each) return [];
  const { effect, untilMs, possible, after } = each;
  const mayBeTwo = after
    .flatMap(viewsOf)
    .some((view) => view.group === group && unitNames.every((unit) => view.units[unit] === 'active'));
  if (mayBeTwo || after.length === 0) return [{ loMs: effect.loMs, hiMs: Infinity }];
  // A unit on which failover is turned on again asks first whether there is a mate.
  if (each.stimuli.some(({ stimulus }) => stimulus === 'told-on')) return [effect];
  // A change for which the guides give no time is over when the next strike comes, if that met a pair that was done.
  const openMs = asked[at + 1]?.isCertain === false ? Infinity : untilMs;
  return possible.flatMap((p) => {
    if (p.prediction === 'stays' || p.group !== group || !p.states.includes('active')) return [];
    return [{ loMs: effect.loMs, hiMs: Number.isFinite(p.latestMs) ? effect.hiMs + p.latestMs : openMs }];
  });
}

/** What a unit that comes back without failover breaks besides: it becomes neither standby nor active. */
function askedToBoot({ pair }: Steady, asked: readonly Asked[]): readonly Requirement[] {
  const booted = asked
    .flatMap(({ stimuli }) => stimuli)
    .flatMap((each): readonly Requirement[] => {
      if (each.stimulus === 'both-units-booting') return [activeStandby.bothBoot];
      if (each.stimulus !== 'unit-booting') return [];
      const wasActive = pair.units[each.unit] === 'active';
      return [activeStandby.bootsBesideActive, ...(wasActive ? [activeStandby.formerlyActiveReturns] : [])];
    });
  return viewsOf(pair).some(({ group }) => group !== undefined) ? [] : [...new Set(booted)];
}

/** Whether failover was turned off and nobody turned it on again: a scenario that was broken off heals nothing. */
const isLeftOff = (asked: readonly Asked[]): boolean =>
  asked
    .flatMap(({ stimuli }) => stimuli)
    .findLast(({ stimulus }) => stimulus === 'told-off' || stimulus === 'told-on')?.stimulus === 'told-off';

function holdOn(reports: LastReports, booted: readonly Requirement[], isOffAsTold: boolean): Finding {
  const rule = 'failover is on before and after';
  const expected = 'failover is on in both units, before the fault and at the end';
  const last = unitNames.map((unit) => reports.get(unit));
  const off = last.find((report) => report && !report.saw.on);
  const on = (
    outcome: Finding['outcome'],
    seen: string,
    who: UnitName,
    evidence: readonly number[],
  ): Finding => ({
    ...finding(rule, verification.failoverOn, expected, { outcome, seen, who, evidence }),
    requirements: [verification.failoverOn, ...booted].map(({ id }) => id),
  });
  if (off)
    return on(
      isOffAsTold ? 'inconclusive' : 'fail',
      `${off.unit} says that failover is off, at ${seconds(off.answeredMs)} of the run${isOffAsTold ? ', as it was told; nobody turned it on again' : ''}`,
      off.unit,
      [off.seq],
    );
  const mute = unitNames.find((_, at) => !last[at]);
  if (mute) return on('inconclusive', `${mute} did not say whether failover is on`, mute, []);
  const told = last
    .flatMap((report) => (report ? [seconds(report.answeredMs)] : []))
    .join(' and ')
    .concat(' of the run');
  return on(
    'pass',
    `both units said so before the fault, and say so in their last answers, at ${told}`,
    'primary',
    last.flatMap((report) => (report ? [report.seq] : [])).toSorted((a, b) => a - b),
  );
}

function holdAgain(steady: Steady, again: Proof): Finding {
  const rule = 'steady state again';
  const expected = 'in the end one unit is active, the other ready, and all monitored interfaces are normal';
  if (!again.steady)
    return finding(rule, activeStandby.oneActive, expected, {
      outcome: 'inconclusive',
      seen: again.missing.join('; '),
      who: 'primary',
      evidence: [],
    });
  const { loMs } = elapsed(
    { loMs: steady.sinceMs, hiMs: steady.sinceMs },
    { loMs: again.steady.sinceMs, hiMs: again.steady.sinceMs },
  );
  const seen = `both units say so, ${seconds(loMs)} after they said so before the fault`;
  return finding(rule, activeStandby.oneActive, expected, {
    outcome: 'pass',
    seen,
    who: 'primary',
    evidence: again.steady.evidence.toSorted((a, b) => a - b),
  });
}
