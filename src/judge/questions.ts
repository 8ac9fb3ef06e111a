import { meets } from '../pair/index.ts';
import type { AnswerGiven, TimedAnswer } from '../pair/index.ts';
import type { Question } from '../timeline/index.ts';
import { seconds } from './numbers.ts';
import { unansweredBy } from './unanswered.ts';
import type { Meanwhile } from './unanswered.ts';
import type { Finding } from './verdict.ts';

/** How much of an answer is told in a finding; all of it is in the entry. */
const mostTold = 160;

/**
 * Holds what was asked in a scenario against what was to be answered: one finding each, of what was answered last. A
 * question that the pair left without an answer fails; one of which that is not proven, or that there is nothing to
 * hold against, stays open.
 */
export function holdQuestions(questions: readonly Question[], meanwhile: Meanwhile): readonly Finding[] {
  const answered = new Map<string, TimedAnswer>();
  return questions.map((question) => {
    const finding = hold(question, answered, meanwhile);
    const answer = timed(question);
    if (answer) answered.set(question.as, answer);
    return finding;
  });
}

function hold(question: Question, answered: ReadonlyMap<string, TimedAnswer>, meanwhile: Meanwhile): Finding {
  const { expects, means, proves, unit, seq } = question;
  const answer = timed(question);
  const silence = unansweredBy(question, meanwhile);
  const told = answer
    ? meets(answer, expects, (label) => answered.get(label))
    : silence
      ? ({ met: 'no', why: silence.why } as const)
      : ({ met: 'open', why: `no answer came: ${question.unanswered ?? 'none is on record'}` } as const);
  const excuse = told.met === 'no' ? excuseOf(question, meanwhile) : undefined;
  const outcome = { yes: 'pass', no: 'fail', open: 'inconclusive' } as const;
  return {
    rule: 'question',
    requirements: proves,
    outcome: excuse === undefined ? outcome[told.met] : 'inconclusive',
    expected: means,
    seen: seen(
      question,
      told.met === 'yes' ? saidOf(answer) : excuse === undefined ? told.why : `${told.why}; ${excuse}`,
    ),
    ...(unit === undefined ? {} : { who: unit }),
    evidence: [seq, ...(silence?.evidence ?? [])].toSorted((a, b) => a - b),
  };
}

/**
 * Why an answer that is not as it must be is nothing against the pair, if it is not: an outlet is the bench's own, and
 * of a pair to which nobody knows what was done, nobody knows what it must answer (promise P3).
 */
function excuseOf({ witness, askedMs }: Question, { unsureFromMs }: Meanwhile): string | undefined {
  if (witness.startsWith('pdu ')) return 'an outlet is none of the pair';
  if (askedMs >= unsureFromMs) return 'what had been done to the pair by then is not known';
  return undefined;
}

const timed = ({ answer, askedMs, answeredMs }: Question): TimedAnswer | undefined =>
  answer && { ...answer, askedMs, answeredMs };

/** Who was asked what, when, and what came of it. */
function seen({ witness, context, typed, askedMs, answeredMs }: Question, what: string): string {
  const where = context === undefined ? '' : `, context ${context}`;
  const asked = typed.map((line) => `«${line}»`).join(', ');
  return `${witness}${where}, ${asked} between ${seconds(askedMs)} and ${seconds(answeredMs)} of the run: ${what}`;
}

function saidOf(answer: AnswerGiven | undefined): string {
  const text = (answer?.text ?? '').trim().replace(/\s+/g, ' ');
  if (text === '') return `${answer?.outcome ?? ''}, without a word`;
  return text.length > mostTold ? `${text.slice(0, mostTold)} …` : text;
}
