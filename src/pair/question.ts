/**
 * What an answer must be like, as data, so that the same answer can be held against it at any time. Patterns are
 * regular expressions as text; `^` and `$` stand for the ends of lines, and case counts.
 */
export type Expectation =
  /** What was typed was taken, or answered with an error. */
  | { readonly answer: 'accepted' | 'refused' }
  | { readonly says: string }
  | { readonly lacks: string }
  /** How often the pattern is there, both ends included. */
  | { readonly count: string; readonly is: readonly [least: number, most: number] }
  /** What the pattern takes out of this answer, beside what it takes out of an earlier one. */
  | { readonly take: string; readonly is: Comparison; readonly than: string }
  /**
   * By how much the first number that the pattern takes out has grown since an earlier answer, in each second; both
   * ends included. Left open until ten more of a thing could be there, for one more or less would tell nothing before.
   */
  | { readonly take: string; readonly grows: readonly [least: number, most: number]; readonly than: string }
  /** The first number that the pattern takes out, both ends included. */
  | { readonly take: string; readonly between: readonly [least: number, most: number] };

/** How what was taken out compares: lists by all that was found, in order; the other four by the first number. */
export type Comparison = 'same' | 'different' | 'more' | 'less' | 'at-least' | 'at-most';

/** What was answered: whether what was typed was taken, and the words. */
export interface AnswerGiven {
  readonly outcome: 'accepted' | 'refused';
  readonly text: string;
}

/** An answer, with when it was asked for and when it was there, in milliseconds of one clock. */
export interface TimedAnswer extends AnswerGiven {
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** Whether an answer is as expected; `open` where there is nothing to hold it against. */
export interface Met {
  readonly met: 'yes' | 'no' | 'open';
  /** What is otherwise, or missing; empty when it is met. */
  readonly why: string;
}
