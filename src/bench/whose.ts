import { ConfigurationRefused, NoAnswer } from '../device/index.ts';
import { BenchError, LeaseLost, UnreadLineError } from '../errors.ts';
import type { Trouble } from '../timeline/index.ts';
import { StopRequested } from './stop.ts';
import { PairUnsettled } from './rest/pair-unsettled.ts';

/** Whose an error is, in the words of the timeline: a device that did not do as asked, a stop, the pair's or our own. */
export function whoseFault(error: unknown): Trouble['whose'] {
  if (error instanceof StopRequested) return 'stopped';
  if (error instanceof PairUnsettled) return 'pair';
  const ofTheBench = [BenchError, LeaseLost, NoAnswer, ConfigurationRefused, UnreadLineError];
  return ofTheBench.some((kind) => error instanceof kind) ? 'bench' : 'ours';
}

/** The error for people; with its stack if it is our own. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return whoseFault(error) === 'ours' ? (error.stack ?? error.message) : error.message;
}
