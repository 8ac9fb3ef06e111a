import type { Chart } from './chart.ts';
import type { Examined } from './examined.ts';
import { examinations } from './examination/index.ts';
import { lookAtBench } from './look/look-at-bench.ts';
import type { Row } from './row.ts';

/** A row, with the examination that it is of. */
export interface ExaminedRow extends Row {
  readonly examination: string;
}

/** What a bench came to as a whole; the worst of its rows. */
export type Health = 'good' | 'wrong' | 'unclear' | 'unreached';

/**
 * Looks at a bench and says what is right with it. Nothing is told, set or switched. Throws nothing for what does not
 * answer: that is a row.
 */
export async function examineBench(examined: Examined): Promise<readonly ExaminedRow[]> {
  return rowsOf(await lookAtBench(examined));
}

/** What the examinations make of a chart. */
export function rowsOf(chart: Chart): readonly ExaminedRow[] {
  return examinations.flatMap(({ name, examine }) =>
    examine(chart).map((row) => ({ examination: name, ...row })),
  );
}

/**
 * What is wrong outranks what could not be reached, and that what could not be told. What is to be warned of, and what
 * waits for the pair to be configured, spoils nothing.
 */
export function healthOf(rows: readonly Row[]): Health {
  if (rows.some(({ outcome }) => outcome === 'wrong')) return 'wrong';
  if (rows.some(({ because }) => because === 'unreached')) return 'unreached';
  return rows.some(({ because }) => because === 'unread') ? 'unclear' : 'good';
}
