import { Bench, Journal, Notebook, UnitConsole, Watch, silentProgress } from '../bench/index.ts';
import type { BenchFolder, Book, WatchPace } from '../bench/index.ts';
import { FirewallSession } from '../device/index.ts';
import type { UnitName } from '../pair/index.ts';
import { createSimulatedBench } from '../simulator/index.ts';
import type { CreatedBench, SimulatedBench } from '../simulator/index.ts';
import { usualPorts, withListeners } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { memorySwitch, terminalLine } from './memory-devices.ts';
import { memoryPdu } from './memory-pdu.ts';
import { memoryDial } from './memory-sessions.ts';
import { memoryEars } from './memory-ears.ts';
import { memoryErrands } from './memory-errands.ts';
import { memoryHands } from './memory-hands.ts';
import { memoryUpdates } from './memory-updates.ts';

/** What a bench on a virtual clock is made from. */
export interface VirtualBenchPlan {
  readonly topology: Topology;
  /** How the bench is cabled in truth, where the topology is wrong about it. */
  readonly truth?: Topology;
  readonly secrets: Secrets;
  /** Made once the clock is there. */
  readonly book: (clock: VirtualClock) => Book;
  /** Where the journal is written; in memory only if left out. */
  readonly journalFolder?: string;
  /** What is kept of it between runs, as of a rack. */
  readonly kept?: BenchFolder;
  readonly pace: (clock: VirtualClock) => WatchPace;
  readonly seed: number;
  readonly defects: readonly { readonly defect: string; readonly unit?: UnitName }[];
  readonly onRecordingBroken?: (error: Error) => void;
}

/** A bench in one process: real sessions, watch and journal over simulated units in memory, on a clock that jumps. */
export interface VirtualBench {
  readonly bench: Bench;
  readonly clock: VirtualClock;
  readonly simulated: CreatedBench;
  /** Lets virtual time pass until the promise settles. */
  readonly run: <T>(promise: Promise<T>) => Promise<T>;
  /** Mends what is broken and closes everything. */
  readonly close: () => Promise<void>;
}

/**
 * Puts the bench of a topology together in one process. A minute of failover passes in a moment, and the same seed
 * gives the same minute each time. Throws `UsageError` for a pair that the simulated bench does not play.
 */
export function openVirtualBench(plan: VirtualBenchPlan): VirtualBench {
  const { secrets, seed, defects } = plan;
  const topology = withListeners(plan.topology, usualPorts);
  const clock = new VirtualClock();
  const served = memoryUpdates(topology, clock);
  const web = served ? { web: served.web } : {};
  const simulated = createSimulatedBench(plan.truth ?? topology, secrets, clock, { defects, seed, ...web });
  const notebook = new Notebook(plan.book(clock), plan.onRecordingBroken ?? stumble);
  const consoleOf = (unit: UnitName): UnitConsole =>
    new UnitConsole(unit, sessionOf(unit, simulated, plan, clock), notebook);
  const consoles = { primary: consoleOf('primary'), secondary: consoleOf('secondary') };
  const bench = new Bench({
    topology,
    secrets,
    clock,
    progress: silentProgress,
    notebook,
    journal: new Journal({ clock, folder: plan.journalFolder, kept: plan.kept }),
    consoles,
    switches: new Map(simulated.switches.map((of) => [of.name, memorySwitch(of, clock)])),
    pdus: new Map(simulated.pdus.map((of) => [of.name, memoryPdu(of, clock)])),
    kept: plan.kept,
    watch: new Watch(consoles, clock, silentProgress, plan.pace(clock)),
    dial: memoryDial(simulated),
    errands: memoryErrands(simulated, clock),
    hands: memoryHands(simulated),
    ears: memoryEars(simulated, topology, clock, notebook),
    updates: served?.updates,
  });
  const run = <T>(promise: Promise<T>): Promise<T> => clock.runUntil(promise);
  const close = async (): Promise<void> => {
    await run(bench.close());
    simulated.close();
  };
  return { bench, clock, simulated, run, close };
}

function sessionOf(
  unit: UnitName,
  simulated: SimulatedBench,
  { topology, secrets }: VirtualBenchPlan,
  clock: VirtualClock,
): FirewallSession {
  const { login } = topology.pair;
  const name = `${unit} console`;
  return new FirewallSession(terminalLine(simulated.units[unit].console, name, clock), clock, {
    name,
    username: login.username,
    password: () => secrets.reveal(login.password),
    enable: () => secrets.reveal(login.enable),
  });
}

function stumble(error: Error): void {
  throw error;
}
