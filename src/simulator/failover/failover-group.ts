import type { Cancel } from '../../clock.ts';
import type { FailoverState, GroupId } from '../../pair/index.ts';
import { repeat } from '../ground/repeat.ts';
import { decideOnHello, type Move, type Side } from './decide.ts';
import { GroupCommands } from './group-commands.ts';
import type { GroupParts } from './group-parts.ts';
import type { AddressRole } from './host.ts';
import { InterfaceMonitor } from './interface-monitor.ts';
import { pollInterfaces } from './interface-round.ts';
import { type Mate, type MateGroup, readingOf } from './mate.ts';
import type { GroupOrder, GroupReading, Hello, InterfaceReading } from '../message/failover-message.ts';
import { Preemption } from './preemption.ts';
import { SelfCheck } from './self-check.ts';
import { settingsOf } from './settings-of.ts';
import { Takeover } from './takeover.ts';
import { type Change, UnitState } from './unit-state.ts';

/** What a unit lends each of its groups. */
export interface UnitParts extends Pick<GroupParts, 'host' | 'mate' | 'voice' | 'linkUsable'> {
  /** A group changed its state. */
  entered(id: GroupId, change: Change): void;
}

/**
 * What fails over: its state, its interfaces, and how it changes hands. A unit in Active/Standby has one, which is
 * the unit itself; in Active/Active it has two, which may be active on different units.
 */
export class FailoverGroup {
  readonly id: GroupId;
  readonly own: UnitState;
  readonly monitor: InterfaceMonitor;
  readonly takeover: Takeover;
  readonly commands: GroupCommands;
  readonly #parts: GroupParts;
  readonly #self: SelfCheck;
  readonly #preemption: Preemption;
  #polling: Cancel = () => undefined;
  #catchingUp: Cancel = () => undefined;

  constructor(id: GroupId, unit: UnitParts) {
    const { host, mate, voice } = unit;
    this.id = id;
    this.own = new UnitState(host.clock, (change) => {
      unit.entered(id, change);
      this.#preemption.entered(change);
    });
    this.monitor = new InterfaceMonitor(host, id);
    const linkUsable = (): boolean => unit.linkUsable();
    this.#parts = { id, host, mate, voice, linkUsable, own: this.own, monitor: this.monitor };
    this.takeover = new Takeover(this.#parts);
    this.commands = new GroupCommands(this.#parts, this.takeover);
    this.#self = new SelfCheck(this.#parts, this.takeover);
    this.#preemption = new Preemption(this.#parts);
  }

  get state(): FailoverState {
    return this.own.now;
  }

  /** Which addresses its interfaces answer for. */
  get role(): AddressRole {
    return this.takeover.role;
  }

  /** The same group on the mate. */
  get mate(): MateGroup {
    return this.#parts.mate.group(this.id);
  }

  get me(): Side {
    const { host, own } = this.#parts;
    return { unit: host.failover().unit, serial: host.box.serial, state: own.now, term: own.term };
  }

  get other(): Side {
    const { mate, host } = this.#parts;
    const { state, term } = this.mate;
    return { unit: mate.unit(host.failover().unit), serial: mate.serial ?? '', state, term };
  }

  reading(): GroupReading {
    const { now, term, activeMs, failedBy } = this.own;
    const failedInterfaces = this.monitor.failed;
    return {
      id: this.id,
      state: now,
      term,
      activeMs,
      failedInterfaces,
      failedBy: now === 'failed' ? failedBy : undefined,
      mateLost: this.#parts.mate.lost,
    };
  }

  interfaces(): readonly InterfaceReading[] {
    return this.monitor.readings();
  }

  /** Begins to look at its interfaces. */
  begin(): void {
    const { id, host, mate, voice, own, monitor } = this.#parts;
    const round = { id, mate, voice, monitor, state: () => own.now, looked: () => this.#self.weigh() };
    this.#polling();
    this.#polling = repeat(
      host.clock,
      () => settingsOf(host, id).interfacePollMs,
      () => pollInterfaces(round),
    );
  }

  /** Other times were configured, and count from now. */
  retime(): void {
    this.begin();
    this.monitor.retime();
  }

  stop(): void {
    this.#polling();
    this.#catchingUp();
    this.#preemption.stop();
    this.monitor.stop();
  }

  /** A group that was just configured is what the unit was as a whole. */
  follow(first: FailoverGroup): void {
    this.own.term = first.own.term;
    this.takeover.take(first.takeover.role);
    this.own.enter(first.own.now, first.own.reason ?? '');
    if (first.own.now !== 'disabled') this.begin();
  }

  negotiate(reason: string): void {
    this.#preemption.boots(false);
    this.own.enter('negotiation', reason);
    this.begin();
  }

  /** A hello of the mate, before it is taken for what the mate is now. */
  hears(hello: Hello, mate: Mate): void {
    const said = readingOf(hello, this.id);
    // A mate that goes first promotes one group after the other: one that still searches says that it just booted.
    const boots = hello.groups.some(({ state }) => state === 'negotiation');
    if (boots && this.state === 'negotiation') this.#preemption.boots(true);
    if (said?.state !== 'failed' || mate.group(this.id).state === 'failed') return;
    const reason = said.failedBy === 'service-card' ? 'Service card failure' : 'Ifc Failure';
    this.own.history.mateFailure = { reason, at: this.#parts.host.clock.wall() };
  }

  /** What the latest hello of the mate moves this group to do. */
  decide(): Move {
    const { me, other } = this;
    const move = this.#parts.host.box.traits.decides(decideOnHello(me, other), me, other);
    if (!this.takeover.leaderless(me, other)) return move;
    return { move: 'become-active', reason: 'No Active unit found' };
  }

  /** Whether the group is fit here, and whether it belongs here. */
  weigh(): void {
    this.#self.weigh();
    this.#preemption.weigh();
  }

  promote(reason: string): void {
    const starting = this.own.now === 'negotiation';
    if (this.own.active || (!starting && !this.#parts.host.box.traits.takesOver)) return;
    this.#catchingUp();
    this.takeover.promote(reason);
  }

  /** Behind a mate that is active: cold, until it was given what the mate has. */
  joins(reason: string): void {
    this.takeover.take('standby');
    this.own.enter('cold-standby', reason);
  }

  /** One step of the synchronization of the unit. */
  step(state: 'sync-config' | 'sync-file-system' | 'bulk-sync' | 'standby-ready'): void {
    this.own.enter(state, this.own.reason ?? 'Detected an Active mate');
    if (state !== 'standby-ready') return;
    this.takeover.take('standby');
    this.monitor.restart();
  }

  /** On the unit whose configuration the pair has, a group that comes back needs the mate's connections alone. */
  catchUp(): void {
    const { host, voice } = this.#parts;
    const { clock, box } = host;
    const after = (then: () => void): void => {
      this.#catchingUp = clock.after(box.syncStepMs * box.random.between(1, 1.1), then);
    };
    this.#catchingUp();
    after(() => {
      this.step('bulk-sync');
      after(() => {
        this.step('standby-ready');
        voice.hello();
      });
    });
  }

  obey({ order, reason, because }: GroupOrder): void {
    if (order === 'reset') this.commands.reset();
    else if (order === 'become-active' && this.own.now === 'standby-ready') this.promote(reason);
    else if (order === 'become-standby' && this.own.active) {
      this.takeover.handOver('standby-ready', reason, because);
    }
  }
}
