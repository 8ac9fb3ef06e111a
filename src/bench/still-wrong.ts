import { groupsOn, isActive, stateOn, unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { reportOf } from './seen.ts';
import type { PairSeen } from './seen.ts';
import { wrongAtRest } from './wrong-at-rest.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** A unit may give up the active role once or twice before a pair rests, as groups that go home do; not again and again. */
const givenUpAtRest = 2;

/**
 * Listens while a pair is waited for, and keeps what is wrong about it for as long as both units say so without a
 * break: two answers that were given at different times may differ while a role moves.
 */
export class StillWrong {
  #since = new Map<string, { readonly wrong: Wrong; readonly sinceMs: number }>();
  readonly #wasActive = new Map<UnitName, boolean>();
  #givenUp = 0;

  /** The words of both units, at an instant of the clock. */
  hear(seen: PairSeen, nowMs: number): void {
    const before = this.#since;
    this.#since = new Map(
      wrongAtRest(seen).map((wrong) => [
        wrong.message,
        { wrong, sinceMs: before.get(wrong.message)?.sinceMs ?? nowMs },
      ]),
    );
    this.#follow(seen);
  }

  /** What has been wrong for at least so many milliseconds. */
  for(atLeastMs: number, nowMs: number): readonly Wrong[] {
    const lasting = [...this.#since.values()].filter(({ sinceMs }) => nowMs - sinceMs >= atLeastMs);
    if (lasting.length > 0 || this.#givenUp <= givenUpAtRest) return lasting.map(({ wrong }) => wrong);
    const message = `the active role was given up ${this.#givenUp} times, and no interface had failed`;
    return [{ message, requirements: ['AS-FORMER-ACTIVE-RETURNS', 'AS-ONE-ACTIVE'] }];
  }

  /** Counts how often a unit gave up the active role since something was in the way: a failed interface, or no link. */
  #follow(seen: PairSeen): void {
    const isInTheWay = unitNames.some((unit) => {
      const report = reportOf(seen[unit]);
      if (!report) return false;
      const hosts = [report.thisHost, report.otherHost];
      const isWhole = hosts.every(
        (host) => host?.interfaces.every(({ health }) => health === 'normal') ?? true,
      );
      return !isWhole || !report.on || report.failoverLink !== 'up';
    });
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
