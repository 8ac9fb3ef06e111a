import type { BootstrapLine } from './bootstrap-line.ts';

/** A few lines that belong together, with why they are sent and where that is written down. */
export interface BootstrapStep {
  readonly why: string;
  readonly source: string;
  readonly lines: readonly BootstrapLine[];
}
