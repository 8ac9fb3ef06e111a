/** The chai words of a suite, after those of the guides: `expect(played).to.failOver()`, `.unit('primary').to.stay('active')`. */
import { Assertion, AssertionError, expect, use } from 'chai';
import { isActive } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { PlayedScenario } from './certify.ts';
import { activeBefore, statesAfterFault } from './evidence.ts';
import type { StateSighting } from './evidence.ts';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the way chai's own types are added to
  namespace Chai {
    interface Assertion {
      /** The judge's verdict on the scenario is `pass`: it did as the guides promise, in time. */
      followTheGuides(): Assertion;
      /** Another unit is active after the fault than before it. */
      failOver(): Assertion;
      /** Speaks of one unit from here on. */
      unit(unit: UnitName): Assertion;
      /** The unit said so of itself at least once after the fault. */
      become(state: FailoverState): Assertion;
      /** The unit said nothing else of itself from the fault to the end of the watch. */
      stay(state: FailoverState): Assertion;
      /** The longest outage of any flow is surely no longer than this, in milliseconds. */
      interruptTrafficForAtMost(ms: number): Assertion;
    }
  }
}

/** The words read evidence; without any, every one of them throws, negated or not: silence never passes. */
function evidence<T>(found: readonly T[], what: string): readonly T[] {
  if (found.length === 0) throw new AssertionError(`inconclusive: the timeline has no ${what}`);
  return found;
}

function playedOf(assertion: Chai.AssertionStatic | object, flag: (object: object, key: string) => unknown): PlayedScenario {
  const played = flag(assertion, 'object') as Partial<PlayedScenario> | undefined;
  if (!played?.entries || !played.verdict || !played.scenario)
    throw new AssertionError('this word is said of a scenario that was played: certify(scenario, (played) => …)');
  return played as PlayedScenario;
}

use((_chai, { flag: rawFlag }) => {
  const flag = (object: object, key: string): unknown => rawFlag(object, key) as unknown;

  const sightings = (assertion: object, until: 'watch' | 'all'): readonly StateSighting[] => {
    const unit = flag(assertion, 'fover.unit') as UnitName | undefined;
    if (!unit) throw new AssertionError("say which unit: expect(played).unit('primary').to.become('active')");
    const states = statesAfterFault(playedOf(assertion, flag).entries, until).filter((seen) => seen.unit === unit);
    return evidence(states, `word of ${unit} about itself after the fault`);
  };

  Assertion.addMethod('followTheGuides', function () {
    const { verdict } = playedOf(this, flag);
    if (verdict.outcome === 'inconclusive') throw new AssertionError(`inconclusive: ${verdict.because}`);
    this.assert(verdict.outcome === 'pass', `expected the pair to follow the guides: ${verdict.because}`, `expected the pair not to follow the guides: ${verdict.because}`, 'pass', verdict.outcome);
  });

  Assertion.addMethod('failOver', function () {
    const { entries } = playedOf(this, flag);
    const before = activeBefore(entries);
    if (!before) throw new AssertionError('inconclusive: no unit said that it was active before the fault');
    const states = evidence(statesAfterFault(entries, 'watch'), 'word of a unit about itself after the fault');
    const taker = states.find(({ unit, state }) => unit !== before && isActive(state));
    this.assert(taker !== undefined, `expected a failover, but ${before} stayed active`, `expected no failover, but ${taker?.unit} became active (entry ${taker?.seq})`, undefined);
  });

  Assertion.addMethod('unit', function (unit: UnitName) {
    rawFlag(this, 'fover.unit', unit);
  });

  Assertion.addMethod('become', function (state: FailoverState) {
    const said = sightings(this, 'all');
    this.assert(
      said.some((seen) => seen.state === state),
      `expected ${said[0]?.unit} to become ${state}, it was ${[...new Set(said.map((seen) => seen.state))].join(', ')}`,
      `expected ${said[0]?.unit} not to become ${state}`,
      state,
    );
  });

  Assertion.addMethod('stay', function (state: FailoverState) {
    const said = sightings(this, 'watch');
    const other = said.find((seen) => seen.state !== state);
    this.assert(other === undefined, `expected ${said[0]?.unit} to stay ${state}, but it was ${other?.state} (entry ${other?.seq})`, `expected ${said[0]?.unit} not to stay ${state}`, state);
  });

  Assertion.addMethod('interruptTrafficForAtMost', function (ms: number) {
    const { entries, verdict } = playedOf(this, flag);
    evidence(entries.filter((entry) => entry.kind === 'observation' && entry.saw.sight === 'probes'), 'batch of probes');
    const worst = Math.max(0, ...verdict.outages.map(({ lasted }) => lasted.hiMs ?? Infinity));
    this.assert(worst <= ms, `expected no outage over ${ms} ms, the longest lasted up to ${worst} ms`, `expected an outage over ${ms} ms, the longest lasted up to ${worst} ms`, ms, worst);
  });
});

export { expect };
