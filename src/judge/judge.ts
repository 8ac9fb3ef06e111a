import { worst } from '../pair/index.ts';
import type { Outcome } from '../pair/index.ts';
import type { Entry, RunBegun, Trouble } from '../timeline/index.ts';
import { calibrationOf } from './calibration.ts';
import type { Docket } from './docket.ts';
import { exitCodeOf } from './exit-code.ts';
import { docketOf } from './in-order.ts';
import { judgePart } from './judge-scenario.ts';
import type { Judged, ScenarioVerdict, Verdict } from './verdict.ts';
import { toldOf, waivedRunOf } from './waiver.ts';
import type { Waiver, WaiverTold } from './waiver.ts';
import { waiving } from './waiving.ts';

/** What is known of a run beside its entries. */
export interface JudgeOptions {
  /** Names of the scenarios that were planned, for a timeline that lost its beginning. */
  readonly planned?: readonly string[];
  /** What a lab has decided to live with; held against the day of the run, never that of the judging. */
  readonly waivers?: readonly Waiver[];
  /** What whoever read the entries could not read, asked for after the last one; with any, the run cannot pass. */
  readonly doubts?: (ends: RunEnds) => readonly string[];
}

/** The entries that a run begins and ends with, as far as they are on record. */
export interface RunEnds {
  readonly run: RunBegun | undefined;
  readonly last: Entry | undefined;
}

/**
 * Judges a run by its entries alone: pure, with no clock and no locale, so that the same entries give the same
 * bytes on any machine. They are gone through once, and let go as soon as their scenario was looked at. Numbers that
 * are missing, there twice or out of order make the scenarios that they touch inconclusive, and the run with them;
 * entries out of order are gone through a second time.
 */
export function judge(entries: Iterable<Entry>, options: JudgeOptions = {}): Verdict {
  const docket = docketOf(entries);
  const { run, troubles, loose } = docket;
  const { waivers = [] } = options;
  const waived = waivedRunOf(docket);
  const waive = waiving(waivers, waived);
  const scenarios = namesIn(docket, options.planned ?? []).map((scenario) =>
    judgePart(docket.partOf(scenario, true), waive),
  );
  const flaws = [...(options.doubts?.(docket) ?? []), ...runFlaws(docket)];
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  const told = waivers.map((waiver) => toldOf(waiver, waived, findings));
  const outcome = outcomeOf(scenarios, flaws, loose, told);
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
    calibration: calibrationOf(scenarios),
    ...(waivers.length > 0 ? { waivers: told } : {}),
  };
}

/**
 * Every scenario that was planned or that any entry names: the planned ones first, each once. One that this bench
 * could not play is told as pending, with its reason, and counts neither way.
 */
function namesIn(docket: Docket, planned: readonly string[]): readonly string[] {
  const named = [...(docket.run?.planned ?? []), ...planned, ...docket.names];
  return [...new Set(named)].filter((name) => !docket.isPending(name));
}

/** Why the timeline of the run is not whole. */
function runFlaws({ first, last, numbering }: Docket): readonly string[] {
  if (!first || !last) return ['the timeline is empty'];
  return [
    ...(first.kind === 'run' && first.seq === 0 ? [] : ['the beginning of the run is not on record']),
    ...numbering.flaws,
    ...(last.kind === 'ended' ? [] : ['the end of the run is not on record']),
  ];
}

/** A waiver that expired fails the run: somebody promised that by then it would not be needed. */
function outcomeOf(
  scenarios: readonly ScenarioVerdict[],
  flaws: readonly string[],
  loose: readonly Trouble[],
  waivers: readonly WaiverTold[],
): Judged {
  const spoilt: Outcome[] = flaws.length > 0 ? ['inconclusive'] : [];
  const troubled = loose.map(({ whose }): Outcome => (whose === 'suite' ? 'fail' : 'inconclusive'));
  const expired = waivers.flatMap(({ standing }): Outcome[] => (standing === 'expired' ? ['fail'] : []));
  const judged = worst(scenarios.map(({ outcome }) => (outcome === 'waived' ? 'pass' : outcome)));
  const outcome = worst([judged, ...spoilt, ...troubled, ...expired]);
  return outcome === 'pass' && scenarios.some((scenario) => scenario.outcome === 'waived')
    ? 'waived'
    : outcome;
}
