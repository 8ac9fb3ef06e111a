import type { Interval, Stimulus, UnitName } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import { saidSoItself, stillThere } from './still-there.ts';
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
  /** Nobody can know in which state it met the pair: a unit was booting by itself, and may have been back by then. */
  readonly isUnknown?: true;
  /** A unit was told to boot: nobody else has a hand in when it is back. */
  readonly boots?: true;
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
 * course ends: what follows may be the answer to it. It ends as well where the pair is waited for in vain, which is
 * known, and no trouble with the bench.
 */
export function strikesOf(done: readonly Action[], told: Told, { healFromMs, endMs }: Ends): Strikes {
  const strikes: Strike[] = [];
  for (const action of done.toSorted((a, b) => a.begunMs - b.begunMs || a.seq - b.seq)) {
    const { role, did, seq, stimuli, begunMs } = action;
    if (role === 'setup') continue;
    const claimed = effectOf(action);
    const effect =
      typeof claimed === 'string' ? claimed : (stillThere(action, claimed, done, told) ?? claimed);
    if (typeof effect === 'string') {
      const unasked = action.failedBy === 'pair' ? [] : [effect];
      return { strikes: inOrder(strikes), unasked, knownUntilMs: Math.min(endMs, action.begunMs) };
    }
    const isAsked = role === 'fault' || begunMs < healFromMs;
    const found = {
      role,
      did,
      seq,
      stimuli,
      effect,
      isAsked,
      ...(saidSoItself(action) &&
        stimuli.some(({ stimulus: name }) => name === 'unit-silent') && { boots: true as const }),
    };
    if (stimuli.length > 0) strikes.push(found);
  }
  return { strikes: inOrder(strikes), unasked: [], knownUntilMs: endMs };
}

/**
 * In the order in which they took effect: a unit that was told to boot is back when it has booted, whoever waits for
 * it. What comes before that meets a pair of which nobody can know whether it is back.
 */
function inOrder(found: readonly Strike[]): readonly Strike[] {
  const away = new Set<UnitName>();
  return found
    .toSorted((a, b) => a.effect.loMs - b.effect.loMs)
    .map((strike) => {
      const isUnknown = away.size > 0 && !strike.stimuli.some((one) => isBootOf(one, away));
      for (const one of strike.stimuli) {
        if (one.stimulus === 'both-units-booting') away.clear();
        if (one.stimulus === 'unit-booting') away.delete(one.unit);
        if (one.stimulus === 'unit-silent' && strike.boots) away.add(one.unit);
      }
      return isUnknown ? { ...strike, isUnknown } : strike;
    });
}

const isBootOf = (one: Stimulus, away: ReadonlySet<UnitName>): boolean =>
  one.stimulus === 'both-units-booting' || (one.stimulus === 'unit-booting' && away.has(one.unit));

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
