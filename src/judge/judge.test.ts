import { expect } from 'chai';
import type { Entry } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { judgeScenario } from './judge-scenario.ts';
import { run } from './made.test-support.ts';
import { activeLoss, failoverLinkDown, forced, honest, standbyLoss } from './stories.test-support.ts';

/** The same answer, had nobody understood it. */
const unread = (entry: Entry): Entry =>
  entry.kind === 'observation'
    ? { ...entry, saw: { sight: 'unread', command: 'show failover', line: 4, why: 'no such word' } }
    : entry;

const withBenchTrouble = (benchLeftDirty = false): Entry[] => {
  const trouble = {
    kind: 'trouble',
    atMs: 5000,
    whose: 'bench',
    message: 'pdu1: no answer',
    benchLeftDirty,
  } as const;
  return run({ ...activeLoss, extra: [{ atMs: 5000, entry: trouble }] });
};

describe('the judge, of an honest pair', () => {
  const entries = run(...honest);
  const verdict = judge(entries);

  for (const scenario of verdict.scenarios)
    it(`passes ${scenario.scenario}, with every finding`, () => {
      const open = scenario.findings.filter(({ outcome }) => outcome !== 'pass');
      expect(open).to.deep.equal([]);
      expect(scenario.outcome, scenario.because).to.equal('pass');
      expect(scenario.findings.length).to.be.above(5);
      expect(scenario.doubts).to.deep.equal([]);
    });

  it('passes the run, with nothing in doubt', () => {
    expect(verdict).to.deep.include({
      format: 1,
      outcome: 'pass',
      exitCode: 0,
      bench: 'simulated',
      doubts: [],
      troubles: [],
    });
    expect(verdict.scenarios.map(({ scenario }) => scenario)).to.deep.equal(honest.map(({ name }) => name));
  });

  it('lets a takeover come at once where units sense the power of their mate through a cable', () => {
    const atOnce = activeLoss.turns.map((turn) => (turn.atMs === 900 ? { ...turn, atMs: 100 } : turn));
    const probes = { lost: (atMs: number) => atMs >= 20 && atMs < 105 };
    const overLink = run({ ...activeLoss, turns: atOnce, probes });
    const overCable = overLink.map((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'failover'
        ? { ...entry, saw: { ...entry.saw, overCable: true as const } }
        : entry,
    );
    expect(judge(overLink).outcome).to.equal('fail');
    expect(judge(overCable).outcome).to.equal('pass');
  });

  it('measures the takeover as an interval, inside the window that the timers give', () => {
    const [, loss] = verdict.scenarios;
    expect(loss?.window).to.deep.equal({ loMs: 400, hiMs: 2000 });
    // The secondary was active from 900 ms on; the effect lies in the first 40 ms.
    expect(loss?.measured?.loMs).to.be.within(700, 860);
    expect(loss?.measured?.hiMs).to.be.within(900, 1000);
    expect(loss?.because).to.match(/secondary is active, 0\.86 s ± 0\.05 s after .* 0\.40 s to 2\.00 s/);
  });

  it('names the entries that a finding rests on', () => {
    for (const { findings } of verdict.scenarios)
      for (const { evidence, rule } of findings) {
        expect(evidence, rule).to.not.be.empty;
        for (const seq of evidence) expect(entries[seq]?.seq, rule).to.equal(seq);
      }
  });

  it('gives the outage of a flow with its error', () => {
    const [outage, ...more] = verdict.scenarios[1]?.outages ?? [];
    expect(more).to.deep.equal([]);
    expect(outage).to.deep.include({ flow: 'out', lost: 89 });
    expect(outage?.lasted.loMs).to.equal(880);
    expect(outage?.lasted.hiMs).to.be.within(900, 910);
  });

  it('says the same of a scenario as soon as it ended', () => {
    for (const [at, { name }] of honest.entries()) {
      const end = entries.findIndex((entry) => entry.kind === 'scenario-ended' && entry.scenario === name);
      expect(judgeScenario(entries.slice(0, end + 1), name)).to.deep.equal(verdict.scenarios[at]);
    }
  });

  it('gives the same bytes twice, in whatever time zone', () => {
    const zone = process.env['TZ'];
    const bytes = ['UTC', 'Asia/Kathmandu', 'America/St_Johns'].map((name) => {
      process.env['TZ'] = name;
      return JSON.stringify(judge(structuredClone(entries)));
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set([...bytes, JSON.stringify(verdict)]).size).to.equal(1);
  });

  it('rounds every number to a thousandth of a millisecond', () => {
    const third = run({
      ...activeLoss,
      turns: activeLoss.turns.map((turn) => ({ ...turn, atMs: turn.atMs + 1 / 3 })),
      effectMs: 40 + 1 / 7,
    });
    const numbers = JSON.stringify(judge(third)).match(/\d+\.\d+(?=[,}\]])/g) ?? [];
    expect(numbers).to.not.be.empty;
    expect(numbers.filter((number) => (number.split('.')[1]?.length ?? 0) > 3)).to.deep.equal([]);
  });
});

describe('the judge, of a timeline that is not whole', () => {
  const entries = run(forced, activeLoss);

  it('finds an empty one inconclusive', () => {
    expect(judge([])).to.deep.include({
      outcome: 'inconclusive',
      exitCode: 2,
      bench: 'unknown',
      scenarios: [],
    });
    expect(judge([]).doubts).to.deep.equal(['the timeline is empty']);
  });

  it('finds one without its beginning inconclusive, and still judges the scenarios', () => {
    const verdict = judge(entries.slice(1));
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.doubts[0]).to.equal('the beginning of the run is not on record');
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['pass', 'pass']);
  });

  it('finds one without its end inconclusive, and the last scenario with it', () => {
    const verdict = judge(entries.slice(0, -1));
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.doubts).to.include('the end of the run is not on record');
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['pass', 'inconclusive']);
  });

  it('knows a scenario that was planned and never began, from the run or from elsewhere', () => {
    const half = entries.slice(
      0,
      entries.findIndex((entry) => entry.kind === 'scenario' && entry.scenario === 'active-loss'),
    );
    for (const verdict of [judge(half), judge(half.slice(1), { planned: ['forced', 'active-loss'] })]) {
      const missing = verdict.scenarios.find(({ scenario }) => scenario === 'active-loss');
      expect(missing).to.deep.include({ outcome: 'inconclusive', findings: [], doubts: ['it never began'] });
    }
  });

  it('knows a scenario that never ended', () => {
    const verdict = judge(entries.filter((entry) => entry.kind !== 'scenario-ended'));
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['inconclusive', 'inconclusive']);
    expect(verdict.doubts.join()).to.include('it never ended');
  });

  it('cannot pass what its reader doubts', () => {
    expect(judge(entries, { doubts: () => ['line 7 is torn'] })).to.deep.include({
      outcome: 'inconclusive',
      exitCode: 2,
      doubts: ['line 7 is torn'],
    });
  });

  it('tells half a timeline in a few doubts', () => {
    const verdict = judge(entries.filter(({ seq }) => seq % 2 === 0));
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['inconclusive', 'inconclusive']);
    expect(verdict.doubts.length).to.be.below(20);
  });

  it('knows an action of which no end is on record', () => {
    const begun = { kind: 'action-begun', id: 'lost', atMs: 500, did: 'outlet 3 off' } as const;
    const verdict = judge(run({ ...forced, extra: [{ atMs: 500, entry: begun }] }));
    expect(verdict.scenarios[0]?.because).to.equal(
      'The evidence is not whole: whether «outlet 3 off» was done is not known.',
    );
  });
});

describe('the judge, of unread and misplaced words', () => {
  it('notes an unread answer that nothing depends on, and passes', () => {
    const entries = run(forced);
    const at = entries.findIndex((entry) => entry.kind === 'observation' && entry.answeredMs > 2500);
    const verdict = judge(entries.with(at, unread(entries[at]!)));
    expect(verdict.outcome).to.equal('pass');
    expect(verdict.doubts).to.have.lengthOf(1);
    expect(verdict.doubts[0]).to.include('line 4 that was not understood: no such word');
  });

  it('tells when a witness could not see, and passes on what others saw', () => {
    const gap = {
      kind: 'gap',
      fromMs: 2500,
      toMs: 2600,
      witness: 'console primary',
      why: 'the line was reopened',
    } as const;
    const verdict = judge(run({ ...forced, extra: [{ atMs: 1500, entry: gap }] }));
    expect(verdict.outcome).to.equal('pass');
    expect(verdict.doubts).to.deep.equal([
      'forced: console primary could not see from 2.50 s to 2.60 s of the run: the line was reopened',
    ]);
  });

  it('is inconclusive when no answer of a unit can be read', () => {
    const entries = run(forced).map((entry) =>
      entry.kind === 'observation' && entry.unit === 'secondary' && entry.saw.sight === 'failover'
        ? unread(entry)
        : entry,
    );
    expect(judge(entries)).to.deep.include({ outcome: 'inconclusive', exitCode: 2 });
  });

  it('is inconclusive when both consoles lead to one unit', () => {
    const entries = run(standbyLoss).map((entry): Entry =>
      entry.kind === 'observation' && entry.unit === 'secondary' ? { ...entry, unit: 'primary' } : entry,
    );
    const verdict = judge(entries);
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.doubts.join()).to.include('is not who it should be');
  });
});

describe('the judge, of troubles', () => {
  it('calls trouble with the bench infrastructure', () => {
    const verdict = judge(withBenchTrouble());
    expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3, troubles: ['pdu1: no answer'] });
    expect(verdict.scenarios[0]).to.deep.include({
      infrastructure: true,
      because: 'The bench was in trouble: pdu1: no answer.',
    });
  });

  it('lets a bench left dirty outrank all', () => {
    expect(judge(withBenchTrouble(true)).exitCode).to.equal(4);
  });

  it('calls trouble outside of every scenario infrastructure of the run', () => {
    const [begun, ...rest] = run(forced);
    const trouble: Entry = { kind: 'trouble', seq: 1, atMs: 50, whose: 'bench', message: 'bring-up failed' };
    const verdict = judge([begun!, trouble, ...rest.map((entry) => ({ ...entry, seq: entry.seq + 1 }))]);
    expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3 });
    expect(verdict.scenarios[0]?.outcome).to.equal('pass');
  });

  for (const whose of ['ours', 'stopped'] as const)
    it(`is inconclusive when the trouble is ${whose}`, () => {
      const verdict = judge(
        run({
          ...forced,
          extra: [{ atMs: 2500, entry: { kind: 'trouble', atMs: 2500, whose, message: 'Ctrl-C' } }],
        }),
      );
      expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 2 });
      expect(verdict.scenarios[0]?.infrastructure).to.equal(false);
    });

  it("fails a scenario over an assertion of the suite's own, recorded after its end", () => {
    const entries = run({ ...forced, assertion: 'expected less loss' }, standbyLoss);
    const verdict = judge(entries);
    expect(verdict).to.deep.include({ outcome: 'fail', exitCode: 1 });
    expect(verdict.scenarios[0]).to.deep.include({ outcome: 'fail', assertions: ['expected less loss'] });
    expect(verdict.scenarios[1]?.outcome).to.equal('pass');
    const without = entries.filter((entry) => entry.kind !== 'trouble');
    expect(judge(without).scenarios[0]?.outcome, 'an assertion that was lost').to.equal('inconclusive');
  });

  it('does not blame the pair for an assertion when the bench did nothing', () => {
    const verdict = judge(
      run({ ...activeLoss, turns: [], isUnseen: true, assertion: 'expected a failover' }),
    );
    expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3 });
    expect(verdict.scenarios[0]?.assertions).to.deep.equal(['expected a failover']);
  });

  for (const [title, story] of [
    ['was acknowledged and did nothing', { ...activeLoss, turns: [], isUnseen: true }],
    ['was reported as failed', { ...activeLoss, turns: [], faultFailed: 'outlet 1 still reads on' }],
  ] as const)
    it(`never fails the pair for a fault that ${title}`, () => {
      const verdict = judge(run(story));
      expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3 });
      expect(verdict.scenarios[0]?.findings.filter(({ outcome }) => outcome === 'fail')).to.deep.equal([]);
    });

  it('does not judge an effect of which no end was seen', () => {
    const verdict = judge(run({ ...activeLoss, effectMs: Infinity }));
    expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3 });
  });

  it('takes a command as done between its being typed and its prompt coming back', () => {
    expect(judge(run({ ...forced, isUnseen: true })).scenarios[0]).to.deep.include({
      outcome: 'pass',
      infrastructure: false,
    });
  });

  it('lets a proven failure outrank trouble with the bench elsewhere', () => {
    const bad = run(
      { ...failoverLinkDown, turns: [{ atMs: 900, unit: 'secondary', is: 'active' }] },
      { ...activeLoss, turns: [], isUnseen: true },
    );
    expect(judge(bad)).to.deep.include({ outcome: 'fail', exitCode: 1 });
  });
});
