import type { Becomes, Predicted } from '../rule.ts';

/** What makes two predictions the same, but for their times. */
export const keyOf = ({ rule, prediction, who, group, states, saidBy }: Predicted): string =>
  [rule, prediction, who, group ?? '', saidBy, ...states].join('|');

/** Whether a prediction made in some world says the same as this one: of what may be so already, that it stays. */
export function saysSame(prediction: Predicted, other: Predicted): boolean {
  if (keyOf(prediction) === keyOf(other)) return true;
  return (
    prediction.prediction === 'becomes' && prediction.mayBeSo === true && endOf(prediction) === endOf(other)
  );
}

/**
 * What follows in every world, with a window that holds that of each. Of what follows in some of them only, nothing
 * can be demanded; but who is active already in one world and becomes so in the other is active in the end.
 */
export function commonTo(worlds: readonly (readonly Predicted[])[]): readonly Predicted[] {
  return [...inEach(worlds), ...inTheEnd(worlds)];
}

/** Of whom something is said, and what, whether it becomes so or stays so. */
const endOf = ({ who, group, states, saidBy }: Predicted): string =>
  [who, group ?? '', saidBy, ...states].join('|');

function inTheEnd(worlds: readonly (readonly Predicted[])[]): readonly Predicted[] {
  const ends = new Set(worlds.flat().filter(isTaking).map(endOf));
  return [...ends].flatMap((end) => {
    const each = worlds.map((world) => world.find((one) => endOf(one) === end));
    const taking = each.flatMap((one) => (one && isTaking(one) ? [one] : []));
    const isInEach = each.every((one) => one !== undefined) && taking.length < each.length;
    const [first, ...others] = taking;
    if (!isInEach || !first) return [];
    const latestMs = Math.max(first.latestMs, ...others.map((one) => one.latestMs));
    return [{ ...first, earliestMs: 0, latestMs, mayBeSo: true as const }];
  });
}

const isTaking = (one: Predicted): one is Predicted & Becomes =>
  one.prediction === 'becomes' && one.states.includes('active');

function inEach([first = [], ...others]: readonly (readonly Predicted[])[]): readonly Predicted[] {
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
