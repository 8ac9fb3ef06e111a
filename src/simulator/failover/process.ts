import { type FailoverState, isActive, isStandby } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { FailoverCommands } from './commands.ts';
import { FailoverLink } from './failover-link.ts';
import { decideOnHello, type Move, precedes, type Side } from './decide.ts';
import type { FailoverHost } from './host.ts';
import { InterfaceMonitor } from './interface-monitor.ts';
import { InterfaceRound } from './interface-round.ts';
import { Mate } from './mate.ts';
import type { FailoverMessage, Hello, Order } from './message.ts';
import type { Mismatch } from './identity.ts';
import { Negotiation } from './negotiation.ts';
import { PartnerCheck } from './partner-check.ts';
import { Reporter } from './reporter.ts';
import { RemoteExecution } from './remote-execution.ts';
import { Rounds } from './rounds.ts';
import { SelfCheck } from './self-check.ts';
import { Synchronization } from './synchronization.ts';
import { Takeover } from './takeover.ts';
import { UnitHealth } from './unit-health.ts';
import { UnitState } from './unit-state.ts';
import { Voice } from './voice.ts';

/**
 * Failover as one unit lives it: its state, what it hears of its mate, and what it does about it. Nothing here
 * knows the outcome of a fault; outcomes follow from hellos, timers and tests, as the guides describe them.
 */
export class FailoverProcess {
  readonly mate = new Mate();
  readonly own: UnitState;
  readonly monitor: InterfaceMonitor;
  readonly #host: FailoverHost;
  readonly voice: Voice;
  readonly #reporter: Reporter;
  readonly #health: UnitHealth;
  readonly #interfaces: InterfaceRound;
  readonly sync: Synchronization;
  readonly takeover: Takeover;
  readonly commands: FailoverCommands;
  readonly remote: RemoteExecution;
  readonly #link: FailoverLink;
  readonly #partner: PartnerCheck;
  readonly #self: SelfCheck;
  #whyOff = 'Set by the config command';
  readonly #rounds: Rounds;
  readonly #negotiation: Negotiation;

  constructor(host: FailoverHost) {
    this.#host = host;
    this.#reporter = new Reporter(host);
    this.own = new UnitState(host.clock, (...change) => this.#reporter.entered(...change));
    this.monitor = new InterfaceMonitor(host);
    this.voice = new Voice(host, this.own, this.monitor);
    this.takeover = new Takeover(host, this.own, this.mate, this.voice, this.monitor);
    const { own, mate, voice, takeover, monitor } = this;
    this.#link = new FailoverLink(host, mate, voice);
    this.#partner = new PartnerCheck(host);
    const linkUsable = (): boolean => this.#link.usable;
    const parts = { host, own, mate, voice, takeover, monitor, linkUsable };
    this.#self = new SelfCheck(parts);
    this.commands = new FailoverCommands(parts);
    this.remote = new RemoteExecution({
      clock: host.clock,
      active: () => own.active,
      mateRefuses: () => this.#link.refusal,
      tell: (message) => voice.tell(message),
      run: (request, done) => host.run(request, done),
    });
    this.#health = new UnitHealth({
      clock: host.clock,
      pollMs: () => host.failover().unitPollMs,
      holdMs: () => host.failover().unitHoldMs * host.box.traits.holdFactor,
      probe: () => this.voice.probe(),
      decide: (verdict) => (verdict === 'mate-lost' ? this.#mateLost() : this.#linkLost()),
    });
    this.#interfaces = new InterfaceRound({
      mate,
      voice,
      monitor,
      state: () => this.state,
      heardElsewhere: () => this.#health.heardElsewhere(),
      looked: () => this.#self.weigh(),
    });
    this.#rounds = new Rounds(host, {
      poll: () => this.#poll(),
      interfaces: () => this.#interfaces.poll(),
      card: () => this.#self.weigh(),
    });
    this.#negotiation = new Negotiation(
      host,
      () => this.mate.alive && this.mate.state === 'negotiation' && !precedes(this.#me, this.#other),
      () => this.#nobodyThere(),
    );
    this.sync = new Synchronization(host, {
      send: (message) => this.voice.tell(message),
      enter: (state) => this.#syncStep(state),
    });
  }

  get state(): FailoverState {
    return this.own.now;
  }

  /** The mate is alive, and not heard over the failover link. */
  get linkFailed(): boolean {
    return this.#link.failed;
  }

  /** Starts from flash: a unit with failover on holds back until it knows about its mate. */
  boot(): void {
    if (!this.#host.failover().on) return this.takeover.take('active');
    this.takeover.take('standby');
    this.#negotiate('Failover state check');
  }

  /** The configuration may have turned failover on or off. */
  configChanged(): void {
    const { on } = this.#host.failover();
    if (on && this.state === 'disabled') this.#negotiate('Set by the config command');
    if (on || this.state === 'disabled') return;
    this.own.enter('disabled', this.#whyOff);
    this.#whyOff = 'Set by the config command';
    this.voice.hello();
    this.#stop();
  }

  /** A message of the mate, taken from the wire at `over`. */
  receive(over: InterfaceSettings, message: FailoverMessage): void {
    if (this.state === 'disabled') return;
    if (message.kind === 'interface-hello') return this.#interfaces.heard(over, message.asks);
    if (message.kind === 'state-update') this.voice.updates.received += 1;
    if (over.purpose !== 'failover') return;
    if (message.kind === 'hello') this.#heard(message);
    else if (message.kind === 'order') this.#obey(message);
    else if (message.kind === 'sync') this.sync.take(message);
    else if (message.kind === 'command')
      this.#host.applyCommand(message.context, message.section, message.line);
    else if (message.kind === 'save') this.#host.configuration.save();
    else if (message.kind === 'file') this.#host.changeFiles(message.change);
    else if (message.kind === 'execute' || message.kind === 'executed') this.remote.take(message);
  }

  /** The way of the next message to the mate, as things stand now; undefined without a mate that takes it. */
  replicator(): ((message: FailoverMessage) => void) | undefined {
    return this.own.active && this.mate.alive ? this.voice.sealedTell() : undefined;
  }

  #stop(): void {
    this.#rounds.stop();
    this.#negotiation.stop();
    this.#health.stop();
    this.sync.stop();
    this.monitor.stop();
  }

  /** Looks for a mate over the failover link, for as long as silence would mean that there is none. */
  #negotiate(reason: string): void {
    this.#stop();
    this.mate.forget();
    this.#partner.forget();
    this.#link.forget();
    this.own.enter('negotiation', reason);
    this.#rounds.begin();
    this.voice.hello();
    this.#negotiation.begin();
  }

  /** Nobody is active: a mate that was never heard counts as failed. */
  #nobodyThere(): void {
    if (!this.mate.alive) this.mate.lose();
    this.#promote('No Active unit found');
  }

  #poll(): void {
    this.voice.hello();
    this.voice.stateUpdate();
    this.#health.tick();
    this.takeover.poll();
  }

  #heard(hello: Hello): void {
    const found = this.#partner.look(hello.identity);
    if (found && !this.own.active) return this.#partWith(found, hello.state);
    if (hello.state === 'failed' && this.mate.state !== 'failed') {
      const reason = hello.failedBy === 'service-card' ? 'Service card failure' : 'Ifc Failure';
      this.own.history.mateFailure = { reason, at: this.#host.clock.wall() };
    }
    this.#reporter.heard(hello, this.mate.hello);
    this.mate.take(hello, this.#host.clock.nowMs());
    this.#health.heard();
    this.#link.heard();
    this.#host.learnMateMacs(hello.burnedIn);
    const move = decideOnHello(this.#me, this.#other);
    if (found && move.move === 'yield') return this.#partWith(found, hello.state);
    this.#move(move);
    if (this.takeover.leaderless(this.#me, this.#other)) this.#promote('No Active unit found');
    this.#self.weigh();
  }

  /**
   * These two cannot be a pair: failover disables itself, on the unit that is not the active one or has to give way.
   * It leaves the active addresses to an active mate.
   */
  #partWith({ reason }: Mismatch, mate: FailoverState): void {
    if (isActive(mate)) this.takeover.take('standby');
    this.#whyOff = reason;
    this.#host.turnOff();
  }

  get #me(): Side {
    const { unit } = this.#host.failover();
    return { unit, serial: this.#host.box.serial, state: this.state, term: this.own.term };
  }

  get #other(): Side {
    const { mate } = this;
    return { unit: mate.unit(this.#me.unit), serial: mate.serial ?? '', state: mate.state, term: mate.term };
  }

  #move(move: Move): void {
    if (move.move === 'become-active') this.#promote(move.reason);
    else if (move.move === 'join') this.#join(move.reason);
    else if (move.move === 'renegotiate') this.#startOver(move.reason);
    else if (move.move === 'yield') this.#yield(move.reason);
  }

  /** Gives way to an active mate: as agreed, or because both found themselves active. */
  #yield(reason: string): void {
    if (this.takeover.mateIsActive()) return;
    this.takeover.stepDown('cold-standby', reason);
    this.#join(reason);
  }

  #obey(order: Order): void {
    if (order.order === 'become-active' && this.state === 'standby-ready') this.#promote(order.reason);
    else if (order.order === 'become-standby' && this.own.active) {
      this.takeover.handOver('standby-ready', order.reason, 'Set by the config command');
    } else if (order.order === 'reset') this.commands.reset();
    else if (order.order === 'reload' && !this.own.active) this.#host.restart();
    else if (order.order === 'resynchronize' && isStandby(this.state)) this.#join(order.reason);
  }

  #join(reason: string): void {
    this.#negotiation.stop();
    this.takeover.take('standby');
    if (this.state === 'negotiation') this.#host.announce('detected-active-mate');
    this.own.enter('cold-standby', reason);
    this.sync.join();
  }

  #syncStep(state: FailoverState): void {
    this.own.enter(state, this.own.reason ?? 'Detected an Active mate');
    if (state === 'standby-ready') {
      this.takeover.take('standby');
      this.monitor.restart();
    }
    this.voice.hello();
  }

  /** The active unit went away while this one was joining it. Half a configuration is not run. */
  #startOver(reason: string): void {
    if (this.sync.halfDone) return this.#host.restart();
    this.#negotiate(reason);
  }

  #promote(reason: string): void {
    const starting = this.state === 'negotiation';
    if (this.own.active || (!starting && !this.#host.box.traits.takesOver)) return;
    this.#negotiation.stop();
    this.sync.stop();
    this.takeover.promote(reason);
  }

  #mateLost(): void {
    if (this.mate.state === 'disabled') this.mate.forget();
    else this.mate.lose();
    this.#reporter.mateLost(this.#link.usable);
    this.#partner.forget();
    this.own.history.mateFailure = { reason: 'Comm Failure', at: this.#host.clock.wall() };
    if (this.own.active || this.state === 'negotiation') return;
    const reason = 'HELLO not heard from mate';
    if (this.state === 'standby-ready' || this.state === 'failed') this.#promote(reason);
    else this.#startOver(reason);
  }

  /** The mate answers on another interface: no failover, and none until the failover link is back. */
  #linkLost(): void {
    this.#link.lost();
    if (!this.#host.box.traits.takesOverOnLinkLoss || this.state !== 'standby-ready') return;
    this.#promote('HELLO not heard from mate');
  }
}
