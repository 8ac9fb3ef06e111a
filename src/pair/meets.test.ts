import { expect } from 'chai';
import { meets } from './meets.ts';
import type { AnswerGiven, Expectation, Met, TimedAnswer } from './question.ts';

const answer = (text: string, outcome: AnswerGiven['outcome'] = 'accepted', atMs = 0): TimedAnswer => ({
  outcome,
  text,
  askedMs: atMs,
  answeredMs: atMs + 100,
});
const later = (text: string, atMs: number): TimedAnswer => answer(text, 'accepted', atMs);
const eachSecond: Expectation = { take: 'errors (\\d+)', grows: [0.8, 2], than: 'before' };
const earlier = new Map([['before', answer('mac 0011.2233.4455\nerrors 3\n')]]);
const held = (given: TimedAnswer, ...expects: Expectation[]): Met['met'] =>
  meets(given, expects, (label) => earlier.get(label)).met;

describe('an answer held against what was expected', () => {
  const cases: readonly (readonly [string, TimedAnswer, Expectation, Met['met']])[] = [
    ['taken', answer(''), { answer: 'accepted' }, 'yes'],
    ['refused though it should be taken', answer('ERROR: no', 'refused'), { answer: 'accepted' }, 'no'],
    ['refused as it should be', answer('ERROR: no', 'refused'), { answer: 'refused' }, 'yes'],
    ['words at the beginning of a line', answer('a\nFailover On'), { says: '^Failover On$' }, 'yes'],
    ['words that are not there', answer('Failover Off'), { says: '^Failover On$' }, 'no'],
    ['words in another case', answer('failover on'), { says: '^Failover On$' }, 'no'],
    ['words that must not be there', answer('Failed'), { lacks: 'Failed' }, 'no'],
    ['words that are rightly not there', answer('Normal'), { lacks: 'Failed' }, 'yes'],
    ['as many as there must be', answer('x x'), { count: 'x', is: [2, 2] }, 'yes'],
    ['one too few', answer('x'), { count: 'x', is: [2, 3] }, 'no'],
    ['one too many', answer('x x x x'), { count: 'x', is: [2, 3] }, 'no'],
    ['the same', answer('mac 0011.2233.4455'), { take: 'mac (\\S+)', is: 'same', than: 'before' }, 'yes'],
    ['not the same', answer('mac 0011.2233.4456'), { take: 'mac (\\S+)', is: 'same', than: 'before' }, 'no'],
    [
      'different',
      answer('mac 0011.2233.4456'),
      { take: 'mac (\\S+)', is: 'different', than: 'before' },
      'yes',
    ],
    ['more', answer('errors 10'), { take: 'errors (\\d+)', is: 'more', than: 'before' }, 'yes'],
    ['no more', answer('errors 3'), { take: 'errors (\\d+)', is: 'more', than: 'before' }, 'no'],
    ['less', answer('errors 2'), { take: 'errors (\\d+)', is: 'less', than: 'before' }, 'yes'],
    ['no less', answer('errors 3'), { take: 'errors (\\d+)', is: 'less', than: 'before' }, 'no'],
    ['at least', answer('errors 3'), { take: 'errors (\\d+)', is: 'at-least', than: 'before' }, 'yes'],
    ['below the least', answer('errors 2'), { take: 'errors (\\d+)', is: 'at-least', than: 'before' }, 'no'],
    ['at most', answer('errors 3'), { take: 'errors (\\d+)', is: 'at-most', than: 'before' }, 'yes'],
    ['above the most', answer('errors 4'), { take: 'errors (\\d+)', is: 'at-most', than: 'before' }, 'no'],
    ['nothing to take', answer(''), { take: 'errors (\\d+)', is: 'same', than: 'before' }, 'no'],
    ['nothing earlier', answer('errors 3'), { take: 'errors (\\d+)', is: 'same', than: 'never' }, 'open'],
    [
      'nothing in the earlier',
      answer('drops 3'),
      { take: 'drops (\\d+)', is: 'same', than: 'before' },
      'open',
    ],
    ['one in each second', later('errors 13', 10_000), eachSecond, 'yes'],
    ['too slow', later('errors 4', 10_000), eachSecond, 'no'],
    ['too fast', later('errors 33', 10_000), eachSecond, 'no'],
    ['at the very edge of too slow', later('errors 11', 10_000), eachSecond, 'open'],
    ['too early to count', later('errors 7', 4000), eachSecond, 'open'],
    ['what does not grow at all', later('errors 3', 6000), eachSecond, 'no'],
    ['what is no number', later('errors 3', 6000), { ...eachSecond, take: '(err)ors' }, 'no'],
    ['in between', answer('poll 500'), { take: 'poll (\\d+)', between: [200, 999] }, 'yes'],
    ['at the edge', answer('poll 999'), { take: 'poll (\\d+)', between: [200, 999] }, 'yes'],
    ['beyond the edge', answer('poll 1000'), { take: 'poll (\\d+)', between: [200, 999] }, 'no'],
    ['no number', answer('poll ten'), { take: 'poll (\\S+)', between: [200, 999] }, 'no'],
  ];
  for (const [what, given, expectation, met] of cases)
    it(`${what}: ${met}`, () => expect(held(given, expectation)).to.equal(met));

  it('is open when nothing is expected', () => expect(held(answer('anything'))).to.equal('open'));

  it('fails for one expectation that is not met, whatever is open beside it', () => {
    const open: Expectation = { take: 'x', is: 'same', than: 'never' };
    expect(held(answer('x'), open, { lacks: 'x' })).to.equal('no');
    expect(held(answer('x'), { says: 'x' }, open)).to.equal('open');
  });
});
