import type { Asked } from './asked.ts';
import type { Awaited } from './awaited.ts';
import type { Wish, WishWord } from './change.ts';
import { seconds } from './numbers.ts';
import type { Cancelled } from './verdict.ts';

/**
 * A change that nobody saw and that nothing can be demanded of any more: another strike came before its time was
 * over, or the healing came before it could have begun. A fault that was healed in the midst of the window was not
 * given the time instead: that leaves the question open. A contrary word after the end of the window counts all the
 * same.
 */
export function cancelledBy(
  { prediction, untilMs, end }: Awaited<Wish>,
  asked: Asked,
  words: readonly WishWord[],
): Cancelled | undefined {
  const { effect } = asked;
  const { earliestMs, latestMs } = prediction;
  if (!end || untilMs >= effect.hiMs + latestMs) return undefined;
  const isTooEarly = end.effect.hiMs - effect.loMs < earliestMs;
  if (!end.isAsked && !isTooEarly) return undefined;
  if (words.some(({ askedMs }) => askedMs >= effect.hiMs + latestMs)) return undefined;
  const { rule, requirements, because } = prediction;
  const afterMs = Math.max(0, end.effect.loMs - effect.hiMs);
  const why = `«${end.did}» took effect ${seconds(afterMs)} after «${asked.did}», before ${isTooEarly ? 'it could have come true' : 'its time was over'}`;
  return {
    rule,
    requirements,
    expected: because,
    why,
    evidence: [asked.seq, end.seq].toSorted((a, b) => a - b),
  };
}
