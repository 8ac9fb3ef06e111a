import { isActive, isStandby } from '../../pair/index.ts';
import type { FailoverGroup } from './failover-group.ts';
import type { FailoverHost } from './host.ts';
import type { Synchronization } from './synchronization.ts';

/** What settling touches of the unit. */
export interface SettlementParts {
  readonly host: FailoverHost;
  readonly sync: Synchronization;
  groups(): readonly FailoverGroup[];
  /** The search for a mate is over. */
  stopSearching(): void;
  /** Begins it again, with everything that the unit knew forgotten. */
  negotiate(reason: string): void;
}

const unheard = 'HELLO not heard from mate';

/**
 * On which unit each group settles: beside an active mate, in place of one that is not there, and one after the
 * other where the unit as a whole has to join first. The first group stands for the configuration of the pair.
 */
export class Settlement {
  readonly #parts: SettlementParts;

  constructor(parts: SettlementParts) {
    this.#parts = parts;
  }

  /** The groups do what the latest hello of the mate moves them to; false if one would have to yield and may not. */
  follow(mayYield: boolean): boolean {
    for (const group of this.#parts.groups()) {
      const move = group.decide();
      if (move.move === 'yield' && !mayYield) return false;
      if (move.move === 'become-active') this.#promote(group, move.reason);
      else if (move.move === 'join') this.#found(group, move.reason);
      else if (move.move === 'renegotiate') this.#abandoned(group, move.reason);
      else if (move.move === 'yield') this.#yield(group, move.reason);
    }
    return true;
  }

  /** The search is over, and nobody else will be active. */
  nobodyThere(): void {
    for (const group of this.#parts.groups()) {
      if (group.state !== 'negotiation') continue;
      if (isActive(group.mate.state)) this.#join(group, 'Detected an Active mate');
      else this.#promote(group, 'No Active unit found');
    }
  }

  mateLost(reason = unheard): void {
    if (this.#first.state === 'negotiation') return;
    if (this.#first.own.joining && !this.#carriesTraffic) return this.#startOver(reason);
    for (const group of this.#parts.groups()) if (!group.own.active) this.#promote(group, reason);
  }

  /** What a unit does that fails over where it should not. */
  linkLost(): void {
    if (!this.#parts.host.box.traits.takesOverOnLinkLoss) return;
    for (const group of this.#parts.groups()) {
      if (group.state === 'standby-ready') this.#promote(group, unheard);
    }
  }

  /** The mate has the configuration anew for all groups that stand by; those that are active here stay so. */
  resynchronize(reason: string): void {
    const standing = this.#parts.groups().filter(({ state }) => isStandby(state));
    for (const group of standing) this.#join(group, reason);
  }

  get #first(): FailoverGroup {
    const [first] = this.#parts.groups();
    if (!first) throw new Error('a unit without a failover group');
    return first;
  }

  /** An active mate: a unit that starts joins as a whole, once its mate has the configuration to give. */
  #found(group: FailoverGroup, reason: string): void {
    if (this.#first.own.active) return this.#join(group, reason);
    if (group !== this.#first) return;
    this.#parts.host.announce('detected-active-mate');
    for (const each of this.#parts.groups()) if (each.state === 'negotiation') this.#join(each, reason);
  }

  /** Gives way to an active mate: as agreed, or because both found themselves active. */
  #yield(group: FailoverGroup, reason: string): void {
    if (group.takeover.mateIsActive()) return;
    group.takeover.stepDown('cold-standby', reason);
    this.#join(group, reason);
  }

  /**
   * Behind the active mate. The configuration comes from the unit where the first group is active; there, a group
   * that comes back has it already.
   */
  #join(group: FailoverGroup, reason: string): void {
    const isUnderWay = group !== this.#first && this.#first.own.joining;
    this.#parts.stopSearching();
    group.joins(reason);
    if (this.#first.own.active) group.catchUp();
    else if (!isUnderWay) this.#parts.sync.join();
  }

  /** A group is active here: the unit cannot begin anew without taking it from the networks. */
  get #carriesTraffic(): boolean {
    return this.#parts.groups().some(({ own }) => own.active);
  }

  /** The mate went away while this unit was joining it. */
  #abandoned(group: FailoverGroup, reason: string): void {
    if (this.#first.own.active || (group === this.#first && this.#carriesTraffic))
      this.#promote(group, reason);
    else if (group === this.#first) this.#startOver(reason);
  }

  /** Half a configuration is not run. */
  #startOver(reason: string): void {
    if (this.#parts.sync.halfDone) return this.#parts.host.restart();
    this.#parts.negotiate(reason);
  }

  #promote(group: FailoverGroup, reason: string): void {
    if (group === this.#first) {
      this.#parts.stopSearching();
      this.#parts.sync.stop();
    }
    group.promote(reason);
  }
}
