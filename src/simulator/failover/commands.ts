import type { FailoverHost } from './host.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { Mate } from './mate.ts';
import type { Takeover } from './takeover.ts';
import type { UnitState } from './unit-state.ts';
import type { Voice } from './voice.ts';

/** The parts of failover that its commands act upon. */
export interface CommandParts {
  readonly host: FailoverHost;
  readonly own: UnitState;
  readonly mate: Mate;
  readonly voice: Voice;
  readonly takeover: Takeover;
  readonly monitor: InterfaceMonitor;
  /** True if the mate can be told over the failover link. */
  linkUsable(): boolean;
}

const reason = 'Set by the config command';
/** A unit prints the prompt of the command first and changes its state then, as the captured consoles show. */
const afterPromptMs = { least: 5, most: 20 };

/** `failover active`, `no failover active` and `failover reset` («Controlling and Monitoring Failover»). */
export class FailoverCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /**
   * Returns why not, if it is refused. With failover off the unit changes its addresses, and nobody is told. The
   * active unit is asked to hand over, so that a failover link that has just failed does not make two of them.
   */
  becomeActive(): string | undefined {
    const { host, own, voice, takeover } = this.#parts;
    if (own.now === 'disabled') takeover.take('active');
    if (own.now === 'disabled' || own.active) return undefined;
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    if (own.now !== 'standby-ready') return 'this unit is not in Standby Ready state';
    if (!host.box.traits.takesOver) return undefined;
    host.clock.after(host.box.random.between(afterPromptMs.least, afterPromptMs.most), () => {
      if (own.now === 'standby-ready') voice.order('become-standby', 'Other unit wants me Standby');
    });
    return undefined;
  }

  /** Returns why not, if it is refused. */
  becomeStandby(): string | undefined {
    const { own, mate, takeover } = this.#parts;
    if (own.now === 'disabled') takeover.take('standby');
    if (!own.active) return undefined;
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    if (mate.state !== 'standby-ready') return 'mate is not in Standby Ready state';
    takeover.handOver('standby-ready', reason);
    return undefined;
  }

  /** Boots the standby unit again, without a question. Returns why not, if it is refused. */
  reloadStandby(): string | undefined {
    return this.#orderStandby('reload', reason);
  }

  /** `write standby`: the standby unit takes the configuration anew. Returns why not, if it is refused. */
  writeStandby(): string | undefined {
    return this.#orderStandby('resynchronize', 'Configuration mismatch');
  }

  #orderStandby(order: 'reload' | 'resynchronize', why: string): string | undefined {
    const { own, mate, voice } = this.#parts;
    if (own.now === 'disabled') return 'failover is off';
    if (!own.active) return 'this unit is not the active one';
    if (!this.#parts.linkUsable()) return 'failover link is down, the mate cannot be told';
    if (!mate.alive) return 'no mate was heard';
    voice.order(order, why);
    return undefined;
  }

  /** On a failed unit, or on the active unit for its failed mate. */
  reset(): void {
    const { own, mate, voice, monitor } = this.#parts;
    if (own.active && mate.state === 'failed') voice.order('reset', reason);
    monitor.reset();
    if (own.now !== 'failed') return;
    own.enter('standby-ready', reason);
    voice.hello();
  }
}
