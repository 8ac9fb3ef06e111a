/** Promise P10 at bring-up, on a virtual clock: a pair that never comes to rest is told as such, and fails. */
import { expect } from 'chai';
import { bringUp, bringUpScenario, PairUnsettled } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { calibrationOf, judge } from '../judge/index.ts';

const never = new AbortController().signal;

describe('a pair that never comes to rest, on a virtual clock', function () {
  this.timeout(120_000);

  for (const [defect, requirement] of [
    ['searches-for-ever', 'AS-BOOTS-ALONE'],
    ['denies-being-active', 'UH-STATE-EXCHANGED'],
    ['shows-both-active', 'OPS-SHOWS-BOTH-STATES'],
    ['shows-wrong-designation', 'OPS-SHOWS-BOTH-STATES'],
  ] as const)
    it(`fails with ${defect}, in a scenario of its own, and the run with it`, async () => {
      const { bench, recorder, run, discard } = openVirtualBench([], [defect]);
      const error = await run(bringUp(bench, never)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(PairUnsettled);
      recorder.end(calibrationOf([]));
      const { exitCode, scenarios } = judge(recorder.entries);
      await discard();
      const [verdict] = scenarios;
      expect(verdict).to.include({ scenario: bringUpScenario, outcome: 'fail', infrastructure: false });
      expect(verdict?.findings.flatMap(({ requirements }) => requirements)).to.include(requirement);
      expect(exitCode).to.equal(1);
    });
});
