/** Everything measured is an interval: the truth lies between `loMs` and `hiMs`, both included. */
export interface Interval {
  readonly loMs: number;
  /** `Infinity` when no upper bound was seen. */
  readonly hiMs: number;
}

/** The time from somewhere in `from` to somewhere in `to`; negative bounds mean that the order is not known. */
export function elapsed(from: Interval, to: Interval): Interval {
  return { loMs: to.loMs - from.hiMs, hiMs: to.hiMs - from.loMs };
}

/** True if every instant of `inner` lies in `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.loMs <= inner.loMs && inner.hiMs <= outer.hiMs;
}

/** True if some instant lies in both. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.loMs <= b.hiMs && b.loMs <= a.hiMs;
}
