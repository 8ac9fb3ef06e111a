import { expect } from 'chai';
import type { Verdict } from '../judge/index.ts';
import { hostileRun } from './hostile-run.test-support.ts';
import { formats } from './index.ts';
import { liveRun } from './live-run.test-support.ts';
import type { TestRun } from './live-run.test-support.ts';

const emptyVerdict: Verdict = {
  format: 1,
  outcome: 'inconclusive',
  exitCode: 2,
  bench: 'unknown',
  scenarios: [],
  doubts: ['the timeline is empty'],
  troubles: [],
};

const runs: Readonly<Record<string, () => Pick<TestRun, 'verdict' | 'entries'> & Partial<TestRun>>> = {
  'a live run': liveRun,
  'an empty one': () => ({ verdict: emptyVerdict, entries: [] }),
  'a hostile one': hostileRun,
  'a verdict whose timeline is gone': () => ({ verdict: liveRun().verdict, entries: [] }),
  'a timeline whose verdict is empty': () => ({ verdict: emptyVerdict, entries: liveRun().entries }),
  'a timeline with every number twice': () => ({
    verdict: liveRun().verdict,
    entries: [...liveRun().entries, ...liveRun().entries],
  }),
};

for (const { file, render } of formats) {
  describe(`the report as ${file}`, () => {
    for (const [which, make] of Object.entries(runs)) {
      it(`tells ${which}: the same bytes again, and nothing that a reader would obey`, () => {
        const { verdict, entries, manifest } = make();
        const text = render(verdict, entries, manifest);
        const again = make();
        expect(render(again.verdict, again.entries, again.manifest)).to.equal(text);
        expect(text.endsWith('\n')).to.equal(true);
        expect(text, 'control characters').to.not.match(/[^\P{Cc}\n\t]/u);
        expect(text, 'what turns or hides others').to.not.match(
          /[\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u,
        );
        expect(Buffer.from(text).toString(), 'surrogates').to.equal(text);
        expect(text.length).to.be.greaterThan(50);
      });
    }

    it('does not change with the time zone or the locale', () => {
      const { verdict, entries, manifest } = liveRun();
      const text = render(verdict, entries, manifest);
      const kept = { TZ: process.env['TZ'], LANG: process.env['LANG'] };
      Object.assign(process.env, { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8' });
      try {
        expect(render(verdict, entries, manifest)).to.equal(text);
      } finally {
        for (const [key, value] of Object.entries(kept)) {
          if (value === undefined) delete process.env[key];
          else process.env[key] = value;
        }
      }
    });

    it('does not change what it is given', () => {
      const run = liveRun();
      render(run.verdict, run.entries, run.manifest);
      expect(run).to.deep.equal(liveRun());
    });

    it('says who fails and why', () => {
      const { verdict, entries } = liveRun();
      const text = render(verdict, entries);
      expect(file).to.match(/^[a-z]+\.[a-z]+$/);
      for (const word of [
        'secondary never became active',
        'AS-2',
        'outlet 2 of pdu1 never went off',
        'simulated',
      ])
        expect(text).to.include(word);
    });
  });
}

it('every format has a file of its own', () => {
  expect(new Set(formats.map(({ file }) => file)).size).to.equal(formats.length);
});
