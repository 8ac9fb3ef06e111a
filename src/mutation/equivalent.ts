/** A mutant that no test can notice, because it does the same as the source; or that is right not to be noticed. */
export interface Equivalent {
  readonly source: string;
  /** The line before and after, as the table prints it. */
  readonly was: string;
  readonly is: string;
  /** Why nothing can tell them apart. */
  readonly why: string;
}

/** All that are known. One that is noticed after all, or is there no more, is told, so that this list stays true. */
export const equivalents: readonly Equivalent[] = [
  {
    source: 'src/model/limits/boundaries.ts',
    was: "t }) => unit === 'milliseconds' && (openUpTo ?? most) === 999; /**",
    is: "t }) => unit === 'milliseconds' || (openUpTo ?? most) === 999; /**",
    why: 'every range in milliseconds ends at 999, and no other one does',
  },
];
