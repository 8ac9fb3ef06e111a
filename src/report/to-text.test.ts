import { expect } from 'chai';
import type { Verdict } from '../judge/index.ts';
import { scenarioText, toText } from './index.ts';
import { liveRun } from './live-run.test-support.ts';

describe('the verdict for a terminal', () => {
  const { verdict, entries } = liveRun();
  const lines = toText(verdict, entries).trimEnd().split('\n');

  it('tells each scenario: outcome, measured, allowed, because', () => {
    expect(lines.slice(0, 3)).to.deep.equal([
      'PASS           The active unit loses power',
      '               measured 1.840–2.091 s, allowed 1.400–2.300 s',
      '               every prediction was seen in its window',
    ]);
    expect(lines).to.include('INFRASTRUCTURE The active unit is told to stand by');
    expect(lines).to.include('PENDING        reload-of-active');
    const [first] = verdict.scenarios;
    expect(scenarioText(first!)).to.equal(lines.slice(0, 3).join('\n'));
  });

  it('says which rule and requirement was broken', () => {
    expect(
      lines.filter((line) => line.includes('fail: unit-silent-mate-takes-over (AS-2, UH-1)')),
    ).to.have.length(1);
  });

  const last = (changes: Partial<Verdict>): string | undefined =>
    toText({ ...verdict, ...changes })
      .trimEnd()
      .split('\n')
      .at(-1);
  const passing = verdict.scenarios.slice(0, 1);

  it('ends with a line that says it all', () => {
    expect(lines.at(-1)).to.match(
      /^FAIL \(simulated pair\): 1 of 4 scenarios pass\. The failover link goes down .*: secondary never/,
    );
    expect(last({ outcome: 'pass', exitCode: 0, scenarios: passing, bench: 'real' })).to.equal(
      'PASS (real pair): 1 of 1 scenarios pass.',
    );
    expect(last({ exitCode: 2, scenarios: passing })).to.equal(
      'INCONCLUSIVE (simulated pair): 1 of 1 scenarios pass, but pdu1 acknowledged and did nothing',
    );
    expect(last({ exitCode: 4 })).to.match(
      /^BENCH LEFT DIRTY .*could not be put back; someone must look at it/,
    );
    expect(last({ exitCode: 3 })).to.match(/^INFRASTRUCTURE .*outlet 2 of pdu1 never went off$/);
    expect(last({ exitCode: 2, scenarios: [], troubles: [], doubts: [] })).to.match(
      /No scenario was played, so nothing is certified\.$/,
    );
  });
});
