import type { Clock } from '../../clock.ts';
import type { SimulatedSwitch, SimulatedSwitchPort } from '../simulated-bench.ts';
import { broadcastMac, type Frame } from './frame.ts';
import { NetworkPort } from './network-port.ts';

/** A port of the switch with what is behind it; frames stay within its segment. */
class SwitchPort implements SimulatedSwitchPort {
  readonly name: string;
  readonly index: number;
  readonly jack: NetworkPort;
  admin: 'up' | 'down' = 'up';
  lastChangeMs: number;
  alias = '';
  segment: string | undefined;

  constructor(name: string, index: number, clock: Clock) {
    this.name = name;
    this.index = index;
    this.jack = new NetworkPort(name, clock);
    this.lastChangeMs = clock.nowMs();
    this.jack.onLink(() => (this.lastChangeMs = clock.nowMs()));
    this.jack.setLit(true);
  }

  get oper(): 'up' | 'down' {
    return this.jack.linkUp ? 'up' : 'down';
  }
}

/**
 * A switch that learns where each address is, by segment, as IEEE 802.1D describes it. Which unit gets a frame
 * is decided here, by what the units sent last, and by nothing else.
 */
export class LearningSwitch implements SimulatedSwitch {
  readonly name: string;
  readonly startedMs: number;
  readonly ports: readonly SwitchPort[];
  readonly #clock: Clock;
  readonly #unseen: SwitchPort[] = [];
  readonly #deaf = new Set<string>();
  readonly #trunks: LearningSwitch[] = [];
  readonly #table = new Map<string, SwitchPort | LearningSwitch>();

  constructor(
    name: string,
    clock: Clock,
    ports: readonly { readonly name: string; readonly index: number }[],
  ) {
    this.name = name;
    this.startedMs = clock.nowMs();
    this.ports = ports.map((port) => new SwitchPort(port.name, port.index, clock));
    this.#clock = clock;
    for (const port of this.ports) this.#listen(port);
  }

  /** Cables something to a port and puts the port into a segment. */
  attach(portName: string, segment: string, alias: string, end: NetworkPort): void {
    const port = this.ports.find(({ name }) => name === portName);
    if (!port) throw new RangeError(`${this.name} has no port ${portName}`);
    port.segment = segment;
    port.alias = alias;
    port.jack.connect(end);
  }

  /** Puts something into a segment that no agent of the switch knows of. */
  attachUnseen(segment: string, alias: string, end: NetworkPort): void {
    const port = new SwitchPort(alias, 0, this.#clock);
    port.segment = segment;
    port.jack.connect(end);
    this.#listen(port);
    this.#unseen.push(port);
  }

  /** A trunk that carries every segment; trunks must not close a ring. */
  trunkTo(other: LearningSwitch): void {
    this.#trunks.push(other);
    other.#trunks.push(this);
  }

  /** From now on this port says yes to a command and does nothing. */
  deafen(portName: string): void {
    this.#deaf.add(portName);
  }

  setAdmin(index: number, admin: 'up' | 'down'): void {
    const port = this.ports.find((one) => one.index === index);
    if (!port || this.#deaf.has(port.name)) return;
    port.admin = admin;
    port.jack.setLit(admin === 'up');
  }

  #listen(port: SwitchPort): void {
    port.jack.onFrame((frame) => port.segment !== undefined && this.#take(port.segment, frame, port));
    port.jack.onLink((up) => !up && this.#forget(port));
  }

  #take(segment: string, frame: Frame, from: SwitchPort | LearningSwitch): void {
    const place = (mac: string): string => `${segment}|${frame.vlan ?? ''}|${mac}`;
    this.#table.set(place(frame.source), from);
    const known = frame.destination === broadcastMac ? undefined : this.#table.get(place(frame.destination));
    if (known === from) return;
    if (known) return this.#give(segment, frame, known);
    for (const port of [...this.ports, ...this.#unseen]) {
      if (port !== from && port.segment === segment) this.#give(segment, frame, port);
    }
    for (const trunk of this.#trunks) if (trunk !== from) this.#give(segment, frame, trunk);
  }

  #give(segment: string, frame: Frame, to: SwitchPort | LearningSwitch): void {
    if (to instanceof LearningSwitch) to.#take(segment, frame, this);
    else to.jack.hand(frame);
  }

  #forget(port: SwitchPort): void {
    for (const [place, at] of this.#table) if (at === port) this.#table.delete(place);
  }
}
