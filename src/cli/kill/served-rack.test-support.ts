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
import type { AskingTest } from '../../transport/peer.test-support.ts';
import { builtFover, workFolder } from '../fover.test-support.ts';
import { frontsOf, heardThrough } from './device-fronts.test-support.ts';
import type { DeviceFronts } from './device-fronts.test-support.ts';

/** A rack as a test sees it. */
export interface ServedRack {
  /** Where `rack.yaml` lies, and runs are kept. */
  readonly folder: string;
  readonly topology: string;
  readonly endpoints: Endpoints;
  readonly community: string;
  close(): Promise<void>;
}

/** A rack of which each device can be stopped by itself. */
export interface FrontedRack extends ServedRack {
  readonly fronts: Omit<DeviceFronts, 'close'>;
}

const text = shipped('simulated');
/** Units are told of these before anybody listens there; below what the kernel gives away by chance (ip(7)). */
const firstPort = 10_000 + 2 * (process.pid % 5000);
const heardAt: readonly Edit[] = [
  [['listen', 'syslog', 'udp'], firstPort],
  [['listen', 'traps', 'port'], firstPort + 1],
];

/** What is in the flash of both units when they are served. */
export type Flash = 'blank' | 'configured';

/** Serves a pair in a process of its own, as a user would; resolves when it can be reached. */
export async function serveRack(flash: Flash = 'blank'): Promise<ServedRack> {
  const { endpoints, folder, community, close } = await serve(flash);
  return { folder, endpoints, community, close, topology: writeRack(folder, endpoints) };
}

/** The same of a configured pair, with a process before every device, by which each can be stopped. */
export async function serveFrontedRack(test: AskingTest, edits: readonly Edit[] = []): Promise<FrontedRack> {
  const served = await serve('configured', [
    [['simulated', 'stations'], { '198.51.100.10': heardThrough }],
    [['units', 'secondary', 'console'], [{ tcp: { host: '127.0.0.1', port: 0 } }]],
  ]);
  try {
    const fronts = await frontsOf(test, served.endpoints, [firstPort, firstPort + 1]);
    const close = async (): Promise<void> => {
      await fronts.close();
      await served.close();
    };
    const { folder, community, endpoints } = served;
    const bySerial: Edit = [['units', 'secondary', 'console'], [{ serial: { device: fronts.adapter } }]];
    const topology = writeRack(folder, fronts.endpoints, [bySerial, ...edits]);
    return { folder, community, endpoints, close, topology, fronts };
  } catch (error) {
    await served.close();
    throw error;
  }
}

function writeRack(folder: string, endpoints: Endpoints, edits: readonly Edit[] = []): string {
  const topology = join(folder, 'rack.yaml');
  writeFileSync(topology, edited(text, [...asOfIron(endpoints), ...edits]));
  return topology;
}

async function serve(flash: Flash, edits: readonly Edit[] = []): Promise<Omit<ServedRack, 'topology'>> {
  const folder = workFolder();
  const secrets = readFileSync(join(topologies, 'simulated.secrets'), 'utf8');
  // Those of a bench that passes for a real one are for nobody else to read.
  writeFileSync(join(folder, 'simulated.secrets'), secrets, { mode: 0o600 });
  const served = join(folder, 'served.yaml');
  writeFileSync(served, edited(text, [...heardAt, ...edits]));
  const args = [builtFover, 'simulate', served, '--json', '--until-input-ends'];
  if (flash === 'blank') args.push('--blank');
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
    const community = /^FOVER_SIMULATED_COMMUNITY=(.*)$/m.exec(secrets)?.[1];
    if (!community) throw new Error('the secrets of the simulated bench name no community');
    return { folder, endpoints, community, close };
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
    ...heardAt,
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
