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
  {
    source: 'src/model/behaviour/active-interfaces-failed.ts',
    was: '= pair.onCard?.includes(nameif) ?? false; const timing = loss.of',
    is: '= pair.onCard?.includes(nameif) ; const timing = loss.of',
    why: 'what is undefined is no more true than false is',
  },
  {
    source: 'src/model/behaviour/rejoins.ts',
    was: '.formerlyActive?.includes(unit) ?? false; /** True for a failover group',
    is: '.formerlyActive?.includes(unit) ; /** True for a failover group',
    why: 'what is undefined is no more true than false is',
  },
  {
    source: 'src/model/course/common.ts',
    was: "> [rule, prediction, who, group ?? '', saidBy, ...states].join('|');",
    is: "> [rule, prediction, who, group , saidBy, ...states].join('|');",
    why: 'a list joins what is undefined as the empty text',
  },
  {
    source: 'src/model/course/common.ts',
    was: "tates, saidBy }) => [who, group ?? '', saidBy, ...states].join('|');",
    is: "tates, saidBy }) => [who, group , saidBy, ...states].join('|');",
    why: 'a list joins what is undefined as the empty text',
  },
  {
    source: 'src/model/course/common.ts',
    was: "if (a.prediction === 'stays' && b.prediction === 'stays')",
    is: "if (a.prediction === 'stays' || b.prediction === 'stays')",
    why: 'predictions with the same key are of one kind',
  },
  {
    source: 'src/model/course/common.ts',
    was: "if (a.prediction === 'stays' || b.prediction === 'stays')",
    is: "if (a.prediction === 'stays' && b.prediction === 'stays')",
    why: 'predictions with the same key are of one kind',
  },
  {
    source: 'src/model/course/foretell-course.ts',
    was: 'st isSettled = (next?.isSettled ?? false) || (next?.withPrevious ?? fals',
    is: 'st isSettled = (next?.isSettled ) || (next?.withPrevious ?? fals',
    why: 'what is undefined is no more true than false is',
  },
  {
    source: 'src/model/course/foretell-course.ts',
    was: '? false) || (next?.withPrevious ?? false); const pause = { ...pa',
    is: '? false) || (next?.withPrevious ); const pause = { ...pa',
    why: 'what is undefined is no more true than false is',
  },
];
