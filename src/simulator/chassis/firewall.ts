import type { Cancel, Clock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import { configure } from '../cli/configure.ts';
import { runRemotely } from '../cli/remote-shell.ts';
import type { Session } from '../cli/session.ts';
import type { BoxControls, Visitor } from '../cli/shell.ts';
import { emptyConfig, factoryConfig } from '../config/factory-config.ts';
import { LifeClock } from '../ground/life-clock.ts';
import { Listeners } from '../ground/listeners.ts';
import { IdleWatch } from '../management/idle-watch.ts';
import { groupedChecksum } from '../config/checksum.ts';
import type {
  Caller,
  Door,
  SimulatedAgent,
  SimulatedTerminal,
  SimulatedUnit,
  SimulatedVisit,
  SimulatedWebFace,
} from '../face/simulated-unit.ts';
import type { Box } from '../box/box.ts';
import { clockTime } from '../ground/device-time.ts';
import { System } from '../system/system.ts';
import { bootedFrom } from './boot-image.ts';
import { Boot } from './boot.ts';
import { type WayDown, wayDown } from './down.ts';
import { KeyIntake } from './key-intake.ts';
import { openConsole } from './open-console.ts';
import { Reception } from './reception.ts';
import { PendingReload } from '../cli/pending-reload.ts';
import { Terminal } from '../management/terminal.ts';

/** How long a boot varies, as a share of its length: no two are quite alike. */
const bootJitter = 0.02;

/** A unit of the pair from outside: feeds, power, boot, flash, console and those who visit over the network. */
export class Firewall implements SimulatedUnit, BoxControls {
  readonly name: UnitName;
  readonly console: Terminal;
  readonly pendingReload: PendingReload;
  #made: Box;
  #box: Box;
  readonly #clock: Clock;
  readonly #bootMs: number;
  readonly #power = new Listeners<boolean>();
  readonly #addressed = new Listeners<void>();
  readonly #feeds = new Map<string, boolean>();
  #startup: readonly string[] | undefined;
  #life: LifeClock | undefined;
  #boot: Boot | undefined;
  #system: System | undefined;
  #running: { freeze(): void; stop(): void } | undefined;
  #hung = false;
  #console: Session | undefined;
  #idle: IdleWatch | undefined;
  readonly #reception: Reception;

  constructor(box: Box, clock: Clock, bootMs: number, flash: readonly string[] | undefined) {
    this.#made = box;
    this.#box = box;
    this.#clock = clock;
    this.#bootMs = bootMs;
    this.#startup = flash;
    this.name = box.name;
    this.console = new Terminal(false);
    this.#reception = new Reception(this, () => (this.#hung ? undefined : this.#system));
    this.pendingReload = new PendingReload(clock);
    const intake = box.keysPerSecond === undefined ? undefined : new KeyIntake(clock, box.keysPerSecond);
    this.console.onTyped((text) => this.#typed(intake?.take(text) ?? text));
  }

  get powered(): boolean {
    return this.#life !== undefined;
  }

  /** True from power, or a restart, until its software runs. */
  get booting(): boolean {
    return this.#boot !== undefined;
  }

  get reachable(): boolean {
    return this.#reception.reachable;
  }

  /** Electricity on one of its power supplies, or none; it runs as long as there is any. */
  feed(name: string, on: boolean): void {
    this.#feeds.set(name, on);
    const wanted = [...this.#feeds.values()].some(Boolean);
    if (wanted === this.powered) return;
    if (wanted) this.#powerOn();
    else this.powerOff();
  }

  /** Another unit is put in its place, with its cables and its Flash: it is off for that, and then boots. */
  exchange(other: Box): void {
    const isFed = this.powered;
    this.powerOff();
    this.#made = other;
    this.#box = other;
    if (isFed) this.#powerOn();
  }

  powerOff(): void {
    if (!this.powered) return;
    this.#halt();
    this.#life = undefined;
    this.#box.failoverSocket?.setPowered(false);
    this.#power.tell(false);
    this.#leaveNetworks();
  }

  onPower(listener: (powered: boolean) => void): Cancel {
    return this.#power.add(listener);
  }

  checkPassword(username: string, password: string): boolean {
    return this.#reception.checkPassword(username, password);
  }

  openShell(username: string): SimulatedTerminal {
    return this.#reception.openShell(username);
  }

  answersFor(address: string): boolean {
    return this.#reception.answersFor(address);
  }

  onAddressed(listener: () => void): Cancel {
    return this.#addressed.add(listener);
  }

  visit(door: Door, caller: Caller): SimulatedVisit | undefined {
    return this.#reception.visit(door, caller);
  }

  agent(address: string): SimulatedAgent | undefined {
    return this.#reception.agent(address);
  }

  web(address: string): SimulatedWebFace | undefined {
    return this.#reception.web(address);
  }

  visitors(door: Door): readonly Visitor[] {
    return this.#reception.visits.list(door);
  }

  sendAway(door: Door, number: number): boolean {
    return this.#reception.visits.sendAway(door, number);
  }

  /** Nothing runs any more, and nothing answers; lights stay on. Only loss of power ends it. */
  hang(): void {
    if (!this.#running) return;
    this.#hung = true;
    this.#life?.end();
    this.#running.freeze();
    this.#console?.stop();
    this.#console = undefined;
    this.#reception.visits.freeze();
  }

  restart(why: 'reload' | 'crash'): void {
    if (why === 'crash' && !this.#box.traits.rebootsOnCrash) return this.hang();
    const way = this.#system && wayDown(this.#system, why);
    this.#halt();
    this.#box.failoverSocket?.reset();
    this.#leaveNetworks();
    if (way) this.#goDown(way);
    else this.#begin();
  }

  startup(): readonly string[] | undefined {
    return this.#startup;
  }

  eraseStartup(): void {
    this.#startup = undefined;
  }

  storeStartup(lines: readonly string[] | undefined): void {
    this.#startup = lines;
    const time = this.#system && clockTime(this.#system.deviceTime);
    this.#box.nonvolatile.written = time === undefined ? undefined : `enable_15 at ${time}`;
  }

  #powerOn(): void {
    this.#box.failoverSocket?.setPowered(true);
    this.#begin();
    this.#power.tell(true);
  }

  /** Memory that is written to flash keeps a unit from its reboot as long as a boot takes. */
  #goDown({ lines, coreDump, rebooting }: WayDown): void {
    const reboot = (): void => {
      this.console.printLines(rebooting);
      this.#begin();
    };
    this.console.printLines(lines);
    if (!coreDump) return reboot();
    this.console.printLines(coreDump);
    this.#life = new LifeClock(this.#clock);
    this.#life.after(this.#bootMs, reboot);
  }

  /** Starts a life of its own: every timer of it ends with the next loss of power or restart. */
  #begin(): void {
    const life = new LifeClock(this.#clock);
    this.#life = life;
    this.#box = bootedFrom(this.#made, this.#startup);
    this.#boot = new Boot({
      box: this.#box,
      clock: life,
      bootMs: this.#bootMs * this.#box.random.between(1, 1 + bootJitter),
      print: (text) => this.console.print(text),
      booted: () => this.#run(life),
    });
  }

  #run(life: LifeClock): void {
    const { console } = this;
    const names = this.#box.cards.map((card) => card.name);
    const { nonvolatile, traits } = this.#box;
    nonvolatile.bootedWith = nonvolatile.register;
    const stored = readsFlash(this.#box) ? this.#startup : undefined;
    const kind = nonvolatile.contextMode === 'multiple' ? 'system' : 'single';
    const config = stored ? emptyConfig(names, kind) : factoryConfig(names, kind);
    const system = new System(this.#box, life, config, {
      announce: (what, group) => traits.announces(what) && this.#console?.announce(what, group),
      notify: (text) => this.#console?.notify(text),
      show: (line) => this.#console?.show(line),
      readdressed: () => this.#addressed.tell(),
      store: (lines) => this.storeStartup(traits.stores(lines, this.#startup ?? [])),
      restart: () => this.restart('reload'),
      enter: (running, space, origin, section, line) =>
        configure({ system: running, space }, origin, section, line).section,
      run: (running, request, done) => runRemotely(running, this, request, done),
    });
    this.#boot = undefined;
    this.#system = system;
    this.#running = system.start(traits.restores(stored ?? []));
    if (stored) console.printLines([this.#box.dialect.boot.checksum(groupedChecksum(stored))]);
    this.#console = openConsole(system, this, console);
    const minutes = (): number => Number(system.config.text('console timeout')?.split(' ')[2] ?? 0);
    this.#idle = new IdleWatch(life, minutes, () => this.#console?.expire());
  }

  #typed(text: string): void {
    if (this.#boot) return this.#boot.type(text);
    this.#console?.type(text);
    this.#idle?.touch();
  }

  #halt(): void {
    this.#life?.end();
    this.pendingReload.cancel();
    this.#console?.stop();
    this.#console = undefined;
    this.#running?.stop();
    this.#running = undefined;
    this.#hung = false;
    this.#system = undefined;
    this.#boot = undefined;
  }

  #leaveNetworks(): void {
    this.#reception.visits.endAll();
    this.#addressed.tell();
  }
}

/** Bit 6 of the configuration register is how a password that nobody knows is got rid of. */
function readsFlash({ nonvolatile }: Box): boolean {
  return (nonvolatile.register & 0x40) === 0;
}
