/**
 * A bench whose every device is somebody else's program, around a simulated pair: consoles behind ser2net, one of them by
 * RFC 2217; a switch that is Debian's snmpd over cables of the kernel; power by powermand, which switches a simulated PDU.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { Powermand } from '../../simulator/front/pdu/powermand.test-support.ts';
import { edited, folder as topologies, shipped } from '../../topology/edited-topology.test-support.ts';
import type { Edit } from '../../topology/edited-topology.test-support.ts';
import { parseTopology, readEndpoints } from '../../topology/index.ts';
import type { Endpoint, Endpoints } from '../../topology/index.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import { needsProgram } from '../../transport/peer.test-support.ts';
import { ptyTo, ser2net } from '../../transport/ser2net.test-support.ts';
import { builtFover, workFolder } from '../fover.test-support.ts';
import { openCabledSwitch } from './cabled-switch.test-support.ts';
import { apart, openLinkEar, openPatchPanel } from './patch-panel.test-support.ts';
import type { Patched } from './patch-panel.test-support.ts';

const host = '127.0.0.1';
/**
 * Units have to be told of these before anybody listens there. No socket gets one of them by chance, for what the kernel
 * gives is higher (ip(7)); and of the processes that tests run in, each has its own.
 */
const syslogPort = 20_000 + 2 * (process.pid % 5000);
const trapPort = syslogPort + 1;
const secretsFile = join(topologies, 'simulated.secrets');

/** The bench as a test sees it. */
export interface MixedBench {
  /** Where its topology lies, `mixed.yaml`, and runs are kept. */
  readonly folder: string;
  /** Where it hears system messages. */
  readonly syslogPort: number;
  /** Stops one of the programs in its tracks, or lets it go on. */
  signal(program: MixedProgram, signal: 'SIGSTOP' | 'SIGCONT'): void;
  close(): Promise<void>;
}

/** Whatever can hang here. */
export type MixedProgram = 'ser2net' | 'snmpd' | 'powermand';

const text = shipped('simulated');
const written = parseTopology(text, 'simulated.yaml');

/** Every cable of the pair, in the order of the ports of the switch. */
const cables: readonly Patched[] = unitNames.flatMap((unit, at) =>
  Object.entries(written.units[unit].cables).map(([name, { port }], count) => ({
    device: `e${2 * count + at + 1}`,
    unit,
    interface: name,
    port,
  })),
);

/** Puts the bench up; the running test is pending where a program is missing, or no namespace may be made. */
export async function openMixedBench(test: AskingTest): Promise<MixedBench> {
  for (const program of ['ser2net', 'socat', 'powermand', 'httppower', 'powerman', 'logger'])
    needsProgram(test, program);
  const closing: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).toReversed()) await one();
  };
  try {
    return { ...(await putUp(test, (one) => void closing.push(one))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function putUp(
  test: AskingTest,
  atEnd: (close: () => unknown) => void,
): Promise<Omit<MixedBench, 'close'>> {
  const folder = workFolder();
  // Those of a bench that is not all software are for nobody else to read.
  writeFileSync(join(folder, 'simulated.secrets'), readFileSync(secretsFile), { mode: 0o600 });
  const community = secret('FOVER_SIMULATED_COMMUNITY');
  const links = await openLinkEar(community);
  atEnd(links.ear.close);
  const pair = await servePair(folder, links.ear.port);
  atEnd(pair.close);
  const { endpoints } = pair;
  const of = await openCabledSwitch(test, { community, ports: cables.length, trapsTo: trapPort });
  atEnd(of.close);
  const agent = endpoints.switches['sw1'] ?? { host, port: 0 };
  const panel = await openPatchPanel(cables, { of, troubles: pair.troubles, community }, { ...links, agent });
  atEnd(panel.close);
  const powermand = new Powermand();
  atEnd(() => powermand.stop());
  await powermand.start(endpoints.pdus['pdu1'] ?? { host, port: 0 }, community);
  const consoles = {
    primary: await consoleOf(test, endpoints.consoles.primary, 'telnet(rfc2217),tcp', atEnd),
    secondary: await consoleOf(test, endpoints.consoles.secondary, 'tcp', atEnd),
  };
  const ports = { syslog: syslogPort, traps: trapPort, snmp: of.port, powerman: powermand.port };
  writeFileSync(join(folder, 'mixed.yaml'), edited(text, asOfIron(endpoints, { ...ports, consoles })));
  const stopping: Readonly<Record<MixedProgram, (signal: 'SIGSTOP' | 'SIGCONT') => unknown>> = {
    ser2net: (signal) => consoles.primary.child.kill(signal),
    snmpd: of.signal,
    powermand: (signal) => powermand.signal(signal),
  };
  return { folder, syslogPort, signal: (program, signal) => void stopping[program](signal) };
}

/** A serial device that leads to the simulated console, and the console server that has it. */
async function consoleOf(
  test: AskingTest,
  to: Endpoint,
  accepter: 'tcp' | 'telnet(rfc2217),tcp',
  atEnd: (close: () => unknown) => void,
): Promise<{ readonly port: number; readonly child: ChildProcess }> {
  const wire = await ptyTo(test, to.port);
  atEnd(wire.close);
  const server = await ser2net(test, accepter, wire.device);
  atEnd(server.close);
  return server;
}

/** `fover simulate`, as a user starts it; what it does not do itself here is said by programs of others. */
async function servePair(
  folder: string,
  linkPort: number,
): Promise<{ readonly endpoints: Endpoints; readonly troubles: Endpoint; close(): Promise<void> }> {
  const file = join(folder, 'pair.yaml');
  const receiver = { host, port: linkPort, version: '2c', community: '${FOVER_SIMULATED_COMMUNITY}' };
  const login = { username: 'admin', password: '${FOVER_SIMULATED_COMMUNITY}' };
  const edits: readonly Edit[] = [
    [['simulated', 'traps'], [{ to: receiver }]],
    ...unitNames.map((unit): Edit => [['units', unit, 'console'], [{ tcp: { host, port: 0 } }]]),
    [['pdus', 'pdu1'], { model: 'digital-loggers', http: { host, port: 0, login } }],
  ];
  writeFileSync(file, edited(text, edits));
  const child = spawn(
    process.execPath,
    [builtFover, 'simulate', file, '--json', '--until-input-ends', '--blank', '--trouble'],
    { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const gone = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  const early = gone.then(() => Promise.reject(new Error('fover simulate ended before it was ready')));
  try {
    const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), early]);
    const { troubles } = JSON.parse(String(line)) as { readonly troubles: Endpoint };
    return { endpoints: readEndpoints(String(line)), troubles, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Iron {
  readonly syslog: number;
  readonly traps: number;
  readonly snmp: number;
  readonly powerman: number;
  readonly consoles: Readonly<Record<UnitName, { readonly port: number }>>;
}

/** The shipped topology with what stands there for software taken out, and what is in this rack written in. */
function asOfIron({ management, flows, sources }: Endpoints, at: Iron): readonly Edit[] {
  const { primary, secondary } = at.consoles;
  const community = '${FOVER_SIMULATED_COMMUNITY}';
  return [
    [['name'], 'mixed'],
    [['description'], 'A simulated pair in a rack of other programs.'],
    [['simulated'], undefined],
    [['units', 'primary', 'console'], [{ telnet: { host, port: primary.port, rfc2217: {} } }]],
    [['units', 'secondary', 'console'], [{ tcp: { host, port: secondary.port } }]],
    ...unitNames.flatMap((unit, count): Edit[] => [
      [['units', unit, 'management', 'ssh'], management[unit]],
      [['units', unit, 'power'], [{ pdu: 'pdu1', outlet: `fw${count + 1}` }]],
    ]),
    ...cables.map(({ unit, interface: name, device }): Edit => [
      ['units', unit, 'cables', name],
      { switch: 'sw1', port: device.replace('e', 'p') },
    ]),
    [
      ['switches', 'sw1'],
      {
        snmp: { host, port: at.snmp, version: '2c', community },
        settle: '5s',
        poll: '20ms',
        'isolation-vlans': [apart],
      },
    ],
    [
      ['pdus', 'pdu1'],
      {
        model: 'powerman',
        powerman: { host, port: at.powerman },
        settle: '10s',
        poll: '100ms',
        dwell: '500ms',
      },
    ],
    ...written.flows.flatMap(({ name }, flow): Edit[] => [
      [['flows', flow, 'send', 'to'], flows[name]?.send],
      [['flows', flow, 'receive', 'attach-to'], flows[name]?.receive],
    ]),
    [['flows', 0, 'sessions', 'tcp', 'to'], flows[written.flows[0]?.name ?? '']?.tcp],
    // An appliance takes a session for HTTP by its port, 80, which is not ours to open.
    [['flows', 0, 'sessions', 'http'], undefined],
    [['listen', 'syslog', 'udp'], at.syslog],
    [['listen', 'traps', 'port'], at.traps],
    [['listen', 'sources'], sources?.units ? swapped(sources.units) : {}],
  ];
}

/** Who speaks from where, by where. */
function swapped(units: Readonly<Record<UnitName, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(unitNames.map((unit) => [units[unit], unit]));
}

function secret(name: string): string {
  const found = new RegExp(`^${name}=(.*)$`, 'm').exec(readFileSync(secretsFile, 'utf8'));
  if (!found?.[1]) throw new Error(`${secretsFile} has no ${name}`);
  return found[1];
}
