import { commandBoundMs, probesBoundMs } from '../bench/index.ts';
import type { Cabled } from '../fault/index.ts';
import type { FailoverSettings } from '../pair/index.ts';
import type { Phase } from '../timeline/index.ts';
import { afterHealMs, afterwardsMs, quietMs, watchCapMs } from './bounds.ts';
import { faultOf, touchedBy } from './foreseen.ts';
import type { Scenario } from './scenario.ts';

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
  const touched = touchedBy(cabled, scenario);
  const settleMs = touched.reduce((sum, each) => sum + each.settleMs, 0);
  const restMs = Math.max(0, ...touched.map((each) => each.restMs));
  const isMended = faultOf(scenario).mended !== undefined;
  const watch = watchTimes(scenario.watch, settings);
  const after = afterwardsMs(settings);
  const healed = afterHealMs(settings, scenario.watch);
  return {
    prepare: { leastMs: 0, mostMs: 2 * steadyMs + commandBoundMs },
    steady: { leastMs: 0, mostMs: steadyMs },
    fault: { leastMs: 0, mostMs: settleMs },
    watch: { leastMs: watch.leastMs + after, mostMs: watch.mostMs + after + probesMs },
    heal: { leastMs: 0, mostMs: isMended ? settleMs + restMs : 0 },
    recovered: {
      leastMs: healed,
      mostMs: Math.max(steadyMs, healed) + steadyMs + probesMs,
    },
  };
}

function watchTimes(watch: Scenario['watch'], settings: FailoverSettings): Bounds {
  const [quiet, cap] = [quietMs(settings), watchCapMs(settings)];
  if (watch === 'failover') return { leastMs: 0, mostMs: cap };
  return { leastMs: quiet, mostMs: watch === 'nothing' ? quiet : Math.max(quiet, cap) };
}
