import { BenchError } from '../errors.ts';
import { activeUnit, inWords, missingForSteady, reportOf, untilSteady, whoseFault } from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import type { Fault, Target } from '../fault/index.ts';
import { isActive, mateOf } from '../pair/index.ts';
import type { FailoverSettings, UnitName } from '../pair/index.ts';
import { afterHealMs, afterwardsMs, quietMs, watchCapMs } from './bounds.ts';
import { faultOf, missingFor, takerOf } from './foreseen.ts';
import type { Scenario } from './scenario.ts';

/** How playing a scenario ended; what it means is the judge's to say. */
export type Played = { readonly played: true } | { readonly played: false; readonly pending: string };

/** Which unit the scenario strikes, by what the units say at this moment. */
function targetOf(bench: Bench, scenario: Scenario): Target {
  const active = activeUnit(bench.watch.latest);
  if (!active) throw new BenchError('pair', 'no unit, or more than one, says that it is active');
  const unit = scenario.target === 'active' ? active : mateOf(active);
  return { unit, ...(scenario.interface === undefined ? {} : { nameif: scenario.interface }) };
}

/**
 * Plays a scenario on a live bench and records all of it. Trouble with the bench ends up in the timeline, with
 * the fault healed; only a stop that was asked for, or our own error, is thrown.
 */
export async function play(bench: Bench, scenario: Scenario, signal: AbortSignal): Promise<Played> {
  const fault = faultOf(scenario);
  const pending = missingFor(bench, scenario);
  const { name, title, requirements } = scenario;
  if (pending !== undefined) {
    bench.notebook.pending(name, pending);
    return { played: false, pending };
  }
  bench.notebook.beginScenario({
    scenario: name,
    title,
    requirements,
    fault: fault.name,
    target: scenario.target,
  });
  const errors: unknown[] = [];
  const attempt: Attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      bench.notebook.trouble(whoseFault(error), inWords(error));
      errors.push(error);
    }
    return errors.length === 0;
  };
  await attempt(() => course(bench, scenario, { fault, attempt, signal }));
  bench.notebook.endScenario();
  const ending = errors.find((error) => whoseFault(error) !== 'bench');
  if (ending !== undefined) throw ending;
  return { played: true };
}

/** Does a part of the course and records its error, so that none hides another. True while there was none at all. */
type Attempt = (work: () => Promise<void>) => Promise<boolean>;

interface Course {
  readonly fault: Fault;
  readonly attempt: Attempt;
  readonly signal: AbortSignal;
}

async function course(bench: Bench, scenario: Scenario, { fault, attempt, signal }: Course): Promise<void> {
  const { notebook } = bench;
  notebook.phase('prepare');
  await mendLeftovers(bench);
  if (!(await untilSteady(bench, signal)) || !(await beginWith(bench, scenario.begin, signal))) return;
  notebook.phase('steady');
  if (!(await untilSteady(bench, signal))) return;
  const settings = settingsOf(bench.watch.latest);
  const target = targetOf(bench, scenario);
  const { injected, healed } = fault.stimuli(target);
  notebook.phase('fault');
  await attempt(async () => {
    const did = fault.did(target);
    bench.progress.say(`  fault: ${did}`);
    await notebook.act({ did, role: 'fault', stimuli: injected }, () => fault.inject(bench, target));
    notebook.phase('watch');
    await watch(bench, scenario, target, settings, signal);
  });
  notebook.phase('heal');
  const mended = await attempt(async () => {
    const did = fault.mended?.(target);
    if (did === undefined) return;
    bench.progress.say(`  heal: ${did}`);
    await notebook.act({ did, role: 'heal', stimuli: healed }, () => fault.heal(bench, target));
  });
  if (!mended) return;
  notebook.phase('recovered');
  const [steady] = await Promise.all([
    untilSteady(bench, signal),
    bench.watch.waitFor('whether roles move back', afterHealMs(settings, scenario.watch), signal),
  ]);
  // The last word of a scenario is a steady state, if there is one: it may have come before the last look.
  if (steady) await untilSteady(bench, signal);
  await bench.probesUntil(bench.clock.nowMs());
}

/**
 * What an earlier scenario broke and could not mend is mended now, or this one is not begun: it would be judged in
 * the midst of another outage.
 */
async function mendLeftovers(bench: Bench): Promise<void> {
  const left = bench.journal.open.map(({ restores }) => restores);
  if (left.length === 0) return;
  const did = `put back what was still broken: ${left.join('; ')}`;
  await bench.notebook.act({ did, role: 'setup', stimuli: [] }, async () => {
    const unverified = await bench.mend();
    if (unverified.length > 0) throw new BenchError('bench', `still broken: ${unverified.join('; ')}`);
    return undefined;
  });
}

/** Forces the unit that the scenario wants active; a setup action, recorded as such. False if it would not. */
async function beginWith(bench: Bench, unit: UnitName, signal: AbortSignal): Promise<boolean> {
  if (activeUnit(bench.watch.latest) === unit) return true;
  await bench.notebook.act(
    { did: `failover active on ${unit}, to begin with`, role: 'setup', stimuli: [] },
    async () => {
      await bench.tell(unit, 'failover active');
      return undefined;
    },
  );
  const steadyThere = (seen: PairSeen): boolean =>
    missingForSteady(seen).length === 0 && activeUnit(seen) === unit;
  return bench.watch.waitUntil(
    `${unit} active, to begin with`,
    steadyThere,
    bench.topology.pair.steady,
    signal,
  );
}

async function watch(
  bench: Bench,
  scenario: Scenario,
  { unit }: Target,
  settings: FailoverSettings,
  signal: AbortSignal,
): Promise<void> {
  const mate = mateOf(unit);
  if (scenario.watch === 'nothing') {
    await bench.watch.waitFor('nothing, as long as a wrong failover could take', quietMs(settings), signal);
  } else if (scenario.watch === 'failover') {
    const taker = takerOf(scenario, unit);
    const taken = (seen: PairSeen): boolean => {
      const state = reportOf(seen[taker])?.thisHost?.state;
      return state !== undefined && isActive(state);
    };
    await bench.watch.waitUntil(`${taker} becomes active`, taken, watchCapMs(settings), signal);
  } else {
    const marked = (seen: PairSeen): boolean => reportOf(seen[mate])?.otherHost?.state === 'failed';
    await Promise.all([
      bench.watch.waitUntil(`${mate} says that ${unit} failed`, marked, watchCapMs(settings), signal),
      bench.watch.waitFor(`whether ${mate} stays as it is`, quietMs(settings), signal),
    ]);
  }
  await bench.watch.waitFor('what follows at once', afterwardsMs(settings), signal);
  await bench.probesUntil(bench.clock.nowMs());
}

/** The timers as the units report them; steady state means that both do. */
function settingsOf(seen: PairSeen): FailoverSettings {
  const report = reportOf(seen.primary) ?? reportOf(seen.secondary);
  if (!report) throw new BenchError('pair', 'neither unit reports its timers');
  return report.settings;
}
