import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { physicalOf, placedInterfaces } from './placed-interface.ts';
import type { ConsoleWay } from './console-way.ts';
import type { Topology } from './schema.ts';
import { secretsInWords } from './secrets-in-words.ts';

/** A topology in a few plain lines for a terminal: the pair, its units and lines, its cabling, its timers. */
export function describeTopology(topology: Topology): readonly string[] {
  const { pair, simulated } = topology;
  const bench = simulated ? 'simulated: all of it is software' : 'real';
  return [
    `${topology.name} (${bench})${topology.description === undefined ? '' : `: ${topology.description}`}`,
    `Pair: ${pair.model}, ${pair.platform.toUpperCase()} ${pair.firmware}, ${modeInWords(topology)}, ${linksInWords(topology)}`,
    ...unitNames.flatMap((unit) => describeUnit(topology, unit)),
    ...describeContexts(topology),
    'Cabling:',
    ...cablingTable(topology).map((line) => `  ${line}`),
    `Timers: ${timersInWords(topology)}`,
    ...listenersInWords(topology),
    ...secretsInWords(topology),
    ...topology.flows.map(
      ({ name, from, to, every }) => `Flow ${name}: ${from} to ${to}, a probe every ${spell(every)}`,
    ),
  ];
}

function modeInWords({ pair }: Topology): string {
  const mode = pair.mode === 'active-standby' ? 'Active/Standby' : 'Active/Active';
  const managed = pair['management-address'];
  return managed ? `${mode}, transparent at ${managed.active} / ${managed.standby}` : mode;
}

function listenersInWords({ listen }: Topology): readonly string[] {
  const { syslog, traps, 'update-server': server } = listen ?? {};
  const syslogAt = (['udp', 'tcp'] as const).flatMap((by) => {
    const port = syslog?.[by];
    return port === undefined || !syslog ? [] : [`${by} ${at({ host: syslog.bind, port })}`];
  });
  const told = [
    ...(syslog ? [`syslog ${syslogAt.join(' and ')}, told as ${syslog.address}`] : []),
    ...(traps ? [`traps ${at({ host: traps.bind, port: traps.port })}, told as ${traps.address}`] : []),
    ...(server
      ? [`updates called for at ${at({ host: server.bind, port: server.port })}, told as ${server.address}`]
      : []),
  ];
  return told.length === 0 ? [] : [`Listens: ${told.join('; ')}`];
}

function linksInWords({ pair: { failover } }: Topology): string {
  const link = failover.link
    ? `failover link ${failover.link.nameif} on ${failover.link.interface}`
    : 'failover cable';
  const state = failover['state-link'];
  if (!state) return `${link}, no state link`;
  return `${link}, state link ${state.nameif} ${state.interface === undefined ? '(shared)' : `on ${state.interface}`}`;
}

function describeUnit({ units }: Topology, unit: UnitName): readonly string[] {
  const { serial, console, management, power, 'power-cycles': cycles } = units[unit];
  const feeds = power.map(({ pdu, outlet }) => `${pdu} outlet ${outlet}`).join(' and ');
  const ways = [
    ...(management?.ssh ? [`SSH ${at(management.ssh)}`] : []),
    ...(management?.telnet ? [`telnet ${at(management.telnet)}`] : []),
  ];
  const managed = ways.length > 0 ? `; managed by ${ways.join(', else ')}` : '';
  return [
    `Unit ${unit}: serial ${serial}; console ${console.map(wayInWords).join(', else ')}${managed}; power ${feeds}, cut ${cycles.hour} times an hour and ${cycles.day} times a day at most`,
  ];
}

/** One way to a console, in words. */
export function wayInWords(way: ConsoleWay): string {
  if ('serial' in way) return `${way.serial.device} at ${way.serial.baud} baud`;
  if ('telnet' in way) return `${way.telnet.rfc2217 ? 'rfc2217' : 'telnet'} ${at(way.telnet)}`;
  if ('conserver' in way) return `conserver ${at(way.conserver)} ${way.conserver.console}`;
  return 'tcp' in way ? `tcp ${at(way.tcp)}` : `ssh ${at(way.ssh)}`;
}

function at({ host, port }: { host: string; port: number }): string {
  return port === 0 ? 'on a port filled in when the bench starts' : `${host}:${port}`;
}

function describeContexts({ pair }: Topology): readonly string[] {
  return pair.contexts.map(({ name, group, admin, interfaces }) => {
    const joined = pair.mode === 'active-active' ? `failover group ${group}` : 'with the whole unit';
    const names = interfaces.map(({ nameif }) => nameif).join(', ');
    return `Context ${name}: ${joined}${admin ? ', admin' : ''}; ${names}`;
  });
}

function cablingTable(topology: Topology): readonly string[] {
  const { failover } = topology.pair;
  const used = [
    ...placedInterfaces(topology).map(({ data, context }) => ({
      name: context === undefined ? data.nameif : `${context}/${data.nameif}`,
      socket: data.interface,
      what: `${data.active === undefined ? 'bridged' : `${data.active} / ${data.standby ?? 'no standby'}`}${data.monitored ? '' : ', not monitored'}`,
    })),
    ...[failover.link, failover['state-link']].flatMap((link) =>
      link?.interface === undefined
        ? []
        : [
            {
              name: link.nameif,
              socket: link.interface,
              what: `${link.active ?? ''} / ${link.standby ?? ''}`,
            },
          ],
    ),
  ];
  const rows = used.map(({ name, socket, what }) => [
    name,
    socket,
    ...unitNames.map((unit) => cableOf(topology, unit, socket)),
    what,
  ]);
  return aligned([['name', 'interface', ...unitNames, 'active / standby'], ...rows]);
}

function cableOf({ units }: Topology, unit: UnitName, socket: string): string {
  const cable = units[unit].cables[physicalOf(socket)];
  return cable ? `${cable.switch} ${cable.port}` : '-';
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (sofar, row) => row.map((cell, i) => Math.max(cell.length, sofar[i] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function timersInWords({ pair: { failover } }: Topology): string {
  const policy = failover['interface-policy'];
  const failed =
    'count' in policy
      ? `${policy.count} interface${policy.count === 1 ? '' : 's'}`
      : `${policy.percent} % of the interfaces`;
  return `unit poll ${spell(failover['unit-poll'])}, hold ${spell(failover['unit-hold'])}; interface poll ${spell(failover['interface-poll'])}, hold ${spell(failover['interface-hold'])}; a unit fails with ${failed}`;
}

function spell(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}
