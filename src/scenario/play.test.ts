import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { Entry, Phase } from '../timeline/index.ts';
import { judgeScenario } from '../judge/index.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;

const scenarios: readonly Scenario[] = [
  {
    name: 'forced',
    title: 'forced',
    requirements: [],
    begin: 'primary',
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
  },
  {
    name: 'forced-back',
    title: 'forced back',
    requirements: [],
    begin: 'secondary',
    fault: 'told-active',
    target: 'standby',
    watch: 'failover',
  },
  {
    name: 'active-dark',
    title: 'active dark',
    requirements: [],
    begin: 'primary',
    fault: 'unit-power-loss',
    target: 'active',
    watch: 'failover',
  },
  {
    name: 'standby-dark',
    title: 'standby dark',
    requirements: [],
    begin: 'primary',
    fault: 'unit-power-loss',
    target: 'standby',
    watch: 'mate-failed',
  },
  {
    name: 'inside-down',
    title: 'inside down',
    requirements: [],
    begin: 'primary',
    fault: 'interface-down',
    target: 'active',
    interface: 'inside',
    watch: 'failover',
  },
  {
    name: 'link-down',
    title: 'link down',
    requirements: [],
    begin: 'primary',
    fault: 'failover-link-down',
    target: 'active',
    watch: 'nothing',
  },
  {
    name: 'state-link-down',
    title: 'state link down',
    requirements: [],
    begin: 'secondary',
    fault: 'state-link-down',
    target: 'standby',
    watch: 'nothing',
  },
  {
    name: 'write-standby',
    title: 'standby written again',
    requirements: [],
    begin: 'primary',
    fault: 'write-standby',
    target: 'active',
    watch: 'nothing',
  },
  {
    name: 'standby-inside-down',
    title: 'inside of the standby unit down',
    requirements: [],
    begin: 'primary',
    fault: 'interface-down',
    target: 'standby',
    interface: 'inside',
    watch: 'mate-failed',
  },
];

const phases = (entries: readonly Entry[]): Phase[] =>
  entries.flatMap((entry) => (entry.kind === 'phase' ? [entry.phase] : []));

describe('playing a scenario, on a virtual clock', function () {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench(scenarios.map(({ name }) => name));
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  for (const scenario of scenarios) {
    it(`${scenario.title}: walks through every phase, and the judge passes an honest pair`, async () => {
      const { bench, recorder, run } = opened;
      expect(await run(play(bench, scenario, never))).to.deep.equal({ played: true });
      const entries = recorder.entriesOf(scenario.name);
      const troubles = entries.flatMap((entry) => (entry.kind === 'trouble' ? [entry.message] : []));
      expect(troubles).to.deep.equal([]);
      expect(phases(entries)).to.deep.equal(['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered']);
      const { outcome, because, findings } = judgeScenario(recorder.entries, scenario.name);
      expect(outcome, `${because}\n${JSON.stringify(findings, null, 2)}`).to.equal('pass');
      expect(bench.journal.open).to.deep.equal([]);
    });
  }

  it('is pending with its reason when the bench cannot cause the fault', async () => {
    const missing: Scenario = { ...(scenarios[4] as Scenario), name: 'no-such', interface: 'dmz' };
    const played = await opened.run(play(opened.bench, missing, never));
    expect(played).to.have.property('played', false);
    expect(played)
      .to.have.property('pending')
      .that.matches(/dmz of primary is not cabled/);
  });

  it('heals what it broke when it is stopped in the middle, and says so', async () => {
    const { bench, recorder, run, clock } = opened;
    const stop = new AbortController();
    const dark: Scenario = { ...(scenarios[3] as Scenario), name: 'stopped' };
    const playing = play(bench, dark, stop.signal).catch((error: unknown) => error);
    while (bench.journal.open.length === 0) await clock.advance(50);
    await clock.advance(500);
    stop.abort(new Error('enough'));
    expect(await run(playing)).to.be.instanceOf(Error);
    expect(bench.journal.open).to.deep.equal([]);
    const entries = recorder.entriesOf('stopped');
    expect(entries.at(-1)?.kind).to.equal('scenario-ended');
    expect(judgeScenario(recorder.entries, 'stopped').outcome).to.equal('inconclusive');
  });
});
