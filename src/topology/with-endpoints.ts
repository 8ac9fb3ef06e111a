import { BenchError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import type { TopologyPdu } from './pdu-schema.ts';
import type { Topology, TopologyFlow, TopologyUnit } from './schema.ts';
import type { ConsoleWay } from './console-way.ts';
import type { SnmpAccess } from './schema-words.ts';

/**
 * The topology of a simulated bench with every port 0 filled in: its host, its port and, for SSH, the fingerprint
 * of the host key. Ports that are written stay as they are. Throws `BenchError` when the bench does not say where
 * something listens.
 */
export function withEndpoints(topology: Topology, endpoints: Endpoints): Topology {
  const [primary, secondary] = unitNames.map((unit) => unitAt(topology.units[unit], unit, endpoints));
  if (!primary || !secondary) throw new BenchError('simulated bench', 'a pair has two units');
  return {
    ...topology,
    units: { primary, secondary },
    switches: mapped(topology.switches, (name, one) => ({
      ...one,
      ...(one.snmp ? { snmp: agentAt(one.snmp, endpoints.switches, name) } : {}),
    })),
    pdus: mapped(topology.pdus, (name, one) => pduAt(one, endpoints.pdus, name)),
    flows: topology.flows.map((flow) => flowAt(flow, endpoints)),
    ...(topology.listen ? { listen: listenAt(topology.listen, endpoints) } : {}),
  };
}

function unitAt(written: TopologyUnit, unit: UnitName, endpoints: Endpoints): TopologyUnit {
  const console = written.console.map((way) => wayAt(way, endpoints.consoles[unit]));
  return written.management
    ? { ...written, console, management: managementAt(written.management, unit, endpoints) }
    : { ...written, console };
}

type Management = NonNullable<TopologyUnit['management']>;

function managementAt(written: Management, unit: UnitName, endpoints: Endpoints): Management {
  const { ssh, telnet } = written;
  const role = unit === 'primary' ? 'active' : 'standby';
  const { host, port, fingerprint } = endpoints.management[unit];
  return {
    ...written,
    ...(ssh?.port === 0 ? { ssh: { ...ssh, host, port, fingerprint } } : {}),
    ...(telnet?.port === 0 ? { telnet: where(wanted(endpoints.addresses ?? {}, role).telnet) } : {}),
  };
}

function wayAt(way: ConsoleWay, at: Endpoint): ConsoleWay {
  if ('telnet' in way && way.telnet.port === 0) return { telnet: { ...way.telnet, ...where(at) } };
  if ('tcp' in way && way.tcp.port === 0) return { tcp: { ...way.tcp, ...where(at) } };
  if ('ssh' in way && way.ssh.port === 0) return { ssh: { ...way.ssh, ...where(at) } };
  return way;
}

function agentAt(snmp: SnmpAccess, known: Readonly<Record<string, Endpoint>>, name: string): SnmpAccess {
  return snmp.port === 0 ? { ...snmp, ...where(wanted(known, name)) } : snmp;
}

function pduAt(written: TopologyPdu, known: Readonly<Record<string, Endpoint>>, name: string): TopologyPdu {
  const { snmp, http } = written;
  return {
    ...written,
    ...(snmp ? { snmp: agentAt(snmp, known, name) } : {}),
    ...(http?.port === 0 ? { http: { ...http, ...where(wanted(known, name)) } } : {}),
  };
}

type Listen = NonNullable<Topology['listen']>;

/** Where each unit and switch speaks from; an address that several of them have is of none. */
function listenAt(written: Listen, { sources }: Endpoints): Listen {
  const all = Object.entries({ ...sources?.switches, ...sources?.units });
  const own = all.filter(([, address]) => all.filter(([, other]) => other === address).length === 1);
  const known = Object.fromEntries(own.map(([who, address]) => [address, who]));
  return { ...written, sources: { ...known, ...written.sources } };
}

function flowAt(flow: TopologyFlow, { flows }: Endpoints): TopologyFlow {
  const { send, receive, sessions } = flow;
  const attachTo = receive['attach-to'];
  return {
    ...flow,
    send: send.to.port === 0 ? { ...send, to: where(wanted(flows, flow.name).send) } : send,
    receive:
      attachTo?.port === 0 ? { ...receive, 'attach-to': where(wanted(flows, flow.name).receive) } : receive,
    sessions: {
      ...sessionAt('tcp', sessions.tcp, flows[flow.name]?.tcp),
      ...sessionAt('http', sessions.http, flows[flow.name]?.http),
    },
  };
}

type Sessions = TopologyFlow['sessions'];

/** A kind of session that the bench does not offer is not there, and what needs it is pending. */
function sessionAt(kind: keyof Sessions, written: Sessions['tcp'], known: Endpoint | undefined): Sessions {
  if (!written || (written.to.port === 0 && !known)) return {};
  return { [kind]: written.to.port === 0 && known ? { ...written, to: where(known) } : written };
}

function wanted<T>(known: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found === undefined)
    throw new BenchError(
      'simulated bench',
      `does not say where ${name} listens, whose port is 0 in the topology`,
    );
  return found;
}

/** Host and port alone: an endpoint may carry more than the topology has room for. */
function where({ host, port }: Endpoint): Endpoint {
  return { host, port };
}

function mapped<T>(
  of: Readonly<Record<string, T>>,
  change: (name: string, value: T) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(name, value)]));
}
