/** Promise P10, on a virtual clock: broken simulated pairs are caught, and broken benches are not blamed on the pair. */
import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { calibrationOf, judge, judgeScenario } from '../judge/index.ts';
import { readTimeline } from '../timeline/index.ts';
import type { ScenarioVerdict } from '../judge/index.ts';
import { shows } from './act-words.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;
const base = { title: 't', requirements: [], begin: 'primary' } as const;
const forced: Scenario = {
  ...base,
  name: 'forced',
  fault: 'told-standby',
  target: 'active',
  watch: 'failover',
};
const dark: Scenario = {
  ...base,
  name: 'dark',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};
const insideDown: Scenario = {
  ...base,
  name: 'inside-down',
  fault: 'interface-down',
  target: 'active',
  interface: 'inside',
  watch: 'failover',
};
const linkDown: Scenario = {
  ...base,
  name: 'link-down',
  fault: 'failover-link-down',
  target: 'active',
  watch: 'nothing',
};
const crashed: Scenario = {
  ...base,
  name: 'crashed',
  fault: 'unit-crash',
  target: 'active',
  watch: 'failover',
};

const sent: Scenario = {
  ...base,
  name: 'sent',
  before: [
    shows('failover exec mate show failover', 'This host: Secondary', 'the mate answers', ['EXEC-MATE']),
    shows('show failover', 'This host: Primary', 'the active unit is found again', []),
  ],
};

async function verdictWith(defect: string, scenario: Scenario): Promise<ScenarioVerdict> {
  const { bench, recorder, run, discard } = openVirtualBench([scenario.name], [defect]);
  await run(bringUp(bench, never));
  await run(play(bench, scenario, never));
  const verdict = judgeScenario(recorder.entries, scenario.name);
  await discard();
  return verdict;
}

describe('a pair that gets it wrong, on a virtual clock', function () {
  this.timeout(120_000);

  const broken: readonly (readonly [string, Scenario, RegExp])[] = [
    ['never-takes-over', dark, /AS-ACTIVE-FAILED/],
    ['never-takes-over', forced, /AS-TRIGGER-FORCED/],
    ['never-takes-over', insideDown, /AS-INTERFACE-FAILED-ACTIVE/],
    ['slow-takeover', dark, /AS-ACTIVE-FAILED/],
    ['both-active', linkDown, /AS-FAILOVER-LINK-FAILED|AS-ONE-ACTIVE/],
  ];
  for (const [defect, scenario, requirement] of broken) {
    it(`${defect} fails «${scenario.name}», with the requirement that it breaks`, async () => {
      const { outcome, findings, because } = await verdictWith(defect, scenario);
      expect(outcome, because).to.equal('fail');
      const failed = findings.filter((finding) => finding.outcome === 'fail');
      expect(failed.flatMap(({ requirements }) => requirements).join()).to.match(requirement);
    });
  }

  it('slow-takeover is measured, not timed out', async () => {
    const { measured, window } = await verdictWith('slow-takeover', dark);
    expect(measured?.loMs).to.be.greaterThan(window?.hiMs ?? Infinity);
    expect(measured?.hiMs).to.be.lessThan(12_000);
  });

  const deaf: readonly (readonly [string, Scenario])[] = [
    ['outlet-acknowledges-only', dark],
    ['outlet-reports-wish', dark],
    ['outlet-reports-early', dark],
    ['port-acknowledges-only', insideDown],
    ['port-acknowledges-only', linkDown],
  ];
  for (const [defect, scenario] of deaf) {
    it(`${defect} makes «${scenario.name}» infrastructure, never a failure of the pair`, async () => {
      expect(await verdictWith(defect, scenario)).to.include({
        outcome: 'inconclusive',
        infrastructure: true,
      });
    });
  }

  it('ignores-exec fails the question that the mate never answers, and no other', async () => {
    const { findings, infrastructure, because } = await verdictWith('ignores-exec', sent);
    const failing = findings.filter(({ outcome }) => outcome !== 'pass');
    expect(failing.map(({ outcome, requirements }) => [outcome, ...requirements])).to.deep.equal([
      ['fail', 'EXEC-MATE'],
    ]);
    expect(infrastructure, because).to.equal(false);
  });

  it('blames a unit that crashes and never boots again, and not the bench, neither there nor in what follows', async () => {
    const { bench, recorder, run, discard } = openVirtualBench(
      [crashed.name, forced.name],
      ['hangs-on-crash'],
    );
    await run(bringUp(bench, never));
    await run(play(bench, crashed, never));
    await run(play(bench, forced, never));
    expect((await run(bench.mend())).map(({ message }) => message).join()).to.match(/did not boot again/);
    recorder.end(calibrationOf([]));
    const { scenarios, exitCode } = judge(readTimeline(recorder.folder).entries);
    await discard();
    const [first, second] = scenarios;
    expect(first, first?.because).to.include({ outcome: 'fail', infrastructure: false });
    const failing = first?.findings.filter((finding) => finding.outcome === 'fail') ?? [];
    expect(failing.flatMap(({ requirements }) => requirements)).to.include('AS-FORMER-ACTIVE-RETURNS');
    expect(second).to.include({ outcome: 'inconclusive', infrastructure: false });
    expect(second?.because).to.match(/put back what was still broken.*did not boot again/);
    expect(exitCode).to.equal(1);
  });
});
