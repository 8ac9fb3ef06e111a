/**
 * Errors by whose fault it is. A message says what was tried, on which device over which line, what came back,
 * and what to look at next; `cause` is kept; nobody matches on wording. The pair doing the wrong thing is not
 * an error at all: it is a finding.
 */

/** Where in a file something stands; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One complaint about a file, with its place. */
export interface Complaint {
  readonly place: Place;
  readonly message: string;
}

/** A topology is refused; nothing has been touched. Carries every complaint, not just the first. */
export class TopologyError extends Error {
  override readonly name = 'TopologyError';
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super(
      complaints
        .map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`)
        .join('\n'),
    );
    this.complaints = complaints;
  }
}

/** What was asked for on the command line or by a suite cannot be done as asked; exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A PDU, switch, line or host did not do as asked: infrastructure, never the pair. `device` says which one. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly device: string;

  constructor(device: string, message: string, options?: ErrorOptions) {
    super(`${device}: ${message}`, options);
    this.device = device;
  }
}

/** The bench is another's now, or nobody can say that it is still ours: nothing on it is touched any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** What was left open on the bench has to be put back first; exit code 4. */
export class DirtyBench extends Error {
  override readonly name = 'DirtyBench';
}

/** A line of output that no parser knows. It is recorded; what depended on it is inconclusive. */
export class UnreadLineError extends Error {
  override readonly name = 'UnreadLineError';
  /** Counted from 1 in the text that was given. */
  readonly line: number;
  readonly text: string;
  readonly command: string;

  constructor(command: string, line: number, text: string, expected: string) {
    super(`${command}, line ${line}: ${expected}, but found ${JSON.stringify(text)}`);
    this.command = command;
    this.line = line;
    this.text = text;
  }
}

/** What was thrown, in words; libraries throw things that are no errors. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
