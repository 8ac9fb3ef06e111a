import * as fc from 'fast-check';
import { faults } from '../fault/index.ts';
import type { FaultName } from '../fault/index.ts';
import { unitNames } from '../pair/index.ts';
import type { Mend } from '../scenario/index.ts';
import { anyPair } from './any-journey.ts';
import type { JourneyPair, PairGroup } from './journey.ts';
import type { Blow, Question } from './question.ts';
import { atWhomItTakes, isTakenByPair } from './taken-by-pair.ts';

const everyFault = Object.keys(faults).filter((name): name is FaultName => name in faults);

const group: fc.Arbitrary<PairGroup> = fc
  .record({
    prefers: fc.constantFrom(...unitNames),
    preemptSeconds: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  })
  .map(({ prefers, preemptSeconds }) => ({
    prefers,
    ...(preemptSeconds === undefined ? {} : { preemptSeconds }),
  }));

/** A pair with two failover groups, an interface or two in each; their state link is no data interface. */
const inGroups: fc.Arbitrary<JourneyPair> = fc
  .record({
    pair: anyPair.filter(({ interfaces }) => interfaces.length > 1),
    groups: fc.record({ 1: group, 2: group }),
    policy: fc.constantFrom<JourneyPair['policy']>({ count: 1 }, { percent: 50 }, { percent: 100 }),
  })
  .map(({ pair, ...rest }) => ({
    ...pair,
    ...rest,
    stateLink: pair.stateLink === 'on-data' ? 'dedicated' : pair.stateLink,
  }));

const blow: fc.Arbitrary<Blow> = fc.record(
  {
    fault: fc.constantFrom(...everyFault),
    target: fc.constantFrom('active', 'standby', ...unitNames),
    at: fc.nat({ max: 3 }),
    group: fc.constantFrom(1, 2),
    watch: fc.constantFrom('failover', 'mate-failed', 'nothing', 'none'),
  },
  { requiredKeys: ['fault', 'target', 'at'] },
);

/** The number is that of the strike to be mended, counted round those that stand then. */
const mend: fc.Arbitrary<Mend> = fc.record({
  mend: fc.nat({ max: 2 }),
  watch: fc.constantFrom('nothing', 'none'),
});

const next = fc.array(fc.oneof({ weight: 2, arbitrary: blow }, { weight: 1, arbitrary: mend }), {
  maxLength: 3,
});

/** One in so many scenarios asks regardless of whether the pair takes it; the rest would find little else. */
const regardless = fc.nat({ max: 9 }).map((drawn) => drawn === 0);

/**
 * Anything that a suite can do to a pair that the guides allow: one to three faults of every kind, one upon the other
 * or mended in between, watched in any way or not at all. Most ask only what the pair takes.
 */
export const anyScenario: fc.Arbitrary<Question> = fc
  .record({
    pair: fc.oneof(anyPair, inGroups),
    luck: fc.nat({ max: 1_000_000 }),
    begin: fc.record({ 1: fc.constantFrom(...unitNames), 2: fc.constantFrom(...unitNames) }),
    first: blow,
    next,
    regardless,
  })
  .map(({ pair, luck, begin, first: drawn, next: later, regardless: isRegardless }) => {
    const first = isRegardless ? drawn : atWhomItTakes(drawn);
    return {
      pair,
      luck,
      begin: pair.groups ? begin : begin[1],
      ...first,
      next: isRegardless
        ? standing(first, later, () => true)
        : standing(
            first,
            later.map((each) => ('mend' in each ? each : atWhomItTakes(each))),
            (each, stand) => isTakenByPair(each, stand, pair),
          ),
    };
  });

/** No more than two further strikes, only such as are taken, and only what stands mended, each once. */
function standing(
  first: Blow,
  later: readonly (Blow | Mend)[],
  isTaken: (blow: Blow, standing: readonly Blow[]) => boolean,
): readonly (Blow | Mend)[] {
  let struck = 1;
  const stand: { readonly at: number; readonly blow: Blow }[] = [{ at: 0, blow: first }];
  return later.flatMap((each): readonly (Blow | Mend)[] => {
    if (!('mend' in each)) {
      const before = stand.map(({ blow: one }) => one);
      if (struck > 2 || !isTaken(each, before)) return [];
      stand.push({ at: struck++, blow: each });
      return [each];
    }
    const [mended] = stand.splice(each.mend % Math.max(1, stand.length), 1);
    return mended === undefined ? [] : [{ ...each, mend: mended.at }];
  });
}
