import { isActive } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Entry } from '../timeline/index.ts';

/** One thing that a unit said of itself, or its silence; the truth lies between the two instants. */
export interface Said {
  readonly askedMs: number;
  readonly answeredMs: number;
  /** `active`, `other`, or `nothing` for a unit that did not answer. */
  readonly role: 'active' | 'other' | 'nothing';
}

/** A time in which something was surely so, in milliseconds since the run began. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a unit said of its own role, in order: answers, silences, and the words it printed unasked. */
export function saidBy(unit: UnitName, entries: readonly Entry[]): readonly Said[] {
  return entries.flatMap((entry): Said[] => {
    if (entry.kind !== 'observation' || entry.unit !== unit) return [];
    const { askedMs, answeredMs, saw } = entry;
    if (saw.sight === 'failover') {
      const own = saw.thisHost?.unit === unit ? saw.thisHost.state : undefined;
      return [{ askedMs, answeredMs, role: own !== undefined && isActive(own) ? 'active' : 'other' }];
    }
    if (saw.sight === 'silent' || saw.sight === 'unread') return [{ askedMs, answeredMs, role: 'nothing' }];
    if (saw.sight !== 'message') return [];
    // A message tells that the role changes at this moment; which stretch it ends is told by what was said before.
    if (saw.message === 'switching-to-active' || /No Active mate detected/i.test(saw.text))
      return [{ askedMs, answeredMs, role: 'active' }];
    if (
      saw.message === 'switching-to-standby' ||
      saw.message === 'rebooting' ||
      saw.message === 'boot-finished'
    )
      return [{ askedMs, answeredMs, role: 'other' }];
    return [];
  });
}

/** Stretches in which it was surely so: between words that all say so, from the first answer to the last question. */
export function stretches(said: readonly Said[], isSo: (role: Said['role']) => boolean): readonly Stretch[] {
  const found: { fromMs: number; toMs: number }[] = [];
  let open: { fromMs: number; toMs: number } | undefined;
  for (const { role, askedMs, answeredMs } of said) {
    if (!isSo(role)) open = undefined;
    else if (open) open.toMs = Math.max(open.toMs, askedMs);
    else found.push((open = { fromMs: answeredMs, toMs: answeredMs }));
  }
  return found.filter(({ fromMs, toMs }) => toMs > fromMs);
}

/** The times that lie in a stretch of each. */
export function common(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return some
    .flatMap((a) =>
      others.map((b) => ({ fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) })),
    )
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}
