/** The instruments are on trial: what they make of nothing, of a blackout and of an outage of known length. */
import { expect } from 'chai';
import type { Control } from '../pair/index.ts';
import type { Entry } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { run } from './made.test-support.ts';
import type { Story } from './made-story.test-support.ts';
import { forced, honest } from './stories.test-support.ts';

const healMs = 1500;
const isCut = (atMs: number): boolean => atMs >= 20 && atMs < healMs + 20;

const nothing: Story = {
  name: 'nothing',
  fault: [],
  turns: [],
  healMs,
  endMs: 3000,
  probes: { lost: () => false },
};
const blackout: Story = { ...nothing, name: 'blackout', heal: [], probes: { lost: isCut } };
const outage: Story = { ...blackout, name: 'outage' };

/** A run of them, each a control if it has the name of one. */
const played = (...stories: readonly Story[]): Entry[] =>
  run(...stories).map((entry) => (entry.kind === 'scenario' ? { ...entry, fault: entry.scenario } : entry));

const verdictOn = (story: Story) => {
  const [scenario] = judge(played(story)).scenarios;
  if (!scenario) throw new Error('nothing was judged');
  return scenario;
};

const without = (story: Story): Story => {
  const { probes: _probes, ...rest } = story;
  return rest;
};

describe('a control', () => {
  for (const story of [nothing, blackout, outage])
    it(`comes out when the instruments are right: ${story.name}`, () => {
      const { outcome, because, control, findings } = verdictOn(story);
      expect(outcome, because).to.equal('pass');
      expect(control).to.equal(story.name);
      expect(findings.flatMap(({ requirements }) => requirements)).to.deep.equal([]);
    });

  it('measures an outage of known length, with both errors', () => {
    const [finding] = verdictOn(outage).findings;
    expect(finding?.window).to.deep.equal({ loMs: healMs - 40, hiMs: healMs + 40 });
    expect(finding?.measured?.loMs).to.be.within(healMs - 40, healMs + 40);
  });

  const wrong: readonly (readonly [string, Story, RegExp])[] = [
    [
      'a probe is lost while nothing is done',
      { ...nothing, probes: { lost: (at) => at === 700 } },
      /1 probe/,
    ],
    [
      'a unit moves while nothing is done',
      { ...nothing, turns: [{ atMs: 700, unit: 'secondary', is: 'failed' }] },
      /says that it is failed, at \d/,
    ],
    [
      'a probe comes through a blackout',
      { ...blackout, probes: { lost: (at) => isCut(at) && at !== 700 } },
      /came through while it was cut off/,
    ],
    ['nothing is lost in a blackout', { ...blackout, probes: { lost: () => false } }, /came through/],
    ['there are no probes in a blackout', without(blackout), /no probe is on record/],
    ['there are no probes in an outage', without(outage), /no probe is on record/],
    [
      'an outage is measured longer than it was',
      { ...outage, probes: { lost: (at) => at >= 20 && at < healMs + 300 } },
      /measured as 1\.7\d+ s/,
    ],
    [
      'an outage is measured shorter than it was',
      { ...outage, probes: { lost: (at) => at >= 20 && at < healMs - 300 } },
      /no outage of it spans/,
    ],
    ['traffic never comes back', { ...outage, probes: { lost: (at) => at >= 20 } }, /never came back/],
    ['the ports never followed', { ...blackout, isUnseen: true }, /began or ended is not known/],
    ['the ports could not be shut', { ...blackout, faultFailed: 'the switch is gone' }, /not known/],
  ];
  for (const [when, story, said] of wrong)
    it(`leaves everything open, and fails nobody, when ${when}`, () => {
      const { outcome, because } = verdictOn(story);
      expect(outcome).to.equal('inconclusive');
      expect(because).to.match(said);
    });
});

describe('the calibration of a run', () => {
  const standing = (...stories: readonly Story[]) => judge(played(...stories)).calibration;
  const lossy: Story = { ...nothing, probes: { lost: (at) => at === 700 } };

  it('needs every control', () => {
    expect(standing(nothing, blackout, outage, forced)?.standing).to.equal('calibrated');
    expect(standing(nothing, blackout)?.told).to.match(
      /^Not calibrated: .* with an outage of known length\.$/,
    );
    expect(standing(forced)?.standing).to.equal('not-calibrated');
  });

  it('is told as out of order by the control that did not come out, and the run does not pass', () => {
    const { outcome, exitCode, calibration, scenarios } = judge(played(lossy, blackout, outage, forced));
    expect(scenarios.at(-1)?.outcome).to.equal('pass');
    expect({ outcome, exitCode }).to.deep.equal({ outcome: 'inconclusive', exitCode: 2 });
    expect(calibration?.standing).to.equal('out-of-order');
    expect(calibration?.told).to.match(/out of order: nothing, made up: .*1 probe of flow out lost/);
  });

  it('never makes a control fail, whatever is lost', () => {
    const names: readonly Control[] = ['nothing', 'blackout', 'outage'];
    for (const name of names)
      for (const lost of [() => true, () => false, (at: number) => at % 20 === 0])
        expect(verdictOn({ ...outage, name, probes: { lost } }).outcome).to.not.equal('fail');
  });
});

describe('a total blackout', () => {
  for (const story of honest)
    it(`fails what forbids one: ${story.name}`, () => {
      const [scenario] = judge(run({ ...story, probes: { lost: (at) => at >= 60 } })).scenarios;
      expect(scenario?.outcome).to.equal('fail');
      expect(scenario?.because).to.match(/^traffic (comes back|keeps flowing): /);
    });
});
