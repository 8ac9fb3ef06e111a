import { doorsOf } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { examineBench, healthOf, trySocket, usualPatience } from '../doctor/index.ts';
import type { ExaminedRow, Health } from '../doctor/index.ts';
import { knownHostsPath, readTopology, withEndpoints } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { doctorText } from './doctor-text.ts';
import { exitCodes } from './exit-code.ts';
import { secretsOf } from './keep-secrets.ts';
import { heldRow } from './held-row.ts';
import { keptOf } from './kept-of.ts';
import { runningBench } from './running-bench.ts';
import { tellJson } from './say.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import type { SimulatedBench } from './simulated-bench.ts';
import { openTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface DoctorOptions {
  readonly json?: boolean | undefined;
}

const codes: Readonly<Record<Health, number>> = {
  good: exitCodes.pass,
  wrong: exitCodes.fail,
  unclear: exitCodes.inconclusive,
  unreached: exitCodes.infrastructure,
};

/** Looks at the bench of a topology and tells what is wrong with it, and what to do. Returns the exit code. */
export async function doctor(path: string, { json }: DoctorOptions): Promise<number> {
  const read = readTopology(path);
  const { topology, path: file } = read;
  const secrets = secretsOf(topology, file);
  // The table is for whoever reads on; what is waited for is for whoever watches.
  const terminal = openTerminal(process.stderr, realClock);
  let simulated: SimulatedBench | undefined;
  try {
    const running = topology.simulated ? runningBench(file) : undefined;
    if (topology.simulated && !running)
      simulated = await startSimulatedBench(file, [], realClock, (why) => terminal.say(why.message));
    const endpoints = running ?? simulated?.endpoints;
    const held = await heldRow(topology.simulated && !running ? undefined : keptOf(read));
    const looked = await look(endpoints ? withEndpoints(topology, endpoints) : topology, {
      secrets,
      terminal,
      knownHosts: knownHostsPath(file),
    });
    const rows = [...held, ...looked];
    terminal.close();
    const health = healthOf(rows);
    if (json) tellJson({ topology: topology.name, health, rows }, 2);
    // Coloured by us; what is quoted in it was made visible before.
    else process.stdout.write(doctorText(rows, isColoured()));
    return codes[health];
  } finally {
    terminal.close();
    await simulated?.stop();
  }
}

/** Not in a pipe, and not where NO_COLOR says so. */
function isColoured(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

interface Looking {
  readonly secrets: Secrets;
  readonly terminal: Terminal;
  readonly knownHosts: string;
}

async function look(
  topology: Topology,
  { secrets, terminal, knownHosts }: Looking,
): Promise<readonly ExaminedRow[]> {
  const seen = terminal.waiting('looking at the bench', usualPatience.deviceMs);
  const doors = doorsOf({ topology, secrets, clock: realClock, progress: terminal, knownHosts });
  try {
    return await examineBench({ topology, doors, clock: realClock, trySocket: trySocket(realClock) });
  } finally {
    seen();
  }
}
