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
  {
    source: 'src/model/coverage/all-transitions.ts',
    was: '*/ const timers = { unitPollMs: 1000, unitHoldMs: 15_000, interfaceP',
    is: '*/ const timers = { unitPollMs: 1001, unitHoldMs: 15_000, interfaceP',
    why: 'no timer makes a difference to what can be reached',
  },
  {
    source: 'src/model/coverage/all-transitions.ts',
    was: '{ unitPollMs: 1000, unitHoldMs: 15_000, interfacePollMs: 5000, interfa',
    is: '{ unitPollMs: 1000, unitHoldMs: 15001, interfacePollMs: 5000, interfa',
    why: 'no timer makes a difference to what can be reached',
  },
  {
    source: 'src/model/coverage/all-transitions.ts',
    was: 'oldMs: 15_000, interfacePollMs: 5000, interfaceHoldMs: 25_000 }; con',
    is: 'oldMs: 15_000, interfacePollMs: 5001, interfaceHoldMs: 25_000 }; con',
    why: 'no timer makes a difference to what can be reached',
  },
  {
    source: 'src/model/coverage/all-transitions.ts',
    was: 'ePollMs: 5000, interfaceHoldMs: 25_000 }; const policies = [1, 2].map(',
    is: 'ePollMs: 5000, interfaceHoldMs: 25001 }; const policies = [1, 2].map(',
    why: 'no timer makes a difference to what can be reached',
  },
  {
    source: 'src/model/behaviour/preempts.ts',
    was: 'liestMs: pair.preemptAfterMs ?? 0, latestMs: Infinity };',
    is: 'liestMs: pair.preemptAfterMs ?? 1, latestMs: Infinity };',
    why: 'a group without a delay does not preempt, and is left out two lines above',
  },
  {
    source: 'src/model/behaviour/preempts.ts',
    was: 'earliestMs: pair.preemptAfterMs ?? 0, latestMs: Infinity };',
    is: 'earliestMs: pair.preemptAfterMs , latestMs: Infinity };',
    why: 'a group without a delay does not preempt, and is left out two lines above',
  },
];
