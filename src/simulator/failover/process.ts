import type { FailoverState, GroupId } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { Amends } from './amends.ts';
import { CableWatch } from './cable-watch.ts';
import { FailoverCommands } from './commands.ts';
import { Ear } from './ear.ts';
import type { FailoverGroup } from './failover-group.ts';
import { FailoverGroups } from './failover-groups.ts';
import { FailoverLink } from './failover-link.ts';
import type { FailoverHost } from './host.ts';
import { Mate } from './mate.ts';
import type { FailoverMessage } from '../message/failover-message.ts';
import { MateLoss } from './mate-loss.ts';
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
  readonly #cable: CableWatch;
  readonly #amends: Amends;
  readonly #ear: Ear;
  readonly #partner: PartnerCheck;
  readonly #rounds: Rounds;
  readonly #negotiation: Negotiation;
  readonly #settlement: Settlement;
  readonly #groups: FailoverGroups;
  #whyOff = 'Set by the config command';

  constructor(host: FailoverHost) {
    this.#host = host;
    this.#reporter = new Reporter(host);
    this.voice = new Voice(host, () => this.groups);
    this.#link = new FailoverLink(host, this.mate);
    this.#groups = new FailoverGroups({
      host,
      mate: this.mate,
      voice: this.voice,
      linkUsable: () => this.#link.usable,
      entered: (group, change) => this.#reporter.entered(group, change),
    });
    this.#partner = new PartnerCheck(host);
    this.sync = new Synchronization(host, {
      send: (message) => this.voice.tell(message),
      enter: (state) => {
        for (const group of this.groups) if (group.own.joining) group.step(state);
        if (state === 'sync-file-system') this.#groups.announceJoining();
        this.voice.hello();
      },
    });
    const { mate, voice, sync } = this;
    this.#amends = new Amends({ host, mate, voice, sync, groups: () => this.groups });
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
    const loss = this.#mateLoss();
    this.#cable = new CableWatch(host, () => loss.powerless());
    this.#health = new UnitHealth({
      clock: host.clock,
      pollMs: () => host.failover().unitPollMs,
      holdMs: () => host.failover().unitHoldMs * host.box.traits.holdFactor,
      expectsMate: () => this.groups.some(({ own }) => own.active),
      probe: () => this.voice.probe(),
      decide: (verdict) => (verdict === 'mate-lost' ? loss.unheard() : loss.linkLost()),
    });
    this.#rounds = new Rounds(host, { poll: () => this.#poll(), card: () => this.#weigh() });
    this.#negotiation = new Negotiation(
      host,
      () => this.mate.alive && this.#groups.first.mate.state === 'negotiation' && !this.#groups.precedes,
      () => this.#nobodyThere(),
    );
    this.#ear = this.#listens();
  }

  /** What fails over, as configured: in Active/Standby the unit as one group, in Active/Active two. */
  get groups(): readonly FailoverGroup[] {
    return this.#groups.all;
  }

  /** The group of that number; while there is one group only, that one. */
  group(id: GroupId): FailoverGroup {
    return this.#groups.of(id);
  }

  /** The state of the unit, as far as its groups share it: that of the first, which stands for the configuration. */
  get state(): FailoverState {
    return this.#groups.first.own.now;
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
    this.#groups.form();
    const { on } = this.#host.failover();
    for (const { takeover } of this.groups) takeover.take(on ? 'standby' : 'active');
    if (on) this.#negotiate('Failover state check');
  }

  /** The configuration may have turned failover on or off, or made groups. */
  configChanged(): void {
    this.#groups.form();
    const { on } = this.#host.failover();
    if (on && this.state === 'disabled') this.#negotiate('Set by the config command');
    if (on) this.#retime();
    if (on || this.state === 'disabled') return;
    for (const { own } of this.groups) own.enter('disabled', this.#whyOff);
    this.#whyOff = 'Set by the config command';
    this.voice.hello();
    this.#stop();
  }

  /** A message of the mate, taken from the wire at `over`. */
  receive(over: InterfaceSettings, message: FailoverMessage): void {
    this.#ear.receive(over, message);
  }

  /** A message of the mate, over the failover link or cable. */
  hear(message: FailoverMessage): void {
    this.#ear.hear(message);
  }

  /** The mate has not acknowledged these messages for the hold time. */
  undelivered(messages: readonly FailoverMessage[]): void {
    this.#amends.undelivered(messages);
  }

  /** The failover cable was pulled, plugged in, or sensed that the power of the mate came or went. */
  cableChanged(): void {
    if (this.state !== 'disabled') this.#cable.look();
  }

  /**
   * The way of the next message to the mate, as things stand now; undefined without a mate that takes it. What
   * belongs to a group goes from the unit where it is active; the system execution space belongs to the first.
   */
  replicator(id: GroupId = 1): ((message: FailoverMessage) => void) | undefined {
    const isOurs = this.group(id).own.active || this.#host.box.traits.replicatesFromStandby;
    return isOurs && this.mate.alive ? this.voice.sealedTell() : undefined;
  }

  #mateLoss(): MateLoss {
    return new MateLoss({
      host: this.#host,
      mate: this.mate,
      link: this.#link,
      partner: this.#partner,
      reporter: this.#reporter,
      settlement: this.#settlement,
      groups: () => this.groups,
      stopListening: () => this.#health.stop(),
      endSearch: () => this.#negotiation.cutShort(),
    });
  }

  #listens(): Ear {
    return new Ear({
      host: this.#host,
      mate: this.mate,
      voice: this.voice,
      sync: this.sync,
      remote: this.remote,
      health: this.#health,
      link: this.#link,
      partner: this.#partner,
      reporter: this.#reporter,
      settlement: this.#settlement,
      amends: this.#amends,
      closed: () => this.state === 'disabled',
      groups: () => this.groups,
      group: (id) => this.group(id),
      turnOff: (reason) => {
        this.#whyOff = reason;
        this.#host.turnOff();
      },
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

  /** What was silent for as long as the older times allowed is not judged by the new ones. */
  #retime(): void {
    if (!this.#rounds.retime()) return;
    this.voice.hello();
    this.#health.retime();
    for (const group of this.groups) group.retime();
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
    this.#cable.begin();
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
}
