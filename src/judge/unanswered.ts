import type { Question } from '../timeline/index.ts';
import type { Asked } from './asked.ts';
import { seconds } from './numbers.ts';
import type { Answer, Told } from './told.ts';

/** Milliseconds for each line that was typed: a console that works says something by then, whatever was asked of it. */
const longSilenceMs = 25_000;

/** What is known of the time in which questions were put. */
export interface Meanwhile {
  readonly told: Told;
  readonly asked: readonly Asked[];
  /** Whether all that was done to the pair is known. */
  readonly isCourseKnown: boolean;
  /** From when on nobody knows what had been done to the pair, since the run began; Infinity where all is known. */
  readonly unsureFromMs: number;
}

/** The pair's silence: in words, and the numbers of the answers that prove that the console works. */
export interface Unanswered {
  readonly why: string;
  readonly evidence: readonly number[];
}

/**
 * A question that was waited for long enough and got no answer, on a console that answers before and afterwards, while
 * nothing was done to the pair: that is no lost console. Absent where any of this is not proven.
 */
export function unansweredBy(
  question: Question,
  { told, asked, isCourseKnown }: Meanwhile,
): Unanswered | undefined {
  const { unit, typed, askedMs, answeredMs } = question;
  const waitedMs = answeredMs - askedMs;
  if (question.answer || unit === undefined || !isCourseKnown) return undefined;
  if (waitedMs < longSilenceMs * Math.max(1, typed.length)) return undefined;
  const own: readonly Answer[] = [
    ...told.words.filter((word) => word.unit === unit && word.saidBy === 'itself'),
    ...told.wordless.filter((answer) => answer.unit === unit),
  ].toSorted((a, b) => a.answeredMs - b.answeredMs);
  const before = own.findLast((answer) => answer.answeredMs <= askedMs);
  const after = own.find((answer) => answer.askedMs >= answeredMs);
  if (!before || !after) return undefined;
  const isStruck = asked.some(
    ({ effect }) => effect.hiMs >= before.answeredMs && effect.loMs <= after.askedMs,
  );
  if (isStruck) return undefined;
  const when = `${seconds(before.answeredMs)} and ${seconds(after.answeredMs)}`;
  return {
    why: `no answer came in ${seconds(waitedMs)}, though ${unit} answers its console before and afterwards, at ${when} of the run`,
    evidence: [before.seq, after.seq],
  };
}
