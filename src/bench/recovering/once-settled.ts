import { pause } from '../../clock.ts';
import type { Recovering } from './recovering.ts';

/**
 * Reads a device, and once more where it shows no change although one may be under way: what was told right before a
 * process died may take the time to settle, and devices report late. A date of another machine delays that by no more.
 */
export async function onceSettled<Reading>(
  { clock, signal }: Recovering,
  { when, settleMs }: { readonly when: string; readonly settleMs: number },
  read: () => Promise<Reading>,
  isAsBefore: (reading: Reading) => boolean,
): Promise<Reading> {
  const first = await read();
  const leftMs = Math.min(settleMs, Date.parse(when) + settleMs - clock.wall().getTime());
  if (leftMs <= 0 || !isAsBefore(first)) return first;
  await pause(clock, leftMs, signal);
  return read();
}
