import { seconds } from './numbers.ts';
import type { Lull } from './told.ts';

/** A time in which somebody looked, and the longest in it of which nobody knows. */
export interface Glance {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly blindMs?: number;
}

/** A quiet time, in which words were counted, as one long look. */
export const asLook = ({ fromMs, toMs, blindMs: unseenMs }: Lull): Glance => ({
  askedMs: fromMs,
  answeredMs: toMs,
  blindMs: unseenMs,
});

/** Where nobody looked for longer than that, in words; absent if there is no such hole. */
export function holeIn(
  right: readonly Glance[],
  fromMs: number,
  untilMs: number,
  longestMs: number,
): string | undefined {
  let lookedMs = fromMs;
  for (const { askedMs, answeredMs, blindMs: unseenMs } of right.toSorted((a, b) => a.askedMs - b.askedMs)) {
    if (askedMs - lookedMs > longestMs) return `nobody asked for ${seconds(askedMs - lookedMs)}`;
    if (unseenMs === undefined && answeredMs - askedMs > longestMs)
      return `one answer took ${seconds(answeredMs - askedMs)}`;
    if (unseenMs !== undefined && unseenMs > longestMs) return `nobody knew for ${seconds(unseenMs)}`;
    lookedMs = Math.max(lookedMs, answeredMs);
  }
  return untilMs - lookedMs > longestMs ? `nobody asked for ${seconds(untilMs - lookedMs)}` : undefined;
}
