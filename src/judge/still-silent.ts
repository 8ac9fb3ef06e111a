import { unitNames } from '../pair/index.ts';
import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { Told } from './told.ts';

/**
 * Until when a unit that was lost was as silent as before, although its power is back: until it speaks, or its mate
 * last spoke of it as it did meanwhile. Its mate may hear it, and a group preempt, before anybody asks it. Nothing where
 * that is not what comes next; a unit that was told to boot has booted when that took effect.
 */
export function stillSilentUntil(lost: Asked, next: Asked | undefined, told: Told): readonly number[] {
  const unit = unitNames.find(
    (name) => isOf(lost, 'unit-silent', name) && next && isOf(next, 'unit-booting', name),
  );
  if (unit === undefined || !next || lost.boots) return [];
  const heard = told.words.find(
    (word) => word.unit === unit && word.saidBy === 'itself' && word.askedMs >= next.effect.loMs,
  );
  return [Math.min(next.untilMs, heard?.askedMs ?? Infinity, missedUntil(unit, lost.effect.loMs, told))];
}

/** The end of the last answer of the mate from then on in which the unit is what it was said to be before, or failed. */
function missedUntil(unit: UnitName, fromMs: number, { words, lulls }: Told): number {
  const said = [
    ...words.map((word) => ({ ...word, atMs: word.askedMs, endMs: word.answeredMs })),
    ...lulls.map((lull) => ({ ...lull, atMs: lull.fromMs, endMs: lull.toMs })),
  ]
    .filter((each) => each.unit === unit && each.saidBy === 'mate' && each.atMs >= fromMs)
    .toSorted((a, b) => a.atMs - b.atMs);
  const states = new Map<GroupId | undefined, FailoverState>();
  let endMs = -Infinity;
  for (const { group, state, endMs: answeredMs } of said) {
    const isAsBefore = state === 'failed' || (states.get(group) ?? state) === state;
    if (!isAsBefore) return endMs;
    states.set(group, state);
    endMs = answeredMs;
  }
  return endMs;
}

const isOf = ({ stimuli }: Asked, name: 'unit-silent' | 'unit-booting', unit: UnitName): boolean =>
  stimuli.some((one) => one.stimulus === name && one.unit === unit);
