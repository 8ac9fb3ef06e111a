import type { FailoverState } from '../../pair/index.ts';

/** One change of state; the history is lost when the unit restarts. */
export interface Transition {
  readonly at: Date;
  readonly from: FailoverState;
  readonly to: FailoverState;
  readonly reason: string;
}

/** Why a unit failed last, as `show failover state` prints it; it stays after recovery. */
export interface FailureReason {
  readonly reason: 'Ifc Failure' | 'Comm Failure' | 'Service card failure';
  readonly at: Date;
}

/** How many transitions are kept. */
const longest = 60;

/** What became of a unit, newest last. */
export class History {
  readonly #transitions: Transition[] = [];
  ownFailure: FailureReason | undefined;
  mateFailure: FailureReason | undefined;
  lastFailover: Date | undefined;

  get transitions(): readonly Transition[] {
    return this.#transitions;
  }

  add(transition: Transition): void {
    this.#transitions.push(transition);
    if (this.#transitions.length > longest) this.#transitions.shift();
  }
}
