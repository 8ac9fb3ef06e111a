/** The lab's own limit of an outage, as a scenario sets it. */
import { expect } from 'chai';
import { judge } from './judge.ts';
import { renumbered, run } from './made.test-support.ts';
import type { Story } from './made-story.test-support.ts';
import { activeLoss, failoverLinkDown, forced, standbyLoss } from './stories.test-support.ts';

const rule = 'outage within the limit';
const limited = (story: Story, outageAtMostMs: number) =>
  judge(run({ ...story, outageAtMostMs })).scenarios[0];
const finding = (story: Story, outageAtMostMs: number) =>
  limited(story, outageAtMostMs)?.findings.find((each) => each.rule === rule);

describe('the limit of an outage', () => {
  it('is kept, broken or open by both ends of what was measured: 0.88 s to 0.90 s', () => {
    for (const [limit, outcome] of [
      [1000, 'pass'],
      [901, 'pass'],
      [890, 'inconclusive'],
      [880, 'inconclusive'],
      [870, 'fail'],
      [10, 'fail'],
    ] as const) {
      expect(finding(activeLoss, limit)?.outcome, `${limit}`).to.equal(outcome);
      expect(limited(activeLoss, limit)?.outcome, `${limit}`).to.equal(outcome);
    }
  });

  it('is told in one sentence, with what was measured', () => {
    const told = finding(activeLoss, 870);
    expect(told?.expected).to.equal('flow out is interrupted for at most 0.87 s, as the scenario demands');
    expect(told?.seen).to.match(/probes of flow out lasted 0\.88 s to 0\.90 s, from 1\.1\d s of the run$/);
    expect(told?.window).to.deep.equal({ loMs: 0, hiMs: 870 });
    expect(told?.measured?.loMs).to.equal(880);
    expect(told?.evidence).to.not.be.empty;
  });

  it('is open when the flow never came back in a watch that is shorter than the limit', () => {
    const dark: Story = { ...activeLoss, probes: { lost: (atMs) => atMs >= 20 } };
    expect(finding(dark, 60_000)?.outcome).to.equal('inconclusive');
    expect(finding(dark, 60_000)?.seen).to.include('at least 5.');
    expect(finding(dark, 2000)?.outcome).to.equal('fail');
  });

  it('is kept when no probe was lost, and open when not all were accounted for', () => {
    expect(finding(failoverLinkDown, 100)?.outcome).to.equal('pass');
    const early = run({ ...failoverLinkDown, outageAtMostMs: 100 }).filter(
      (entry) => !(entry.kind === 'observation' && entry.saw.sight === 'probes' && entry.askedMs > 1700),
    );
    const [verdict] = judge(renumbered(early)).scenarios;
    expect(verdict?.findings.find((each) => each.rule === rule)).to.deep.include({
      outcome: 'inconclusive',
      seen: 'no probe of flow out was lost, but not all of the time is accounted for',
    });
  });

  it('is broken by a total blackout in every scenario that sets one (P11)', () => {
    for (const story of [forced, activeLoss, standbyLoss, failoverLinkDown]) {
      const dark: Story = { ...story, outageAtMostMs: 1500, probes: { lost: () => true } };
      expect(finding(dark, 1500)?.outcome, story.name).to.equal('fail');
      expect(limited(dark, 1500)?.outcome, story.name).to.equal('fail');
    }
  });

  it('that was not set is not judged', () => {
    expect(judge(run(activeLoss)).scenarios[0]?.findings.map((each) => each.rule)).to.not.include(rule);
  });
});
