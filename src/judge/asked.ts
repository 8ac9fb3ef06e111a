import { predict, stateAfter } from '../model/index.ts';
import type { PairState, Predicted } from '../model/index.ts';
import type { Interval, Stimulus } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import type { Steady } from './steady.ts';
import { stillThere } from './still-there.ts';
import type { Told } from './told.ts';
import { isInterval } from './word.ts';

/** One stimulus that took effect, with what the model predicts of it. */
export interface Asked {
  readonly stimulus: Stimulus;
  readonly role: 'fault' | 'heal';
  readonly did: string;
  /** Number of the action in the timeline. */
  readonly seq: number;
  /** When it took effect, since the run began. */
  readonly effect: Interval;
  /** From when on words speak of the state that it met: after the stimulus before, or since the steady state. */
  readonly sinceMs: number;
  /** Until when words speak of this stimulus alone: the next one's effect, or the end of the scenario. */
  readonly untilMs: number;
  /** What ends that time. */
  readonly endedBy: 'fault' | 'heal' | 'end';
  readonly after: PairState;
  readonly predicted: readonly Predicted[];
}

/** What the pair was asked, in order, and why some of it was not really asked (infrastructure). */
export interface Course {
  readonly asked: readonly Asked[];
  readonly unasked: readonly string[];
}

interface Struck {
  readonly action: Action & { readonly role: 'fault' | 'heal' };
  readonly stimulus: Stimulus;
  readonly effect: Interval;
}

/**
 * Reads the actions of a scenario as stimuli, and asks the model what must follow, one after the other. Where it is
 * not known what an action did, the course ends: what follows may be the answer to it.
 */
export function courseOf(done: readonly Action[], told: Told, steady: Steady, endMs: number): Course {
  const actions = done
    .filter((action): action is Action & { role: 'fault' | 'heal' } => action.role !== 'setup')
    .toSorted((a, b) => a.begunMs - b.begunMs || a.seq - b.seq);
  const struck: Struck[] = [];
  const unasked: string[] = [];
  let knownUntilMs = endMs;
  for (const action of actions) {
    const claimed = effectOf(action);
    const effect =
      typeof claimed === 'string' ? claimed : (stillThere(action, claimed, done, told) ?? claimed);
    if (typeof effect !== 'string') {
      struck.push(...action.stimuli.map((stimulus) => ({ action, stimulus, effect })));
      continue;
    }
    unasked.push(effect);
    knownUntilMs = Math.min(endMs, action.begunMs);
    break;
  }
  return { asked: follow(struck, steady, knownUntilMs), unasked };
}

/**
 * When the action took effect, or why that is not known. A command takes effect between its being typed and its
 * prompt coming back; anything else must have been seen to, apart from the acknowledgement.
 */
function effectOf({ did, failed, effectiveMs, begunMs, doneMs, stimuli }: Action): Interval | string {
  if (failed !== undefined) return `«${did}» failed: ${failed}`;
  if (effectiveMs && Number.isFinite(effectiveMs.hiMs))
    return isInterval(effectiveMs) ? effectiveMs : `«${did}» took effect before it could have`;
  if (effectiveMs) return `when «${did}» took effect is not known`;
  if (stimuli.every(({ stimulus }) => stimulus.startsWith('told-'))) return { loMs: begunMs, hiMs: doneMs };
  return `«${did}» was acknowledged, but nobody saw its effect`;
}

function follow(
  struck: readonly Struck[],
  { pair, settings, sinceMs }: Steady,
  endMs: number,
): readonly Asked[] {
  const asked: Asked[] = [];
  for (const [at, { action, stimulus, effect }] of struck.entries()) {
    const before = asked.at(-1);
    const met = before?.after ?? pair;
    const next = struck[at + 1];
    asked.push({
      stimulus,
      role: action.role,
      did: action.did,
      seq: action.seq,
      effect,
      sinceMs: !before ? sinceMs : before.seq === action.seq ? before.sinceMs : before.effect.hiMs,
      untilMs: next?.effect.loMs ?? endMs,
      endedBy: next?.action.role ?? 'end',
      after: stateAfter(met, stimulus, settings),
      predicted: predict(met, stimulus, settings),
    });
  }
  return asked;
}
