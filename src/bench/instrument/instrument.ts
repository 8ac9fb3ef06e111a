import type { Topology } from '../../topology/index.ts';
import type { Bench } from '../bench.ts';
import type { WithErrands } from '../errands.ts';
import type { WithHands } from '../hands.ts';

/** What an instrument shows: text, one thing a line; instants of the clock between which it was so. */
export interface Reading {
  readonly raw: string;
  readonly askedMs: number;
  readonly answeredMs: number;
  /** Who says so, as in the timeline: `switch sw1`; the instrument itself where left out. */
  readonly witness?: string;
}

/** Something on the bench, other than the consoles, that can be looked at. */
export interface Instrument {
  readonly name: string;
  /** Why a bench has no such instrument, or nothing. Touches nothing. */
  missing(cabled: { readonly topology: Topology } & WithErrands & WithHands): string | undefined;
  /**
   * Looks. One that tells what happened tells what did since `sinceMs`, an instant of the clock; one that tells how
   * things are tells how they are now. Throws `BenchError` when a device of the bench does not answer.
   */
  read(bench: Bench, sinceMs: number): Promise<Reading>;
}
