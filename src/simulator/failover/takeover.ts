import type { FailoverState } from '../../pair/index.ts';
import { precedes, type Side } from './decide.ts';
import type { AddressRole, FailoverHost } from './host.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { Mate } from './mate.ts';
import { promote } from './promotion.ts';
import type { UnitState } from './unit-state.ts';
import type { Voice } from './voice.ts';

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

/** How a unit takes the active addresses and gives them up. It gives them up only to a mate that has taken over. */
export class Takeover {
  readonly #host: FailoverHost;
  readonly #own: UnitState;
  readonly #mate: Mate;
  readonly #voice: Voice;
  readonly #monitor: InterfaceMonitor;
  #role: AddressRole = 'active';
  #handOver: HandOver | undefined;
  #leaderless = 0;

  constructor(host: FailoverHost, own: UnitState, mate: Mate, voice: Voice, monitor: InterfaceMonitor) {
    this.#host = host;
    this.#own = own;
    this.#mate = mate;
    this.#voice = voice;
    this.#monitor = monitor;
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
    this.#host.takeRole(role, 1);
  }

  /** From standby, or from the first search for a mate, to active in a moment. */
  promote(reason: string): void {
    const starting = this.#own.now === 'negotiation';
    this.#own.term = Math.max(this.#own.term, this.#mate.term) + 1;
    this.#host.announce(starting ? 'no-active-mate' : 'switching-to-active');
    this.#own.enter('just-active', reason);
    this.#voice.hello();
    promote(this.#host, this.#own, reason, (step) => {
      if (step === 'active-applying-config') this.take('active');
      if (step !== 'active') return;
      this.#monitor.restart();
      this.#voice.hello();
    });
  }

  stepDown(to: FailoverState, reason: string): void {
    this.#handOver = undefined;
    // Said as the active unit that it still is: a standby unit is silent towards its log hosts.
    this.#own.enter(to, reason);
    this.take('standby');
    this.#host.announce('switching-to-standby');
    this.#monitor.restart();
    this.#voice.hello();
  }

  /** Asks the mate to become active, and again at every poll for a while. */
  handOver(to: HandOver['to'], reason: string, asks = 'Other unit wants me Active'): void {
    this.#handOver = { to, reason, asks, pollsLeft: handOverPolls };
    this.#ask();
  }

  poll(): void {
    if (!this.#handOver) return;
    this.#handOver.pollsLeft -= 1;
    if (this.#handOver.pollsLeft > 0) this.#ask();
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

  #ask(): void {
    this.#voice.order('become-active', this.#handOver?.asks ?? 'Other unit wants me Active');
  }
}
