import { expect } from 'chai';
import type { Entry } from '../../timeline/index.ts';
import { courseLines } from './course-lines.ts';
import { coverageOf } from './coverage.ts';

const finding = (outcome: 'pass' | 'fail', ...requirements: readonly string[]) => ({
  rule: 'a rule',
  outcome,
  requirements,
  expected: 'it',
  seen: 'it',
});

describe('what a rehearsal exercises', () => {
  it('is what passing findings name in scenarios that passed, of the observable ones', () => {
    const { exercised, idle, observable, byFamily } = coverageOf([
      { outcome: 'pass', findings: [finding('pass', 'UH-HOLD'), finding('fail', 'UH-HELLO')] },
      { outcome: 'infrastructure', findings: [finding('pass', 'AS-TAKEOVER')] },
    ]);
    expect(exercised).to.deep.equal(['UH-HOLD']);
    expect(idle)
      .to.include('UH-HELLO')
      .and.to.include('AS-TAKEOVER')
      .and.to.have.length(observable - 1);
    expect(byFamily.find(({ family }) => family === 'UH')?.exercised).to.equal(1);
    expect(byFamily.reduce((sum, one) => sum + one.observable, 0)).to.equal(observable);
  });
});

describe('the course of a scenario', () => {
  it('tells each question with its answer, troubles, and what is news', () => {
    const said = {
      kind: 'observation',
      scenario: 'one',
      witness: 'console primary',
      unit: 'primary',
      askedMs: 1000,
      answeredMs: 1010,
      saw: { sight: 'silent', boundMs: 100 },
    } as const;
    const entries = [
      { ...said, seq: 0 },
      { ...said, seq: 1 },
      {
        seq: 2,
        kind: 'question',
        scenario: 'one',
        askedMs: 1500,
        answeredMs: 1600,
        as: 'version',
        witness: 'console primary',
        typed: ['show version'],
        means: 'the release',
        expects: [{ says: '9' }],
        proves: ['SYS-SAME-VERSION'],
        answer: { outcome: 'accepted', text: 'line 1\r\nline 2' },
        isLast: true,
      },
      { seq: 3, kind: 'trouble', atMs: 2000, scenario: 'one', whose: 'bench', message: 'no answer' },
    ] as unknown as readonly Entry[];
    const lines = courseLines(entries);
    expect(lines.filter((line) => line.includes('silent'))).to.have.length(1);
    expect(lines.join('\n')).to.match(
      /show version .*SYS-SAME-VERSION.*\n.*says.*\n +accepted\n.*line 1\n.*line 2\n/,
    );
    expect(lines.at(-1)).to.contain('2.00 TROUBLE (bench): no answer');
  });
});
