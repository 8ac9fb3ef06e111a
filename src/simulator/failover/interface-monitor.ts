import type { GroupId, InterfaceMonitoring, InterfacePolicy } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';
import { InterfaceWatch, type MateView } from './interface-watch.ts';
import type { InterfaceReading } from '../message/failover-message.ts';
import { settingsOf } from './settings-of.ts';

/** All traffic interfaces of a failover group under the eyes of failover; in Active/Standby all of the unit. */
export class InterfaceMonitor {
  readonly #host: FailoverHost;
  readonly #group: GroupId;
  readonly #watches = new Map<string, InterfaceWatch>();

  constructor(host: FailoverHost, group: GroupId) {
    this.#host = host;
    this.#group = group;
  }

  /** Monitored interfaces that have failed. */
  get failed(): number {
    return this.#monitored().filter(({ watch }) => watch.failed).length;
  }

  /** True if so many have failed that the group has failed (configuration guide, «Configuring Failover Criteria»). */
  get policyMet(): boolean {
    const { interfacePolicy } = settingsOf(this.#host, this.#group);
    return meetsPolicy(this.failed, this.#monitored().length, interfacePolicy);
  }

  /** A hello of the mate came in over an interface. */
  heard(one: InterfaceSettings): void {
    this.#watches.get(keyOf(one))?.heard();
  }

  /** Called at every interface poll time. */
  look(mate: MateView): void {
    for (const one of this.#traffic()) this.#watch(one).look(one, mate);
  }

  restart(): void {
    for (const watch of this.#watches.values()) watch.restart();
  }

  retime(): void {
    for (const watch of this.#watches.values()) watch.retime();
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
        context: one.context,
        group: this.#group,
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
    return this.#host
      .interfaces()
      .filter(({ purpose, group }) => purpose === 'traffic' && group === this.#group);
  }

  #watch(one: InterfaceSettings): InterfaceWatch {
    const key = keyOf(one);
    const known = this.#watches.get(key);
    if (known) return known;
    const fresh = new InterfaceWatch(this.#host, one);
    this.#watches.set(key, fresh);
    return fresh;
  }
}

/** Two contexts may have interfaces of one name. */
function keyOf({ context = '', nameif = '' }: InterfaceSettings): string {
  return `${context}/${nameif}`;
}

/** A count of failed interfaces, or their share of the monitored ones. */
function meetsPolicy(failed: number, monitored: number, policy: InterfacePolicy): boolean {
  if (failed === 0) return false;
  if ('count' in policy) return failed >= policy.count;
  return (failed * 100) / monitored >= policy.percent;
}

function monitoringOf(one: InterfaceSettings, watch: InterfaceWatch): InterfaceMonitoring {
  if (!one.monitored) return 'not-monitored';
  if (one.shutdown) return 'shutdown';
  return watch.monitoring ? 'monitored' : 'waiting';
}
