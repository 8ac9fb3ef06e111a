import { BenchError, DirtyBench, LeaseLost, TopologyError, UnreadLineError, UsageError } from '../errors.ts';
import { visibleText } from '../report/visible-text.ts';

/** What a process of fover ends with; the worst outcome wins, and 4 outranks all. */
export const exitCodes = {
  pass: 0,
  fail: 1,
  inconclusive: 2,
  infrastructure: 3,
  benchLeftDirty: 4,
  usage: 64,
  unreadLine: 65,
  internal: 70,
} as const;

interface Told {
  readonly code: number;
  readonly text: string;
}

/**
 * The exit code of an error by whose fault it is, and the words for people: no stack unless the fault is ours. What a
 * device said may be part of them; a terminal shows it and does not obey it.
 */
export function tellError(error: unknown): Told {
  const { code, text } = told(error);
  return { code, text: visibleText(text) };
}

function told(error: unknown): Told {
  if (error instanceof TopologyError || error instanceof UsageError)
    return { code: exitCodes.usage, text: error.message };
  if (error instanceof UnreadLineError) return { code: exitCodes.unreadLine, text: error.message };
  if (error instanceof DirtyBench) return { code: exitCodes.benchLeftDirty, text: error.message };
  if (error instanceof BenchError || error instanceof LeaseLost)
    return { code: exitCodes.infrastructure, text: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: exitCodes.internal, text: `this is a fault of fover itself, or of a suite:\n${text}` };
}
