import { once } from 'node:events';
import { realClock } from '../clock.ts';
import { defects as knownDefects, serveSimulatedBench } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { Endpoint, Endpoints } from '../topology/index.ts';
import { unitNames } from '../pair/index.ts';
import { UsageError } from '../errors.ts';
import { awaitPair } from './await-pair.ts';
import { flashOf } from './flash-of.ts';
import type { WantedDefect } from '../simulator/index.ts';

export interface SimulateOptions {
  readonly json?: boolean | undefined;
  readonly defect?: readonly string[] | undefined;
  readonly untilInputEnds?: boolean | undefined;
  /** Both units start from blank flash; otherwise from that of a configured pair. */
  readonly blank?: boolean | undefined;
}

/** Milliseconds that a configured pair may take from power to Active and Standby Ready before it is served as it is. */
const steadyBoundMs = 60_000;

/** The catalogue of defects for `--help`: a name and a sentence each. */
export function defectList(): string {
  const width = Math.max(...knownDefects.map(({ name }) => name.length));
  return knownDefects.map(({ name, sentence }) => `  ${name.padEnd(width)}  ${sentence}`).join('\n');
}

/** `never-takes-over`, or `never-takes-over@secondary` for one unit alone. Throws `UsageError` for one that is not known. */
export function wantedDefect(text: string): WantedDefect {
  const [defect = '', name] = text.split('@');
  const known = knownDefects.map((each) => each.name);
  if (!known.some((each) => each === defect))
    throw new UsageError(`--defect ${text}: there is no such defect; known here: ${known.join(', ')}`);
  const unit = unitNames.find((candidate) => candidate === name);
  if (name !== undefined && !unit)
    throw new UsageError(`--defect ${text}: after @ comes primary or secondary`);
  return { defect, unit };
}

/**
 * Serves a simulated bench until SIGINT or SIGTERM. Prints its endpoints when it is ready: at once from blank flash,
 * or when the configured pair has found its roles.
 */
export async function simulate(path: string, options: SimulateOptions): Promise<number> {
  const { topology, path: file } = readTopology(path);
  const secrets = openSecrets(topology, file, process.env);
  const served = await serveSimulatedBench(topology, secrets, realClock, {
    defects: (options.defect ?? []).map(wantedDefect),
    ...(options.blank ? {} : { flash: flashOf(topology, secrets) }),
  });
  if (!options.blank && !(await awaitPair(served.bench, secrets, realClock, steadyBoundMs)))
    process.stderr.write(
      'fover: the pair has not become active and standby ready yet; it is served as it is\n',
    );
  const ends = [once(process, 'SIGINT'), once(process, 'SIGTERM')];
  if (options.untilInputEnds) {
    process.stdin.resume();
    ends.push(once(process.stdin, 'close'));
  }
  const told = options.json ? JSON.stringify({ endpoints: served.endpoints }) : describe(served.endpoints);
  process.stdout.write(`${told}\n`);
  await Promise.race(ends);
  await served.close();
  process.stdin.destroy();
  return 0;
}

const at = ({ host, port }: Endpoint): string => `${host} ${port}`;

function describe(endpoints: Endpoints): string {
  const { consoles, management, switches, pdus, flows } = endpoints;
  return [
    'The simulated bench is ready; Ctrl-C ends it.',
    ...unitNames.map((unit) => `  console of ${unit}: telnet ${at(consoles[unit])}`),
    ...unitNames.map(
      (unit) =>
        `  management of ${unit}: ssh -p ${management[unit].port} ${management[unit].host} (${management[unit].fingerprint})`,
    ),
    ...Object.entries(switches).map(([name, { host, port }]) => `  switch ${name}: SNMP udp:${host}:${port}`),
    ...Object.entries(pdus).map(([name, { host, port }]) => `  PDU ${name}: SNMP udp:${host}:${port}`),
    ...Object.entries(flows).map(
      ([name, flow]) => `  flow ${name}: send udp ${at(flow.send)}, receive udp ${at(flow.receive)}`,
    ),
  ].join('\n');
}
