import type { Interval } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import { seconds } from './numbers.ts';
import type { Answer, Told } from './told.ts';

/** A unit that says on its console that it reboots is silent by its own word, and back when it has booted. */
export const saidSoItself = ({ effectWitness }: Action): boolean =>
  effectWitness?.startsWith('console ') ?? false;

/**
 * How a unit that is said to be without power proves that it is not: it answers on its own console, asked after
 * the outlets had read off and before anything gave it its power back. Undefined if none does. A PDU that reports
 * what it was told, and not what its relay does, is found out by nobody else (promise P3).
 */
export function stillThere(
  action: Action,
  effect: Interval,
  done: readonly Action[],
  told: Told,
): string | undefined {
  if (saidSoItself(action)) return undefined;
  for (const stimulus of action.stimuli) {
    if (stimulus.stimulus !== 'unit-silent') continue;
    const { unit } = stimulus;
    const backMs = done
      .filter(({ begunMs }) => begunMs > action.begunMs)
      .filter(({ stimuli }) => stimuli.some((one) => one.stimulus === 'unit-booting' && one.unit === unit))
      .reduce((least, { begunMs }) => Math.min(least, begunMs), Infinity);
    const answer = [...told.words.filter(({ saidBy }) => saidBy === 'itself'), ...told.wordless]
      .filter((each) => each.unit === unit && each.askedMs > effect.hiMs && each.answeredMs < backMs)
      .reduce<Answer | undefined>(
        (first, each) => (first && first.seq <= each.seq ? first : each),
        undefined,
      );
    if (answer)
      return `«${action.did}» was seen to take effect, yet ${unit} answers its console, asked at ${seconds(answer.askedMs)} of the run`;
  }
  return undefined;
}
