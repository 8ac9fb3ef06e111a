import type { Strike } from './strikes.ts';

/** A prediction, and until when words speak of it. */
export interface Awaited<P> {
  readonly prediction: P;
  readonly untilMs: number;
  /** The strike that ends that time, because it makes the prediction void or came when that had to have come true. */
  readonly end?: Strike;
}
