import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { viewsOf } from '../pair-state.ts';
import type { PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import type { Predicted } from '../rule.ts';
import { stateAfter } from '../state-after.ts';
import { commonTo, saysSame } from './common.ts';
import { leavesOpen, makesMateBusy } from './leaves-open.ts';
import { noticedMs } from './noticed.ts';
import { openChanges } from './open-changes.ts';
import { staysIfNoticedLater } from './noticed-later.ts';
import type { Earlier } from './noticed-later.ts';
import { isTested, isUnnoticed, mayWait, metWaiting } from './still-waiting.ts';
import type { Before } from './still-waiting.ts';
import { supersedes } from './supersedes.ts';
import { worldsAfter } from './worlds.ts';
import type { Pause, Worlds } from './worlds.ts';

/** One stimulus of a course. */
export interface Timed {
  readonly stimulus: Stimulus;
  /** When it took effect, in milliseconds on any clock, the same for the whole course; not before the one before. */
  readonly atMs: number;
  /** When it had taken effect at the latest, where that is not known better; `atMs` is the earliest instant then. */
  readonly byMs?: number;
  /** It is one strike with the stimulus before it: the pair noticed both at once, and neither makes the other void. */
  readonly withPrevious?: true;
  /** The pair was seen to have done all that was predicted before this. */
  readonly isSettled?: true;
  /** The state that the pair was seen in right before this, where somebody looked. */
  readonly seen?: PairState;
  /** Nobody can know the state that it meets: a unit may have come back by itself by then. */
  readonly isUnknown?: true;
}

/** What is foretold of one stimulus of a course. */
export interface Foretold {
  readonly timed: Timed;
  /** The states that the pair may be in when it is struck; several where an earlier stimulus has not played out. */
  readonly met: Worlds;
  /** What must follow, however the pair stands. */
  readonly predicted: readonly Predicted[];
  /** Those of them that a later stimulus made void before their time was over. */
  readonly cancelled: readonly Cancelled[];
  /** Whether it is open who is active afterwards. */
  readonly isOpen: boolean;
}

/** A prediction that nothing can be demanded of any more. */
export interface Cancelled {
  readonly prediction: Predicted;
  /** The stimulus that did it, by its place in the course. */
  readonly by: number;
  /** From when on, in milliseconds after its own stimulus took effect, at the earliest; what was seen before counts. */
  readonly fromMs: number;
}

/**
 * What must follow from stimuli that come one after the other, whether or not the pair is done with one when the next
 * comes. A later stimulus makes a prediction void if it undoes the cause, or if the prediction would not have been
 * made had the later stimulus come first: only what follows in either order can be demanded.
 */
export function foretellCourse(
  pair: PairState,
  course: readonly Timed[],
  settings: FailoverSettings,
): readonly Foretold[] {
  let met: Worlds = [pair];
  let later: Worlds = [pair];
  const metBy: Worlds[] = [];
  const struck = course.map((timed, at) => {
    const seen = timed.seen;
    if (timed.isUnknown) met = later = [];
    const known = seen && !timed.isUnknown ? [seen] : met;
    const isWaiting = isTested(timed.stimulus) && mayWait(beforeThat(at, course, metBy), settings);
    const worlds = isWaiting ? metWaiting(timed.stimulus, known) : known;
    // What an earlier stimulus is still to bring may come while somebody is to stay as he is.
    const pending = seen ? [seen] : later;
    const next = course[at + 1];
    const isSettled = (next?.isSettled ?? false) || (next?.withPrevious ?? false);
    const pause = { ...pauseBetween(timed, next), isSettled };
    ({ met, later } = worldsAfter(
      seen && !timed.isUnknown ? [seen] : later,
      timed.stimulus,
      settings,
      pause,
    ));
    metBy.push(worlds);
    const unnoticed = earlierThan(at, course, metBy);
    const follows = commonTo(worlds.map((world) => predict(world, timed.stimulus, settings)));
    const unsure = follows.filter((each) => isWaiting && isUnnoticed(each, timed.stimulus));
    const predicted = follows.filter(
      (each) =>
        !unsure.includes(each) &&
        (each.prediction === 'becomes' ||
          (pending.every((world) => isSoIn(world, each)) &&
            unnoticed.every((earlier) => staysIfNoticedLater(each, earlier, settings)))),
    );
    const isOpen =
      worlds.length === 0 ||
      unsure.length > 0 ||
      worlds.some((world) => leavesOpen(world, timed.stimulus, settings));
    // It may be so only in the state in which nobody has noticed yet what came before.
    if (isOpen && !isSettled) met = later = [];
    return { timed, met: worlds, predicted, isOpen };
  });
  return struck.map((each, at) => ({ ...each, cancelled: cancelledOf(each, at, course, settings) }));
}

/** How long after the one the other took effect, at least and at most; for ever if there is no other. */
const pauseBetween = (timed: Timed, next: Timed | undefined): Omit<Pause, 'isSettled'> => ({
  leastMs: (next?.atMs ?? Infinity) - (timed.byMs ?? timed.atMs),
  mostMs: (next?.byMs ?? next?.atMs ?? Infinity) - timed.atMs,
});

/** What came before it and not in one strike with it, each with the states that it met. */
function beforeThat(at: number, course: readonly Timed[], metBy: readonly Worlds[]): readonly Before[] {
  const timed = course[at];
  const strikeAt = course.findLastIndex((each, nth) => nth <= at && !each.withPrevious);
  return course.slice(0, Math.max(0, strikeAt)).map((each, nth) => ({
    met: metBy[nth] ?? [],
    stimulus: each.stimulus,
    leastMs: pauseBetween(each, timed).leastMs,
  }));
}

/** What came before it and not in one strike with it, back to when the pair was last seen to be done with all before. */
function earlierThan(at: number, course: readonly Timed[], metBy: readonly Worlds[]): readonly Earlier[] {
  const timed = course[at];
  const strikeAt = course.findLastIndex((each, nth) => nth <= at && !each.withPrevious);
  const settledAt = course.findLastIndex((each, nth) => nth <= at && each.seen !== undefined);
  return course.slice(0, Math.max(0, strikeAt)).flatMap((each, nth): readonly Earlier[] => {
    if (!timed || nth < settledAt) return [];
    const since = course.slice(nth + 1, at + 1).map(({ stimulus }) => stimulus);
    const { leastMs } = pauseBetween(each, timed);
    return [{ met: metBy[nth] ?? [], stimulus: each.stimulus, since, leastMs }];
  });
}

function cancelledOf(
  { timed, met, predicted }: Omit<Foretold, 'cancelled'>,
  at: number,
  course: readonly Timed[],
  settings: FailoverSettings,
): readonly Cancelled[] {
  return predicted.flatMap((prediction) => {
    const dueMs = prediction.prediction === 'stays' ? prediction.forMs : prediction.latestMs;
    const overMs = Math.max(dueMs, ...met.map((world) => noticedMs(world, timed.stimulus, settings)));
    let swapped = met;
    let played = met.map((world) => stateAfter(world, timed.stimulus, settings));
    let isOneStrike = true;
    for (const [by, next] of [...course.entries()].slice(at + 1)) {
      const { stimulus, isSettled, withPrevious = false } = next;
      isOneStrike &&= withPrevious;
      if (isOneStrike) continue;
      const fromMs = Math.max(0, pauseBetween(timed, next).leastMs);
      if (isSettled || fromMs > overMs) return [];
      const isOpen =
        makesMateBusy(stimulus) || swapped.some((world) => leavesOpen(world, stimulus, settings));
      swapped = swapped.map((world) => stateAfter(world, stimulus, settings));
      const isTaken =
        prediction.prediction === 'stays' &&
        played.some((world) =>
          openChanges(world, stimulus, settings).some((open) => isOfSame(open, prediction)),
        );
      played = played.map((world) => stateAfter(world, stimulus, settings));
      const isKept = !isOpen && !isTaken && followsIn(swapped, timed.stimulus, prediction, settings);
      if (supersedes(stimulus, timed.stimulus) || !isKept) return [{ prediction, by, fromMs }];
    }
    return [];
  });
}

/** Whether the unit, or the group on it, is as it is to stay. */
const isSoIn = (world: PairState, { who, group, states }: Predicted): boolean =>
  viewsOf(world).some((view) => view.group === group && states.some((state) => state === view.units[who]));

const isOfSame = (a: Predicted, b: Predicted): boolean => a.who === b.who && a.group === b.group;

/** Whether the prediction would be made in each of these worlds. */
const followsIn = (
  worlds: Worlds,
  stimulus: Stimulus,
  prediction: Predicted,
  settings: FailoverSettings,
): boolean =>
  worlds.every((world) => predict(world, stimulus, settings).some((other) => saysSame(prediction, other)));
