import { once } from 'node:events';
import { realClock } from '../clock.ts';
import { dialects, serveSimulatedBench, speaksHttp } from '../simulator/index.ts';
import type { ServedBench } from '../simulator/index.ts';
import { readTopology } from '../topology/index.ts';
import type { AddressEndpoints, Endpoint, Endpoints } from '../topology/index.ts';
import { unitNames } from '../pair/index.ts';
import { secretsOf } from './keep-secrets.ts';
import { noteBench } from './running-bench.ts';
import { tell, tellAside } from './say.ts';
import { defectList, wantedDefect, wantedNumber } from './wanted.ts';

export interface SimulateOptions {
  readonly json?: boolean | undefined;
  readonly defect?: readonly string[] | undefined;
  readonly untilInputEnds?: boolean | undefined;
  /** Both units start from blank flash; otherwise from that of a configured pair. */
  readonly blank?: boolean | undefined;
  /** Prints the catalogue of defects and ends. */
  readonly defects?: boolean | undefined;
  /** Prints the names of the dialects and ends. */
  readonly dialects?: boolean | undefined;
  readonly seed?: string | undefined;
  readonly speed?: string | undefined;
  readonly dialect?: string | undefined;
  readonly pairs?: string | undefined;
  /** The TCP port that takes troubles; true for any free one. */
  readonly trouble?: string | true | undefined;
}

/** Milliseconds that a configured pair may take from power to Active and Standby Ready before it is served as it is. */
const steadyBoundMs = 60_000;

/**
 * Serves a simulated bench, or several alike, until SIGINT or SIGTERM. Prints the endpoints of each when all are
 * ready: at once from blank flash, or when the configured pairs have found their roles.
 */
export async function simulate(path: string, options: SimulateOptions): Promise<number> {
  if (options.defects) {
    tell(`${defectList()}\n`);
    return 0;
  }
  if (options.dialects) {
    tell(dialects.map(({ name }) => `${name}\n`).join(''));
    return 0;
  }
  const seed = wantedNumber('seed', options.seed) ?? 1;
  const speed = wantedNumber('speed', options.speed);
  const pairs = wantedNumber('pairs', options.pairs) ?? 1;
  const { topology, path: file } = readTopology(path);
  const secrets = secretsOf(topology, file);
  const defects = (options.defect ?? []).map(wantedDefect);
  const { dialect } = options;
  const configured = options.blank ? undefined : await configuredPairs();
  const flash = configured ? { flash: configured.flashOf(topology, secrets) } : {};
  const served = await serveAll(pairs, (pair) =>
    serveSimulatedBench(topology, secrets, realClock, {
      defects,
      seed: seed + pair,
      speed,
      ...(dialect === undefined ? {} : { dialect }),
      troublePort: troublePort(options.trouble, pair),
      ...flash,
    }),
  );
  const ready = configured
    ? served.map(({ bench }) => configured.awaitPair(bench, secrets, realClock, steadyBoundMs))
    : [];
  if ((await Promise.all(ready)).includes(false))
    tellAside('fover: a pair has not become active and standby ready yet; it is served as it is\n');
  const ends = [once(process, 'SIGINT'), once(process, 'SIGTERM')];
  if (options.untilInputEnds) {
    process.stdin.resume();
    // A pipe that breaks only closes; a file, such as /dev/null, only ends.
    ends.push(once(process.stdin, 'end'), once(process.stdin, 'close'));
  }
  const told = options.json
    ? served.map(({ endpoints, troubles }) =>
        JSON.stringify({ endpoints, troubles, ...(speed === undefined ? {} : { speed }) }),
      )
    : [...served.flatMap((one, pair) => [...describe(one, pair, served), ...doorOf(one)]), ...paceOf(speed)];
  tell(`${told.join('\n')}\n`);
  // A bench that lives as long as its caller is the caller's; others can be attached to.
  const [first] = served;
  const forget = first && !options.untilInputEnds ? noteBench(file, first.endpoints) : undefined;
  await Promise.race(ends);
  forget?.();
  await Promise.all(served.map((one) => one.close()));
  process.stdin.destroy();
  return 0;
}

/** What it takes to configure pairs and to look at them; units from blank flash need none of it. */
const configuredPairs = async () => ({
  ...(await import('./flash-of.ts')),
  ...(await import('./await-pair.ts')),
});

/** One bench after the other; none is left open when one cannot be served. */
async function serveAll(
  pairs: number,
  serve: (pair: number) => Promise<ServedBench>,
): Promise<readonly ServedBench[]> {
  const served: ServedBench[] = [];
  try {
    for (let pair = 0; pair < pairs; pair += 1) served.push(await serve(pair));
    return served;
  } catch (error) {
    await Promise.all(served.map((one) => one.close()));
    throw error;
  }
}

const at = ({ host, port }: Endpoint): string => `${host} ${port}`;

function describe(
  { endpoints, bench }: ServedBench,
  pair: number,
  all: readonly unknown[],
): readonly string[] {
  const { username } = bench.topology.pair.login;
  const { consoles, management, addresses, switches, pdus, flows, sources } = endpoints;
  return [
    ...(pair === 0 ? ['The simulated bench is ready; Ctrl-C ends it.'] : []),
    ...(all.length > 1 ? [`Pair ${pair + 1}:`] : []),
    ...unitNames.map((unit) => `  console of ${unit}: telnet ${at(consoles[unit])}`),
    ...(['active', 'standby'] as const).flatMap((role) => {
      // The active address stands with the primary unit, and goes with whichever is active.
      const { host, port, fingerprint } = management[role === 'active' ? 'primary' : 'secondary'];
      return [
        `  ${role} address: ssh -p ${port} ${username}@${host} (${fingerprint})`,
        ...othersAt(addresses?.[role]),
      ];
    }),
    ...Object.entries(switches).map(([name, { host, port }]) => `  switch ${name}: SNMP udp:${host}:${port}`),
    ...bench.pdus.map(({ name, family }) => {
      const { host, port } = pdus[name] ?? { host: '', port: 0 };
      const where = speaksHttp(family) ? `http://${host}:${port}` : `SNMP udp:${host}:${port}`;
      return `  PDU ${name} (${family}): ${where}`;
    }),
    ...Object.entries(flows).map(
      ([name, flow]) =>
        `  flow ${name}: send udp ${at(flow.send)}, receive udp ${at(flow.receive)}${sessionsOf(flow)}`,
    ),
    ...sendersOf(sources),
  ];
}

/** Who is whose in what listeners receive. */
function sendersOf(sources: Endpoints['sources']): readonly string[] {
  if (!sources) return [];
  const all = Object.entries({ ...sources.units, ...sources.switches });
  return [
    `  system messages and traps come from ${all.map(([name, from]) => `${from} (${name})`).join(', ')}`,
  ];
}

/** Where each connection is a session through the pair, to an echo. */
function sessionsOf({ tcp, http }: Endpoints['flows'][string]): string {
  return tcp && http ? `, sessions tcp ${at(tcp)}, over HTTP tcp ${at(http)}` : '';
}

/** The doors that a unit opens only where its configuration says for whom. */
function othersAt(others: AddressEndpoints | undefined): readonly string[] {
  if (!others) return [];
  const { telnet, https, snmp } = others;
  return [
    `    if configured: telnet ${at(telnet)}, https://${https.host}:${https.port}, SNMP udp:${snmp.host}:${snmp.port}`,
  ];
}

/** The port asked for is that of the first pair, the next pair has the next one. */
function troublePort(wanted: SimulateOptions['trouble'], pair: number): number | undefined {
  const port = wanted === true ? 0 : wantedNumber('trouble', wanted);
  return port === undefined || port === 0 ? port : port + pair;
}

function doorOf({ troubles }: ServedBench): readonly string[] {
  return troubles ? [`  troubles, one a line: telnet ${at(troubles)} (help lists them)`] : [];
}

/** Says what a changed speed means, since nothing else on the bench shows it. */
function paceOf(speed: number | undefined): readonly string[] {
  if (speed === undefined || speed === 1) return [];
  return [
    `  Time passes ${speed} times as fast here: every timer of the units runs so, and what they print as 15 seconds`,
    `  takes ${(15 / speed).toFixed(1)}. Failover times measured on this bench are to be multiplied by ${speed}.`,
  ];
}
