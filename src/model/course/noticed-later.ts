import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import { predict } from '../predict.ts';
import type { Predicted } from '../rule.ts';
import { stateAfter } from '../state-after.ts';
import { noticedMs } from './noticed.ts';
import type { Worlds } from './worlds.ts';

/** A stimulus that came before another one, the states that it met, and what came after it, that other one included. */
export interface Earlier {
  readonly met: Worlds;
  readonly stimulus: Stimulus;
  readonly since: readonly Stimulus[];
  /** How long before the other one it took effect, in milliseconds, at least. */
  readonly leastMs: number;
}

/**
 * Whether somebody stays as he is by what the earlier stimulus brings as well, should the pair notice that one after
 * the later ones: an interface on which nobody hears anything is not put to its tests before half of its hold time, and
 * what those come to depends on what became of the failover link in the meantime.
 */
export function staysIfNoticedLater(
  prediction: Predicted,
  { met, stimulus, since, leastMs }: Earlier,
  settings: FailoverSettings,
): boolean {
  return met
    .filter((world) => leastMs < noticedMs(world, stimulus, settings))
    .map((world) => since.reduce((state, next) => stateAfter(state, next, settings), world))
    .every((world) => predict(world, stimulus, settings).some((other) => isSameStay(other, prediction)));
}

const isSameStay = (a: Predicted, b: Predicted): boolean =>
  a.prediction === 'stays' && a.who === b.who && a.group === b.group && a.states.join() === b.states.join();
