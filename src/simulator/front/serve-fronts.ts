import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import type {
  Endpoint,
  Endpoints,
  Secrets,
  SnmpAccess,
  Topology,
  TopologyPdu,
  TopologyUnit,
} from '../../topology/index.ts';
import type { SimulatedBench, SimulatedFlow } from '../face/index.ts';
import type { Front, Opened } from './door/front.ts';
import { wantedEndpoint } from './door/listening.ts';
import { sourceFor, sourcesOf } from './door/sources.ts';
import { servePdu } from './pdu/serve-pdu.ts';
import { serveSnmpSwitch } from './snmp/snmp-switch.ts';
import { openAddresses } from './serve-addresses.ts';
import { serveTelnetConsole, type ConsoleCarrier } from './terminal/telnet-console.ts';
import { serveStations } from './stations.ts';
import { serveSessions } from './session-front.ts';
import { serveUdpFlow, type ProbeEndpoints } from './udp-flow.ts';

/**
 * Puts a simulated bench behind real sockets, each where its topology says, or on a free port of this machine where
 * that says 0. If one cannot listen, those already open are closed and the `BenchError` of that one is thrown.
 */
export async function serveFronts(
  bench: SimulatedBench,
  secrets: Secrets,
  clock: Clock,
): Promise<Front<Endpoints>> {
  const open: Front<unknown>[] = [];
  const close = async (): Promise<void> => void (await Promise.all(open.map((front) => front.close())));
  const opened = async <Where>(front: Promise<Front<Where>>): Promise<Where> => {
    const ready = await front;
    open.push(ready);
    return ready.endpoint;
  };
  try {
    return { endpoint: await openAll(bench, secrets, clock, opened), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(
  bench: SimulatedBench,
  secrets: Secrets,
  clock: Clock,
  opened: Opened,
): Promise<Endpoints> {
  const { topology } = bench;
  const switches: Record<string, Endpoint> = {};
  const pdus: Record<string, Endpoint> = {};
  const flows: Record<string, FlowEndpoints> = {};
  const sources = await sourcesOf(topology);
  // First of all: the units boot already, and what they say then is for their stations as well.
  await opened(serveStations(bench, sources));
  const consoles = {
    primary: await openConsole(bench, 'primary', opened),
    secondary: await openConsole(bench, 'secondary', opened),
  };
  const managed = await openAddresses(bench, clock, opened);
  for (const device of bench.switches) {
    const access = accessOf(`switch ${device.name}`, topology.switches[device.name]);
    const receivers = (topology.simulated?.traps ?? []).map((one) => ({
      ...one,
      from: sourceFor(one.to.host, sources?.switches[device.name]),
    }));
    switches[device.name] = await opened(serveSnmpSwitch(device, access, secrets, clock, receivers));
  }
  for (const device of bench.pdus) {
    const access = pduAccessOf(`PDU ${device.name}`, topology.pdus[device.name]);
    pdus[device.name] = await opened(servePdu(device, access, secrets, clock));
  }
  for (const flow of bench.flows) flows[flow.name] = await openFlow(flow, topology, opened);
  return {
    consoles,
    ...managed,
    switches,
    pdus,
    flows,
    ...(sources ? { sources } : {}),
  };
}

function openConsole(bench: SimulatedBench, name: UnitName, opened: Opened): Promise<Endpoint> {
  const { wanted, carrier } = consoleOf(bench.topology.units[name]);
  return opened(serveTelnetConsole(bench.units[name], wanted, carrier));
}

/** The first way to the console that goes over the network; the others have no counterpart in software. */
function consoleOf(unit: TopologyUnit): { readonly wanted: Endpoint; readonly carrier: ConsoleCarrier } {
  for (const way of unit.console) {
    if ('telnet' in way) return { wanted: wantedEndpoint(way.telnet), carrier: 'telnet' };
    if ('tcp' in way) return { wanted: wantedEndpoint(way.tcp), carrier: 'tcp' };
  }
  return { wanted: wantedEndpoint(undefined), carrier: 'telnet' };
}

type FlowEndpoints = Endpoints['flows'][string];

async function openFlow(flow: SimulatedFlow, topology: Topology, opened: Opened): Promise<FlowEndpoints> {
  const written = topology.flows.find(({ name }) => name === flow.name);
  const probes: ProbeEndpoints = {
    send: wantedEndpoint(written?.send.to),
    receive: wantedEndpoint(written?.receive['attach-to']),
  };
  const sessions = written?.sessions;
  return {
    ...(await opened(serveUdpFlow(flow, probes))),
    tcp: await opened(serveSessions(flow, 'tcp', wantedEndpoint(sessions?.tcp?.to))),
    http: await opened(serveSessions(flow, 'http', wantedEndpoint(sessions?.http?.to))),
  };
}

/** A PDU over HTTP lets in one user, `admin`; his password is what a community is to the others. */
function pduAccessOf(what: string, device: TopologyPdu | undefined): SnmpAccess {
  if (device?.snmp) return device.snmp;
  if (!device?.http?.login)
    throw new BenchError(what, 'is simulated, and its topology gives it no login; add http: login');
  const { host, port, login } = device.http;
  return { host, port, version: '2c', community: login.password };
}

function accessOf<Access>(what: string, device: { readonly snmp?: Access | undefined } | undefined): Access {
  if (!device) throw new BenchError(what, 'is on the simulated bench, but its topology does not name it');
  if (!device.snmp) throw new BenchError(what, 'is reached by SNMP on a simulated bench; add snmp');
  return device.snmp;
}
