import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import type { Becomes, Predicted } from '../rule.ts';
import { settle } from '../state-after.ts';
import { leavesOpen, makesMateBusy } from './leaves-open.ts';
import { noticedMs } from './noticed.ts';
import { openChanges } from './open-changes.ts';

/**
 * The states that a pair may be in, as far as can be worked out. Empty when there are so many that nothing can be
 * said any more.
 */
export type Worlds = readonly PairState[];

/** More than these, and nothing is predicted: so many open ends bring no common prediction anyway. */
const mostWorlds = 64;

/** How long after the stimulus the next one comes, at least and at most, and whether the pair was seen to be done with it by then. */
export interface Pause {
  readonly leastMs: number;
  readonly mostMs: number;
  readonly isSettled: boolean;
}

/**
 * What becomes of each world by the stimulus: `met` is what the next stimulus can meet after this pause, `later` what
 * may have come about when the pair is done with both. Neither, once it is open who is active or ready; and where nothing
 * changes that would show that it was noticed, the next one may meet the pair as it was before.
 */
export function worldsAfter(
  worlds: Worlds,
  stimulus: Stimulus,
  settings: FailoverSettings,
  pause: Pause,
): { readonly met: Worlds; readonly later: Worlds } {
  const met: PairState[] = [];
  const later: PairState[] = [];
  const isOpen = makesMateBusy(stimulus) || worlds.some((world) => leavesOpen(world, stimulus, settings));
  if (!pause.isSettled && isOpen) return { met, later };
  for (const world of worlds) {
    const predicted = predict(world, stimulus, settings);
    const isQuiet = !pause.isSettled && predicted.every(isStay);
    if (isQuiet && pause.leastMs < noticedMs(world, stimulus, settings)) met.push(world);
    const choices = subsets(changesIn(predicted), pause);
    for (const done of withOpen(choices, openChanges(world, stimulus, settings))) {
      const state = settle(world, stimulus, done.changes.flat());
      later.push(state);
      if (done.isPossibleYet) met.push(state);
    }
  }
  return { met: distinct(met), later: distinct(later) };
}

type Change = readonly (Predicted & Becomes)[];

const isStay = ({ prediction }: Predicted): boolean => prediction === 'stays';

/** What changes together: all that is predicted of one group, which moves as a whole. */
function changesIn(predicted: readonly Predicted[]): readonly Change[] {
  const becomes = predicted.filter((p): p is Predicted & Becomes => p.prediction === 'becomes');
  const groups = [...new Set(becomes.map(({ group }) => group))];
  return groups.map((group) => becomes.filter((each) => each.group === group));
}

/** Each choice of changes with those as well that may have come about or not; what is predicted outdoes them. */
const withOpen = (choices: readonly Done[], open: Change): readonly Done[] =>
  open.reduce<readonly Done[]>(
    (all, change) => [...all, ...all.map((done) => ({ ...done, changes: [[change], ...done.changes] }))],
    choices,
  );

interface Done {
  readonly changes: readonly Change[];
  /** False if one of these changes could not have happened yet. */
  readonly isPossibleYet: boolean;
}

/** Every choice of changes that may have happened: those whose time is over in any case, the others or not. */
function subsets(changes: readonly Change[], { leastMs, mostMs, isSettled }: Pause): readonly Done[] {
  let choices: readonly Done[] = [{ changes: [], isPossibleYet: true }];
  for (const change of changes) {
    const isOver = isSettled || leastMs > Math.max(...change.map(({ latestMs }) => latestMs));
    const isOpen = mostMs >= Math.min(...change.map(({ earliestMs }) => earliestMs));
    const withIt = choices.map((done) => ({
      changes: [...done.changes, change],
      isPossibleYet: done.isPossibleYet && (isOver || isOpen),
    }));
    choices = isOver ? withIt : [...choices, ...withIt];
  }
  return choices;
}

function distinct(states: readonly PairState[]): Worlds {
  const known = new Map(states.map((state) => [JSON.stringify(state), state]));
  return known.size > mostWorlds ? [] : [...known.values()];
}
