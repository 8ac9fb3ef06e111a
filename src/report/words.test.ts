import { expect } from 'chai';
import * as fc from 'fast-check';
import { visibleLine, visibleText } from './visible-text.ts';
import { toHtml } from './to-html.ts';
import { toJunit } from './to-junit.ts';
import { toText } from './to-text.ts';
import { liveRun } from './live-run.test-support.ts';
import { measuredWords, seconds, timesWords, whoWords, windowWords } from './words.ts';

describe('what was not judged', () => {
  it('is told in every report, with what was done instead', () => {
    const { verdict, entries } = liveRun();
    const each = {
      rule: 'active unit lost',
      requirements: ['AS-ACTIVE-FAILED'],
      expected: 'secondary takes over',
      why: 'power of secondary cut 0.30 s after power of primary',
      evidence: [1, 2],
    };
    const scenarios = verdict.scenarios.map((scenario) => ({ ...scenario, cancelled: [each] }));
    const told = 'active unit lost: expected secondary takes over; power of secondary cut 0.30 s after';
    for (const format of [toText, toJunit, toHtml])
      expect(format({ ...verdict, scenarios }, entries)).to.include(`cancelled: ${told}`);
  });
});

describe('whom a finding is about', () => {
  it('is a unit, a failover group, a group on a unit, or the pair', () => {
    expect(whoWords({ who: 'secondary' })).to.equal('secondary');
    expect(whoWords({ who: 'secondary', group: 2 })).to.equal('group 2 on secondary');
    expect(whoWords({ group: 2 })).to.equal('group 2');
    expect(whoWords({})).to.equal('the pair');
  });

  it('is told with its group in every report', () => {
    const { verdict, entries } = liveRun();
    const scenarios = verdict.scenarios.map((scenario) => ({
      ...scenario,
      findings: scenario.findings.map((finding) => ({
        ...finding,
        who: 'primary' as const,
        group: 2 as const,
      })),
    }));
    for (const report of [toHtml, toJunit, toText])
      expect(report({ ...verdict, scenarios }, entries), report.name).to.contain('group 2 on primary');
  });
});

describe('numbers in words', () => {
  it('rounds a measured interval outwards, but not for the dust of a sum', () => {
    expect(measuredWords({ loMs: 1204.9, hiMs: 1452.1 })).to.equal('1.204–1.453 s');
    expect(measuredWords({ loMs: 0.1 + 0.2 - 0.3, hiMs: 2000.00000000001 })).to.equal('0.000–2.000 s');
    expect(measuredWords({ loMs: 1000, hiMs: 1000 })).to.equal('1.000 s');
    expect(measuredWords({ loMs: -0.4, hiMs: 3 })).to.equal('-0.001 to 0.003 s');
  });

  it('says when an end is not known', () => {
    expect(measuredWords({ loMs: 900, hiMs: Infinity })).to.equal('at least 0.900 s');
    expect(measuredWords({ loMs: 900, hiMs: null })).to.equal('at least 0.900 s');
    expect(measuredWords(undefined)).to.equal('not measured');
    expect(windowWords({ loMs: 0, hiMs: null })).to.equal('any time, the guides give none');
    expect(windowWords({ loMs: 400, hiMs: null })).to.equal('0.400 s or later');
    expect(timesWords(undefined, undefined)).to.equal('not measured, no window');
    expect(timesWords({ loMs: 1, hiMs: 2 }, { loMs: 0, hiMs: 5 })).to.equal(
      'measured 0.001–0.002 s, allowed 0.000–0.005 s',
    );
    expect(seconds(Number.NaN)).to.equal('no end seen');
    expect(seconds(-0.2)).to.equal('0.000 s');
  });

  it('never claims more than was measured', () => {
    const ms = fc.integer({ min: 0, max: 10_000_000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        const [loMs, hiMs] = [Math.min(a, b), Math.max(a, b)];
        const [lo = Number.NaN, hi = lo] = measuredWords({ loMs, hiMs })
          .replace(' s', '')
          .split('–')
          .map(Number);
        expect(Math.round(lo * 1000)).to.be.at.most(loMs);
        expect(Math.round(hi * 1000)).to.be.at.least(hiMs);
      }),
    );
  });
});

describe('text that may hold anything', () => {
  it('is shown, not obeyed', () => {
    expect(visibleText('a\r\nb\tc')).to.equal('a\nb\tc');
    expect(visibleText('\r\u001B[31m\u0000\u007F')).to.equal(String.raw`\x0d\x1b[31m\x00\x7f`);
    expect(visibleText('\u202Eab\u200B')).to.equal('\\u202eab\\u200b');
    expect(visibleText('x\uD800y')).to.equal('x\\ud800y');
    expect(visibleText('😀')).to.equal('😀');
    expect(visibleLine('one\r\n  two\tthree')).to.equal('one two three');
  });

  it('holds no character that a terminal or a page would obey, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleLine(text);
        expect(shown).to.not.match(/[\p{Cc}\p{Cs}]/u);
        expect(visibleLine(shown)).to.equal(shown);
      }),
    );
  });
});
