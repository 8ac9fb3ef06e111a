/**
 * A bench in one process on a virtual clock: the real session, watch, journal and recorder over the simulated
 * pair's consoles in memory. A minute of failover passes in a second, the same each time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cancel, Clock } from '../clock.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { FirewallSession } from '../device/index.ts';
import type { Pdu, Switch } from '../device/index.ts';
import type { UnitName } from '../pair/index.ts';
import { createSimulatedBench } from '../simulator/index.ts';
import type { SimulatedBench, SimulatedPdu, SimulatedSwitch, SimulatedTerminal } from '../simulator/index.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Recorder } from '../timeline/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import type { Line } from '../transport/index.ts';
import { Bench } from './bench.ts';
import { Journal } from './journal.ts';
import { Notebook } from './notebook.ts';
import { silentProgress } from './progress.ts';
import { UnitConsole } from './unit-console.ts';
import { Watch } from './watch.ts';

const topologyFile = resolve(import.meta.dirname, '../../topologies/simulated.yaml');

export interface VirtualBench {
  readonly bench: Bench;
  readonly recorder: Recorder;
  readonly clock: VirtualClock;
  readonly simulated: SimulatedBench;
  /** Lets virtual time pass until the promise settles. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Closes everything and removes the folder of the run. */
  discard(): Promise<void>;
}

export function openVirtualBench(
  planned: readonly string[],
  defects: readonly string[] = [],
  onRecordingBroken = (error: Error): void => {
    throw error;
  },
): VirtualBench {
  const clock = new VirtualClock();
  const { topology: written, path, sha256 } = readTopology(topologyFile);
  const topology: Topology = { ...written, flows: [] };
  const secrets = openSecrets(topology, path, {});
  const simulated = createSimulatedBench(written, secrets, clock, {
    defects: defects.map((defect) => ({ defect })),
    seed: 1,
  });
  const parent = mkdtempSync(join(tmpdir(), 'virtual-bench-'));
  const folder = join(parent, 'run');
  const recorder = openRecorder(
    folder,
    {
      tool: 'fover test',
      node: process.version,
      topology: { name: topology.name, sha256 },
      bench: 'simulated',
      planned,
    },
    clock,
    secrets.values(),
  );
  const notebook = new Notebook(recorder, onRecordingBroken);
  const { login } = topology.pair;
  const console = (unit: UnitName): UnitConsole => {
    const session = new FirewallSession(
      terminalLine(simulated.units[unit].console, `${unit} console`, clock),
      clock,
      {
        name: `${unit} console`,
        username: login.username,
        password: () => secrets.reveal(login.password),
        enable: () => secrets.reveal(login.enable),
      },
    );
    return new UnitConsole(unit, session, notebook);
  };
  const consoles = { primary: console('primary'), secondary: console('secondary') };
  const bench = new Bench({
    topology,
    secrets,
    clock,
    progress: silentProgress,
    notebook,
    journal: new Journal(folder),
    consoles,
    switches: new Map(simulated.switches.map((of) => [of.name, memorySwitch(of, clock)])),
    pdus: new Map(simulated.pdus.map((of) => [of.name, memoryPdu(of, clock)])),
    watch: new Watch(consoles, clock, silentProgress, { boundMs: 2000, restMs: 100 }),
  });
  const run = <T>(promise: Promise<T>): Promise<T> => clock.runUntil(promise);
  const discard = async (): Promise<void> => {
    await run(bench.close());
    recorder.close();
    simulated.close();
    rmSync(parent, { recursive: true });
  };
  return { bench, recorder, clock, simulated, run, discard };
}

function terminalLine(terminal: SimulatedTerminal, name: string, clock: Clock): Line {
  const none: Cancel = () => undefined;
  return {
    name,
    open: true,
    write: (bytes) => Promise.resolve(terminal.type(bytes)),
    onBytes: (listener) => terminal.onBytes((bytes) => listener(bytes, clock.nowMs())),
    onClosed: () => none,
    close: () => Promise.resolve(),
  };
}

function memorySwitch(of: SimulatedSwitch, clock: Clock): Switch {
  const portOf = (name: string): SimulatedSwitch['ports'][number] => {
    const port = of.ports.find((candidate) => candidate.name === name);
    if (!port) throw new Error(`no port ${name}`);
    return port;
  };
  const instants = (): { askedMs: number; answeredMs: number } => ({
    askedMs: clock.nowMs(),
    answeredMs: clock.nowMs(),
  });
  return {
    name: of.name,
    ports: () => Promise.resolve(of.ports.map(({ name }) => name)),
    readPort: (name) => {
      const { admin, oper } = portOf(name);
      return Promise.resolve({ admin, oper, raw: `${admin}/${oper}`, ...instants() });
    },
    setPort: (name, wish) => {
      of.setAdmin(portOf(name).index, wish);
      return Promise.resolve({ raw: wish, ...instants() });
    },
    close: () => Promise.resolve(),
  } as Switch;
}

function memoryPdu(of: SimulatedPdu, clock: Clock): Pdu {
  const instants = (): { askedMs: number; answeredMs: number } => ({
    askedMs: clock.nowMs(),
    answeredMs: clock.nowMs(),
  });
  return {
    name: of.name,
    read: (number) => {
      const outlet = of.outlets.find((candidate) => String(candidate.number) === number);
      if (!outlet) throw new Error(`no outlet ${number}`);
      return Promise.resolve({ power: outlet.power, raw: outlet.power, ...instants() });
    },
    set: (number, wish) => {
      of.command(Number(number), wish);
      return Promise.resolve({ raw: wish, ...instants() });
    },
    close: () => Promise.resolve(),
  } as Pdu;
}
