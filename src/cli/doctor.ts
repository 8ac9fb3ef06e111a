import { doorsOf } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { examineBench, healthOf, trySocket } from '../doctor/index.ts';
import type { ExaminedRow, Health } from '../doctor/index.ts';
import { knownHostsPath, openSecrets, readTopology, withEndpoints } from '../topology/index.ts';
import { doctorText } from './doctor-text.ts';
import { exitCodes } from './exit-code.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import type { SimulatedBench } from './simulated-bench.ts';

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
  const { topology: written, path: file } = readTopology(path);
  const secrets = openSecrets(written, file, process.env);
  const progress = { say, waiting: () => () => undefined };
  let simulated: SimulatedBench | undefined;
  try {
    if (written.simulated)
      simulated = await startSimulatedBench(file, [], realClock, (why) => say(why.message));
    const topology = simulated ? withEndpoints(written, simulated.endpoints) : written;
    const doors = doorsOf({
      topology,
      secrets,
      clock: realClock,
      progress,
      knownHosts: knownHostsPath(file),
    });
    const rows = await examineBench({ topology, doors, clock: realClock, trySocket: trySocket(realClock) });
    const health = healthOf(rows);
    process.stdout.write(json ? jsonOf(topology.name, health, rows) : doctorText(rows, process.stdout.isTTY));
    return codes[health];
  } finally {
    await simulated?.stop();
  }
}

function say(text: string): void {
  process.stderr.write(`fover: ${text}\n`);
}

function jsonOf(topology: string, health: Health, rows: readonly ExaminedRow[]): string {
  return `${JSON.stringify({ topology, health, rows }, null, 2)}\n`;
}
