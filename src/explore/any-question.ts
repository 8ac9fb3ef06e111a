import * as fc from 'fast-check';
import { anyPair, faultNames } from './any-journey.ts';
import { unitNames } from '../pair/index.ts';
import type { Question } from './question.ts';

/** Any pair, any one fault, watched in any way: none of it may make the judge blame a pair that is in order. */
export const anyQuestion: fc.Arbitrary<Question> = fc.record(
  {
    pair: anyPair,
    luck: fc.nat({ max: 1_000_000 }),
    begin: fc.constantFrom(...unitNames),
    fault: fc.constantFrom(...faultNames),
    target: fc.constantFrom('active', 'standby'),
    at: fc.nat({ max: 3 }),
    watch: fc.constantFrom('failover', 'mate-failed', 'nothing'),
  },
  { requiredKeys: ['pair', 'luck', 'begin', 'fault', 'target', 'at'] },
);
