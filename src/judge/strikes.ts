import type { Interval, Stimulus } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import { stillThere } from './still-there.ts';
import type { Told } from './told.ts';
import { isInterval } from './word.ts';

/** Something that was done to the pair and took effect: all that it could notice at one instant. */
export interface Strike {
  readonly role: 'fault' | 'heal';
  readonly did: string;
  /** Number of the action in the timeline. */
  readonly seq: number;
  readonly stimuli: readonly Stimulus[];
  /** When it took effect, since the run began. */
  readonly effect: Interval;
  /** It belongs to what is asked: a fault, or a mending in the midst of it; the healing in the end does not. */
  readonly isAsked: boolean;
}

/** What struck the pair, in order, until when that is known, and why some of it did not (infrastructure). */
export interface Strikes {
  readonly strikes: readonly Strike[];
  readonly knownUntilMs: number;
  readonly unasked: readonly string[];
}

/** When everything began to be put right, and when words end. */
export interface Ends {
  readonly healFromMs: number;
  readonly endMs: number;
}

/**
 * Reads the actions of a scenario as what the pair could notice of them. Where it is not known what an action did, the
 * course ends: what follows may be the answer to it.
 */
export function strikesOf(done: readonly Action[], told: Told, { healFromMs, endMs }: Ends): Strikes {
  const strikes: Strike[] = [];
  for (const action of done.toSorted((a, b) => a.begunMs - b.begunMs || a.seq - b.seq)) {
    const { role, did, seq, stimuli, begunMs } = action;
    if (role === 'setup') continue;
    const claimed = effectOf(action);
    const effect =
      typeof claimed === 'string' ? claimed : (stillThere(action, claimed, done, told) ?? claimed);
    if (typeof effect === 'string')
      return { strikes, unasked: [effect], knownUntilMs: Math.min(endMs, action.begunMs) };
    const isAsked = role === 'fault' || begunMs < healFromMs;
    if (stimuli.length > 0) strikes.push({ role, did, seq, stimuli, effect, isAsked });
  }
  return { strikes, unasked: [], knownUntilMs: endMs };
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
