/** A simulated bench of ten-line objects, for the tests of the fronts alone: what goes in is kept, what comes out is told. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { UnitName } from '../../pair/index.ts';
import { PortTally } from '../fabric/switch/port-counters.ts';
import type { Secrets } from '../../topology/secrets.ts';
import { topologySchema, type Topology } from '../../topology/schema.ts';
import type {
  EchoedSession,
  SessionState,
  SimulatedAddress,
  SimulatedBench,
  SimulatedFlow,
  SimulatedPdu,
  SimulatedSwitch,
  SimulatedTerminal,
  SimulatedUnit,
  SimulatedVisit,
} from '../face/index.ts';

/** A topology that the product ships, changed by `change` before it is checked. */
export function shippedTopology(
  change: (written: WrittenTopology) => void = () => undefined,
  name = 'simulated',
): Topology {
  const file = new URL(`../../../topologies/${name}.yaml`, import.meta.url);
  const written: WrittenTopology = parse(readFileSync(file, 'utf8'));
  change(written);
  return topologySchema.parse(written);
}

/** The few places of a topology file that tests change. */
export interface WrittenTopology {
  simulated: Record<string, unknown>;
  pair: { extra?: string[] };
  units: Record<UnitName, { console: unknown[]; management?: { ssh: Record<string, unknown> } }>;
  switches: Record<string, { snmp: Record<string, unknown> }>;
  pdus: Record<string, { snmp: Record<string, unknown> }>;
}

export const fakeSecrets: Secrets = {
  reveal: (ref) => `value-of-${ref.secret}`,
  values: () => [],
};

/** The read-write community of every agent on the fake bench. */
export const community = 'value-of-FOVER_SIMULATED_COMMUNITY';

/** Callbacks, told all at once. */
class Listeners<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  get count(): number {
    return this.#listeners.size;
  }

  add(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(value: Value): void {
    for (const listener of this.#listeners) listener(value);
  }
}

/** A terminal that keeps what is typed and prints what the test tells it to. */
export class FakeTerminal implements SimulatedTerminal {
  readonly printed = new Listeners<Uint8Array>();
  readonly ended = new Listeners<void>();
  readonly typed: number[] = [];
  greeting = '';
  onType: (bytes: Uint8Array) => void = () => undefined;
  /** Resolves once the client left. */
  readonly left: Promise<void>;
  close: () => void = () => undefined;

  constructor() {
    this.left = new Promise((resolve) => (this.close = resolve));
  }
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    listener(Buffer.from(this.greeting));
    return this.printed.add(listener);
  }
  type(bytes: Uint8Array): void {
    this.typed.push(...bytes);
    this.onType(bytes);
  }
  onClosed(listener: () => void): () => void {
    return this.ended.add(listener);
  }
}

/** A unit that lets `lab` in with the password `open sesame`, and whose shells print back what is typed. */
export class FakeUnit implements SimulatedUnit {
  readonly name: UnitName;
  readonly console = new FakeTerminal();
  readonly shells: FakeTerminal[] = [];
  readonly power = new Listeners<boolean>();
  onShell: (shell: FakeTerminal) => void = () => undefined;
  powered = true;
  reachable = true;
  visitors = 0;

  constructor(name: UnitName) {
    this.name = name;
  }
  checkPassword(username: string, password: string): boolean {
    return username === 'lab' && password === 'open sesame';
  }
  openShell(): FakeTerminal {
    const shell = new FakeTerminal();
    shell.onType = (bytes) => shell.printed.tell(bytes);
    shell.greeting = '\rfw> ';
    this.onShell(shell);
    this.shells.push(shell);
    return shell;
  }
  onPower(listener: (powered: boolean) => void): () => void {
    return this.power.add(listener);
  }
  visit(): SimulatedVisit | undefined {
    if (!this.reachable || this.visitors >= 5) return undefined;
    this.visitors += 1;
    return {
      checkPassword: (username, password) => this.checkPassword(username, password),
      open: () => this.openShell(),
      leave: () => void (this.visitors -= 1),
    };
  }
  agent(): undefined {
    return undefined;
  }
  web(): undefined {
    return undefined;
  }
  /** This unit alone, as what answers for an address. */
  asAddress(role: 'active' | 'standby' = 'active'): SimulatedAddress {
    return {
      role,
      address: '192.0.2.1',
      unit: () => this,
      onMoved: (listener) => this.power.add(() => listener()),
    };
  }
  losePower(): void {
    this.powered = false;
    this.reachable = false;
    for (const shell of this.shells) shell.ended.tell();
    this.power.tell(false);
  }
}

export class FakeFlow implements SimulatedFlow {
  readonly name: string;
  readonly sessions: FakeSession[] = [];
  readonly sent: Uint8Array[] = [];
  readonly arrived = new Listeners<Uint8Array>();

  constructor(name: string) {
    this.name = name;
  }
  send(packet: Uint8Array): void {
    this.sent.push(packet);
    this.arrived.tell(packet);
  }
  onArrived(listener: (packet: Uint8Array) => void): () => void {
    return this.arrived.add(listener);
  }
  openEcho(protocol: 'tcp' | 'http'): FakeSession {
    const session = new FakeSession(protocol);
    this.sessions.push(session);
    return session;
  }
}

/** A session that echoes when, and becomes what, the test says. */
export class FakeSession implements EchoedSession {
  readonly protocol: 'tcp' | 'http';
  readonly told: string[] = [];
  readonly sent: Uint8Array[] = [];
  readonly arrived = new Listeners<Uint8Array>();
  readonly changed = new Listeners<SessionState>();
  readonly ordered = new Listeners<string>();
  state: SessionState = 'opening';

  constructor(protocol: 'tcp' | 'http') {
    this.protocol = protocol;
  }
  get sentBytes(): number {
    return this.sent.reduce((sum, { length }) => sum + length, 0);
  }
  become(state: SessionState): void {
    this.state = state;
    this.changed.tell(state);
  }
  send(bytes: Uint8Array): void {
    this.sent.push(bytes);
    this.ordered.tell('send');
  }
  onArrived(listener: (bytes: Uint8Array) => void): () => void {
    return this.arrived.add(listener);
  }
  onChange(listener: (state: SessionState) => void): () => void {
    return this.changed.add(listener);
  }
  close(): void {
    this.told.push('close');
    this.ordered.tell('close');
  }
  abort(): void {
    this.told.push('abort');
    this.ordered.tell('abort');
  }
}

/** Two ports, of which `setAdmin` moves the oper state at once. */
export function fakeSwitch(nowMs: () => number): SimulatedSwitch & { readonly told: string[] } {
  const up = { admin: 'up' as 'up' | 'down', oper: 'up' as 'up' | 'down' };
  const ports = [1, 2].map((n) => ({
    ...up,
    name: `GigabitEthernet1/0/${n}`,
    index: 10_100 + n,
    lastChangeMs: 1000,
    alias: `cable ${n}`,
    mode: 'access' as const,
    vlan: 101,
    portfast: true,
    spanningTree: 'forwarding' as const,
    toForwarding: 1,
    channel: undefined,
    errDisabled: undefined,
    linkChanges: 1,
    received: new PortTally(),
    sent: new PortTally(),
    damaged: 0,
  }));
  const told: string[] = [];
  const setAdmin = (index: number, admin: 'up' | 'down'): void => {
    told.push(`${index} ${admin}`);
    const port = ports.find((candidate) => candidate.index === index);
    if (!port) throw new Error(`no port ${index}`);
    Object.assign(port, { admin, oper: admin, lastChangeMs: nowMs() });
  };
  const tell =
    (what: string) =>
    (index: number, wish: unknown): void =>
      void told.push(`${index} ${what} ${String(wish)}`);
  return {
    name: 'sw1',
    startedMs: 1000,
    forwardDelayMs: 15_000,
    ports,
    told,
    vlans: [{ id: 101, name: 'inside' }],
    addresses: [],
    setAdmin,
    setVlan: tell('vlan'),
    setPortfast: tell('portfast'),
    setAlias: tell('alias'),
    onLink: () => () => undefined,
  };
}

/** Two outlets that are on; a command stays pending until the test moves the relay. */
export function fakePdu(): SimulatedPdu & { readonly told: string[]; relay(number: number): void } {
  const outlets = [1, 2].map((number) => ({
    number,
    name: `outlet ${number}`,
    power: 'on' as 'on' | 'off',
    pending: false,
    wish: 'on' as 'on' | 'off',
    fault: false,
    moves: 0,
    watts: 0,
  }));
  const wishes = new Map<number, 'on' | 'off'>();
  const told: string[] = [];
  const change = (number: number, how: Partial<(typeof outlets)[number]>): void =>
    void Object.assign(outlets[number - 1] ?? {}, how);
  return {
    name: 'pdu1',
    family: 'apc-rpdu2',
    startedMs: 0,
    agent: {
      hear: (take) => take(),
      answersCommands: true,
      readOnly: false,
      inUse: false,
      onRestart: () => () => undefined,
    },
    outlets,
    told,
    command(number, wish) {
      told.push(`${number} ${wish}`);
      wishes.set(number, wish);
      change(number, { pending: true, wish });
    },
    relay(number) {
      change(number, { power: wishes.get(number) ?? 'on', pending: false });
    },
  };
}

/** Everything of the shipped topology, fake. */
export function fakeBench(topology: Topology): SimulatedBench {
  const units = { primary: new FakeUnit('primary'), secondary: new FakeUnit('secondary') };
  return {
    topology,
    units,
    addresses: [units.primary.asAddress('active'), units.secondary.asAddress('standby')],
    switches: [fakeSwitch(() => 1000)],
    pdus: [fakePdu()],
    flows: topology.flows.map((flow) => new FakeFlow(flow.name)),
    close: () => undefined,
  };
}
