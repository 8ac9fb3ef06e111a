import { boundOf, commandBoundMs, longestPreemptMs, probesBoundMs } from '../bench/index.ts';
import type { Cabled } from '../fault/index.ts';
import type { FailoverSettings } from '../pair/index.ts';
import type { Phase } from '../timeline/index.ts';
import { actsOf, changes, typedBy } from './act.ts';
import type { Act } from './act.ts';
import { afterHealMs, afterwardsMs, homeMs, quietMs, watchCapMs } from './bounds.ts';
import { foreseenCourse } from './foreseen.ts';
import type { Foreseen } from './foreseen.ts';
import type { Scenario, Strike } from './scenario.ts';
import { leavesOther, strikesOf, turnsUntilHeal } from './strikes.ts';
import type { Turn } from './strikes.ts';

/** How long something takes, in milliseconds: at least, and at most. */
export interface Bounds {
  readonly leastMs: number;
  readonly mostMs: number;
}

/**
 * How long each phase of a scenario takes on a bench, by its topology and its timers, when the bench does as it is
 * asked: at least, with a pair that is at rest when it begins, and at most, with one that never comes to rest.
 */
export function timesOf(
  scenario: Scenario,
  cabled: Cabled,
  settings: FailoverSettings,
): Readonly<Record<Phase, Bounds>> {
  const steadyMs = cabled.topology.pair.steady;
  const probesMs = cabled.topology.flows.length > 0 ? probesBoundMs : 0;
  const { setup, before, after } = scenario;
  const course = foreseenCourse(scenario);
  const [first] = course;
  const healing = course.filter(({ does }) => does === 'heal').map((each) => turnMs(cabled, each));
  const healed = afterHealMs(settings, strikesOf(scenario));
  const isMended = course.some(({ fault }) => fault.mended !== undefined);
  const isGrouped = cabled.topology.pair.mode === 'active-active';
  const groupsMs = isGrouped && isMended ? longestPreemptMs(cabled.topology) + homeMs(settings) : 0;
  const undoMs = 2 * actsMs(actsOf(scenario).filter(changes));
  return {
    prepare: { leastMs: 0, mostMs: 2 * steadyMs + (isGrouped ? 2 : 1) * commandBoundMs + actsMs(setup) },
    // Three commands tell how the groups are set.
    steady: { leastMs: 0, mostMs: steadyMs + (isGrouped ? 3 * commandBoundMs : 0) + actsMs(before) },
    fault: { leastMs: 0, mostMs: first ? turnMs(cabled, first) : 0 },
    watch: watchTimes(scenario, cabled, settings),
    heal: { leastMs: 0, mostMs: total(healing) },
    recovered: {
      leastMs: healed,
      mostMs: Math.max(steadyMs, healed) + groupsMs + steadyMs + probesMs + actsMs(after) + undoMs,
    },
  };
}

/** Every watch with what follows at once, further strikes in between, and what is asked in the end. */
function watchTimes(scenario: Scenario, cabled: Cabled, settings: FailoverSettings): Bounds {
  const turns = turnsUntilHeal(scenario);
  const watched = turns.map((turn) =>
    watchedFor(turn, strikesOf(scenario), settings, cabled.topology.flows.length > 0),
  );
  const later = foreseenCourse(scenario).slice(1, turns.length);
  return {
    leastMs: total(watched.map(({ leastMs }) => leastMs)),
    mostMs:
      total(watched.map(({ mostMs }) => mostMs)) +
      total(later.map((each) => turnMs(cabled, each))) +
      actsMs(scenario.during) +
      (turns.length > 0 ? 0 : actsMs(scenario.before)),
  };
}

/** How long a pair that never does what is awaited is watched, without the time that probes and switches take. */
export const longestWatchMs = (scenario: Scenario, settings: FailoverSettings): number =>
  total(
    turnsUntilHeal(scenario).map((turn) => watchedFor(turn, strikesOf(scenario), settings, false).mostMs),
  );

function watchedFor(
  { watch, strike, at }: Turn,
  strikes: readonly Strike[],
  settings: FailoverSettings,
  isProbed: boolean,
): Bounds {
  if (watch === 'none') return { leastMs: 0, mostMs: 0 };
  if (typeof watch === 'number') return { leastMs: watch, mostMs: watch };
  const isQuiet = watch !== 'failover' || leavesOther(strike);
  const quiet = isQuiet ? quietMs(settings, strikes.slice(0, at + 1)) : 0;
  const [cap, after] = [watchCapMs(settings), afterwardsMs(settings)];
  const most = watch === 'nothing' ? quiet : Math.max(quiet, cap);
  return {
    leastMs: quiet + after,
    mostMs: most + after + (isProbed ? probesBoundMs : 0),
  };
}

/** How long a strike or its healing may take to show; what was struck rests before it is healed. */
function turnMs(cabled: Cabled, { does, fault, target }: Foreseen): number {
  if (does === 'heal' && fault.mended === undefined) return 0;
  const touched = fault.touches(cabled, target);
  const settleMs = total(touched.map((each) => each.settleMs));
  return does === 'heal' ? settleMs + Math.max(0, ...touched.map(({ restMs }) => restMs)) : settleMs;
}

/** How long acts may take: each line until its bound, the last time that one is asked included. */
const actsMs = (acts: readonly Act[] = []): number =>
  total(acts.map((act) => (act.within ?? 0) + total(typedBy(act).map(boundOf))));

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);
