/** A simulated bench that outlives every process of fover, written down as if it were a rack of iron. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { unitNames } from '../../pair/index.ts';
import { edited, folder as topologies, shipped } from '../../topology/edited-topology.test-support.ts';
import type { Edit } from '../../topology/edited-topology.test-support.ts';
import { readEndpoints } from '../../topology/index.ts';
import type { Endpoints } from '../../topology/index.ts';
import { builtFover, workFolder } from '../fover.test-support.ts';

/** A rack as a test sees it. */
export interface ServedRack {
  /** Where `rack.yaml` lies, and runs are kept. */
  readonly folder: string;
  readonly topology: string;
  readonly endpoints: Endpoints;
  readonly community: string;
  close(): Promise<void>;
}

const text = shipped('simulated');
/** Units are told of these before anybody listens there; below what the kernel gives away by chance (ip(7)). */
const firstPort = 10_000 + 2 * (process.pid % 5000);

/** Serves a pair in a process of its own, as a user would, from blank flash; resolves when it can be reached. */
export async function serveRack(): Promise<ServedRack> {
  const folder = workFolder();
  const secrets = readFileSync(join(topologies, 'simulated.secrets'), 'utf8');
  // Those of a bench that passes for a real one are for nobody else to read.
  writeFileSync(join(folder, 'simulated.secrets'), secrets, { mode: 0o600 });
  const served = join(folder, 'served.yaml');
  writeFileSync(served, text);
  const args = [builtFover, 'simulate', served, '--json', '--until-input-ends', '--blank'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  const early = gone.then(() => Promise.reject(new Error('fover simulate ended before it was ready')));
  try {
    const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), early]);
    const endpoints = readEndpoints(String(line));
    const topology = join(folder, 'rack.yaml');
    writeFileSync(topology, edited(text, asOfIron(endpoints)));
    const community = /^FOVER_SIMULATED_COMMUNITY=(.*)$/m.exec(secrets)?.[1];
    if (!community) throw new Error('the secrets of the simulated bench name no community');
    return { folder, topology, endpoints, community, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The shipped topology with what stands there for software taken out, and where it listens written in. */
function asOfIron({ consoles, management, switches, pdus, flows, sources }: Endpoints): readonly Edit[] {
  const flowsWritten = Object.entries(flows);
  return [
    [['name'], 'rack'],
    [['description'], 'A simulated pair that is served by another process.'],
    [['simulated'], undefined],
    ...unitNames.flatMap((unit): Edit[] => [
      [['units', unit, 'console'], [{ telnet: consoles[unit] }]],
      [['units', unit, 'management', 'ssh'], management[unit]],
    ]),
    ...Object.entries(switches).flatMap(([name, at]): Edit[] => reached(['switches', name, 'snmp'], at)),
    ...Object.entries(pdus).flatMap(([name, at]): Edit[] => reached(['pdus', name, 'snmp'], at)),
    ...flowsWritten.flatMap(([, at], count): Edit[] => [
      [['flows', count, 'send', 'to'], at.send],
      [['flows', count, 'receive', 'attach-to'], at.receive],
    ]),
    [['flows', 0, 'sessions', 'tcp', 'to'], flowsWritten[0]?.[1].tcp],
    // An appliance takes a session for HTTP by its port, 80, which is not ours to open.
    [['flows', 0, 'sessions', 'http'], undefined],
    [['listen', 'syslog', 'udp'], firstPort],
    [['listen', 'traps', 'port'], firstPort + 1],
    [['listen', 'sources'], Object.fromEntries(unitNames.map((unit) => [sources?.units[unit], unit]))],
  ];
}

const reached = (
  at: readonly string[],
  { host, port }: { readonly host: string; readonly port: number },
): Edit[] => [
  [[...at, 'host'], host],
  [[...at, 'port'], port],
];
