import type { Cancel } from '../../clock.ts';
import type { InterfaceHealth } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';
import { testInterface } from './interface-test.ts';
import { settingsOf } from './settings-of.ts';
import { carriesHellos } from './voice.ts';

/** What is known of the mate when an interface is looked at. */
export interface MateView {
  /** The mate runs and takes part in monitoring. */
  readonly present: boolean;
  /** The mate's interface, by the mate's own word, passes traffic. */
  passes(one: InterfaceSettings): boolean;
  /** The mate's interface, by the mate's own word, has failed or is down: no wonder that it is silent. */
  hasFailed(one: InterfaceSettings): boolean;
  /** The tests of an interface are over, and what came of them counts at once: the hold time is over with them. */
  tested(): void;
}

/** The mate's hellos that have to be heard on an interface before its silence counts for anything. */
const hellosToMonitor = 2;

/** One interface under the eyes of failover: link, hellos of the mate, tests, and what follows from them. */
export class InterfaceWatch {
  readonly #host: FailoverHost;
  #one: InterfaceSettings;
  #judged: InterfaceHealth = 'normal';
  #hellos = 0;
  #goodMs: number;
  /** Until when the mate had a reason to be silent. */
  #excusedMs = Number.NEGATIVE_INFINITY;
  #receivedAtLoss = 0;
  /** It was said already that the mate is not heard on it, and it has not been heard since. */
  #lossTold = false;
  #testing: Cancel | undefined;
  #holding: Cancel = () => undefined;

  constructor(host: FailoverHost, one: InterfaceSettings) {
    this.#host = host;
    this.#one = one;
    this.#goodMs = host.clock.nowMs();
  }

  get health(): InterfaceHealth {
    return this.#judged;
  }

  get #health(): InterfaceHealth {
    return this.#judged;
  }

  set #health(found: InterfaceHealth) {
    this.#judged = this.#host.box.traits.judges(found, this.#judged);
  }

  /** False while `(Waiting)`: fewer than two hellos of the mate were heard since monitoring began. */
  get monitoring(): boolean {
    return this.#hellos >= hellosToMonitor;
  }

  get failed(): boolean {
    return this.#health === 'failed' || this.#health === 'no-link';
  }

  /** A hello of the mate came in over this interface. */
  heard(): void {
    this.#hellos += 1;
    if (this.#hellos === hellosToMonitor) this.#report((say) => say.normal(this.#nameif));
    this.#good();
  }

  /** Monitoring begins anew after a change of role; what has failed stays failed until it receives something. */
  restart(): void {
    this.#wait();
    this.#goodMs = this.#host.clock.nowMs();
    this.#stopTest();
    if (this.#health === 'testing') this.#health = 'normal';
  }

  /** Other times were configured: silence counts from now. A test that runs is not cut short. */
  retime(): void {
    this.#goodMs = this.#host.clock.nowMs();
  }

  /** `failover reset`: as if nothing had failed; if the cause persists, it will fail again. */
  reset(): void {
    this.#stopTest();
    this.#goodMs = this.#host.clock.nowMs();
    // Failed, it was waiting; nobody who is waited for finds out whether the cause persists.
    if (this.failed || this.#health === 'unknown') this.#hellos = hellosToMonitor;
    this.#health = 'normal';
  }

  stop(): void {
    this.#stopTest();
  }

  /** Called at every interface poll time. A link that is down is noticed here, without tests. */
  look(one: InterfaceSettings, mate: MateView): void {
    this.#one = one;
    if (one.shutdown) return this.#lose('link-down');
    if (!this.#host.linkUp(one.hardware)) return this.#lose('no-link');
    if (this.#receivedSinceLoss() || (this.#linkWasDown() && !mate.present)) this.#good();
    if (!carriesHellos(one)) return this.restart();
    if (this.#health !== 'normal' || this.#testing) return this.#weigh(mate);
    const nowMs = this.#host.clock.nowMs();
    const holdMs = settingsOf(this.#host, one.group).interfaceHoldMs;
    if (!mate.present || mate.hasFailed(one)) {
      this.#excusedMs = nowMs;
      if (mate.present && this.monitoring && nowMs - this.#goodMs >= holdMs / 2) this.#tellLoss();
      if (nowMs - this.#goodMs >= holdMs) this.#wait();
      return;
    }
    const silentMs = nowMs - Math.max(this.#goodMs, this.#excusedMs);
    if (this.monitoring && silentMs >= holdMs / 2) this.#test(holdMs - silentMs, mate);
  }

  /** Of two silent interfaces the one counts as failed whose counterpart still passes traffic. */
  #weigh(mate: MateView): void {
    if (this.#testing && !mate.present) this.restart();
    if (this.#health !== 'failed' && this.#health !== 'unknown') return;
    this.#health = mate.present && mate.passes(this.#one) ? 'failed' : 'unknown';
  }

  #test(budgetMs: number, mate: MateView): void {
    this.#tellLoss();
    this.#report((say) => say.testing(this.#nameif));
    this.#health = 'testing';
    this.#testing = testInterface(this.#host, this.#one, budgetMs, () => this.#good());
    this.#holding = this.#host.clock.after(budgetMs, () => {
      this.#stopTest();
      this.#hellos = 0;
      this.#health = 'unknown';
      this.#receivedAtLoss = this.#host.received(this.#one.hardware);
      this.#weigh(mate);
      const result = this.failed ? 'Failed' : 'Status Undetermined';
      this.#report((say) => say.tested(this.#nameif, result));
      mate.tested();
    });
  }

  /** Once, whether or not the mate's own interface says why (document 77809, «Lost Failover communications»). */
  #tellLoss(): void {
    if (!this.#lossTold) this.#report((say) => say.lost(this.#nameif));
    this.#lossTold = true;
  }

  #good(): void {
    this.#lossTold = false;
    if (this.#testing) this.#report((say) => say.tested(this.#nameif, 'Passed'));
    if (this.#linkWasDown()) this.#report((say) => say.link(this.#nameif, true));
    this.#stopTest();
    this.#health = 'normal';
    this.#goodMs = this.#host.clock.nowMs();
  }

  #lose(health: 'no-link' | 'link-down'): void {
    if (!this.#linkWasDown()) this.#report((say) => say.link(this.#nameif, false));
    this.#stopTest();
    this.#health = health;
    this.#hellos = 0;
    this.#receivedAtLoss = this.#host.received(this.#one.hardware);
  }

  /** Back to `(Waiting)`. */
  #wait(): void {
    if (this.monitoring) this.#report((say) => say.waiting(this.#nameif));
    this.#hellos = 0;
  }

  get #nameif(): string {
    return this.#one.nameif ?? '';
  }

  /** What happens to an interface that is not monitored is not news. */
  #report(choose: Parameters<FailoverHost['report']>[0]): void {
    if (this.#one.monitored) this.#host.report(choose, this.#one.group);
  }

  #linkWasDown(): boolean {
    return this.#health === 'no-link' || this.#health === 'link-down';
  }

  #receivedSinceLoss(): boolean {
    if (this.#health === 'normal' || this.#health === 'testing') return false;
    return this.#host.received(this.#one.hardware) > this.#receivedAtLoss;
  }

  #stopTest(): void {
    this.#testing?.();
    this.#testing = undefined;
    this.#holding();
  }
}
