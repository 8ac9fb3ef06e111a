/** A simulated bench in one process, examined in virtual time through doors that write down what is typed. */
import { join, resolve } from 'node:path';
import type { BenchDoors } from '../bench/index.ts';
import { awaitPair } from '../cli/await-pair.ts';
import { flashOf } from '../cli/flash-of.ts';
import { pause } from '../clock.ts';
import { FirewallSession } from '../device/index.ts';
import type { Pdu } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import { memorySwitch, terminalLine } from '../explore/memory-devices.ts';
import { memoryPdu } from '../explore/memory-pdu.ts';
import { unitNames } from '../pair/index.ts';
import { createSimulatedBench } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Line } from '../transport/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { examineBench, rowsOf } from './examine-bench.ts';
import type { ExaminedRow } from './examine-bench.ts';
import type { Chart } from './chart.ts';
import type { Examined } from './examined.ts';
import { lookAtBench } from './look/look-at-bench.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

/** A change to a topology as read. */
export type Change = (topology: Topology) => Topology;

export interface RackPlan {
  /** A topology that comes with the tool. */
  readonly named?: string;
  /** How the bench is made in truth, where the topology is wrong about it. */
  readonly truth?: Change;
  /** What the topology says. */
  readonly written?: Change;
  /** Units without any configuration. */
  readonly blank?: boolean;
}

export interface Rack {
  readonly clock: VirtualClock;
  readonly doors: BenchDoors;
  readonly topology: Topology;
  readonly simulated: ReturnType<typeof createSimulatedBench>;
  /** Everything that was typed at units, a line each. */
  readonly typed: () => readonly string[];
  /** How every device stands, for comparison. */
  readonly state: () => Promise<string>;
  readonly examine: (spoiled?: Partial<Examined>) => Promise<readonly ExaminedRow[]>;
  /** The rows of what was read, spoiled. */
  readonly examineChart: (spoil: (chart: Chart) => Chart) => Promise<readonly ExaminedRow[]>;
}

/** VLANs that the simulated switches have. */
const knownIsolation: Change = (topology) => ({
  ...topology,
  switches: Object.fromEntries(
    Object.entries(topology.switches).map(([name, of]) => [name, { ...of, 'isolation-vlans': [999] }]),
  ),
});

/** Ports that a simulated bench fills in when it is served; here nobody dials. */
const dialled: Change = ({ units, ...topology }) => {
  const at = (unit: Topology['units']['primary']): typeof unit =>
    unit.management?.ssh
      ? { ...unit, management: { ...unit.management, ssh: { ...unit.management.ssh, port: 22 } } }
      : unit;
  return { ...topology, units: { primary: at(units.primary), secondary: at(units.secondary) } };
};

export async function openRack(plan: RackPlan = {}): Promise<Rack> {
  const read = readTopology(join(topologies, `${plan.named ?? 'simulated'}.yaml`));
  const secrets = openSecrets(read.topology, read.path, {});
  const base = knownIsolation(read.topology);
  const truth = plan.truth?.(base) ?? base;
  const topology = dialled(plan.written?.(base) ?? base);
  const clock = new VirtualClock();
  const flash = plan.blank ? {} : { flash: flashOf(truth, secrets) };
  const simulated = createSimulatedBench(truth, secrets, clock, { defects: [], seed: 1, ...flash });
  if (!plan.blank) await clock.runUntil(settled(awaitPair(simulated, secrets, clock, 300_000), clock));
  const typed: string[] = [];
  const session = (name: string, line: Line): FirewallSession =>
    new FirewallSession(noting(line, typed), clock, {
      name,
      username: base.pair.login.username,
      password: () => secrets.reveal(base.pair.login.password),
      enable: () => secrets.reveal(base.pair.login.enable),
    });
  const doors: BenchDoors = {
    console: async (unit) =>
      session(`${unit} console`, terminalLine(simulated.units[unit].console, `${unit} console`, clock)),
    management: async (unit) => {
      const of = simulated.units[unit];
      if (!of.reachable || plan.blank) throw new BenchError(`${unit} address`, 'nobody answers');
      return session(`${unit} address`, terminalLine(of.openShell(base.pair.login.username), unit, clock));
    },
    switch: async (name) => {
      const of = simulated.switches.find((each) => each.name === name);
      if (!of) throw new BenchError(name, 'no such switch');
      return memorySwitch(of, clock);
    },
    pdu: async (name) => {
      const of = simulated.pdus.find((each) => each.name === name);
      if (!of) throw new BenchError(name, 'no such PDU');
      return labelled(memoryPdu(of, clock));
    },
  };
  const examined = { topology, doors, clock, trySocket: () => Promise.resolve() };
  const ask = async (unit: 'primary' | 'secondary', command: string): Promise<string> => {
    const of = await doors.console(unit, 0);
    const { output } = await of.run(command);
    await of.close();
    return output;
  };
  const state = async (): Promise<string> => {
    const configurations: string[] = [];
    for (const unit of unitNames) {
      configurations.push(await clock.runUntil(ask(unit, 'show running-config')));
      configurations.push(await clock.runUntil(ask(unit, 'show startup-config')));
    }
    const ports = simulated.switches.map(({ ports: all }) =>
      all.map(({ name, admin, vlan, mode, portfast, alias }) => ({
        name,
        admin,
        vlan,
        mode,
        portfast,
        alias,
      })),
    );
    const outlets = simulated.pdus.map(({ outlets: all }) =>
      all.map(({ number, power }) => ({ number, power })),
    );
    return JSON.stringify({ configurations, ports, outlets }, null, 1);
  };
  return {
    clock,
    doors,
    topology,
    simulated,
    typed: () => typed.join('').split('\r').filter(Boolean),
    state,
    examine: (spoiled = {}) => clock.runUntil(examineBench({ ...examined, ...spoiled })),
    examineChart: async (spoil) => rowsOf(spoil(await clock.runUntil(lookAtBench(examined)))),
  };
}

/** Units that are no pair never become steady; groups that prefer a unit go home a while after both are up. */
async function settled(ready: Promise<boolean>, clock: VirtualClock): Promise<void> {
  await ready;
  await pause(clock, 90_000);
}

function noting(line: Line, typed: string[]): Line {
  return {
    ...line,
    get open() {
      return line.open;
    },
    write: (bytes) => {
      typed.push(Buffer.from(bytes).toString('latin1'));
      return line.write(bytes);
    },
  };
}

/** As the simulated PDUs call their outlets to whoever asks by SNMP. */
function labelled(pdu: Pdu): Pdu {
  return { ...pdu, read: async (outlet) => ({ ...(await pdu.read(outlet)), label: `Outlet ${outlet}` }) };
}
