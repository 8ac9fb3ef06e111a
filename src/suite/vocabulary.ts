/** The chai words of a suite, after those of the guides: `expect(played).to.failOver()`, `.unit('primary').to.stay('active')`. */
import { Assertion, AssertionError, expect, use } from 'chai';
import type { FailoverState, GroupId, UnitName } from '../pair/index.ts';
import type { PlayedScenario } from './played.ts';
import { becomes, failsOver, followsTheGuides, interruptsTrafficForAtMost, stays } from './words.ts';
import type { Spoken, Word } from './words.ts';

declare global {
  namespace Chai {
    interface Assertion {
      /** The judge's verdict on the scenario is `pass`: it did as the guides promise, in time. */
      followTheGuides(): Assertion;
      /** Another unit is active after the fault than before it. */
      failOver(): Assertion;
      /** Speaks of one unit from here on. */
      unit(unit: UnitName): Assertion;
      /** Active/Active: speaks of one failover group from here on; group 1 if none is named. */
      group(group: GroupId): Assertion;
      /** The unit said so of itself at least once after the fault. */
      become(state: FailoverState): Assertion;
      /** The unit said nothing else of itself from the fault to the end of the watch. */
      stay(state: FailoverState): Assertion;
      /**
       * No outage of any flow is longer than this, in milliseconds: the upper bound of the longest counts. As data,
       * refused where it could never be violated, it is `outageAtMost` of the scenario.
       */
      interruptTrafficForAtMost(ms: number): Assertion;
    }
  }
}

type Flag = (assertion: object, key: string, value?: unknown) => unknown;

function isPlayed(object: unknown): object is PlayedScenario {
  return typeof object === 'object' && object !== null && 'entries' in object && 'verdict' in object;
}

/** The scenario that is spoken of. Throws when the words are said of anything else. */
function playedIn(assertion: object, flag: Flag): PlayedScenario {
  const object = flag(assertion, 'object');
  if (isPlayed(object)) return object;
  throw new AssertionError(
    'this word is said of a scenario that was played: certify(scenario, (played) => …)',
  );
}

function groupIn(assertion: object, flag: Flag): GroupId {
  const group = flag(assertion, 'fover.group');
  if (group === undefined || group === 1 || group === 2) return group ?? 1;
  throw new AssertionError('a failover group is 1 or 2');
}

function spokenOf(assertion: object, flag: Flag): Spoken {
  const unit = flag(assertion, 'fover.unit');
  if (unit === 'primary' || unit === 'secondary') return { unit, group: groupIn(assertion, flag) };
  throw new AssertionError("say which unit: expect(played).unit('primary').to.become('active')");
}

function assertWord(assertion: Chai.AssertionStatic, { holds, otherwise, negated }: Word): void {
  assertion.assert(holds, otherwise, negated, undefined);
}

use((_chai, utils) => {
  const flag: Flag = (assertion, key, ...value) => utils.flag(assertion, key, ...value) as unknown;
  Assertion.addMethod('unit', function (unit: UnitName) {
    flag(this, 'fover.unit', unit);
  });
  Assertion.addMethod('group', function (group: GroupId) {
    flag(this, 'fover.group', group);
  });
  Assertion.addMethod('followTheGuides', function () {
    assertWord(this, followsTheGuides(playedIn(this, flag)));
  });
  Assertion.addMethod('failOver', function () {
    assertWord(this, failsOver(playedIn(this, flag), groupIn(this, flag)));
  });
  Assertion.addMethod('become', function (state: FailoverState) {
    assertWord(this, becomes(playedIn(this, flag), spokenOf(this, flag), state));
  });
  Assertion.addMethod('stay', function (state: FailoverState) {
    assertWord(this, stays(playedIn(this, flag), spokenOf(this, flag), state));
  });
  Assertion.addMethod('interruptTrafficForAtMost', function (ms: number) {
    assertWord(this, interruptsTrafficForAtMost(playedIn(this, flag), ms));
  });
});

export { expect };
