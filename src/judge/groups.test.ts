/** Active/Active: each failover group has its own words, its own steady state and its own predictions. */
import { expect } from 'chai';
import type { GroupSettings, Outcome } from '../pair/index.ts';
import type { Entry } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { renumbered, run } from './made.test-support.ts';
import type { Story, Turn } from './made-story.test-support.ts';

const groups: readonly GroupSettings[] = [
  { group: 1, prefers: 'primary', contexts: ['admin'], settings: {} },
  { group: 2, prefers: 'secondary', contexts: ['customer'], settings: {} },
];
const preempting = groups.map((each) => ({ ...each, preemptAfterMs: 500 }));

const takeover: readonly Turn[] = [
  { atMs: 20, unit: 'primary', is: 'off', mateSays: 'active' },
  { atMs: 900, unit: 'primary', is: 'off', mateSays: 'failed' },
  { atMs: 900, unit: 'secondary', group: 1, is: 'active' },
];
const back: readonly Turn[] = [
  { atMs: 3500, unit: 'primary', is: 'sync-config' },
  { atMs: 4500, unit: 'primary', is: 'standby-ready' },
];
const home: readonly Turn[] = [
  { atMs: 5200, unit: 'secondary', group: 1, is: 'standby-ready' },
  { atMs: 5300, unit: 'primary', group: 1, is: 'active' },
];

/** The primary, on which group 1 is active, loses power and comes back. */
const lost: Story = {
  name: 'primary-lost',
  groups,
  fault: [{ stimulus: 'unit-silent', unit: 'primary' }],
  heal: [{ stimulus: 'unit-booting', unit: 'primary' }],
  turns: [...takeover, ...back],
  healMs: 2500,
  endMs: 7000,
};

/** `no failover active group 2` on the secondary. */
const forced: Story = {
  name: 'group-forced',
  groups,
  fault: [{ stimulus: 'told-standby', unit: 'secondary', group: 2 }],
  turns: [
    { atMs: 60, unit: 'secondary', group: 2, is: 'standby-ready' },
    { atMs: 300, unit: 'primary', group: 2, is: 'active' },
  ],
  healMs: 2500,
  endMs: 4000,
};

/** An interface of the context in group 2 goes down where that is active. */
const interfaceDown: Story = {
  name: 'group-interface-down',
  groups,
  fault: [{ stimulus: 'interface-down', unit: 'secondary', nameif: 'customer/inside' }],
  heal: [{ stimulus: 'interface-up', unit: 'secondary', nameif: 'customer/inside' }],
  turns: [
    { atMs: 500, unit: 'secondary', group: 2, is: 'failed' },
    { atMs: 650, unit: 'primary', group: 2, is: 'active' },
    { atMs: 10_500, unit: 'secondary', group: 2, is: 'standby-ready' },
  ],
  healMs: 9000,
  endMs: 12_000,
};

const rows: readonly (readonly [title: string, story: Story, outcome: Outcome, seen: RegExp])[] = [
  ['takes over the group of a lost unit', lost, 'pass', /group 1 on secondary is active, 0\.8/],
  [
    'goes back with preempt to the unit that it prefers',
    { ...lost, groups: preempting, turns: [...takeover, ...back, ...home] },
    'pass',
    /group 1 on primary is active/,
  ],
  [
    'goes back without preempt',
    { ...lost, turns: [...takeover, ...back, ...home] },
    'fail',
    /group 1 on secondary says a switch to standby/,
  ],
  [
    'does not go back with preempt',
    { ...lost, groups: preempting },
    'inconclusive',
    /nobody saw group 1 on primary active/,
  ],
  [
    'is ready and does not go back with preempt, by its delay and all that its unit could wait for',
    { ...lost, groups: preempting, endMs: 38_000 },
    'fail',
    /group 1 on primary stays ready for 33\.\d\d s, allowed were 32\.30 s/,
  ],
  [
    'may still be waiting for its interfaces behind spanning tree',
    { ...lost, groups: preempting, endMs: 36_000 },
    'inconclusive',
    /nobody saw group 1 on primary active/,
  ],
  [
    'was not heard for some seconds in which it could have been active',
    {
      ...lost,
      groups: preempting,
      turns: [
        ...takeover,
        ...back,
        { atMs: 20_000, unit: 'primary', is: 'off', mateSays: 'standby-ready' },
        { atMs: 23_000, unit: 'primary', is: 'standby-ready' },
      ],
      endMs: 38_000,
    },
    'inconclusive',
    /nobody saw group 1 on primary active/,
  ],
  ['moves the group that a command names', forced, 'pass', /group 2 on primary is active/],
  [
    'moves the other group with it',
    {
      ...forced,
      turns: [
        ...forced.turns,
        { atMs: 60, unit: 'primary', group: 1, is: 'standby-ready' },
        { atMs: 300, unit: 'secondary', group: 1, is: 'active' },
      ],
    },
    'fail',
    /group 1 on (?:primary|secondary) says a switch to/,
  ],
  [
    'ignores the command',
    { ...forced, turns: [], endMs: 5000 },
    'fail',
    /group 2 on primary is still standby-ready/,
  ],
  [
    'has a group active on both units',
    { ...forced, turns: [{ atMs: 300, unit: 'primary', group: 2, is: 'active' }], endMs: 5000 },
    'fail',
    /of group 2 .*both are active/,
  ],
  [
    'fails over the group whose interface is down, and leaves the other',
    interfaceDown,
    'pass',
    /group 1 on primary stayed active/,
  ],
  [
    'notices nothing of it',
    { ...interfaceDown, turns: [] },
    'fail',
    /group 2 on primary is still standby-ready/,
  ],
];

describe('the judge, of an Active/Active pair that', () => {
  it('lets a group preempt once a lost unit is back: it says so itself, or its mate speaks of it', () => {
    const story: Story = {
      name: 'standby-told-to-boot',
      groups: groups.map((each) => ({ ...each, prefers: 'secondary', preemptAfterMs: 0 })),
      fault: [{ stimulus: 'unit-silent', unit: 'secondary' }],
      next: [{ atMs: 600, role: 'heal', stimuli: [{ stimulus: 'unit-booting', unit: 'secondary' }] }],
      turns: [
        { atMs: 20, unit: 'secondary', is: 'off', mateSays: 'active' },
        { atMs: 620, unit: 'primary', group: 1, is: 'standby-ready' },
      ],
      healMs: 2500,
      endMs: 4000,
    };
    const stays = (entries: readonly Entry[]): readonly string[] =>
      (judge(entries).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'standby unit lost')
        .map(({ outcome, group }) => `${outcome} ${group}`);
    expect(stays(run(story))).to.deep.equal(['fail 1']);
    const byItself = run(story).map((entry) =>
      entry.kind === 'action' ? { ...entry, effectWitness: 'console secondary' } : entry,
    );
    expect(stays(byItself)).to.not.include('fail 1');
    const heard: Story = {
      ...story,
      turns: [
        { atMs: 20, unit: 'secondary', is: 'off', mateSays: 'active' },
        { atMs: 400, unit: 'secondary', is: 'off', mateSays: 'failed' },
        { atMs: 800, unit: 'secondary', is: 'off', mateSays: 'sync-config' },
        { atMs: 1200, unit: 'primary', group: 1, is: 'standby-ready' },
      ],
    };
    expect(stays(run(heard))).to.not.include('fail 1');
    const before = heard.turns?.map((turn) => (turn.unit === 'primary' ? { ...turn, atMs: 700 } : turn));
    expect(stays(run({ ...heard, turns: before ?? [] }))).to.include('fail 1');
  });

  for (const [title, story, outcome, seen] of rows)
    it(`${title}: ${outcome}`, () => {
      const [verdict] = judge(run(story)).scenarios;
      const all = JSON.stringify(verdict, undefined, 1);
      expect(verdict?.outcome, all).to.equal(outcome);
      const told = verdict?.findings.filter((each) => each.outcome === outcome && seen.test(each.seen));
      expect(told, all).to.not.be.empty;
      for (const each of told ?? [])
        expect(each.group, each.seen).to.equal(/group 1/.test(each.seen) ? 1 : 2);
    });

  it('holds each invariant of each group, and names the requirement of groups', () => {
    const always = judge(run(lost)).scenarios[0]?.findings.filter(({ rule }) => rule.startsWith('never'));
    expect(always?.map(({ rule, group }) => `${rule} ${group}`)).to.deep.equal([
      'never two active units 1',
      'never without an active unit 1',
      'never two active units 2',
      'never without an active unit 2',
    ]);
    for (const { requirements } of always ?? []) expect(requirements).to.include('AA-GROUP-FAILS-OVER');
  });

  it('has its other group on a unit from which an interface was taken: no flow need have a way', () => {
    const ofTraffic = (story: Story): readonly string[] =>
      (judge(run(story)).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'traffic comes back')
        .map(({ outcome }) => outcome);
    const dead: Story = { ...forced, probes: { lost: (atMs) => atMs >= 20 } };
    expect(ofTraffic(dead)).to.deep.equal(['fail']);
    const moved: Story = {
      ...dead,
      fault: [{ stimulus: 'interface-down', unit: 'secondary', nameif: 'admin/inside' }],
      next: [{ atMs: 50, role: 'fault', stimuli: dead.fault }],
    };
    expect(ofTraffic(moved)).to.deep.equal([]);
  });

  it('says not how its groups are set: nothing is foretold of it', () => {
    const isSaid = (entry: Entry): boolean => entry.kind === 'observation' && entry.saw.sight === 'groups';
    const verdict = judge(renumbered(run(lost).filter((entry) => !isSaid(entry)))).scenarios[0];
    expect(verdict?.outcome).to.equal('inconclusive');
    expect(verdict?.because).to.include('how failover group 1 is set is not on record');
  });

  it('is not steady while its units disagree on one of the groups', () => {
    const turns: readonly Turn[] = [
      { atMs: -999, unit: 'secondary', group: 2, is: 'active', mateSays: 'failed' },
      ...forced.turns,
    ];
    expect(judge(run({ ...forced, turns })).scenarios[0]?.because).to.match(
      /primary says that group 2 of secondary is failed, which says that it is active/,
    );
  });
});
