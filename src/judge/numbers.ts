import type { Interval } from '../pair/index.ts';

/** A thousandth of a millisecond: what a verdict is rounded to, so that the same evidence gives the same bytes. */
export function rounded(ms: number): number {
  const value = Math.round(ms * 1000) / 1000;
  return Object.is(value, -0) ? 0 : value;
}

/** The interval with both ends rounded. */
export function roundedInterval({ loMs, hiMs }: Interval): Interval {
  return { loMs: rounded(loMs), hiMs: rounded(hiMs) };
}

/** «1.84 s». Digits only, so that no locale changes them. */
export function seconds(ms: number, digits = 2): string {
  return `${(ms / 1000).toFixed(digits)} s`;
}

/** «1.84 s ± 0.06 s»; «at least 1.84 s» when no upper bound is known. */
export function measure({ loMs, hiMs }: Interval): string {
  if (!Number.isFinite(hiMs)) return `at least ${seconds(loMs)}`;
  const error = (hiMs - loMs) / 2;
  const digits = error < 10 ? 3 : 2;
  return `${seconds((loMs + hiMs) / 2, digits)} ± ${seconds(error, digits)}`;
}

/** «0.40 s to 2.00 s»; a window with no end is one for which the guides give no time. */
export function span({ loMs, hiMs }: { readonly loMs: number; readonly hiMs: number | null }): string {
  if (hiMs === null || !Number.isFinite(hiMs)) return 'any time, as the guides give none';
  return `${seconds(loMs)} to ${seconds(hiMs)}`;
}

/** «1 probe», «3 probes». */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
