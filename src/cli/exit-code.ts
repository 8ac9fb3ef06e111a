import { BenchError, TopologyError, UnreadLineError, UsageError } from '../errors.ts';

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

/** The exit code of an error by whose fault it is, and the words for people: no stack unless the fault is ours. */
export function tellError(error: unknown): { readonly code: number; readonly text: string } {
  if (error instanceof TopologyError || error instanceof UsageError)
    return { code: exitCodes.usage, text: error.message };
  if (error instanceof UnreadLineError) return { code: exitCodes.unreadLine, text: error.message };
  if (error instanceof BenchError) return { code: exitCodes.infrastructure, text: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: exitCodes.internal, text: `this is a fault of fover itself, or of a suite:\n${text}` };
}
