import { isControl } from '../pair/index.ts';
import { courseOf } from './asked.ts';
import type { PairState, Run } from '../model/index.ts';
import type { Asked } from './asked.ts';
import { holdControl } from './control.ts';
import { doubtsOfFlow } from './flow-record.ts';
import type { Gathered } from './gathered.ts';
import { heldAs, holdAll } from './hold.ts';
import type { Held, HeldAll } from './hold.ts';
import type { Known } from './known.ts';
import type { Action, ScenarioBegun } from '../timeline/index.ts';
import { phaseFlaws } from './phases.ts';
import { proofOf } from './steady.ts';
import type { Steady } from './steady.ts';
import type { Told } from './told.ts';
import { outagesOf } from './traffic.ts';
import type { Cancelled, Outage } from './verdict.ts';

/** What a look at a scenario brought: what was held against the pair, and what speaks against believing it. */
export interface Looked {
  readonly held: readonly Held[];
  /** What could not be held, because something else was done before. */
  readonly cancelled: readonly Cancelled[];
  readonly outages: readonly Outage[];
  /** Why the pair was not really asked. */
  readonly infrastructure: readonly string[];
  /** Why it cannot pass. */
  readonly hard: readonly string[];
  /** What was noted; it spoils only what depended on it. */
  readonly soft: readonly string[];
  /** What was done to the pair, and in which state it began; absent where no steady state was proven, and in controls. */
  readonly course?: Run;
}

/** Looks at a scenario that is whole: what was asked of the pair, and what must follow. One may only ask, and strike nothing. */
export function look(gathered: Gathered, endMs: number, known: Known, begun: ScenarioBegun): Looked {
  const { fault, outageAtMostMs } = begun;
  const onlyAsks = fault === 'none';
  const { told, flows, phases, unfinished, actions } = gathered;
  const outages = flows.flatMap(outagesOf);
  const bench = failedSetups(gathered, (by) => by !== 'pair');
  const soft = [...told.doubts, ...gathered.blindSpots, ...flows.flatMap(doubtsOfFlow)];
  const hard = [
    ...failedSetups(gathered, (by) => by === 'pair'),
    ...phaseFlaws(phases),
    ...unfinished.map(({ did }) => `whether «${did}» was done is not known`),
    ...told.belated,
  ];
  const proof = proofOf(gathered.inPhase.get('steady'), 'steady', known);
  if (!proof.steady) {
    const missing = proof.missing.map((each) => `no steady state before the fault: ${each}`);
    return { held: [], cancelled: [], outages, infrastructure: bench, hard: [...hard, ...missing], soft };
  }
  const { steady } = proof;
  if (isControl(fault)) {
    const held = holdControl(fault, gathered, steady, endMs).map((finding) => heldAs('always', finding));
    return { held, cancelled: [], outages, infrastructure: bench, hard, soft };
  }
  const knownMs = unfinished.reduce((earliest, { atMs }) => Math.min(earliest, atMs), endMs);
  const { asked, unasked, unsureFromMs } = courseOf(actions, told, steady, {
    healFromMs: gathered.healFromMs,
    endMs: knownMs,
  });
  const again = proofOf(gathered.inPhase.get('recovered'), 'recovered', known);
  const isCourseKnown =
    unasked.length === 0 &&
    unfinished.length === 0 &&
    (onlyAsks || asked.some(({ role }) => role === 'fault'));
  const { questions, last } = gathered;
  const { held, cancelled } = holdAll({
    last,
    steady,
    again,
    asked,
    questions,
    isCourseKnown,
    unsureFromMs: unfinished.length > 0 ? Math.min(knownMs, unsureFromMs) : unsureFromMs,
    told,
    flows,
    outageAtMostMs,
    endMs,
  });
  return {
    held,
    cancelled,
    outages,
    infrastructure: [...bench, ...unasked],
    hard: [...hard, ...notKept(asked, steady, told), ...unjudged(asked, { held, cancelled }, onlyAsks)],
    soft,
    course: runOf(steady, asked),
  };
}

/** What was asked, as the coverage of the model wants it: a strike met a state that is known, or nobody knows which. */
const runOf = ({ pair, settings }: Steady, asked: readonly Asked[]): Run => ({
  pair,
  settings,
  course: asked.flatMap(({ stimuli, effect, isCertain }) =>
    stimuli.map((stimulus) => ({
      stimulus,
      atMs: effect.loMs,
      byMs: effect.hiMs,
      ...(isCertain && { isSettled: true as const }),
    })),
  ),
});

/**
 * A pair that could not be brought to where the scenario begins was not really asked; where that is its own doing, it
 * is no trouble with the bench either.
 */
const failedSetups = (
  { actions }: Gathered,
  isMeant: (failedBy: Action['failedBy']) => boolean,
): readonly string[] =>
  actions.flatMap(({ role, did, failed, failedBy }) =>
    role === 'setup' && failed !== undefined && isMeant(failedBy) ? [`«${did}» failed: ${failed}`] : [],
  );

/**
 * What is judged begins and ends where something was done to the pair, and words of such a time are kept. An action
 * that claims an effect long before it was begun asks for words that were counted instead.
 */
function notKept(asked: readonly Asked[], { sinceMs }: Steady, { lulls }: Told): readonly string[] {
  const edges = [sinceMs, ...asked.flatMap(({ effect, untilMs }) => [effect.loMs, effect.hiMs, untilMs])];
  const isCut = edges.some((edge) => lulls.some(({ fromMs, toMs }) => fromMs < edge && edge < toMs));
  return isCut ? ['something took effect long before or after it is said to have been done'] : [];
}

/** A scenario whose fault nothing was held against proves nothing, nor does one that only asks and asked nothing. */
function unjudged(
  asked: readonly Asked[],
  { held, cancelled }: HeldAll,
  onlyAsks: boolean,
): readonly string[] {
  if (onlyAsks && asked.length === 0)
    return held.some(({ of }) => of === 'question') ? [] : ['nothing was asked'];
  if (!asked.some(({ role }) => role === 'fault')) return ['no fault took effect'];
  if (held.some(({ of }) => of === 'fault')) return [];
  // What was cancelled before it could begin leaves the healing to be judged, or what was asked; that is an answer as well.
  if (cancelled.length > 0 && held.some(({ of }) => of === 'heal' || of === 'question')) return [];
  // Nobody was left of whom anything could be foretold, until the units were there again.
  if (asked.some(({ after }) => isNobodyLeft(after)) && held.some(({ of }) => of === 'heal')) return [];
  const [first] = cancelled;
  return [
    first
      ? `nothing was left to hold: ${first.expected}, but ${first.why}`
      : 'no rule says what must follow from this fault in this state',
  ];
}

const isNobodyLeft = (after: readonly PairState[]): boolean =>
  after.length > 0 && after.every(({ units }) => units.primary === 'off' && units.secondary === 'off');
