import { noticedMs, predict, stateAfter } from '../model/index.ts';
import type { LinkPrediction, PairState, Predicted } from '../model/index.ts';
import type { Stimulus } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import type { Awaited } from './awaited.ts';
import { isSeen } from './change.ts';
import { foretell, seenBefore } from './foretell.ts';
import { linksAwaited } from './links-awaited.ts';
import type { Steady } from './steady.ts';
import { strikesOf } from './strikes.ts';
import type { Ends, Strike } from './strikes.ts';
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

/** What the pair was asked, in order, and why some of it was not really asked (infrastructure). */
export interface Course {
  readonly asked: readonly Asked[];
  readonly unasked: readonly string[];
  /** From when on nobody knows what had been done to the pair, since the run began; Infinity where all is known. */
  readonly unsureFromMs: number;
}

/** Reads the actions of a scenario as strikes, and asks the model what must follow from them, one upon the other. */
export function courseOf(done: readonly Action[], told: Told, steady: Steady, ends: Ends): Course {
  const { strikes, unasked, knownUntilMs } = strikesOf(done, told, ends);
  const asked: Asked[] = [];
  // What a strike brings depends on whether the pair was done with those before; that it was is seen.
  const seen: (PairState | undefined)[] = [];
  for (const [at, { effect }] of strikes.entries()) {
    const isDone = at > 0 && asked.every((each) => isDoneBy(each, told, steady, effect.loMs));
    seen.push(isDone ? seenBefore(at, strikes, told, steady) : undefined);
    asked.push(follow(at, { strikes, seen, steady, endMs: knownUntilMs }));
  }
  return { asked, unasked, unsureFromMs: unasked.length > 0 ? knownUntilMs : Infinity };
}

interface Following {
  readonly strikes: readonly Strike[];
  /** The states that the pair was seen in before the strikes so far, where it was done with all before. */
  readonly seen: readonly (PairState | undefined)[];
  readonly steady: Steady;
  readonly endMs: number;
}

function follow(at: number, following: Following): Asked {
  const { strikes, steady, endMs } = following;
  const { settings } = steady;
  const strike = strikes[at];
  if (!strike) throw new RangeError(`there is no strike ${at}`);
  const told = foretell(strikes, following.seen, steady);
  const mine = told.filter(({ of }) => of === at);
  const possibleOf = (of: number): readonly Predicted[] =>
    told
      .filter((each) => each.of === of)
      .flatMap(({ met, timed: { stimulus } }) => met.flatMap((world) => predict(world, stimulus, settings)));
  const isOpen = (of: number): boolean => told.some((each) => each.of === of && each.isOpen);
  // A unit that was told to boot and may have been back at any time was perhaps never missed.
  const isBackUnseen = mayBeBackUnseen(at, strikes);
  const awaited = (isBackUnseen ? [] : demandedOf(at, following)).map(({ prediction, by }) => {
    const over = strikes.findIndex(
      (later, of) =>
        of > at &&
        (isOpen(of) || mayBeBackUnseen(of, strikes) || isOver(prediction, strike, later, possibleOf(of))),
    );
    const end = strikes[by ?? (over < 0 ? strikes.length : over)];
    return { prediction, untilMs: end?.effect.loMs ?? endMs, ...(end && { end }) };
  });
  const later = strikes.map((each, of) => ({ ...each, isOpen: isOpen(of) })).slice(at + 1);
  const last = mine.at(-1);
  return {
    ...strike,
    sinceMs: strikes[at - 1]?.effect.hiMs ?? steady.sinceMs,
    untilMs: strikes[at + 1]?.effect.loMs ?? endMs,
    awaited,
    links: mine.flatMap((each) =>
      each.isOpen || isBackUnseen ? [] : linksAwaited(each, later, settings, endMs),
    ),
    possible: possibleOf(at),
    isCertain: mine.every(({ met }) => met.length === 1),
    after:
      last && !isBackUnseen && !mine.some((each) => each.isOpen)
        ? last.met.map((world) => stateAfter(world, last.timed.stimulus, settings))
        : [],
  };
}

/** Whether a unit was told to boot there and nobody knows when it was back, which may have moved roles by itself. */
const mayBeBackUnseen = (at: number, strikes: readonly Strike[]): boolean =>
  strikes[at]?.boots === true && (strikes[at + 1]?.isUnknown ?? at === strikes.length - 1);

/** What must follow from a strike whichever of its stimuli the pair notices first, and which strike makes it void. */
function demandedOf(at: number, { strikes, seen, steady }: Following): readonly Demanded[] {
  const [first = [], ...others] = ordersOf(strikes[at]?.stimuli ?? []).map((stimuli) => {
    const ordered = strikes.map((strike, of) => (of === at ? { ...strike, stimuli } : strike));
    const told = foretell(ordered, seen, steady).filter(({ of }) => of === at);
    return told.flatMap(({ predicted, cancelled }) =>
      predicted.map((prediction): Demanded => ({
        prediction,
        by: cancelled.find((each) => each.prediction === prediction)?.by,
      })),
    );
  });
  return first.filter(
    (each, nth) =>
      first.findIndex((other) => isSame(other, each)) === nth &&
      others.every((order) => order.some((other) => isSame(other, each))),
  );
}

interface Demanded {
  readonly prediction: Predicted;
  readonly by: number | undefined;
}

/** Whether both speak of the same, whichever rule says it. */
const isSame = ({ prediction: a }: Demanded, { prediction: b }: Demanded): boolean =>
  a.prediction === b.prediction &&
  a.who === b.who &&
  a.group === b.group &&
  a.saidBy === b.saidBy &&
  a.states.join() === b.states.join();

/** The orders in which the pair may notice what is done at one instant: each first, the rest as they are told. */
function ordersOf(stimuli: readonly Stimulus[]): readonly (readonly Stimulus[])[] {
  return stimuli.map((stimulus, nth) => [stimulus, ...stimuli.filter((_, other) => other !== nth)]);
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

/** Whether all of it was noticed by then, and every change that was predicted was seen to have come true. */
function isDoneBy(
  { awaited, after, ...strike }: Asked,
  told: Told,
  { pair, settings }: Steady,
  byMs: number,
): boolean {
  const { stimuli, effect } = strike;
  const longestMs = Math.max(0, ...stimuli.map((each) => noticedMs(pair, each, settings)));
  const isQuiet = awaited.every(({ prediction }) => prediction.prediction === 'stays');
  if (after.length === 0 || (isQuiet && byMs - effect.hiMs < longestMs)) return false;
  return awaited.every(
    ({ prediction, untilMs }) =>
      prediction.prediction === 'stays' || isSeen(prediction, strike, told, Math.min(untilMs, byMs)),
  );
}
