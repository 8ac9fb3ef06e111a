import * as fc from 'fast-check';
import { unitNames } from '../../pair/index.ts';
import { anyTimes, anyWait } from '../any-times.ts';
import { dataCards } from './places.ts';
import type { Ordeal, OrdealGroup, OrdealPair, Trouble } from './ordeal.ts';
import { woeNames } from './woe.ts';

const group: fc.Arbitrary<OrdealGroup> = fc
  .record({
    prefers: fc.constantFrom(...unitNames),
    // Up to 1200 seconds are taken («preempt [delay]»); what is longer than an ordeal is like none.
    preemptSeconds: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    policy: fc.oneof(
      fc.record({ count: fc.constantFrom(1, 1, 2) }),
      fc.record({ percent: fc.constantFrom(25, 50, 51, 100) }),
    ),
  })
  .map(({ prefers, preemptSeconds, policy }) => ({
    prefers,
    policy,
    ...(preemptSeconds === undefined ? {} : { preemptSeconds }),
  }));

const pair: fc.Arbitrary<OrdealPair> = fc
  .record({
    times: anyTimes,
    make: fc.constantFrom('asa', 'asa', 'pix', 'pix-cable'),
    kind: fc.constantFrom('active-active', 'active-active', 'contexts', 'active-standby', 'transparent'),
    unmonitored: fc.oneof(fc.constant([]), fc.subarray([...dataCards], { maxLength: 2 })),
    hasModules: fc.boolean(),
    groups: fc.record({ 1: group, 2: group }),
    stateLink: fc.constantFrom('dedicated', 'shared', 'none'),
    replicateHttp: fc.boolean(),
  })
  .map(({ times, ...rest }): OrdealPair => withCable({ ...times, ...rest }));

/** «The cable is too slow» for what a state link carries, and has no interface to share. */
function withCable(drawn: OrdealPair): OrdealPair {
  const isShared = drawn.make === 'pix-cable' && drawn.stateLink === 'shared';
  return isShared ? { ...drawn, stateLink: 'dedicated' } : drawn;
}

const trouble: fc.Arbitrary<Trouble> = fc.record({
  woe: fc.constantFrom(...woeNames),
  unit: fc.constantFrom(...unitNames),
  at: fc.nat({ max: 5 }),
  group: fc.constantFrom(1, 2),
  after: anyWait,
  lasts: anyWait,
});

/** Any pair of any kind, and troubles that come one upon the other. */
export const anyOrdeal: fc.Arbitrary<Ordeal> = fc.record({
  pair,
  luck: fc.nat({ max: 1_000_000 }),
  troubles: fc.array(trouble, { minLength: 1, maxLength: 4 }),
});
