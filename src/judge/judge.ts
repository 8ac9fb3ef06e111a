import { worst } from '../pair/index.ts';
import type { Outcome } from '../pair/index.ts';
import type { Entry, RunBegun, Trouble } from '../timeline/index.ts';
import { exitCodeOf } from './exit-code.ts';
import { judgePart } from './judge-scenario.ts';
import { inOrder, numberingFlaws, partOf } from './part.ts';
import type { ScenarioVerdict, Verdict } from './verdict.ts';

/** What is known of a run beside its entries. */
export interface JudgeOptions {
  /** Names of the scenarios that were planned, for a timeline that lost its beginning. */
  readonly planned?: readonly string[];
  /** What whoever read the entries could not read; with any, the run cannot pass. */
  readonly doubts?: readonly string[];
}

/**
 * Judges a run by its entries alone: pure, with no clock and no locale, so that the same entries give the same
 * bytes on any machine. Entries are put in the order of their numbers first; numbers that are missing, there
 * twice or out of order make the scenarios that they touch inconclusive, and the run with them.
 */
export function judge(entries: readonly Entry[], options: JudgeOptions = {}): Verdict {
  const ordered = inOrder(entries);
  const run = ordered.find((entry): entry is RunBegun => entry.kind === 'run');
  const scenarios = namesIn(ordered, [...(run?.planned ?? []), ...(options.planned ?? [])]).map((scenario) =>
    judgePart(partOf(entries, scenario, true)),
  );
  const flaws = [...(options.doubts ?? []), ...runFlaws(ordered, entries)];
  const troubles = ordered.filter((entry): entry is Trouble => entry.kind === 'trouble');
  const loose = looseTroubles(ordered, troubles);
  const outcome = outcomeOf(scenarios, flaws, loose);
  return {
    format: 1,
    outcome,
    exitCode: exitCodeOf(outcome, scenarios, {
      isDirty: troubles.some(({ benchLeftDirty }) => benchLeftDirty === true),
      isTroubled: loose.some(({ whose }) => whose === 'bench'),
    }),
    bench: run?.bench ?? 'unknown',
    ...(run ? { startedAt: run.startedAt, topology: run.topology, tool: run.tool } : {}),
    scenarios,
    doubts: [
      ...flaws,
      ...scenarios.flatMap(({ scenario, doubts }) => (doubts ?? []).map((doubt) => `${scenario}: ${doubt}`)),
    ],
    troubles: troubles.map(({ scenario, message }) =>
      scenario === undefined ? message : `${scenario}: ${message}`,
    ),
  };
}

/**
 * Every scenario that was planned or that any entry names: the planned ones first, each once. One that this bench
 * could not play is told as pending, with its reason, and counts neither way.
 */
function namesIn(ordered: readonly Entry[], planned: readonly string[]): readonly string[] {
  const named = ordered.flatMap((entry) => ('scenario' in entry ? [entry.scenario] : []));
  const nameIn = (kind: 'scenario' | 'pending') =>
    new Set(ordered.flatMap((entry) => (entry.kind === kind ? [entry.scenario] : [])));
  const [begun, pending] = [nameIn('scenario'), nameIn('pending')];
  return [...new Set([...planned, ...named])].filter((name) => begun.has(name) || !pending.has(name));
}

/** Why the timeline of the run is not whole. */
function runFlaws(ordered: readonly Entry[], found: readonly Entry[]): readonly string[] {
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return ['the timeline is empty'];
  const flaws = numberingFlaws(ordered, found);
  if (first.kind !== 'run' || first.seq !== 0) flaws.unshift('the beginning of the run is not on record');
  if (last.kind !== 'ended') flaws.push('the end of the run is not on record');
  return flaws;
}

/** Troubles that no scenario answers for: they name none and came up while none was played. */
function looseTroubles(ordered: readonly Entry[], troubles: readonly Trouble[]): readonly Trouble[] {
  let open: string | undefined;
  const within = new Set<Entry>();
  for (const entry of ordered) {
    if (entry.kind === 'scenario') open = entry.scenario;
    if (entry.kind === 'scenario-ended') open = undefined;
    if (open !== undefined) within.add(entry);
  }
  return troubles.filter((trouble) => trouble.scenario === undefined && !within.has(trouble));
}

function outcomeOf(
  scenarios: readonly ScenarioVerdict[],
  flaws: readonly string[],
  loose: readonly Trouble[],
): Outcome {
  const spoilt: Outcome[] = flaws.length > 0 ? ['inconclusive'] : [];
  const troubled = loose.map(({ whose }): Outcome => (whose === 'suite' ? 'fail' : 'inconclusive'));
  const judged = worst(scenarios.map(({ outcome }) => outcome));
  return worst([judged, ...spoilt, ...troubled]);
}
