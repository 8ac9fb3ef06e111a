import type { InterfaceMonitoring, InterfacePolicy } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';
import { InterfaceWatch, type MateView } from './interface-watch.ts';
import type { InterfaceReading } from './message.ts';

/** All traffic interfaces of a unit under the eyes of failover. */
export class InterfaceMonitor {
  readonly #host: FailoverHost;
  readonly #watches = new Map<string, InterfaceWatch>();

  constructor(host: FailoverHost) {
    this.#host = host;
  }

  /** Monitored interfaces that have failed. */
  get failed(): number {
    return this.#monitored().filter(({ watch }) => watch.failed).length;
  }

  /** True if so many have failed that the unit has failed (configuration guide, «Configuring Failover Criteria»). */
  get policyMet(): boolean {
    return meetsPolicy(this.failed, this.#monitored().length, this.#host.failover().interfacePolicy);
  }

  /** A hello of the mate came in over an interface. */
  heard(nameif: string): void {
    this.#watches.get(nameif)?.heard();
  }

  /** Called at every interface poll time. */
  look(mate: MateView): void {
    for (const one of this.#traffic()) this.#watch(one).look(one, mate);
  }

  restart(): void {
    for (const watch of this.#watches.values()) watch.restart();
  }

  reset(): void {
    for (const watch of this.#watches.values()) watch.reset();
  }

  stop(): void {
    for (const watch of this.#watches.values()) watch.stop();
    this.#watches.clear();
  }

  readings(): readonly InterfaceReading[] {
    return this.#traffic().map((one) => {
      const watch = this.#watch(one);
      return {
        nameif: one.nameif ?? '',
        address: this.#host.addressOf(one),
        health: watch.health,
        monitoring: monitoringOf(one, watch),
      };
    });
  }

  #monitored(): readonly { readonly watch: InterfaceWatch }[] {
    return this.#traffic()
      .filter((one) => one.monitored)
      .map((one) => ({ watch: this.#watch(one) }));
  }

  #traffic(): readonly InterfaceSettings[] {
    return this.#host.interfaces().filter(({ purpose }) => purpose === 'traffic');
  }

  #watch(one: InterfaceSettings): InterfaceWatch {
    const nameif = one.nameif ?? '';
    const known = this.#watches.get(nameif);
    if (known) return known;
    const fresh = new InterfaceWatch(this.#host, one);
    this.#watches.set(nameif, fresh);
    return fresh;
  }
}

/** A count of failed interfaces, or their share of the monitored ones. */
export function meetsPolicy(failed: number, monitored: number, policy: InterfacePolicy): boolean {
  if (failed === 0) return false;
  if ('count' in policy) return failed >= policy.count;
  return (failed * 100) / monitored >= policy.percent;
}

function monitoringOf(one: InterfaceSettings, watch: InterfaceWatch): InterfaceMonitoring {
  if (!one.monitored) return 'not-monitored';
  if (one.shutdown) return 'shutdown';
  return watch.monitoring ? 'monitored' : 'waiting';
}
