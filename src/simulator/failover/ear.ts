import { type GroupId, isActive } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverMessage, Hello, InterfaceHello, UnitOrder } from '../message/failover-message.ts';
import type { Amends } from './amends.ts';
import { carryOut } from './carry-out.ts';
import type { FailoverGroup } from './failover-group.ts';
import type { FailoverLink } from './failover-link.ts';
import type { FailoverHost } from './host.ts';
import type { Mismatch } from './identity.ts';
import type { Mate } from './mate.ts';
import type { PartnerCheck } from './partner-check.ts';
import type { RemoteExecution } from './remote-execution.ts';
import type { Reporter } from './reporter.ts';
import type { Settlement } from './settlement.ts';
import type { Synchronization } from './synchronization.ts';
import type { UnitHealth } from './unit-health.ts';
import type { Voice } from './voice.ts';

/** A unit that is ordered to boot again stays for so long, for the order to be acknowledged. */
const acknowledgingMs = 50;

/** What a message of the mate may touch. */
export interface EarParts {
  readonly host: FailoverHost;
  readonly mate: Mate;
  readonly voice: Voice;
  readonly sync: Synchronization;
  readonly remote: RemoteExecution;
  readonly health: UnitHealth;
  readonly link: FailoverLink;
  readonly partner: PartnerCheck;
  readonly reporter: Reporter;
  readonly settlement: Settlement;
  readonly amends: Amends;
  /** True while failover is off: nothing is heard then. */
  closed(): boolean;
  groups(): readonly FailoverGroup[];
  group(id: GroupId): FailoverGroup;
  /** Turns failover off; the history says why. */
  turnOff(reason: string): void;
}

/** Everything that a unit hears of its mate, over the failover link and over the other interfaces. */
export class Ear {
  readonly #parts: EarParts;

  constructor(parts: EarParts) {
    this.#parts = parts;
  }

  /** A message of the mate, taken from the wire at `over`. */
  receive(over: InterfaceSettings, message: FailoverMessage): void {
    if (this.#parts.closed()) return;
    for (const heard of this.#parts.host.box.traits.hears(message)) this.#take(over, heard);
  }

  #take(over: InterfaceSettings, message: FailoverMessage): void {
    const { host } = this.#parts;
    if (message.kind === 'interface-hello') return this.#heardOn(over, message);
    if (message.kind === 'state-update') return host.stateExchange.take(message);
    if (over.purpose === 'failover' && host.medium.cable === undefined) this.hear(message);
  }

  /** A message of the mate, over the failover link or cable. */
  hear(message: FailoverMessage): void {
    const { sync, remote, host } = this.#parts;
    if (this.#parts.closed()) return;
    if (message.kind === 'hello') this.#heard(message);
    else if (message.kind === 'group-order') this.#parts.group(message.group).obey(message);
    else if (message.kind === 'unit-order') this.#obey(message);
    else if (message.kind === 'sync') sync.take(message);
    else if (message.kind === 'execute' || message.kind === 'executed') remote.take(message);
    else carryOut(host, message);
  }

  /**
   * On an interface that contexts share, the hello says whose it is. Where two interfaces of this unit are in one
   * VLAN, one hears the other: that is not the mate.
   */
  #heardOn(over: InterfaceSettings, { context, nameif, serial, asks }: InterfaceHello): void {
    const { host, health, voice } = this.#parts;
    if (serial === host.box.serial) return;
    if (over.purpose === 'traffic') {
      const named = host
        .interfaces()
        .find((one) => one.hardware === over.hardware && one.context === context && one.nameif === nameif);
      const one = named ?? over;
      this.#parts.group(one.group).monitor.heard(one);
      health.heardElsewhere();
    }
    if (asks) voice.interfaceHello(over, false);
  }

  #heard(hello: Hello): void {
    const { host, mate, partner, reporter, settlement, health, link, amends } = this.#parts;
    const found = partner.look(hello.identity);
    reporter.heard(hello, mate.hello);
    if (found && !this.#someActive) return this.#partWith(found, hello);
    for (const group of this.#parts.groups()) group.hears(hello, mate);
    mate.take(hello, host.clock.nowMs());
    host.stateExchange.mateHeard();
    health.heard();
    link.heard();
    host.learnMateMacs(hello.burnedIn);
    if (found && !settlement.follow(false)) return this.#partWith(found, hello);
    if (!found) settlement.follow(true);
    amends.heard();
    for (const group of this.#parts.groups()) group.weigh();
  }

  /**
   * These two cannot be a pair: failover disables itself, on the unit that is not the active one or has to give way.
   * It leaves the active addresses to an active mate.
   */
  #partWith({ reason }: Mismatch, hello: Hello): void {
    for (const { id, state } of hello.groups) {
      if (isActive(state)) this.#parts.group(id).takeover.take('standby');
    }
    this.#parts.turnOff(reason);
  }

  #obey({ order, reason }: UnitOrder): void {
    if (order === 'resynchronize') this.#parts.settlement.resynchronize(reason);
    else if (!this.#someActive) this.#restartSoon();
  }

  #restartSoon(): void {
    const { host } = this.#parts;
    host.clock.after(acknowledgingMs, () => host.restart());
  }

  get #someActive(): boolean {
    return this.#parts.groups().some(({ own }) => own.active);
  }
}
