import { BenchError } from '../errors.ts';
import { activeUnit, inWords, missingForSteady, reportOf, untilSteady, whoseFault } from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import type { FailoverSettings, UnitName } from '../pair/index.ts';
import { afterHealMs } from './bounds.ts';
import { missingFor } from './foreseen.ts';
import { playActs } from './play-acts.ts';
import type { Scenario } from './scenario.ts';
import { strikesOf } from './strikes.ts';
import { Striking } from './striking.ts';
import { Undoing } from './undoing.ts';

/** How playing a scenario ended; what it means is the judge's to say. */
export type Played = { readonly played: true } | { readonly played: false; readonly pending: string };

/**
 * Plays a scenario on a live bench and records all of it. Trouble with the bench ends up in the timeline, with
 * the fault healed; only a stop that was asked for, or our own error, is thrown.
 */
export async function play(bench: Bench, scenario: Scenario, signal: AbortSignal): Promise<Played> {
  const pending = missingFor(bench, scenario);
  const { name, title, requirements, fault = 'none', target = 'none' } = scenario;
  if (pending !== undefined) {
    bench.notebook.pending(name, pending);
    return { played: false, pending };
  }
  bench.notebook.beginScenario({ scenario: name, title, requirements, fault, target });
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
  await attempt(() => course(bench, scenario, { attempt, signal }));
  bench.notebook.endScenario();
  const ending = errors.find((error) => whoseFault(error) !== 'bench');
  if (ending !== undefined) throw ending;
  return { played: true };
}

/** Does a part of the course and records its error, so that none hides another. True while there was none at all. */
type Attempt = (work: () => Promise<void>) => Promise<boolean>;

interface Course {
  readonly attempt: Attempt;
  readonly signal: AbortSignal;
}

async function course(bench: Bench, scenario: Scenario, { attempt, signal }: Course): Promise<void> {
  const { notebook } = bench;
  const undoing = new Undoing(bench);
  const acting = { bench, signal, sinceMs: bench.clock.nowMs(), answers: new Map(), undoing };
  notebook.phase('prepare');
  await mendLeftovers(bench);
  if (!(await untilSteady(bench, signal)) || !(await beginWith(bench, scenario.begin, signal))) return;
  await undoing.remember(scenario);
  await attempt(async () => {
    await playActs(acting, scenario.setup);
    notebook.phase('steady');
    if (!(await untilSteady(bench, signal))) return;
    await playActs(acting, scenario.before);
    const settings = settingsOf(bench.watch.latest);
    const striking = new Striking(bench, settings, signal);
    notebook.phase('fault');
    await attempt(async () => {
      await striking.all(scenario);
      await playActs(acting, scenario.during);
    });
    notebook.phase('heal');
    if (!(await attempt(() => striking.heal(scenario)))) return;
    notebook.phase('recovered');
    await recover(bench, settings, scenario, signal);
    await playActs(acting, scenario.after);
  });
  await attempt(() => putBack(bench, undoing, signal));
  await bench.probesUntil(bench.clock.nowMs());
}

/** Waits for a steady state, and for as long as roles could still move back. */
async function recover(
  bench: Bench,
  settings: FailoverSettings,
  scenario: Scenario,
  signal: AbortSignal,
): Promise<void> {
  const watches = strikesOf(scenario).map(({ watch }) => watch);
  const [steady] = await Promise.all([
    untilSteady(bench, signal),
    bench.watch.waitFor('whether roles move back', afterHealMs(settings, watches), signal),
  ]);
  // The last word of a scenario is a steady state, if there is one: it may have come before the last look.
  if (steady) await untilSteady(bench, signal);
}

/** Undoes what was typed, and finds both units running with what they ran with before; or the bench is left dirty. */
async function putBack(bench: Bench, undoing: Undoing, signal: AbortSignal): Promise<void> {
  await undoing.undo();
  const leftovers = await undoing.leftovers(() => untilSteady(bench, signal));
  for (const leftover of leftovers)
    bench.notebook.trouble('bench', `what the scenario typed was not put back: ${leftover}`, true);
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

/** The timers as the units report them; steady state means that both do. */
function settingsOf(seen: PairSeen): FailoverSettings {
  const report = reportOf(seen.primary) ?? reportOf(seen.secondary);
  if (!report) throw new BenchError('pair', 'neither unit reports its timers');
  return report.settings;
}
