import type { Predicted } from '../rule.ts';

/** What makes two predictions the same, but for their times. */
export const keyOf = ({ rule, prediction, who, group, states, saidBy }: Predicted): string =>
  [rule, prediction, who, group ?? '', saidBy, ...states].join('|');

/**
 * What follows in every world, with a window that holds that of each. Of what follows in some of them only, nothing
 * can be demanded.
 */
export function commonTo(worlds: readonly (readonly Predicted[])[]): readonly Predicted[] {
  const [first = [], ...others] = worlds;
  return first.flatMap((prediction) => {
    const key = keyOf(prediction);
    const same = others.map((each) => each.find((other) => keyOf(other) === key));
    return same.every((each) => each !== undefined)
      ? [same.reduce<Predicted>((a, b) => (b ? widest(a, b) : a), prediction)]
      : [];
  });
}

function widest(a: Predicted, b: Predicted): Predicted {
  if (a.prediction === 'stays' && b.prediction === 'stays')
    return { ...a, forMs: Math.max(a.forMs, b.forMs) };
  if (a.prediction === 'stays' || b.prediction === 'stays') return a;
  return {
    ...a,
    earliestMs: Math.min(a.earliestMs, b.earliestMs),
    latestMs: Math.max(a.latestMs, b.latestMs),
  };
}
