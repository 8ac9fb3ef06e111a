/** Strikes upon strikes: what each brings, what a later one makes void, and what is judged all the same. */
import { expect } from 'chai';
import type { Outcome, Stimulus } from '../pair/index.ts';
import { judge } from './judge.ts';
import type { Entry } from '../timeline/entry.ts';
import { run } from './made.test-support.ts';
import type { Story } from './made-story.test-support.ts';
import { activeLoss, failoverLinkDown, forced, linkDown, standbyLoss } from './stories.test-support.ts';
import type { ScenarioVerdict } from './verdict.ts';

const inside = { unit: 'primary', nameif: 'inside' } as const;
const stateLinkLost: Stimulus = { stimulus: 'state-link-down' };

/** Scripted stories, what each comes to, and by rule what every finding of it came to and what was cancelled. */
interface Row {
  readonly title: string;
  readonly story: Story;
  readonly outcome: Outcome;
  readonly findings: readonly string[];
  readonly cancelled?: readonly RegExp[];
  readonly because?: RegExp;
}

/** The standby unit is lost while the failover link is down, too early to know what that alone would have come to. */
const cutShort: Story = {
  ...failoverLinkDown,
  next: [{ atMs: 900, role: 'fault', stimuli: [{ stimulus: 'unit-silent', unit: 'secondary' }] }],
  heal: [{ stimulus: 'unit-booting', unit: 'secondary' }],
};

const rows: readonly Row[] = [
  {
    title: 'a second fault that has nothing to do with the first leaves its time running',
    story: {
      ...activeLoss,
      links: [
        { atMs: -2000, link: 'state', is: 'up' },
        { atMs: 300, link: 'state', is: 'down' },
        { atMs: 5000, link: 'state', is: 'up' },
      ],
      next: [{ atMs: 300, role: 'fault', stimuli: [stateLinkLost] }],
    },
    outcome: 'pass',
    findings: [
      'active unit lost: pass',
      'active unit lost: pass',
      'formerly active unit recovers: pass',
      'formerly active unit recovers: pass',
    ],
  },
  {
    title: 'a second fault that prevents the failover cancels it',
    story: {
      ...activeLoss,
      next: [{ atMs: 300, role: 'fault', stimuli: [{ stimulus: 'unit-silent', unit: 'secondary' }] }],
      heal: [{ stimulus: 'unit-booting', unit: 'secondary' }],
      turns: [
        { atMs: 20, unit: 'primary', is: 'off' },
        { atMs: 320, unit: 'secondary', is: 'off' },
        { atMs: 3500, unit: 'secondary', is: 'active' },
      ],
      probes: { lost: (atMs) => atMs >= 20 && atMs < 3500 },
    },
    outcome: 'inconclusive',
    findings: ['unit boots alone: pass'],
    cancelled: [
      /secondary takes over.*«the next-0 of active-loss» took effect 0\.2\d s after/,
      /marks primary/,
    ],
    because: /steady state again/,
  },
  {
    title: 'a pair that took over before the second fault is judged on both',
    story: {
      ...standbyLoss,
      next: [{ atMs: 1200, role: 'fault', stimuli: [stateLinkLost] }],
      links: [
        { atMs: -2000, link: 'state', is: 'up' },
        { atMs: 1300, link: 'state', is: 'failed' },
        { atMs: 4000, link: 'state', is: 'up' },
      ],
      healMs: 4000,
      endMs: 8000,
      turns: standbyLoss.turns.map((turn) => (turn.atMs > 1000 ? { ...turn, atMs: turn.atMs + 2000 } : turn)),
    },
    outcome: 'pass',
    findings: [
      'standby unit lost: pass',
      'standby unit lost: pass',
      'state link lost or restored: pass',
      'standby unit recovers: pass',
      'standby unit recovers: pass',
    ],
  },
  {
    title: 'a heal before anybody could have noticed leaves the healing to be judged',
    story: {
      ...standbyLoss,
      healMs: 100,
      turns: [
        { atMs: 20, unit: 'secondary', is: 'off', mateSays: 'standby-ready' },
        { atMs: 900, unit: 'secondary', is: 'off', mateSays: 'failed' },
        { atMs: 2500, unit: 'secondary', is: 'sync-config' },
        { atMs: 4000, unit: 'secondary', is: 'standby-ready' },
      ],
    },
    outcome: 'pass',
    findings: ['standby unit lost: pass', 'standby unit recovers: pass', 'standby unit recovers: pass'],
    cancelled: [/before it could have come true/],
  },
  {
    title: 'a heal in the midst of the window leaves the question open',
    story: { ...linkDown, healMs: 300, turns: [] },
    outcome: 'inconclusive',
    findings: [
      'interface failure on the active unit: inconclusive',
      'interface failure on the active unit: inconclusive',
    ],
  },
  {
    title: 'what is mended on the way, before anybody noticed, is asked no more',
    story: {
      ...linkDown,
      next: [{ atMs: 300, role: 'heal', stimuli: [{ stimulus: 'interface-up', ...inside }] }],
      heal: [],
      turns: [],
    },
    outcome: 'inconclusive',
    findings: [],
    cancelled: [/secondary becomes active/, /before its time was over/],
    because: /nothing was left to hold/,
  },
  {
    title: 'a change that was seen counts although the next strike would have made it void',
    story: {
      ...linkDown,
      next: [{ atMs: 900, role: 'heal', stimuli: [{ stimulus: 'interface-up', ...inside }] }],
      heal: [{ stimulus: 'told-active', unit: 'primary' }],
      turns: [
        { atMs: 300, unit: 'primary', is: 'failed' },
        { atMs: 350, unit: 'secondary', is: 'active' },
        { atMs: 1200, unit: 'primary', is: 'standby-ready' },
        { atMs: 2600, unit: 'primary', is: 'active' },
        { atMs: 2600, unit: 'secondary', is: 'standby-ready' },
      ],
    },
    outcome: 'pass',
    findings: [
      'interface failure on the active unit: pass',
      'interface failure on the active unit: pass',
      'interface recovers: pass',
      'interface recovers: pass',
      'forced failover: pass',
      'forced failover: pass',
    ],
  },
  {
    title: 'too early a change fails although it was to be cancelled',
    story: {
      ...activeLoss,
      turns: activeLoss.turns.map((turn) => (turn.atMs === 900 ? { ...turn, atMs: 150 } : turn)),
      next: [{ atMs: 300, role: 'fault', stimuli: [{ stimulus: 'failover-link-down' }] }],
      probes: { lost: (atMs) => atMs >= 20 && atMs < 155 },
    },
    outcome: 'fail',
    findings: ['active unit lost: fail', 'active unit lost: fail'],
  },
  {
    title: 'two stimuli of one action are one strike',
    story: {
      ...linkDown,
      fault: [
        { stimulus: 'interface-down', ...inside },
        { stimulus: 'interface-down', unit: 'primary', nameif: 'outside' },
      ],
      heal: [
        { stimulus: 'interface-up', ...inside },
        { stimulus: 'interface-up', unit: 'primary', nameif: 'outside' },
      ],
    },
    outcome: 'pass',
    findings: [
      'interface failure on the active unit: pass',
      'interface failure on the active unit: pass',
      'interface recovers: pass',
      'interface recovers: pass',
    ],
  },
  {
    title: 'a role that a later command takes back was not lost',
    story: {
      ...forced,
      next: [{ atMs: 1000, role: 'fault', stimuli: [{ stimulus: 'told-active', unit: 'primary' }] }],
      turns: [
        ...forced.turns,
        { atMs: 1100, unit: 'secondary', is: 'standby-ready' },
        { atMs: 1200, unit: 'primary', is: 'active' },
      ],
      probes: { lost: (atMs) => (atMs >= 60 && atMs < 310) || (atMs >= 1100 && atMs < 1210) },
    },
    outcome: 'pass',
    findings: [
      'forced failover: pass',
      'forced failover: pass',
      'forced failover: pass',
      'forced failover: pass',
    ],
  },
  {
    title: 'what a further fault cut short is cancelled, and the rest runs on',
    story: { ...cutShort, turns: [{ atMs: 920, unit: 'secondary', is: 'off' }] },
    outcome: 'inconclusive',
    findings: [
      'failover link lost in operation: pass',
      'standby unit lost: pass',
      'failover link down at startup: inconclusive',
      'failover link down at startup: pass',
    ],
    cancelled: [/which is no reason to fail over.*before its time was over/],
  },
  {
    title: 'units that hear nothing of each other any more need not say that it was the link',
    story: {
      ...failoverLinkDown,
      fault: [{ stimulus: 'segment-silent', nameif: 'inside' }],
      next: [
        { atMs: 100, role: 'fault', stimuli: failoverLinkDown.fault },
        { atMs: 300, role: 'fault', stimuli: [{ stimulus: 'segment-silent', nameif: 'outside' }] },
      ],
      links: [],
      heal: [],
      turns: [{ atMs: 900, unit: 'secondary', is: 'active' }],
      endMs: 4000,
    },
    outcome: 'inconclusive',
    findings: [],
    cancelled: [
      /hears nothing/,
      /hears nothing/,
      /reason to fail over/,
      /primary marks the/,
      /secondary marks the/,
    ],
  },
  {
    title: 'who may be active already may have become so by the fault before',
    story: {
      ...activeLoss,
      fault: linkDown.fault,
      next: [{ atMs: 150, role: 'fault', stimuli: [{ stimulus: 'unit-silent', unit: 'primary' }] }],
      turns: [
        { atMs: 160, unit: 'primary', is: 'off', mateSays: 'active' },
        { atMs: 300, unit: 'primary', is: 'off', mateSays: 'failed' },
        { atMs: 300, unit: 'secondary', is: 'active' },
        ...activeLoss.turns.slice(3),
      ],
      probes: { lost: (atMs) => atMs >= 20 && atMs < 305 },
    },
    outcome: 'pass',
    findings: ['active unit lost: pass'],
    cancelled: [/secondary becomes active/, /primary is failed/],
  },
  {
    title: 'what was contrary before a further fault counts',
    story: {
      ...cutShort,
      turns: [
        { atMs: 400, unit: 'secondary', is: 'active' },
        { atMs: 920, unit: 'secondary', is: 'off' },
      ],
    },
    outcome: 'fail',
    findings: ['failover link lost in operation: pass', 'failover link lost in operation: fail'],
  },
];

const roles = (verdict: ScenarioVerdict | undefined): readonly string[] =>
  (verdict?.findings ?? [])
    .filter(
      ({ rule }) =>
        !/^(?:never|traffic|failover is|steady|state link shown|failover link (?:marked|shown))/.test(rule),
    )
    .map(({ rule, outcome }) => `${rule}: ${outcome}`);

describe('the judge, of one strike upon the other:', () => {
  for (const { title, story, outcome, findings, cancelled = [], because } of rows)
    it(title, () => {
      const [verdict] = judge(run(story)).scenarios;
      const all = JSON.stringify(verdict, undefined, 1);
      expect(roles(verdict), all).to.deep.equal(findings);
      expect(verdict?.outcome, all).to.equal(outcome);
      const told = (verdict?.cancelled ?? []).map(({ expected, why }) => `${expected}: ${why}`);
      expect(told, all).to.have.lengthOf(cancelled.length);
      for (const [at, pattern] of cancelled.entries()) expect(told[at]).to.match(pattern);
      if (because) expect(verdict?.because).to.match(because);
    });

  it('asks for no traffic through an interface that a later strike took', () => {
    const dmz = { nameif: 'dmz', unit: 'secondary' } as const;
    const lossy = { lost: (atMs: number) => (atMs >= 60 && atMs < 310) || atMs >= 1100 };
    const ofTraffic = (story: Story): readonly string[] =>
      (judge(run(story)).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'traffic comes back')
        .map(({ outcome }) => outcome);
    expect(ofTraffic({ ...forced, probes: lossy })).to.deep.equal(['fail']);
    const taken: Story = {
      ...forced,
      probes: lossy,
      next: [{ atMs: 1050, role: 'fault', stimuli: [{ stimulus: 'interface-down', ...dmz }] }],
    };
    expect(ofTraffic(taken)).to.not.include('fail');
  });

  it('does not hold what a later strike loses against an earlier one', () => {
    const ofTraffic = (lostFromMs: number): readonly string[] => {
      const story: Story = {
        ...failoverLinkDown,
        probes: { lost: (atMs) => atMs >= lostFromMs },
        next: [{ atMs: 1500, role: 'fault', stimuli: [{ stimulus: 'segment-silent', nameif: 'outside' }] }],
      };
      return (judge(run(story)).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'traffic keeps flowing')
        .map(({ outcome, seen }) => `${outcome}: ${seen.slice(0, 8)}`);
    };
    expect(ofTraffic(1500)).to.deep.equal(['pass: 0 probes']);
    expect(ofTraffic(1490)).to.deep.equal(['pass: 1 probe ']);
    expect(ofTraffic(1480)).to.deep.equal(['fail: 2 probes']);
  });

  it('does not blame a pair for failover that was turned off and never on again', () => {
    const ofOn = (story: Story): readonly string[] =>
      (judge(run(story)).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'failover is on before and after')
        .map(({ outcome }) => outcome);
    const off: Story = { ...forced, name: 'off', turns: [], on: (atMs) => atMs < 40 };
    const fault: readonly Stimulus[] = [{ stimulus: 'told-off', unit: 'primary' }];
    expect(ofOn(off)).to.deep.equal(['fail']);
    expect(ofOn({ ...off, fault })).to.deep.equal(['inconclusive']);
    expect(ofOn({ ...off, fault, heal: [{ stimulus: 'told-on', unit: 'primary' }] })).to.deep.equal(['fail']);
  });

  it('misses no unit that was told to boot and may have been back before anybody looked', () => {
    const unmissed: Story = { ...activeLoss, heal: [], turns: [], endMs: 4000 };
    const outcomes = (entries: readonly Entry[]): readonly string[] =>
      (judge(entries).scenarios[0]?.findings ?? [])
        .filter(({ rule }) => rule === 'active unit lost')
        .map(({ outcome }) => outcome);
    expect(outcomes(run({ ...unmissed, turns: activeLoss.turns.slice(0, 1) }))).to.include('fail');
    const byItself = run(unmissed).map((entry) =>
      entry.kind === 'action' ? { ...entry, effectWitness: 'console primary' } : entry,
    );
    expect(outcomes(byItself)).to.deep.equal([]);
  });

  it('cancels nothing of the stories that an honest pair tells', () => {
    for (const story of [forced, activeLoss, standbyLoss, linkDown, failoverLinkDown])
      expect(judge(run(story)).scenarios[0]).to.not.have.property('cancelled');
  });
});
