import * as fc from 'fast-check';
import type { FaultName } from '../fault/index.ts';
import { unitNames } from '../pair/index.ts';
import { dataNames } from './journey.ts';
import { anyTimes, anyWait } from './any-times.ts';
import type { Journey, JourneyPair, Trial } from './journey.ts';

const mostly = fc.integer({ min: 0, max: 3 }).map((die) => die < 3);

/** As many failed interfaces as are monitored at most: a policy that can never be met is refused by the topology. */
function policyFor(monitored: number): fc.Arbitrary<JourneyPair['policy']> {
  const count = fc.integer({ min: 1, max: Math.max(1, monitored) }).map((least) => ({ count: least }));
  return fc.oneof(
    count,
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent })),
  );
}

/** A pair with any timers, interfaces, links and policy that the guides allow. */
export const anyPair: fc.Arbitrary<JourneyPair> = fc
  .record({
    times: anyTimes,
    interfaces: fc
      .array(mostly, { minLength: 1, maxLength: dataNames.length })
      .map((all) =>
        dataNames.slice(0, all.length).map((nameif, at) => ({ nameif, monitored: all[at] ?? true })),
      ),
    stateLink: fc.constantFrom('dedicated', 'shared', 'on-data', 'none'),
    keyed: fc.boolean(),
  })
  .chain(({ times, ...rest }) =>
    policyFor(rest.interfaces.filter(({ monitored }) => monitored).length).map((policy) => ({
      ...times,
      ...rest,
      policy,
    })),
  );

/** The faults that a journey knows how to follow, whatever else is broken when they come. */
export const faultNames = [
  'told-standby',
  'told-active',
  'unit-power-loss',
  'interface-down',
  'failover-link-down',
] as const satisfies readonly FaultName[];

const trial: fc.Arbitrary<Trial> = fc.record({
  fault: fc.constantFrom(...faultNames),
  unit: fc.constantFrom(...unitNames),
  at: fc.nat({ max: 3 }),
  after: anyWait,
  lasts: anyWait,
});

/** Any pair that the guides allow, and faults that come one upon the other. */
export const anyJourney: fc.Arbitrary<Journey> = fc.record({
  pair: anyPair,
  luck: fc.nat({ max: 1_000_000 }),
  trials: fc.array(trial, { minLength: 1, maxLength: 5 }),
});
