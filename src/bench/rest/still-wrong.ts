import { groupsOn, isActive, stateOn, unitNames } from '../../pair/index.ts';
import type { FailoverSighting, UnitName } from '../../pair/index.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';
import { wrongAtRest } from './wrong-at-rest.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** A unit may give up the active role once or twice before a pair rests, as groups that go home do; not again and again. */
const givenUpAtRest = 2;

/** Something wrong, for how long both units have said so up to now, and whether they did in their last words. */
interface Lasting {
  readonly wrong: Wrong;
  readonly forMs: number;
  readonly isSaid: boolean;
}

/**
 * Listens while a pair is waited for, and adds up how long both units say the same that is wrong: two answers that
 * were given at different times may differ while a role moves, but not for half of the time. A pair that moves its
 * roles on and on is wrong in the same way again and again. Where a unit says that the failover link is down, or
 * failover off, it begins anew.
 */
export class StillWrong {
  #lasting = new Map<string, Lasting>();
  #heardMs = 0;
  readonly #wasActive = new Map<UnitName, boolean>();
  #givenUp = 0;

  /** The words of both units, at an instant of the clock. */
  hear(seen: PairSeen, nowMs: number): void {
    if (reportsOf(seen).some(isApart)) this.#lasting.clear();
    const sinceMs = nowMs - this.#heardMs;
    const said = new Map(wrongAtRest(seen).map((wrong) => [wrong.message, wrong]));
    for (const [message, { wrong, forMs }] of this.#lasting)
      if (!said.has(message)) this.#lasting.set(message, { wrong, forMs, isSaid: false });
    for (const [message, wrong] of said) {
      const { forMs = 0, isSaid = false } = this.#lasting.get(message) ?? {};
      this.#lasting.set(message, { wrong, forMs: isSaid ? forMs + sinceMs : forMs, isSaid: true });
    }
    this.#heardMs = nowMs;
    this.#follow(seen);
  }

  /** What has been wrong for at least so many milliseconds, at one time or in all. */
  for(atLeastMs: number, nowMs: number): readonly Wrong[] {
    const sinceMs = nowMs - this.#heardMs;
    const lasting = [...this.#lasting.values()].filter(
      ({ forMs, isSaid }) => forMs + (isSaid ? sinceMs : 0) >= atLeastMs,
    );
    const message = `the active role was given up ${this.#givenUp} times, and no interface had failed`;
    const restless = { message, requirements: ['AS-FORMER-ACTIVE-RETURNS', 'AS-ONE-ACTIVE'] };
    return [...lasting.map(({ wrong }) => wrong), ...(this.#givenUp > givenUpAtRest ? [restless] : [])];
  }

  /** Counts how often a unit gave up the active role since something was in the way: a failed interface, or no link. */
  #follow(seen: PairSeen): void {
    const isInTheWay = reportsOf(seen).some((report) => isApart(report) || hasAiling(report));
    if (isInTheWay) {
      this.#givenUp = 0;
      this.#wasActive.clear();
    }
    for (const unit of unitNames) {
      const own = reportOf(seen[unit])?.thisHost;
      if (!own) continue;
      const is = groupsOn(own).some((group) => isActive(stateOn(own, group) ?? 'failed'));
      if (!is && this.#wasActive.get(unit) === true) this.#givenUp += 1;
      this.#wasActive.set(unit, is);
    }
  }
}

const reportsOf = (seen: PairSeen): readonly FailoverSighting[] =>
  unitNames.flatMap((unit) => reportOf(seen[unit]) ?? []);

/** The unit does not hear its mate for a reason that it gives itself. */
const isApart = ({ on, failoverLink }: FailoverSighting): boolean => !on || failoverLink !== 'up';

/** An interface is not normal. Those of a mate that was not found are not known, which is no failure of theirs. */
function hasAiling({ thisHost, otherHost }: FailoverSighting): boolean {
  const own = thisHost?.interfaces ?? [];
  const mates = (otherHost?.interfaces ?? []).filter(({ health }) => health !== 'unknown');
  return [...own, ...mates].some(({ health }) => health !== 'normal');
}
