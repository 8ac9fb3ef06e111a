import { foretellCourse, predict, stateAfter } from '../model/index.ts';
import type { Foretold, LinkPrediction, PairState, Predicted } from '../model/index.ts';
import type { Action } from '../timeline/index.ts';
import { linksAwaited } from './links-awaited.ts';
import { isSeen } from './change.ts';
import type { Steady } from './steady.ts';
import { strikesOf } from './strikes.ts';
import type { Strike } from './strikes.ts';
import type { Told } from './told.ts';

/** One strike, with what the model foretells of it. */
export interface Asked extends Strike {
  /** From when on words speak of the state that it met: after the strike before, or since the steady state. */
  readonly sinceMs: number;
  /** Until when words speak of this strike alone: the next one's effect, or the end of the scenario. */
  readonly untilMs: number;
  /** What must follow, however the pair stood when it was struck. */
  readonly awaited: readonly Awaited<Predicted>[];
  /** What the units must say of the links. */
  readonly links: readonly Awaited<LinkPrediction>[];
  /** What may follow, in one of the states in which the pair may have been. */
  readonly possible: readonly Predicted[];
  /** Whether it was known in which state the pair was when it was struck. */
  readonly isCertain: boolean;
  /** The states in which it may be afterwards; none where nobody can know. */
  readonly after: readonly PairState[];
}

/** A prediction, and until when words speak of it. */
export interface Awaited<P> {
  readonly prediction: P;
  readonly untilMs: number;
  /** The strike that ends that time, because it makes the prediction void or came when that had to have come true. */
  readonly end?: Strike;
}

/** What the pair was asked, in order, and why some of it was not really asked (infrastructure). */
export interface Course {
  readonly asked: readonly Asked[];
  readonly unasked: readonly string[];
}

/** Reads the actions of a scenario as strikes, and asks the model what must follow from them, one upon the other. */
export function courseOf(done: readonly Action[], told: Told, steady: Steady, endMs: number): Course {
  const { strikes, unasked, knownUntilMs } = strikesOf(done, told, endMs);
  const asked: Asked[] = [];
  // Whether the pair was done with all before when a strike came is seen; what the strike brings depends on it.
  const settled: boolean[] = [];
  for (const [at, { effect }] of strikes.entries()) {
    settled.push(at > 0 && asked.every((each) => isDone(each, told, effect.loMs)));
    asked.push(follow(at, foretold(strikes, settled, steady), { strikes, steady, endMs: knownUntilMs }));
  }
  return { asked, unasked };
}

/** What is foretold of each strike, stimulus by stimulus. */
function foretold(
  strikes: readonly Strike[],
  settled: readonly boolean[],
  { pair, settings }: Steady,
): readonly ForetoldOf[] {
  const timed = strikes.flatMap(({ stimuli, effect }, of) =>
    stimuli.map((stimulus, nth) => ({
      of,
      stimulus,
      atMs: effect.loMs,
      byMs: effect.hiMs,
      ...(settled[of] && nth === 0 ? { isSettled: true as const } : {}),
    })),
  );
  const strikeBy = (by: number): number => timed[by]?.of ?? strikes.length;
  return foretellCourse(pair, timed, settings).map((each, index) => ({
    ...each,
    of: strikeBy(index),
    cancelled: each.cancelled.map((one) => ({ ...one, by: strikeBy(one.by) })),
  }));
}

/** What is foretold of a stimulus; `of` and `by` are the places of strikes, not of stimuli. */
type ForetoldOf = Foretold & { readonly of: number };

interface Following {
  readonly strikes: readonly Strike[];
  readonly steady: Steady;
  readonly endMs: number;
}

function follow(at: number, told: readonly ForetoldOf[], { strikes, steady, endMs }: Following): Asked {
  const { settings } = steady;
  const [strike, before, next] = [strikes[at], strikes[at - 1], strikes[at + 1]];
  if (!strike) throw new RangeError(`there is no strike ${at}`);
  const mine = told.filter(({ of }) => of === at);
  const possibleOf = (of: number): readonly Predicted[] =>
    told
      .filter((each) => each.of === of)
      .flatMap(({ met, timed: { stimulus } }) => met.flatMap((world) => predict(world, stimulus, settings)));
  const awaited = mine.flatMap(({ predicted, cancelled }) =>
    predicted.map((prediction) => {
      const by = cancelled.find((each) => each.prediction === prediction)?.by;
      const over = strikes.findIndex(
        (later, of) => of > at && isOver(prediction, strike, later, possibleOf(of)),
      );
      const end = strikes[by ?? (over < 0 ? strikes.length : over)];
      return { prediction, untilMs: end?.effect.loMs ?? endMs, ...(end && { end }) };
    }),
  );
  const last = mine.at(-1);
  return {
    ...strike,
    sinceMs: before?.effect.hiMs ?? steady.sinceMs,
    untilMs: next?.effect.loMs ?? endMs,
    awaited,
    links: mine.flatMap((each) => linksAwaited(each, strikes.slice(at + 1), settings, endMs)),
    possible: possibleOf(at),
    isCertain: mine.every(({ met }) => met.length === 1),
    after: last ? last.met.map((world) => stateAfter(world, last.timed.stimulus, settings)) : [],
  };
}

/** Whether words after the later strike speak of that one, and not of what was predicted any more. */
function isOver(
  prediction: Predicted,
  strike: Strike,
  later: Strike,
  possible: readonly Predicted[],
): boolean {
  const { who, group } = prediction;
  const overMs = prediction.prediction === 'stays' ? prediction.forMs : prediction.latestMs;
  const isPower = later.stimuli.some(
    (one) =>
      one.stimulus === 'both-units-booting' ||
      ((one.stimulus === 'unit-booting' || one.stimulus === 'unit-silent') && one.unit === who),
  );
  return (
    isPower ||
    later.effect.loMs - strike.effect.hiMs > overMs ||
    possible.some((each) => each.prediction === 'becomes' && each.who === who && each.group === group)
  );
}

/** Whether all that was predicted was seen to have come true by then, and could be nothing else. */
function isDone({ awaited, isCertain, ...strike }: Asked, told: Told, byMs: number): boolean {
  return (
    isCertain &&
    awaited.every(
      ({ prediction, untilMs }) =>
        prediction.prediction === 'stays' || isSeen(prediction, strike, told, Math.min(untilMs, byMs)),
    )
  );
}
