import type { Chart } from './chart.ts';
import type { Row } from './row.ts';

/** One thing to be looked into, by what was read of a bench. Pure: the same chart gives the same rows. */
export interface Examination {
  readonly name: string;
  readonly examine: (chart: Chart) => readonly Row[];
}
