import { BenchError } from '../../errors.ts';

/** A console server took the call and hung up before a word was exchanged: somebody else has the line. */
export class LineTaken extends BenchError {}

/** How console servers refuse a line that somebody holds, where they do not even take the call. */
const refusals: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** Whether a line could not be opened because somebody holds it, as far as that shows. */
export function isTaken(error: unknown): boolean {
  if (error instanceof LineTaken) return true;
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  return refusals.has(codeOf(error)) || refusals.has(codeOf(cause));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
