import type { FailoverState } from '../../pair/index.ts';
import { precedes, type Side } from './decide.ts';
import type { GroupParts } from './group-parts.ts';
import type { AddressRole } from './host.ts';
import { promote } from './promotion.ts';

/** So many hellos in a row without an active unit, and the one that precedes takes over. */
const leaderlessHellos = 3;
/** So many polls without an answer, and the active unit gives up handing over. */
const handOverPolls = 5;

/** What the active unit will become once its mate is active. */
interface HandOver {
  readonly to: 'standby-ready' | 'failed';
  readonly reason: string;
  /** What the mate is told. */
  readonly asks: string;
  pollsLeft: number;
}

/**
 * How a unit takes the active addresses of a group and gives them up. It gives them up only to a mate that has
 * taken over.
 */
export class Takeover {
  readonly #parts: GroupParts;
  #role: AddressRole = 'active';
  #handOver: HandOver | undefined;
  #leaderless = 0;

  constructor(parts: GroupParts) {
    this.#parts = parts;
  }

  /** Which addresses the unit answers for. */
  get role(): AddressRole {
    return this.#role;
  }

  get handingOver(): boolean {
    return this.#handOver !== undefined;
  }

  take(role: AddressRole): void {
    this.#role = role;
    this.#parts.host.takeRole(role, this.#parts.id);
  }

  /** From standby, or from the first search for a mate, to active in a moment. */
  promote(reason: string): void {
    const { id, host, own, mate, voice, monitor } = this.#parts;
    const starting = own.now === 'negotiation';
    own.term = Math.max(own.term, mate.group(id).term) + 1;
    host.announce(starting ? 'no-active-mate' : 'switching-to-active', id);
    own.enter('just-active', reason);
    voice.hello();
    promote(host, own, reason, (step) => {
      if (step === 'active-applying-config') this.take('active');
      if (step !== 'active') return;
      monitor.restart();
      voice.hello();
    });
  }

  stepDown(to: FailoverState, reason: string): void {
    const { id, host, own, voice, monitor } = this.#parts;
    const because = this.#handOver?.asks;
    this.#handOver = undefined;
    // Said as the active unit that it still is: a standby unit is silent towards its log hosts.
    own.enter(to, reason, because);
    this.take('standby');
    host.announce('switching-to-standby', id);
    monitor.restart();
    voice.hello();
  }

  /** Asks the mate to become active, and again at every poll for a while. */
  handOver(to: HandOver['to'], reason: string, asks = 'Other unit wants me Active'): void {
    this.#handOver = { to, reason, asks, pollsLeft: handOverPolls };
    this.#ask(this.#handOver);
  }

  poll(): void {
    if (!this.#handOver) return;
    this.#handOver.pollsLeft -= 1;
    if (this.#handOver.pollsLeft > 0) this.#ask(this.#handOver);
    else this.#handOver = undefined;
  }

  /** The mate has become active: as agreed, and true; or not as agreed, and false. */
  mateIsActive(): boolean {
    const agreed = this.#handOver;
    if (agreed) this.stepDown(agreed.to, agreed.reason);
    return agreed !== undefined;
  }

  /** Two standby units and no active one: an order to take over was lost. True if this unit has to do it. */
  leaderless(me: Side, mate: Side): boolean {
    const both = me.state === 'standby-ready' && mate.state === 'standby-ready';
    this.#leaderless = both ? this.#leaderless + 1 : 0;
    return this.#leaderless >= leaderlessHellos && precedes(me, mate);
  }

  #ask({ asks }: HandOver): void {
    this.#parts.voice.order(this.#parts.id, 'become-active', asks);
  }
}
