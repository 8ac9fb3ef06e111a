import type { FailoverHost } from './host.ts';
import type { Mate } from './mate.ts';

/** The failover link or cable as a way to the mate: usable, down, or failed although the mate answers elsewhere. */
export class FailoverLink {
  readonly #host: FailoverHost;
  readonly #mate: Mate;
  #failed = false;
  /** The cable was reported as bad, and not yet as good again. */
  #calledBad = false;

  constructor(host: FailoverHost, mate: Mate) {
    this.#host = host;
    this.#mate = mate;
  }

  /** The mate is alive, and not heard over the failover link. */
  get failed(): boolean {
    return this.#failed;
  }

  get usable(): boolean {
    return !this.#failed && this.#host.medium.line?.up === true;
  }

  /** Why the mate cannot be told a command: a failed one takes them only if its service card failed (5580, 13-48). */
  get refusal(): string | undefined {
    const { alive } = this.#mate;
    const { state, failedBy } = this.#mate.group(1);
    if (!this.usable) return 'failover link is down, the mate cannot be told';
    if (!alive) return 'no mate was heard';
    return state === 'failed' && failedBy !== 'service-card' ? 'the mate has failed' : undefined;
  }

  lost(): void {
    if (!this.#failed) this.#report(false);
    this.#failed = true;
  }

  heard(): void {
    if (this.#failed) this.#report(true);
    this.#failed = false;
  }

  /** Nothing is known of it yet. */
  forget(): void {
    this.#failed = false;
  }

  /** A cable that is sensed to be there at both ends, and carries nothing, is a bad one. */
  #report(ok: boolean): void {
    const cable = this.#host.medium.cable;
    if (cable === undefined) return this.#host.report((say) => say.failoverInterface(ok));
    const isBad = !ok && cable === 'normal';
    if (!ok) this.#host.report((say) => say.cableSilent());
    if (isBad) this.#host.report((say) => say.badCable());
    if (ok && this.#calledBad) this.#host.report((say) => say.cable.normal());
    this.#calledBad = isBad;
  }
}
