/** Pairs that do not do as the guides say, and questions that were not put well enough: one row each. */
import { expect } from 'chai';
import type { Outcome } from '../pair/index.ts';
import { judge } from './judge.ts';
import { run } from './made.test-support.ts';
import { settings } from './made-story.test-support.ts';
import type { Story, Turn } from './made-story.test-support.ts';
import { activeLoss, failoverLinkDown, forced, linkDown, standbyLoss } from './stories.test-support.ts';

type Row = readonly [title: string, story: Story, outcome: Outcome, rule: string, seen: RegExp];

/** The same loss with the takeover at another time, and everything after it as much later. */
const takeoverAt = (atMs: number, healMs = atMs + 1600): Story => ({
  ...activeLoss,
  turns: [
    { atMs: 20, unit: 'primary', is: 'off', mateSays: 'active' },
    { atMs, unit: 'primary', is: 'off', mateSays: 'failed' },
    { atMs, unit: 'secondary', is: 'active' },
    { atMs: healMs + 2000, unit: 'primary', is: 'standby-ready' },
  ],
  healMs,
  endMs: healMs + 3500,
  probes: { lost: (sentMs) => sentMs >= 20 && sentMs < atMs + 5 },
});
const later = (story: Story, ...turns: readonly Turn[]): Story => ({
  ...story,
  turns: [...story.turns, ...turns].toSorted((a, b) => a.atMs - b.atMs),
});

const failing: readonly Row[] = [
  [
    'never takes over',
    { ...activeLoss, turns: [{ atMs: 20, unit: 'primary', is: 'off' }], healMs: 4000 },
    'fail',
    'active unit lost',
    /still standby-ready \d\.\d\d s after/,
  ],
  [
    'takes over four times too late',
    takeoverAt(8000),
    'fail',
    'active unit lost',
    /7\.9\d s ± 0\.0\d s after .* 0\.40 s to 2\.00 s/,
  ],
  ['takes over before the hold time', takeoverAt(250), 'fail', 'active unit lost', /0\.1\d s ± 0\.0\d s/],
  [
    'takes over at the edge of the window',
    takeoverAt(2010),
    'inconclusive',
    'active unit lost',
    /too uncertain to tell/,
  ],
  [
    'is not given the time to take over',
    { ...activeLoss, turns: [{ atMs: 20, unit: 'primary', is: 'off' }], healMs: 1200 },
    'inconclusive',
    'active unit lost',
    /healed after 1\.16 s, before the window was over/,
  ],
  [
    'takes over and stands down again',
    later(activeLoss, { atMs: 1500, unit: 'secondary', is: 'standby-ready' }),
    'fail',
    'active unit lost',
    /but then it says that it is standby-ready/,
  ],
  [
    'does not mark the dead unit as failed',
    {
      ...activeLoss,
      turns: activeLoss.turns.map((turn) =>
        turn.mateSays === 'failed' ? { ...turn, mateSays: 'active' as const } : turn,
      ),
      healMs: 3000,
      endMs: 6500,
    },
    'fail',
    'active unit lost',
    /primary is still active/,
  ],
  [
    'fails back when the primary recovers',
    later(
      activeLoss,
      { atMs: 4700, unit: 'primary', is: 'active' },
      { atMs: 4720, unit: 'secondary', is: 'standby-ready' },
    ),
    'fail',
    'formerly active unit recovers',
    /says a switch to standby/,
  ],
  [
    'comes back as a second active unit',
    {
      ...activeLoss,
      turns: [...activeLoss.turns.slice(0, 3), { atMs: 3500, unit: 'primary', is: 'active' }],
    },
    'fail',
    'never two active units',
    /both are active/,
  ],
  [
    'never comes back',
    { ...activeLoss, turns: activeLoss.turns.slice(0, 3) },
    'inconclusive',
    'formerly active unit recovers',
    /nobody said how it is/,
  ],
  [
    'ignores the command',
    { ...forced, turns: [], endMs: 4000 },
    'fail',
    'forced failover',
    /secondary is still standby-ready/,
  ],
  [
    'keeps both units active after the command',
    { ...forced, turns: [{ atMs: 300, unit: 'secondary', is: 'active' }], endMs: 4000 },
    'fail',
    'never two active units',
    /both are active/,
  ],
  [
    'stands down and nobody takes over',
    { ...forced, turns: [{ atMs: 60, unit: 'primary', is: 'standby-ready' }], endMs: 4000 },
    'fail',
    'never without an active unit',
    /both are not active/,
  ],
  [
    'answers the command after three seconds',
    {
      ...forced,
      turns: [
        { atMs: 3000, unit: 'primary', is: 'standby-ready' },
        { atMs: 3000, unit: 'secondary', is: 'active' },
      ],
      healMs: 4500,
      endMs: 5000,
      probes: { lost: () => false },
    },
    'fail',
    'forced failover',
    /2\.9\d s ± 0\.0\d s/,
  ],
  [
    'does not notice the dead link',
    { ...linkDown, turns: [] },
    'fail',
    'interface failure on the active unit',
    /secondary is still standby-ready/,
  ],
  [
    'takes over and does not fail the unit with the dead link',
    {
      ...linkDown,
      turns: linkDown.turns.map((turn) =>
        turn.is === 'failed' ? { ...turn, is: 'standby-ready' as const } : turn,
      ),
    },
    'fail',
    'interface failure on the active unit',
    /primary is still standby-ready/,
  ],
  [
    'fails over when the failover link is lost',
    later(failoverLinkDown, { atMs: 900, unit: 'secondary', is: 'active' }),
    'fail',
    'failover link lost in operation',
    /secondary says a switch to active/,
  ],
  [
    'does so without a word',
    later({ ...failoverLinkDown, isQuiet: true }, { atMs: 900, unit: 'secondary', is: 'active' }),
    'fail',
    'failover link lost in operation',
    /secondary says that it is active/,
  ],
  [
    'fails over for a moment, seen by its message alone',
    later(
      failoverLinkDown,
      { atMs: 900, unit: 'secondary', is: 'active' },
      { atMs: 910, unit: 'secondary', is: 'standby-ready' },
    ),
    'fail',
    'failover link lost in operation',
    /a switch to active/,
  ],
  [
    'fails over when the failover link is back',
    later(
      failoverLinkDown,
      { atMs: 4300, unit: 'secondary', is: 'active' },
      { atMs: 4310, unit: 'primary', is: 'standby-ready' },
    ),
    'fail',
    'failover link restored',
    /says a switch to active/,
  ],
  [
    'stands down when it loses its standby',
    later(standbyLoss, { atMs: 1000, unit: 'primary', is: 'standby-ready' }),
    'fail',
    'standby unit lost',
    /primary says a switch to standby/,
  ],
  [
    'does not mark the standby as failed',
    {
      ...standbyLoss,
      turns: standbyLoss.turns.map((turn) =>
        turn.mateSays === 'failed' ? { ...turn, mateSays: 'standby-ready' as const } : turn,
      ),
      healMs: 3000,
    },
    'fail',
    'standby unit lost',
    /secondary is still standby-ready/,
  ],
  [
    'turns failover off',
    { ...forced, on: (atMs) => atMs < 2300 },
    'fail',
    'failover is on before and after',
    /failover is off/,
  ],
  [
    'drops traffic though nobody fails over',
    { ...failoverLinkDown, probes: { lost: (atMs) => atMs >= 1000 && atMs < 1020 } },
    'fail',
    'traffic keeps flowing',
    /2 probes of flow out lost/,
  ],
  [
    'drops traffic when it loses its standby',
    { ...standbyLoss, probes: { lost: (atMs) => atMs >= 1000 && atMs < 1400 } },
    'fail',
    'traffic keeps flowing',
    /40 probes/,
  ],
  [
    'takes over and forwards nothing',
    { ...activeLoss, probes: { lost: (atMs) => atMs >= 20 } },
    'fail',
    'traffic comes back',
    /still interrupted at the end of the watch, after 2\.4\d s/,
  ],
];

const open: readonly Row[] = [
  [
    'is not steady before: rows wait',
    { ...forced, monitoring: () => 'waiting' },
    'inconclusive',
    '',
    /no steady state before the fault: primary says that inside of primary is normal \(waiting\)/,
  ],
  [
    'is not steady before: a row is missing',
    { ...forced, claimed: 3 },
    'inconclusive',
    '',
    /claims 3 monitored interfaces and shows 2/,
  ],
  [
    'is not steady before: failover is off',
    { ...forced, on: () => false },
    'inconclusive',
    '',
    /failover is off/,
  ],
  [
    'is not steady before: nobody is active',
    later(forced, { atMs: -999, unit: 'primary', is: 'standby-ready' }),
    'inconclusive',
    '',
    /both units say that they are standby-ready/,
  ],
  [
    'is not steady in the end',
    { ...forced, monitoring: (_, atMs) => (atMs > 1000 ? 'waiting' : 'monitored') },
    'inconclusive',
    'steady state again',
    /waiting/,
  ],
  [
    'is asked too seldom to know',
    { ...failoverLinkDown, everyMs: 2400, endMs: 9000 },
    'inconclusive',
    'failover link lost in operation',
    /nobody asked for 2\.40 s/,
  ],
  [
    'is watched too briefly',
    { ...failoverLinkDown, healMs: 900 },
    'inconclusive',
    'failover link lost in operation',
    /seen active for 0\.\d\d s only|2\.20 s are needed/,
  ],
  [
    'does what no rule speaks of',
    { ...forced, fault: [{ stimulus: 'told-standby', unit: 'secondary' }], turns: [] },
    'inconclusive',
    '',
    /no rule says what must follow/,
  ],
];

describe('the judge, of a pair that', () => {
  for (const [title, story, outcome, rule, seen] of [...failing, ...open])
    it(`${title}: ${outcome}`, () => {
      const verdict = judge(run(story));
      const [scenario] = verdict.scenarios;
      expect(scenario?.outcome, JSON.stringify(scenario, undefined, 1)).to.equal(outcome);
      expect(verdict.exitCode).to.equal(outcome === 'fail' ? 1 : 2);
      const finding = scenario?.findings.find(
        (each) => each.rule === rule && each.outcome === outcome && seen.test(each.seen),
      );
      if (rule === '') expect(scenario?.because).to.match(seen);
      else expect(finding, JSON.stringify(scenario?.findings, undefined, 1)).to.not.equal(undefined);
      if (finding) expect(finding.requirements).to.not.be.empty;
    });

  it('recovers four times too late: the time is measured, not cut off, and it fails (P7)', () => {
    const [scenario] = judge(run(takeoverAt(8000))).scenarios;
    expect(scenario?.measured?.loMs).to.be.within(7800, 8000);
    expect(scenario?.measured?.hiMs).to.be.within(8000, 8100);
    expect(scenario?.window).to.deep.equal({ loMs: 400, hiMs: 2000 });
    expect(scenario?.outcome).to.equal('fail');
  });

  it('loses one probe by chance: passes', () => {
    const verdict = judge(
      run({ ...failoverLinkDown, probes: { lost: (atMs) => atMs >= 1000 && atMs < 1010 } }),
    );
    expect(verdict.outcome).to.equal('pass');
    expect(verdict.scenarios[0]?.outages).to.have.lengthOf(1);
  });

  it('forwards nothing at all: no scenario that forbids a blackout passes (P11)', () => {
    const dark = [forced, activeLoss, standbyLoss, failoverLinkDown].map((story) => ({
      ...story,
      probes: { lost: () => true },
    }));
    const verdict = judge(run(...dark));
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['fail', 'fail', 'fail', 'fail']);
    for (const { outages } of verdict.scenarios)
      expect(outages.map(({ lasted }) => lasted.hiMs)).to.deep.equal([null]);
  });

  it('has nothing to lose and loses nothing: a run with no probe lost shows no outage (P11)', () => {
    const verdict = judge(run(standbyLoss, failoverLinkDown));
    expect(verdict.scenarios.flatMap(({ outages }) => outages)).to.deep.equal([]);
    expect(verdict.outcome).to.equal('pass');
  });

  it('is probed by a stalled sender: told, and no more than that', () => {
    const verdict = judge(
      run({ ...activeLoss, probes: { lost: (atMs) => atMs >= 20 && atMs < 905, latenessMs: 61 } }),
    );
    expect(verdict.outcome).to.equal('pass');
    expect(verdict.doubts.join()).to.include('sent up to 0.06 s late');
    const [outage] = verdict.scenarios[0]?.outages ?? [];
    expect((outage?.lasted.hiMs ?? 0) - (outage?.lasted.loMs ?? 0)).to.be.above(60);
  });

  it('has probes missing from the record: what they would tell is open', () => {
    const entries = run(failoverLinkDown);
    const lost = entries.findIndex(
      (entry) => entry.kind === 'observation' && entry.saw.sight === 'probes' && entry.answeredMs > 3000,
    );
    const renumbered = entries.toSpliced(lost, 1).map((entry, seq) => ({ ...entry, seq }));
    const verdict = judge(renumbered);
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.doubts.join()).to.match(/probes \d+ to \d+ are not accounted for/);
  });

  it('has other timers: the window follows them', () => {
    const slow = { ...settings, unitPollMs: 1000, unitHoldMs: 6000 };
    const story = { ...takeoverAt(6200), settings: slow };
    expect(judge(run(story)).scenarios[0]).to.deep.include({
      outcome: 'pass',
      window: { loMs: 4000, hiMs: 8000 },
    });
    expect(judge(run({ ...takeoverAt(900), settings: slow })).scenarios[0]?.outcome).to.equal('fail');
  });
});
