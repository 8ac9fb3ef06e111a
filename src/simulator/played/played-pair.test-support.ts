/** A pair on a virtual clock, with its consoles recorded, for tests that type commands and break things. */
import { type UnitName, unitNames } from '../../pair/index.ts';
import { parseTopology, type Secrets, type Topology } from '../../topology/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { createSimulatedBench, type CreatedBench, type SimulatedBenchOptions } from '../bench.ts';

const encoder = new TextEncoder();

export const noSecrets: Secrets = { reveal: () => 'unused', values: () => [] };

/** Both flows may pass: from the inside by its level, from the outside by an access list. */
export function testTopology(change: (text: string) => string = (text) => text): Topology {
  return parseTopology(change(written), 'test.yaml');
}

const cables = (odd: number): string =>
  [0, 1, 2, 3]
    .map((at) => `      GigabitEthernet0/${at}: { switch: sw, port: Gi1/0/${2 * at + odd} }`)
    .join('\n');

const written = `
name: test
simulated: { boot: 2s, sync: 200ms, outlet-delay: 100ms }
pair:
  platform: asa
  model: ASA5525
  firmware: 9.2(4)
  mode: active-standby
  hostname: wall
  login: { username: lab, password: '\${P}', enable: '\${E}' }
  failover:
    link: { nameif: folink, interface: GigabitEthernet0/2, active: 172.31.0.1, mask: 255.255.255.252, standby: 172.31.0.2 }
    state-link: { nameif: stlink, interface: GigabitEthernet0/3, active: 172.31.0.5, mask: 255.255.255.252, standby: 172.31.0.6 }
    unit-poll: 500ms
    unit-hold: 3s
    interface-poll: 500ms
    interface-hold: 5s
  interfaces:
    - { interface: GigabitEthernet0/0, nameif: outside, security-level: 0, active: 203.0.113.1, mask: 255.255.255.0, standby: 203.0.113.2 }
    - { interface: GigabitEthernet0/1, nameif: inside, security-level: 100, active: 10.1.1.1, mask: 255.255.255.0, standby: 10.1.1.2 }
units:
  primary:
    serial: TST0000000A
    console: [{ telnet: { host: 127.0.0.1, port: 0 } }]
    power: [{ pdu: strip, outlet: 1 }]
    cables:
${cables(1)}
  secondary:
    serial: TST0000000B
    console: [{ telnet: { host: 127.0.0.1, port: 0 } }]
    power: [{ pdu: strip, outlet: 2 }]
    cables:
${cables(2)}
switches:
  sw: { snmp: { host: 127.0.0.1, port: 0, version: 2c, community: '\${C}' }, protected: [Gi1/0/23, Gi1/0/24] }
pdus:
  strip: { model: apc-rpdu2, snmp: { host: 127.0.0.1, port: 0, version: 2c, community: '\${C}' } }
flows:
  - { name: out, from: inside, to: outside, send: { to: { host: 127.0.0.1, port: 0 } }, receive: { attach-to: { host: 127.0.0.1, port: 0 } } }
  - { name: in, from: outside, to: inside, send: { to: { host: 127.0.0.1, port: 0 } }, receive: { attach-to: { host: 127.0.0.1, port: 0 } } }
`;

const link = [
  'failover lan interface folink GigabitEthernet0/2',
  'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
  'interface GigabitEthernet0/2',
  'no shutdown',
  'exit',
];

/** What is typed into the primary unit, in the guides' order. */
export const primaryLines: readonly string[] = [
  'hostname wall',
  'enable password letmein',
  'username lab password labpass privilege 15',
  'prompt hostname priority state',
  'interface GigabitEthernet0/0',
  'nameif outside',
  'security-level 0',
  'ip address 203.0.113.1 255.255.255.0 standby 203.0.113.2',
  'no shutdown',
  'interface GigabitEthernet0/1',
  'nameif inside',
  'security-level 100',
  'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2',
  'no shutdown',
  'exit',
  'access-list OUT extended permit udp any any',
  'access-group OUT in interface outside',
  'failover lan unit primary',
  ...link,
  'failover link stlink GigabitEthernet0/3',
  'failover interface ip stlink 172.31.0.5 255.255.255.252 standby 172.31.0.6',
  'interface GigabitEthernet0/3',
  'no shutdown',
  'exit',
  'failover polltime unit msec 500 holdtime 3',
  'failover polltime interface msec 500 holdtime 5',
];

/** The few lines of the secondary unit. */
export const secondaryLines: readonly string[] = [...link, 'failover lan unit secondary'];

/** A bench in the hands of a test. */
export class PlayedPair {
  readonly clock = new VirtualClock();
  readonly bench: CreatedBench;
  /** Everything that each console printed. */
  readonly printed: Record<UnitName, string> = { primary: '', secondary: '' };
  enablePassword = '';

  constructor(options: SimulatedBenchOptions = {}, topology: Topology = testTopology()) {
    this.bench = createSimulatedBench(topology, noSecrets, this.clock, options);
    for (const unit of unitNames) {
      this.bench.units[unit].console.onBytes((bytes) => {
        this.printed[unit] += Buffer.from(bytes).toString('utf8');
      });
    }
  }

  /** Types one line and returns what came back within `ms`. */
  async say(unit: UnitName, line: string, ms = 20): Promise<string> {
    const before = this.printed[unit].length;
    this.bench.units[unit].console.type(encoder.encode(`${line}\r`));
    await this.clock.advance(ms);
    return this.printed[unit].slice(before);
  }

  /** The output of a command, without its echo and without the prompt. */
  async ask(unit: UnitName, command: string): Promise<string[]> {
    const lines = (await this.say(unit, command)).split('\r\n');
    return lines.slice(1, -1);
  }

  async enable(unit: UnitName): Promise<void> {
    await this.say(unit, 'enable');
    await this.say(unit, this.enablePassword);
    await this.say(unit, 'terminal pager 0');
  }

  async configure(unit: UnitName, lines: readonly string[]): Promise<void> {
    await this.say(unit, 'configure terminal');
    for (const line of lines) await this.say(unit, line);
    await this.say(unit, 'end');
  }

  /** From blank flash to a steady pair, saved on both units, the primary active. */
  async bootstrap(keyLines: readonly string[] = []): Promise<this> {
    await this.clock.advance(2500);
    for (const unit of unitNames) await this.enable(unit);
    await this.configure('primary', [...primaryLines, ...keyLines, 'failover']);
    await this.until(async () => (await this.states()).primary === 'Active');
    await this.configure('secondary', [...secondaryLines, ...keyLines, 'failover']);
    await this.steady('primary');
    await this.say('primary', 'write memory', 500);
    this.enablePassword = 'letmein';
    return this;
  }

  /** Waits until one unit is active, the other ready, and every interface monitored, as the active one sees it. */
  async steady(active: UnitName, capMs?: number): Promise<void> {
    await this.until(async () => {
      const shown = (await this.ask(active, 'show failover')).join('\n');
      return (
        /This host: \w+ - Active $/m.test(shown) &&
        /Other host: \w+ - Standby Ready $/m.test(shown) &&
        (shown.match(/\): Normal( \(Monitored\))?$/gm) ?? []).length === 4
      );
    }, capMs);
  }

  /** What each unit says of itself. */
  async states(): Promise<Record<UnitName, string | undefined>> {
    return { primary: await this.stateOf('primary'), secondary: await this.stateOf('secondary') };
  }

  async stateOf(unit: UnitName, host: 'This' | 'Other' = 'This'): Promise<string | undefined> {
    const shown = (await this.ask(unit, 'show failover')).join('\n');
    return new RegExp(`\\t${host} host: \\w+ - (.*?) $`, 'm').exec(shown)?.[1];
  }

  /** Looks every 50 ms of virtual time; fails after `capMs`. Returns how long it took. */
  async until(happened: () => Promise<boolean> | boolean, capMs = 60_000): Promise<number> {
    const fromMs = this.clock.nowMs();
    while (!(await happened())) {
      if (this.clock.nowMs() - fromMs > capMs) throw new Error(`did not happen within ${capMs} ms`);
      await this.clock.advance(50);
    }
    return this.clock.nowMs() - fromMs;
  }

  power(unit: UnitName, wish: 'on' | 'off'): void {
    this.bench.pdus[0]?.command(unit === 'primary' ? 1 : 2, wish);
  }

  /** The switch port of GigabitEthernet0/`card` of a unit. */
  port(unit: UnitName, card: number, admin: 'up' | 'down'): void {
    const name = `Gi1/0/${2 * card + (unit === 'primary' ? 1 : 2)}`;
    const [sw] = this.bench.switches;
    sw?.setAdmin(sw.ports.find((port) => port.name === name)?.index ?? 0, admin);
  }

  /** Sends a probe of each flow every 10 ms for `ms`; how many of each did not arrive. */
  async lostDuring(ms: number): Promise<{ sent: number; lost: Record<string, number> }> {
    const arrived: Record<string, number> = {};
    const cancels = this.bench.flows.map((flow) =>
      flow.onArrived(() => (arrived[flow.name] = (arrived[flow.name] ?? 0) + 1)),
    );
    const sent = ms / 10;
    for (let at = 0; at < sent; at += 1) {
      for (const flow of this.bench.flows) flow.send(new Uint8Array([at & 255]));
      await this.clock.advance(10);
    }
    await this.clock.advance(20);
    for (const cancel of cancels) cancel();
    const lost = this.bench.flows.map(({ name }) => [name, sent - (arrived[name] ?? 0)] as const);
    return { sent, lost: Object.fromEntries(lost) };
  }

  close(): void {
    this.bench.close();
  }
}
