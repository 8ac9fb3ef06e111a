import { expect } from 'chai';
import type { UnitName } from '../pair/index.ts';
import type { Question } from '../timeline/index.ts';
import { holdQuestions } from './questions.ts';
import type { Meanwhile } from './unanswered.ts';
import type { Word } from './word.ts';

/** Asked at 10 s and given up at 40 s of the run. */
const unanswered: Question = {
  kind: 'question',
  seq: 5,
  askedMs: 10_000,
  answeredMs: 40_000,
  as: 'sent to the mate',
  witness: 'console primary',
  unit: 'primary',
  typed: ['failover exec mate show clock'],
  means: 'the mate answers',
  expects: [{ answer: 'accepted' }],
  proves: ['EXEC-MATE'],
  unanswered: 'the console is at no prompt',
  isLast: true,
};
const word = (seq: number, askedMs: number, unit: UnitName = 'primary'): Word => ({
  seq,
  unit,
  saidBy: 'itself',
  state: 'active',
  askedMs,
  answeredMs: askedMs + 20,
  witness: `console ${unit}`,
});
const [before, after] = [word(4, 9000), word(6, 41_000)];
const heard = (...words: readonly Word[]): Meanwhile => ({
  told: { words, linkWords: [], lulls: [], wordless: [], turns: [], doubts: [], belated: [] },
  asked: [],
  isCourseKnown: true,
  unsureFromMs: Infinity,
});
const struckAt = (loMs: number): Meanwhile => ({
  ...heard(before, after),
  asked: [
    {
      role: 'fault',
      did: 'power of primary cut',
      seq: 5,
      stimuli: [],
      effect: { loMs, hiMs: loMs + 10 },
      isAsked: true,
      sinceMs: 0,
      untilMs: 100_000,
      awaited: [],
      links: [],
      possible: [],
      isCertain: true,
      after: [],
    },
  ],
});

describe('a question that nobody answered', () => {
  it('fails where the console answers before and afterwards, and those answers are the evidence', () => {
    const [finding] = holdQuestions([unanswered], heard(before, after));
    expect(finding).to.deep.include({ outcome: 'fail', requirements: ['EXEC-MATE'], evidence: [4, 5, 6] });
    expect(finding?.seen).to.match(/no answer came in 30\.00 s, though primary answers its console before/);
  });

  const open: readonly (readonly [string, Question, Meanwhile])[] = [
    ['the console was not heard before', unanswered, heard(after)],
    ['the console is not heard afterwards', unanswered, heard(before, word(6, 39_000))],
    ['only the console of the mate answers', unanswered, heard(before, word(6, 41_000, 'secondary'))],
    ['it was not waited for long', { ...unanswered, answeredMs: 20_000 }, heard(before, after)],
    ['each of its lines was not waited for long', { ...unanswered, typed: ['a', 'b'] }, heard(before, after)],
    ['the pair was struck meanwhile', unanswered, struckAt(20_000)],
    ['the pair was struck before the console answered again', unanswered, struckAt(40_500)],
    ['what was done to the pair is not known', unanswered, { ...heard(before, after), isCourseKnown: false }],
  ];
  for (const [why, question, meanwhile] of open)
    it(`stays open where ${why}`, () => {
      expect(holdQuestions([question], meanwhile)[0]).to.deep.include({
        outcome: 'inconclusive',
        evidence: [5],
      });
    });

  it('fails where the pair was struck long before', () => {
    expect(holdQuestions([unanswered], struckAt(5000))[0]?.outcome).to.equal('fail');
  });
});

describe('a question that is answered otherwise', () => {
  const otherwise: Question = { ...unanswered, answer: { outcome: 'refused', text: 'no mate' } };
  const unsureFrom = (unsureFromMs: number): Meanwhile => ({ ...heard(before, after), unsureFromMs });

  it('fails', () => {
    expect(holdQuestions([otherwise], unsureFrom(Infinity))[0]?.outcome).to.equal('fail');
  });

  it('fails where it is only later that nobody knows what was done to the pair', () => {
    expect(holdQuestions([otherwise], unsureFrom(10_001))[0]?.outcome).to.equal('fail');
  });

  it('stays open where nobody knows what had been done to the pair by then, and says so', () => {
    const [finding] = holdQuestions([otherwise], unsureFrom(10_000));
    expect(finding?.outcome).to.equal('inconclusive');
    expect(finding?.seen).to.match(/; what had been done to the pair by then is not known$/);
  });

  it('stays open where it was an outlet that was asked about', () => {
    const { unit: _, ...asked } = { ...otherwise, witness: 'pdu left' };
    expect(holdQuestions([asked], unsureFrom(Infinity))[0]?.outcome).to.equal('inconclusive');
  });
});
