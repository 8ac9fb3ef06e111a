import { type FailoverState, type GroupId, isActive } from '../../pair/index.ts';
import { isUpdateMessage } from '../auto-update/update-message.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { FailoverCommands } from './commands.ts';
import { precedes } from './decide.ts';
import { FailoverGroup } from './failover-group.ts';
import { FailoverLink } from './failover-link.ts';
import type { FailoverHost } from './host.ts';
import type { Mismatch } from './identity.ts';
import { Mate } from './mate.ts';
import type { FailoverMessage, Hello, InterfaceHello, UnitOrder } from './message.ts';
import { Negotiation } from './negotiation.ts';
import { PartnerCheck } from './partner-check.ts';
import { RemoteExecution } from './remote-execution.ts';
import { Reporter } from './reporter.ts';
import { Rounds } from './rounds.ts';
import { Settlement } from './settlement.ts';
import { Synchronization } from './synchronization.ts';
import { UnitHealth } from './unit-health.ts';
import { Voice } from './voice.ts';

/**
 * Failover as one unit lives it: what it hears of its mate, what that means for each of its groups, and what they
 * have in common. Nothing here knows the outcome of a fault; outcomes follow from hellos, timers and tests, as the
 * guides describe them.
 */
export class FailoverProcess {
  readonly mate = new Mate();
  readonly voice: Voice;
  readonly sync: Synchronization;
  readonly commands: FailoverCommands;
  readonly remote: RemoteExecution;
  readonly #host: FailoverHost;
  readonly #reporter: Reporter;
  readonly #health: UnitHealth;
  readonly #link: FailoverLink;
  readonly #partner: PartnerCheck;
  readonly #rounds: Rounds;
  readonly #negotiation: Negotiation;
  readonly #settlement: Settlement;
  readonly #first: FailoverGroup;
  #second: FailoverGroup | undefined;
  #whyOff = 'Set by the config command';

  constructor(host: FailoverHost) {
    this.#host = host;
    this.#reporter = new Reporter(host);
    this.voice = new Voice(host, () => this.groups);
    this.#link = new FailoverLink(host, this.mate, this.voice);
    this.#first = this.#newGroup(1);
    this.#partner = new PartnerCheck(host);
    this.sync = new Synchronization(host, {
      send: (message) => this.voice.tell(message),
      enter: (state) => {
        for (const group of this.groups) if (group.own.joining) group.step(state);
        if (state === 'sync-file-system') this.#sayGroups();
        this.voice.hello();
      },
    });
    const { mate, voice, sync } = this;
    this.#settlement = new Settlement({
      host,
      sync: this.sync,
      groups: () => this.groups,
      stopSearching: () => this.#negotiation.stop(),
      negotiate: (reason) => this.#negotiate(reason),
    });
    const linkUsable = (): boolean => this.#link.usable;
    this.commands = new FailoverCommands({ mate, voice, sync, linkUsable, groups: () => this.groups });
    this.remote = this.#remoteExecution();
    this.#health = new UnitHealth({
      clock: host.clock,
      pollMs: () => host.failover().unitPollMs,
      holdMs: () => host.failover().unitHoldMs * host.box.traits.holdFactor,
      probe: () => this.voice.probe(),
      decide: (verdict) => (verdict === 'mate-lost' ? this.#mateLost() : this.#linkLost()),
    });
    this.#rounds = new Rounds(host, { poll: () => this.#poll(), card: () => this.#weigh() });
    this.#negotiation = new Negotiation(
      host,
      () => this.mate.alive && this.#first.mate.state === 'negotiation' && !this.#precedes,
      () => this.#nobodyThere(),
    );
  }

  /** What fails over, as configured: in Active/Standby the unit as one group, in Active/Active two. */
  get groups(): readonly FailoverGroup[] {
    return this.#second ? [this.#first, this.#second] : [this.#first];
  }

  /** The group of that number; while there is one group only, that one. */
  group(id: GroupId): FailoverGroup {
    return (id === 2 ? this.#second : undefined) ?? this.#first;
  }

  /** The state of the unit, as far as its groups share it: that of the first, which stands for the configuration. */
  get state(): FailoverState {
    return this.#first.own.now;
  }

  /** The mate is alive, and not heard over the failover link. */
  get linkFailed(): boolean {
    return this.#link.failed;
  }

  /** The mate can be told over the failover link. */
  get linkUsable(): boolean {
    return this.#link.usable;
  }

  /** Starts from flash: a unit with failover on holds back until it knows about its mate. */
  boot(): void {
    this.#formGroups();
    const { on } = this.#host.failover();
    for (const { takeover } of this.groups) takeover.take(on ? 'standby' : 'active');
    if (on) this.#negotiate('Failover state check');
  }

  /** The configuration may have turned failover on or off, or made groups. */
  configChanged(): void {
    this.#formGroups();
    const { on } = this.#host.failover();
    if (on && this.state === 'disabled') this.#negotiate('Set by the config command');
    if (on || this.state === 'disabled') return;
    for (const { own } of this.groups) own.enter('disabled', this.#whyOff);
    this.#whyOff = 'Set by the config command';
    this.voice.hello();
    this.#stop();
  }

  /** A message of the mate, taken from the wire at `over`. */
  receive(over: InterfaceSettings, message: FailoverMessage): void {
    if (this.state === 'disabled') return;
    for (const heard of this.#host.box.traits.hears(message)) this.#take(over, heard);
  }

  #take(over: InterfaceSettings, message: FailoverMessage): void {
    if (message.kind === 'interface-hello') return this.#heardOn(over, message);
    if (message.kind === 'state-update') return this.#host.stateExchange.take(message);
    if (over.purpose !== 'failover') return;
    if (message.kind === 'hello') this.#heard(message);
    else if (message.kind === 'group-order') this.group(message.group).obey(message);
    else if (message.kind === 'unit-order') this.#obey(message);
    else if (message.kind === 'sync') this.sync.take(message);
    else if (message.kind === 'command')
      this.#host.applyCommand(message.context, message.section, message.line);
    else if (message.kind === 'save') this.#host.configuration.save(message);
    else if (message.kind === 'file') this.#host.changeFiles(message.change);
    else if (message.kind === 'execute' || message.kind === 'executed') this.remote.take(message);
    else if (isUpdateMessage(message)) this.#host.hearUpdate(message);
  }

  /**
   * The way of the next message to the mate, as things stand now; undefined without a mate that takes it. What
   * belongs to a group goes from the unit where it is active; the system execution space belongs to the first.
   */
  replicator(id: GroupId = 1): ((message: FailoverMessage) => void) | undefined {
    const isOurs = this.group(id).own.active || this.#host.box.traits.replicatesFromStandby;
    return isOurs && this.mate.alive ? this.voice.sealedTell() : undefined;
  }

  #newGroup(id: GroupId): FailoverGroup {
    return new FailoverGroup(id, {
      host: this.#host,
      mate: this.mate,
      voice: this.voice,
      linkUsable: () => this.#link.usable,
      entered: (group, change) => this.#reporter.entered(group, change),
    });
  }

  #remoteExecution(): RemoteExecution {
    return new RemoteExecution({
      clock: this.#host.clock,
      active: (id) => this.group(id).own.active,
      mateRefuses: () => this.#link.refusal,
      tell: (message) => this.voice.tell(message),
      run: (request, done) => this.#host.run(request, done),
    });
  }

  /** Two groups from the moment that they are configured. */
  #formGroups(): void {
    const isActiveActive = this.#host.failover().mode === 'active-active';
    if (isActiveActive === (this.#second !== undefined)) return;
    this.#second?.stop();
    this.#second = isActiveActive ? this.#newGroup(2) : undefined;
    this.#second?.follow(this.#first);
  }

  /** In Active/Active the console names every group that found its active mate. */
  #sayGroups(): void {
    if (!this.#second) return;
    for (const { id, own } of this.groups) if (own.joining) this.#host.announce('detected-active-mate', id);
  }

  get #precedes(): boolean {
    return precedes(this.#first.me, this.#first.other);
  }

  #stop(): void {
    this.#rounds.stop();
    this.#negotiation.stop();
    this.#health.stop();
    this.sync.stop();
    for (const group of this.groups) group.stop();
  }

  /** Looks for a mate over the failover link, for as long as silence would mean that there is none. */
  #negotiate(reason: string): void {
    this.#stop();
    this.mate.forget();
    this.#partner.forget();
    this.#link.forget();
    this.#rounds.begin();
    for (const group of this.groups) group.negotiate(reason);
    this.voice.hello();
    this.#negotiation.begin();
  }

  /** Nobody is active: a mate that was never heard counts as failed. */
  #nobodyThere(): void {
    if (!this.mate.alive) this.mate.lose();
    this.#settlement.nobodyThere();
  }

  #poll(): void {
    this.voice.hello();
    this.#host.stateExchange.stayAlive();
    this.#health.tick();
    for (const { takeover } of this.groups) takeover.poll();
  }

  #weigh(): void {
    for (const group of this.groups) group.weigh();
  }

  /** On an interface that contexts share, the hello says whose it is. */
  #heardOn(over: InterfaceSettings, { context, nameif, asks }: InterfaceHello): void {
    if (over.purpose === 'traffic') {
      const named = this.#host
        .interfaces()
        .find((one) => one.hardware === over.hardware && one.context === context && one.nameif === nameif);
      const one = named ?? over;
      this.group(one.group).monitor.heard(one);
      this.#health.heardElsewhere();
    }
    if (asks) this.voice.interfaceHello(over, false);
  }

  #heard(hello: Hello): void {
    const found = this.#partner.look(hello.identity);
    this.#reporter.heard(hello, this.mate.hello);
    if (found && !this.groups.some(({ own }) => own.active)) return this.#partWith(found, hello);
    for (const group of this.groups) group.hears(hello, this.mate);
    this.mate.take(hello, this.#host.clock.nowMs());
    this.#host.stateExchange.mateHeard();
    this.#health.heard();
    this.#link.heard();
    this.#host.learnMateMacs(hello.burnedIn);
    if (found && !this.#settlement.follow(false)) return this.#partWith(found, hello);
    if (!found) this.#settlement.follow(true);
    this.#weigh();
  }

  /**
   * These two cannot be a pair: failover disables itself, on the unit that is not the active one or has to give way.
   * It leaves the active addresses to an active mate.
   */
  #partWith({ reason }: Mismatch, hello: Hello): void {
    for (const { id, state } of hello.groups) {
      if (isActive(state)) this.group(id).takeover.take('standby');
    }
    this.#whyOff = reason;
    this.#host.turnOff();
  }

  #obey({ order, reason }: UnitOrder): void {
    if (order === 'resynchronize') this.#settlement.resynchronize(reason);
    else if (!this.groups.some(({ own }) => own.active)) this.#host.restart();
  }

  #mateLost(): void {
    if (this.#first.mate.state === 'disabled') this.mate.forget();
    else this.mate.lose();
    this.#reporter.mateLost(this.#link.usable);
    this.#partner.forget();
    for (const { own } of this.groups) {
      own.history.mateFailure = { reason: 'Comm Failure', at: this.#host.clock.wall() };
    }
    this.#settlement.mateLost();
  }

  /** The mate answers on another interface: no failover, and none until the failover link is back. */
  #linkLost(): void {
    this.#link.lost();
    this.#settlement.linkLost();
  }
}
