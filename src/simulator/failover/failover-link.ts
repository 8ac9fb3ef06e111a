import type { FailoverHost } from './host.ts';
import type { Mate } from './mate.ts';
import type { Voice } from './voice.ts';

/** The failover link as a way to the mate: usable, down, or failed although the mate answers elsewhere. */
export class FailoverLink {
  readonly #host: FailoverHost;
  readonly #mate: Mate;
  readonly #voice: Voice;
  #failed = false;

  constructor(host: FailoverHost, mate: Mate, voice: Voice) {
    this.#host = host;
    this.#mate = mate;
    this.#voice = voice;
  }

  /** The mate is alive, and not heard over the failover link. */
  get failed(): boolean {
    return this.#failed;
  }

  get usable(): boolean {
    const { link } = this.#voice;
    return !this.#failed && link !== undefined && this.#host.linkUp(link.hardware);
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
    if (!this.#failed) this.#host.report((say) => say.failoverInterface(false));
    this.#failed = true;
  }

  heard(): void {
    if (this.#failed) this.#host.report((say) => say.failoverInterface(true));
    this.#failed = false;
  }

  /** Nothing is known of it yet. */
  forget(): void {
    this.#failed = false;
  }
}
