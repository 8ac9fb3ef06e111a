import { BenchError } from '../errors.ts';
import {
  activeUnit,
  inWords,
  PairUnsettled,
  reportOf,
  untilGroupsAreHome,
  untilSteady,
  whoseFault,
} from '../bench/index.ts';
import type { Bench, PairSeen } from '../bench/index.ts';
import type { FailoverSettings, GroupSettings } from '../pair/index.ts';
import { beginWith } from './begin-with.ts';
import { afterHealMs, afterwardsMs, homeMs, slowestOf } from './bounds.ts';
import { filledIn } from './fill-in.ts';
import { faultOf, missingFor } from './foreseen.ts';
import { playActs } from './play-acts.ts';
import type { Scenario } from './scenario.ts';
import { strikesOf } from './strikes.ts';
import { Striking } from './striking.ts';
import { Undoing } from './undoing.ts';

/** How playing a scenario ended; what it means is the judge's to say. */
export type Played = { readonly played: true } | { readonly played: false; readonly pending: string };

/**
 * Plays a scenario on a live bench and records all of it. Trouble with the bench or the pair ends up in the timeline,
 * with the fault healed; only a stop that was asked for, or our own error, is thrown.
 */
export async function play(bench: Bench, asked: Scenario, signal: AbortSignal): Promise<Played> {
  const pending = missingFor(bench, asked);
  const { name, title, requirements, fault = 'none', target = 'none' } = asked;
  if (pending !== undefined) {
    bench.notebook.pending(name, pending);
    return { played: false, pending };
  }
  const scenario = filledIn(bench, asked);
  const limit = asked.outageAtMost === undefined ? {} : { outageAtMostMs: asked.outageAtMost };
  bench.notebook.beginScenario({ scenario: name, title, requirements, fault, target, ...limit });
  const errors: unknown[] = [];
  const attempt: Attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof PairUnsettled) bench.notebook.wrongs(error.wrongs);
      else bench.notebook.trouble(whoseFault(error), inWords(error));
      errors.push(error);
    }
    return errors.length === 0;
  };
  await attempt(() => course(bench, scenario, { attempt, signal }));
  await bench.sessions.closeAll();
  bench.updates?.server.offer([]);
  bench.notebook.endScenario();
  const ending = errors.find((error) => !['bench', 'pair'].includes(whoseFault(error)));
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
    const groups = await lookAtGroups(bench, signal);
    const isStruck = strikesOf(scenario).length > 0;
    if (isStruck) await playActs(acting, scenario.before);
    const settings = slowestOf(settingsOf(bench.watch.latest), groups);
    const striking = new Striking(bench, settings, signal);
    notebook.phase('fault');
    await attempt(async () => {
      await striking.all(scenario);
      // Where nothing is struck, what is asked may change timers: the steady state must not be told by those.
      if (!isStruck) await playActs(acting, scenario.before);
      await playActs(acting, scenario.during);
    });
    notebook.phase('heal');
    if (!(await attempt(() => striking.heal(scenario)))) return;
    notebook.phase('recovered');
    await recover(bench, settings, scenario, signal);
    await playActs(acting, scenario.after);
  });
  if (undoing.isPending) await attempt(() => putBack(bench, undoing, signal));
  await bench.probesUntil(bench.clock.nowMs());
}

/** In Active/Active: how the groups are set, as the unit says on which the first of them is active. */
async function lookAtGroups(bench: Bench, signal: AbortSignal): Promise<readonly GroupSettings[]> {
  if (bench.topology.pair.mode === 'active-standby') return [];
  const console = bench.consoles[activeUnit(bench.watch.latest) ?? 'primary'];
  return (await console.lookAtGroups({ signal })).groups;
}

/**
 * Waits for a steady state, and for as long as roles could still move back: groups with `preempt` do, once what was
 * struck is there again.
 */
async function recover(
  bench: Bench,
  settings: FailoverSettings,
  scenario: Scenario,
  signal: AbortSignal,
): Promise<void> {
  const strikes = strikesOf(scenario);
  const [steady] = await Promise.all([
    untilSteady(bench, signal),
    bench.watch.waitFor('whether roles move back', afterHealMs(settings, strikes), signal),
  ]);
  if (steady && strikes.some((strike) => faultOf(strike).mended !== undefined))
    await untilGroupsAreHome(bench, homeMs(settings), signal);
  // The last word of a scenario is a steady state, if there is one: it may have come before the last look.
  if (steady) await untilSteady(bench, signal);
}

/** Undoes what was typed, and finds both units running with what they ran with before; at rest before and after. */
async function putBack(bench: Bench, undoing: Undoing, signal: AbortSignal): Promise<void> {
  await untilSteady(bench, signal);
  await undoing.putBack();
  // The standby unit may begin to watch its interfaces anew when it hears of it.
  await bench.watch.waitFor('what follows at once', afterwardsMs(settingsOf(bench.watch.latest)), signal);
  await untilSteady(bench, signal);
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
    if (unverified.length === 0) return undefined;
    const message = `still broken: ${unverified.map((each) => each.message).join('; ')}`;
    // What the pair left broken was held against it where it did; here it only cannot be asked.
    if (unverified.every(({ error }) => error instanceof PairUnsettled)) throw new PairUnsettled(message, []);
    throw new BenchError('bench', message);
  });
}

/** The timers as the units report them; steady state means that both do. */
function settingsOf(seen: PairSeen): FailoverSettings {
  const report = reportOf(seen.primary) ?? reportOf(seen.secondary);
  if (!report) throw new BenchError('pair', 'neither unit reports its timers');
  return report.settings;
}
