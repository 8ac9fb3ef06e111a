/** One reader of what others have written, and what is known of honest input to it. */
export interface FuzzTarget {
  /** As it is named on the command line: `telnet`, `show failover`. */
  readonly name: string;
  /** Honest inputs that are spoiled; one at least. */
  readonly samples: () => readonly Uint8Array[];
  /**
   * Reads an input, whatever it is, and gives what it came to. Throws what its contract names, and an `Untrue` where
   * something does not hold that should, such as that chunks make no difference.
   */
  readonly read: (input: Uint8Array) => unknown;
  /** Whether its contract names this error. */
  readonly allows: (error: Error) => boolean;
  /** Opens a socket or a process for each input: it is tried with one seed of fifty. */
  readonly isCostly?: boolean;
  /** What is worth repeating without end, beside what is so anywhere: words that begin something, marks that close it. */
  readonly pieces?: readonly string[];
}

/** Something that has to hold for every input does not. */
export class Untrue extends Error {
  override readonly name = 'Untrue';
}

/** A target allows errors of these classes only. */
export function only(...classes: readonly (new (...given: never[]) => Error)[]): (error: Error) => boolean {
  return (error) => classes.some((each) => error instanceof each);
}

/** Nothing may be thrown at all. */
export const nothing = (): boolean => false;

/** Texts as bytes of UTF-8. */
export const utf8 = (...texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => Buffer.from(text, 'utf8'));

/** An input as text; what is no UTF-8 is replaced. */
export const textOf = (input: Uint8Array): string => Buffer.from(input).toString('utf8');
