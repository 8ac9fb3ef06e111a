import { expect } from 'chai';
import { bringUp, configurationsOf } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { judgeScenario } from '../judge/index.ts';
import type { ScenarioVerdict } from '../judge/index.ts';
import { shows, takes } from './act-words.ts';
import { play } from './play.ts';
import { procedureOf } from './procedure.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;

const asking: Scenario = {
  name: 'asking',
  title: 'what is typed on the active unit is on the standby unit too, and is put back',
  requirements: ['REP-AS-ENTERED'],
  begin: 'primary',
  before: [
    {
      ask: 'show running-config | include access-list',
      on: 'standby',
      as: 'before',
      expects: [{ lacks: 'probe-acl' }],
      means: 'the standby unit has no such list yet',
      proves: [],
    },
    {
      enter: 'access-list probe-acl extended permit ip any any',
      on: 'active',
      undo: ['no access-list probe-acl extended permit ip any any'],
      expects: [{ answer: 'accepted' }],
      means: 'the active unit takes the command',
      proves: [],
    },
    {
      ask: 'show running-config | include access-list',
      on: 'standby',
      within: 10_000,
      expects: [{ says: '^access-list probe-acl extended permit ip any any' }],
      means: 'the standby unit has the command as it was entered on the active one',
      proves: ['REP-AS-ENTERED'],
    },
  ],
};

const refused: Scenario = {
  name: 'refused',
  title: 'a hold time of less than three poll times is refused, before a failover and after it',
  requirements: ['CFG-UNIT-HOLD-RATIO'],
  begin: 'primary',
  setup: [
    {
      enter: 'failover polltime unit 5 holdtime 14',
      on: 'active',
      expects: [{ answer: 'refused' }, { says: 'ERROR' }],
      means: 'the hold time is refused',
      proves: ['CFG-UNIT-HOLD-RATIO'],
    },
  ],
  fault: 'told-standby',
  target: 'active',
  watch: 'failover',
  during: [
    {
      look: 'console-messages',
      within: 5000,
      expects: [{ says: '^secondary .*[Ss]witching to [Aa]ctive' }],
      means: 'the console of the unit that takes over says so',
      proves: ['LOG-BOTH-UNITS'],
    },
  ],
};

describe('the acts of a scenario, on a virtual clock', () => {
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench([asking.name, refused.name, 'wrong', 'left', 'many']);
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  const judged = async (scenario: Scenario): Promise<ScenarioVerdict> => {
    const { bench, recorder, run } = opened;
    expect(await run(play(bench, scenario, never))).to.deep.equal({ played: true });
    return judgeScenario(recorder.entries, scenario.name);
  };
  const proven = ({ findings }: ScenarioVerdict): readonly string[] =>
    findings
      .filter(({ rule, outcome }) => rule === 'question' && outcome === 'pass')
      .flatMap(({ requirements }) => requirements);

  it('asks, types, waits until it is so, and puts back what it typed', async () => {
    const { bench, run } = opened;
    const before = await run(configurationsOf(bench));
    const verdict = await judged(asking);
    expect(verdict.outcome, verdict.because).to.equal('pass');
    expect(proven(verdict)).to.deep.equal(['REP-AS-ENTERED']);
    expect(bench.journal.open).to.deep.equal([]);
    expect(await run(configurationsOf(bench))).to.deep.equal(before);
  });

  it('asks around a fault', async () => {
    const verdict = await judged(refused);
    expect(verdict.outcome, verdict.because).to.equal('pass');
    expect(proven(verdict)).to.deep.equal(['CFG-UNIT-HOLD-RATIO', 'LOG-BOTH-UNITS']);
  });

  it('fails for an answer that is otherwise, and says what was answered', async () => {
    const wrong: Scenario = {
      name: 'wrong',
      title: 'wrong',
      requirements: [],
      begin: 'primary',
      before: [
        {
          ask: 'show failover',
          on: 'active',
          expects: [{ says: '^Failover Off' }],
          means: 'failover is off',
          proves: ['OPS-FAILOVER-ON'],
        },
      ],
    };
    const { outcome, because } = await judged(wrong);
    expect(outcome).to.equal('fail');
    expect(because).to.match(/console primary, «show failover» between .*does not say «\^Failover Off»/);
  });

  it('finds what puts back what was typed by comparing, where nobody said it', async () => {
    const { bench, run } = opened;
    const before = await run(configurationsOf(bench));
    const left: Scenario = {
      name: 'left',
      title: 'left',
      requirements: [],
      begin: 'primary',
      before: [
        takes(
          [
            'failover polltime unit 2 holdtime 6',
            'access-list left extended permit ip any host {inside.active}',
            'interface {inside.interface}',
            'security-level 90',
          ],
          'all of it is taken',
          [],
        ),
        shows('show running-config', '^access-list left .* host {inside.active}', 'it is there', []),
      ],
    };
    const { outcome, because } = await judged(left);
    expect(outcome, because).to.equal('pass');
    expect(await run(configurationsOf(bench))).to.deep.equal(before);
    expect(bench.journal.open).to.deep.equal([]);
  });

  it('is pending where the topology has no word for a blank', async () => {
    const { bench, run } = opened;
    const blank: Scenario = {
      name: 'left',
      title: 'left',
      requirements: [],
      begin: 'primary',
      before: [shows('show ip', '{dmz.active}', 'the address is there', [])],
    };
    const played = await run(play(bench, blank, never));
    expect(played).to.deep.equal({ played: false, pending: 'the topology says nothing under dmz.active' });
  });

  it('strikes upon a strike, mends one in between, and heals the last first', async () => {
    const many: Scenario = {
      name: 'many',
      title: 'many',
      requirements: [],
      begin: 'primary',
      fault: 'interface-down',
      target: 'standby',
      interface: 'inside',
      watch: 'mate-failed',
      next: [
        { mend: 0, watch: 'nothing' },
        { fault: 'told-standby', target: 'active', watch: 'failover' },
      ],
    };
    const { outcome, because } = await judged(many);
    const acts = opened.recorder
      .entriesOf('many')
      .flatMap((entry) => (entry.kind === 'action' ? [entry] : []));
    expect(acts.filter(({ role }) => role !== 'setup').map(({ did }) => did)).to.deep.equal([
      'switch port of inside of secondary shut',
      'switch port of inside of secondary up',
      'no failover active on primary',
    ]);
    expect(outcome, because).to.equal('pass');
  });

  it('is told beforehand, step by step', () => {
    const told = procedureOf(asking).map(({ phase, does }) => `${phase}: ${does}`);
    expect(told.join('\n')).to.contain(
      'watch: configure «access-list probe-acl extended permit ip any any» on the active unit: the active unit takes the command',
    );
    expect(told.at(-1)).to.match(/^recovered: put back what was typed: configure «no access-list probe-acl/);
  });
});
