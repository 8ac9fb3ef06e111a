import type { InterfacePolicy } from '../../pair/index.ts';

/** `polltime … msec 300 holdtime 2`, as it is stored: always with its hold time. Both in milliseconds. */
export function pollTimes(
  text: string | undefined,
): { readonly pollMs: number; readonly holdMs: number } | undefined {
  const match = / (msec )?(\d+) holdtime (msec )?(\d+)$/.exec(text ?? '');
  if (!match) return undefined;
  const [, pollUnit, poll, holdUnit, hold] = match;
  return {
    pollMs: Number(poll) * (pollUnit === undefined ? 1000 : 1),
    holdMs: Number(hold) * (holdUnit === undefined ? 1000 : 1),
  };
}

/** `2` or `50%`; one interface if nothing is said. */
export function policyOf(word = '1'): InterfacePolicy {
  const number = Number.parseInt(word, 10);
  return word.endsWith('%') ? { percent: number } : { count: number };
}
