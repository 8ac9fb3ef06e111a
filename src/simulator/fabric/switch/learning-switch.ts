import type { Cancel, Clock } from '../../../clock.ts';
import { Listeners } from '../../ground/listeners.ts';
import type { LearnedAddress, LinkNews, SimulatedSwitch } from './simulated-switch.ts';
import { broadcastMac, type Frame } from '../frame.ts';
import type { NetworkPort } from '../network-port.ts';
import { SwitchPort, type PortSettings } from './switch-port.ts';
import { type Vlan, VlanNumbers } from './vlan-numbers.ts';

/** An address that was not heard for so long is forgotten, as IEEE 802.1D recommends. */
const ageingMs = 300_000;

/** Ports of units forward at once and say what they do at once; nobody is in the way of the pair. */
const plainSettings: PortSettings = { portfast: true, forwardDelayMs: 15_000, operLagMs: 0 };

interface Learned {
  readonly domain: string;
  readonly mac: string;
  readonly at: SwitchPort | LearningSwitch;
  readonly seenMs: number;
}

/**
 * A switch that learns where each address is, by VLAN, as IEEE 802.1D describes it. Which unit gets a frame
 * is decided here, by what the units sent last, and by nothing else.
 */
export class LearningSwitch implements SimulatedSwitch {
  readonly name: string;
  readonly startedMs: number;
  readonly ports: readonly SwitchPort[];
  readonly forwardDelayMs: number;
  readonly #clock: Clock;
  readonly #vlans: VlanNumbers;
  readonly #unseen: SwitchPort[] = [];
  readonly #deaf = new Set<string>();
  readonly #trunks: LearningSwitch[] = [];
  readonly #table = new Map<string, Learned>();
  readonly #news = new Listeners<LinkNews>();

  constructor(
    name: string,
    clock: Clock,
    ports: readonly { readonly name: string; readonly index: number }[],
    settings: PortSettings = plainSettings,
    vlans: VlanNumbers = new VlanNumbers(),
  ) {
    this.name = name;
    this.startedMs = clock.nowMs();
    this.forwardDelayMs = settings.forwardDelayMs;
    this.ports = ports.map((port) => new SwitchPort(port.name, port.index, clock, settings));
    this.#clock = clock;
    this.#vlans = vlans;
    for (const port of this.ports) {
      this.#listen(port);
      port.onOper((oper) => this.#news.tell({ port, oper }));
    }
  }

  get vlans(): readonly Vlan[] {
    return this.#vlans.all;
  }

  get addresses(): readonly LearnedAddress[] {
    const known = [...this.#table.values()].filter((one) => this.#isFresh(one));
    return known.flatMap(({ domain, mac, at }) =>
      at instanceof SwitchPort && this.ports.includes(at)
        ? [{ mac, port: at.index, vlan: Number.parseInt(domain, 10) }]
        : [],
    );
  }

  /** Cables something to a port and puts the port into a segment; a trunk takes tagged frames as well. */
  attach(
    portName: string,
    segment: string,
    alias: string,
    end: NetworkPort,
    mode: 'access' | 'trunk' = 'access',
  ): void {
    const port = this.portNamed(portName);
    if (!port) throw new RangeError(`${this.name} has no port ${portName}`);
    this.#place(port, segment, alias, mode);
    port.jack.connect(end);
    port.settle();
  }

  /** Puts something into a segment that no agent of the switch knows of; it takes every tag. */
  attachUnseen(segment: string, alias: string, end: NetworkPort): void {
    const port = new SwitchPort(alias, 0, this.#clock, plainSettings);
    this.#place(port, segment, alias, 'trunk');
    port.jack.connect(end);
    this.#listen(port);
    this.#unseen.push(port);
  }

  /** A trunk that carries every segment; trunks must not close a ring. */
  trunkTo(other: LearningSwitch): void {
    this.#trunks.push(other);
    other.#trunks.push(this);
  }

  portNamed(name: string): SwitchPort | undefined {
    return this.ports.find((port) => port.name === name);
  }

  /** From now on this port says yes to a command and does nothing. */
  deafen(portName: string): void {
    this.#deaf.add(portName);
  }

  setAdmin(index: number, admin: 'up' | 'down'): void {
    this.#command(index)?.setAdmin(admin);
  }

  setVlan(index: number, vlan: number): void {
    const port = this.#command(index);
    if (!port) return;
    port.vlan = vlan;
    this.#forget(port);
  }

  setPortfast(index: number, on: boolean): void {
    this.#command(index)?.setPortfast(on);
  }

  setAlias(index: number, alias: string): void {
    const port = this.#command(index);
    if (port) port.alias = alias;
  }

  onLink(listener: (news: LinkNews) => void): Cancel {
    return this.#news.add(listener);
  }

  #command(index: number): SwitchPort | undefined {
    return this.ports.find((port) => port.index === index && !this.#deaf.has(port.name));
  }

  #place(port: SwitchPort, segment: string, alias: string, mode: 'access' | 'trunk'): void {
    port.vlan = port.home = this.#vlans.numberOf(segment);
    port.alias = alias;
    port.mode = mode;
  }

  #listen(port: SwitchPort): void {
    port.jack.onFrame((frame) => this.#comesIn(frame, port));
    port.jack.onLink((up) => !up && this.#forget(port));
  }

  /** A port that listens hears nothing, one that learns learns, one that forwards does both. */
  #comesIn(frame: Frame, port: SwitchPort): void {
    port.received.count(frame);
    const domain = this.#vlans.exists(port.vlan) ? port.domainOf(frame) : undefined;
    if (domain !== undefined && port.spanningTree === 'forwarding') this.#take(domain, frame, port);
    else port.received.discards += 1;
    if (domain !== undefined && port.spanningTree === 'learning') this.#learn(domain, frame, port);
  }

  #take(domain: string, frame: Frame, from: SwitchPort | LearningSwitch): void {
    this.#learn(domain, frame, from);
    const known = frame.destination === broadcastMac ? undefined : this.#placeOf(domain, frame.destination);
    if (known === from) return;
    if (known) return this.#give(domain, frame, known);
    for (const port of [...this.ports, ...this.#unseen]) {
      if (port !== from) this.#give(domain, frame, port);
    }
    for (const trunk of this.#trunks) if (trunk !== from) this.#give(domain, frame, trunk);
  }

  #give(domain: string, frame: Frame, to: SwitchPort | LearningSwitch): void {
    if (to instanceof LearningSwitch) return to.#take(domain, frame, this);
    if (to.spanningTree !== 'forwarding' || to.domainOf(frame) !== domain) return;
    to.sent.count(frame);
    to.jack.hand(frame);
  }

  #learn(domain: string, { source }: Frame, at: SwitchPort | LearningSwitch): void {
    this.#table.set(`${domain}|${source}`, { domain, mac: source, at, seenMs: this.#clock.nowMs() });
  }

  #placeOf(domain: string, mac: string): SwitchPort | LearningSwitch | undefined {
    const known = this.#table.get(`${domain}|${mac}`);
    return known && this.#isFresh(known) ? known.at : undefined;
  }

  #isFresh({ seenMs }: Learned): boolean {
    return this.#clock.nowMs() - seenMs < ageingMs;
  }

  #forget(port: SwitchPort): void {
    for (const [place, { at }] of this.#table) if (at === port) this.#table.delete(place);
  }
}
