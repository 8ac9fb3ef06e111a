import { worst } from '../pair/index.ts';
import type { Outcome } from '../pair/index.ts';
import type { ActionBegun, Entry } from '../timeline/index.ts';
import { courseOf } from './asked.ts';
import type { Asked } from './asked.ts';
import { doubtsOfFlow, flowsIn } from './flow-record.ts';
import { holdAll } from './hold.ts';
import type { Held } from './hold.ts';
import { rounded, seconds } from './numbers.ts';
import { partOf, phaseFlaws } from './part.ts';
import type { Part } from './part.ts';
import { proofOf } from './steady.ts';
import { outagesOf } from './traffic.ts';
import type { ScenarioVerdict } from './verdict.ts';
import { toldIn } from './word.ts';

/**
 * Judges one scenario by its entries alone: as soon as it ended, the same as in the verdict of the whole run,
 * unless an assertion of the suite's own fails in between.
 */
export function judgeScenario(entries: readonly Entry[], scenario: string): ScenarioVerdict {
  return judgePart(partOf(entries, scenario, false));
}

/** Judges what was cut out of a timeline. */
export function judgePart(part: Part): ScenarioVerdict {
  const { scenario, begun, ended, entries } = part;
  const examined = part.flaws.length > 0 || !ended ? unexamined(part) : examine(part, ended.atMs);
  const { outcome, because } = conclude(part, examined);
  const { held, hard, soft, infrastructure } = examined;
  const decisive = held.find(({ isDecisive }) => isDecisive)?.finding;
  return {
    scenario,
    title: begun?.title ?? scenario,
    outcome,
    infrastructure: infrastructure.length > 0,
    because,
    requirements: begun?.requirements ?? [],
    fromMs: rounded(begun?.atMs ?? 0),
    toMs: rounded(
      ended?.atMs ??
        Math.max(begun?.atMs ?? 0, ...entries.flatMap((entry) => ('atMs' in entry ? [entry.atMs] : []))),
    ),
    findings: held.map(({ finding }) => finding),
    outages: part.flaws.length > 0 ? [] : flowsIn(entries).flatMap(outagesOf),
    ...(decisive?.measured ? { measured: decisive.measured } : {}),
    ...(decisive?.window ? { window: decisive.window } : {}),
    assertions: part.troubles.filter(({ whose }) => whose === 'suite').map(({ message }) => message),
    doubts: [...infrastructure, ...hard, ...soft],
  };
}

/** What a look at the evidence brought, before it is brought down to one outcome. */
interface Examined {
  readonly held: readonly Held[];
  /** Why the pair was not really asked. */
  readonly infrastructure: readonly string[];
  /** Why it cannot pass. */
  readonly hard: readonly string[];
  /** What was noted; it spoils only what depended on it. */
  readonly soft: readonly string[];
}

function unexamined(part: Part): Examined {
  return { held: [], infrastructure: benchTroubles(part), hard: [...part.flaws, ...stops(part)], soft: [] };
}

function examine(part: Part, endMs: number): Examined {
  const { entries } = part;
  const proof = proofOf(entries, 'steady');
  const told = toldIn(entries);
  const flows = flowsIn(entries);
  const bench = [...benchTroubles(part), ...failedSetups(entries)];
  const soft = [...told.doubts, ...blindSpots(entries), ...flows.flatMap(doubtsOfFlow)];
  const hard = [
    ...phaseFlaws(entries),
    ...stops(part),
    ...unfinished(entries).map(({ did }) => `whether «${did}» was done is not known`),
  ];
  if (!proof.steady) {
    const missing = proof.missing.map((each) => `no steady state before the fault: ${each}`);
    return { held: [], infrastructure: bench, hard: [...hard, ...missing], soft };
  }
  const open = unfinished(entries);
  const { asked, unasked } = courseOf(
    entries,
    proof.steady,
    Math.min(endMs, ...open.map(({ atMs }) => atMs)),
  );
  const again = proofOf(entries, 'recovered');
  const isCourseKnown =
    unasked.length === 0 && open.length === 0 && asked.some(({ role }) => role === 'fault');
  const held = holdAll({ entries, steady: proof.steady, again, asked, isCourseKnown, told, flows });
  return { held, infrastructure: [...bench, ...unasked], hard: [...hard, ...unjudged(asked, held)], soft };
}

/** A scenario whose fault nothing was held against proves nothing. */
function unjudged(asked: readonly Asked[], held: readonly Held[]): readonly string[] {
  if (!asked.some(({ role }) => role === 'fault')) return ['no fault took effect'];
  return held.some(({ of }) => of === 'fault')
    ? []
    : ['no rule says what must follow from this fault in this state'];
}

const benchTroubles = ({ troubles }: Part): readonly string[] =>
  troubles.filter(({ whose }) => whose === 'bench').map(({ message }) => message);

/** When a witness other than the probes could not see; what it would have said may still be known from others. */
const blindSpots = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'gap' && !entry.witness.startsWith('probe ')
      ? [
          `${entry.witness} could not see from ${seconds(entry.fromMs)} to ${seconds(entry.toMs)} of the run: ${entry.why}`,
        ]
      : [],
  );

/** A pair that could not be brought to where the scenario begins was not really asked. */
const failedSetups = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'action' && entry.role === 'setup' && entry.failed !== undefined
      ? [`«${entry.did}» failed: ${entry.failed}`]
      : [],
  );

const stops = ({ troubles }: Part): readonly string[] =>
  troubles
    .filter(({ whose }) => whose === 'ours' || whose === 'stopped')
    .map(({ whose, message }) =>
      whose === 'ours' ? `a fault of our own: ${message}` : `it was stopped: ${message}`,
    );

/** An action that begun and of which no end is on record may have been done or not. */
function unfinished(entries: readonly Entry[]): readonly ActionBegun[] {
  const done = new Set(entries.flatMap((entry) => (entry.kind === 'action' ? [entry.id] : [])));
  return entries.filter(
    (entry): entry is ActionBegun => entry.kind === 'action-begun' && !done.has(entry.id),
  );
}

/**
 * The worst wins. A contrary sighting fails the scenario whatever else went wrong; then comes trouble with the
 * bench, for a pair that was not really asked cannot fail an assertion of the suite either; then assertions, as
 * long as the evidence is whole; then everything that leaves the question open.
 */
function conclude(
  part: Part,
  { held, infrastructure, hard }: Examined,
): { readonly outcome: Outcome; readonly because: string } {
  const findings = held.map(({ finding }) => finding);
  const failed = findings.find(({ outcome }) => outcome === 'fail');
  if (failed) return { outcome: 'fail', because: `${failed.rule}: ${failed.seen}.` };
  const [trouble] = infrastructure;
  if (trouble !== undefined)
    return { outcome: 'inconclusive', because: `The bench was in trouble: ${trouble}.` };
  const [doubt] = hard;
  if (doubt !== undefined)
    return { outcome: 'inconclusive', because: `The evidence is not whole: ${doubt}.` };
  const assertion = part.troubles.find(({ whose }) => whose === 'suite');
  if (assertion)
    return { outcome: 'fail', because: `An assertion of the suite failed: ${assertion.message}` };
  const open = findings.find(({ outcome }) => outcome === 'inconclusive');
  if (open) return { outcome: 'inconclusive', because: `${open.rule}: ${open.seen}.` };
  const decisive = held.find(({ isDecisive }) => isDecisive)?.finding ?? findings[0];
  return {
    outcome: worst(findings.map(({ outcome }) => outcome)),
    because: `${decisive?.seen ?? ''}; ${findings.length} findings hold.`,
  };
}
