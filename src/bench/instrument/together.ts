import type { Reading } from './instrument.ts';

/** What one device told: its lines, and when. */
export interface Told {
  readonly witness: string;
  readonly lines: readonly string[];
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** Counts as people do, whatever the locale of the machine: port 2 before port 10. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** What several devices told, as one: each line once, in an order that does not depend on who answered first. */
export function togetherOf(told: readonly Told[]): Reading {
  return {
    raw: [...new Set(told.flatMap(({ lines }) => lines))].toSorted(compare).join('\n'),
    askedMs: Math.min(...told.map(({ askedMs }) => askedMs)),
    answeredMs: Math.max(...told.map(({ answeredMs }) => answeredMs)),
    witness: [...new Set(told.map(({ witness }) => witness))].join(', '),
  };
}
