import type { GroupParts } from './group-parts.ts';
import type { Takeover } from './takeover.ts';

const reason = 'Set by the config command';
/** A unit prints the prompt of the command first and changes its state then, as the captured consoles show. */
const afterPromptMs = { least: 5, most: 20 };

/** `failover active`, `no failover active` and `failover reset`, of one group («Controlling and Monitoring Failover»). */
export class GroupCommands {
  readonly #parts: GroupParts;
  readonly #takeover: Takeover;

  constructor(parts: GroupParts, takeover: Takeover) {
    this.#parts = parts;
    this.#takeover = takeover;
  }

  /**
   * Returns why not, if it is refused. With failover off the unit changes its addresses, and nobody is told. The
   * active unit is asked to hand over, so that a failover link that has just failed does not make two of them.
   */
  becomeActive(): string | undefined {
    const { id, host, own, voice } = this.#parts;
    if (own.now === 'disabled') this.#takeover.take('active');
    if (own.now === 'disabled' || own.active) return undefined;
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    if (own.now !== 'standby-ready') return `this ${this.#subject} is not in Standby Ready state`;
    if (!host.box.traits.takesOver) return undefined;
    host.clock.after(host.box.random.between(afterPromptMs.least, afterPromptMs.most), () => {
      if (own.now === 'standby-ready')
        voice.order(id, 'become-standby', 'Other unit wants me Standby', reason);
    });
    return undefined;
  }

  /** Returns why not, if it is refused. */
  becomeStandby(): string | undefined {
    const { id, own, mate } = this.#parts;
    if (own.now === 'disabled') this.#takeover.take('standby');
    if (!own.active) return undefined;
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    if (mate.group(id).state !== 'standby-ready') return 'mate is not in Standby Ready state';
    this.#takeover.handOver('standby-ready', reason);
    return undefined;
  }

  /** On a failed group, or where it is active for its failed mate. */
  reset(): void {
    const { id, own, mate, voice, monitor } = this.#parts;
    if (own.active && mate.group(id).state === 'failed') voice.order(id, 'reset', reason);
    monitor.reset();
    if (own.now !== 'failed') return;
    own.enter('standby-ready', reason);
    voice.hello();
  }

  get #subject(): string {
    return this.#parts.host.failover().mode === 'active-active' ? `failover group ${this.#parts.id}` : 'unit';
  }
}
