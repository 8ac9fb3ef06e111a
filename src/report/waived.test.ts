import { expect } from 'chai';
import type { Verdict } from '../judge/index.ts';
import { liveRun } from './live-run.test-support.ts';
import { toHtml } from './to-html.ts';
import { toJunit } from './to-junit.ts';
import { toText } from './to-text.ts';

const { verdict, entries } = liveRun();
const [first, ...rest] = verdict.scenarios;
const expires = '2026-12-31';
const told = 'waiver w.yaml:2 of AS-ONE-ACTIVE (CSCab12345) is in force until 2026-12-31';
const waived: Verdict = {
  ...verdict,
  outcome: 'waived',
  exitCode: 0,
  doubts: [],
  troubles: [],
  scenarios: [first!, ...rest].slice(0, 1).map((scenario) => ({
    ...scenario,
    outcome: 'waived',
    infrastructure: false,
    because: 'Waived until 2026-12-31 (CSCab12345): too late.',
    findings: scenario.findings.slice(0, 1).map((finding) => ({
      ...finding,
      outcome: 'fail',
      waived: { bug: 'CSCab12345', reason: 'known', expires },
    })),
  })),
  waivers: [
    {
      requirement: 'AS-ONE-ACTIVE',
      firmware: 'any',
      bug: 'CSCab12345',
      reason: 'known',
      expires,
      place: 'w.yaml:2',
      standing: 'waives',
      told,
    },
  ],
};

describe('a waived run', () => {
  it('is told as waived in a terminal, with the waiver, and nothing passes', () => {
    const text = toText(waived, entries);
    expect(text)
      .to.match(/^WAIVED /m)
      .and.not.match(/^PASS /m);
    expect(text).to.include(told).and.include('waived until 2026-12-31 (CSCab12345): known');
    expect(text).to.match(/^WAIVED .*: 0 of 1 scenarios pass\./m);
  });

  it('is skipped in JUnit XML, with the reason', () => {
    const xml = toJunit(waived, []);
    expect(xml).to.include('tests="1" failures="0" errors="0" skipped="1"');
    expect(xml).to.include('<skipped message="Waived until 2026-12-31 (CSCab12345): too late."');
    expect(xml).to.include(told);
  });

  it('has its word on the page', () => {
    const page = toHtml(waived, entries);
    expect(page).to.include('class="badge b-waived">WAIVED<').and.include(told);
  });
});
