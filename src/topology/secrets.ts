import type { SecretRef } from './schema-words.ts';

/** Values of secrets. They never reach a disk, a report or a log: what records is given `values()` to mask. */
export interface Secrets {
  /** The value behind a reference; throws `UsageError` naming the reference and both places it may be set in. */
  reveal(ref: SecretRef): string;
  /** Every value that is known, for masking. */
  values(): readonly string[];
}
