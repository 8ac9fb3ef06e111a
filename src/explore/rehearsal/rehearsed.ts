import type { Finding } from '../../judge/index.ts';

/** What is played: which suite on which topology, and how. Everything in it passes from process to process. */
export interface RehearsalOrder {
  /** The name of a suite that comes with fover, or a path. */
  readonly suite: string;
  /** The file of a topology. */
  readonly topology: string;
  readonly defects: readonly string[];
  /** Only these scenarios; all of the suite if it is left out. */
  readonly only?: readonly string[];
  /** A bench of its own for every scenario, instead of one for the suite. */
  readonly fresh: boolean;
  readonly seed: number;
  /** The whole course of every scenario is told, not only of those that did not pass. */
  readonly verbose: boolean;
}

/** How playing a scenario ended. `broken`: something threw that is neither the bench's nor the pair's doing. */
export type RehearsedOutcome = 'pass' | 'fail' | 'inconclusive' | 'infrastructure' | 'pending' | 'broken';

/** One scenario, played on a virtual bench and judged. */
export interface Rehearsed {
  readonly name: string;
  readonly title: string;
  /** What strikes the pair; absent where nothing does. */
  readonly fault?: string;
  readonly outcome: RehearsedOutcome;
  readonly because: string;
  /** Milliseconds of the pair's time, and of ours. */
  readonly virtualMs: number;
  readonly wallMs: number;
  readonly findings: readonly Omit<Finding, 'evidence'>[];
  /** What happened, line by line; the last lines of the consoles behind it. */
  readonly course: readonly string[];
}

/** A suite, played on one topology. */
export interface RehearsedSuite {
  readonly suite: string;
  readonly topology: string;
  readonly defects: readonly string[];
  readonly scenarios: readonly Rehearsed[];
  /** Why it could not be played, or not to its end. */
  readonly trouble?: string;
}
