/** Promise P10, by sample: some defects of the firmware in scenarios of the suites, each caught by a finding that names what it breaks. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { simulatedTopologies } from '../rehearsal/orders-for.ts';
import { rehearseAll } from '../rehearsal/rehearse-all.ts';
import { defectNamed } from './defect-named.ts';
import { fateOf } from './fate-of.ts';
import type { Trial } from './fate-of.ts';

/** Where a defect is known to be caught; `npm run mutants` looks for such a place itself, and takes minutes. */
const caughtIn: readonly (readonly [string, string, string])[] = [
  ['ignores-policy', 'active-standby-compound', 'policy-reached-by-second-interface'],
  ['monitors-subinterfaces', 'configuration', 'monitoring-in-single-mode'],
  ['never-recovers', 'health', 'interface-that-fails-its-tests-is-shown'],
  ['shutdown-is-failure', 'health', 'interface-shut-down-is-shown'],
  ['ignores-reset', 'operations', 'reset-of-a-failed-unit'],
  ['keeps-active-role', 'active-standby-in-depth', 'failover-active-on-secondary'],
  ['drops-udp', 'stateful', 'state-outlives-the-active-unit'],
  ['drops-translations', 'stateful', 'state-outlives-the-active-unit'],
  ['never-replicates-http', 'stateful', 'functionality-test'],
  ['silent-decryption-failure', 'configuration', 'failover-keys-that-differ'],
  ['shows-default-policy', 'verification', 'what-is-set-is-shown'],
  ['default-unit-times', 'verification', 'what-is-set-is-shown'],
  ['stays-cold', 'verification', 'what-is-set-is-shown'],
];

describe('a sample of the defects of the firmware', function () {
  this.timeout(60_000);
  const topology = simulatedTopologies().get('simulated') ?? '';

  // The same three in every run; another seed plays others.
  for (const [defect, suite, scenario] of fc.sample(
    fc.shuffledSubarray([...caughtIn], { minLength: 3, maxLength: 3 }),
    {
      seed: 17,
      numRuns: 1,
    },
  )[0] ?? [])
    it(`is caught: ${defect}`, async () => {
      const how = { fresh: true, verbose: false, seed: 1, defects: [defect], only: [scenario] };
      const trials: Trial[] = [];
      // In a process of its own: a suite is mocha's as well.
      await rehearseAll([{ ...how, suite, topology }], 1, ({ scenarios }) => {
        for (const { outcome, because, findings } of scenarios)
          trials.push({ where: scenario, outcome, because, findings });
      });
      const { fate, otherwise } = fateOf(defectNamed(defect), trials);
      expect(fate, otherwise.join('; ')).to.equal('caught');
    });
});
