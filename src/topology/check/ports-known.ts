import { unitNames } from '../../pair/index.ts';
import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import type { Topology } from '../schema.ts';

/**
 * Port 0 is filled in by the simulated bench; on a real bench nobody fills it in. A sender may bind to port 0:
 * the operating system gives it one, and nobody needs to know which.
 */
export function checkPortsKnown(topology: Topology): readonly Objection[] {
  if (topology.simulated) return [];
  return [...unitPorts(topology), ...devicePorts(topology), ...flowPorts(topology), ...listenPorts(topology)]
    .filter(({ port }) => port === 0)
    .map(({ path, key = 'port' }) =>
      objectTo(
        [...path, key],
        'port 0 is filled in on a simulated bench only; write the port, or add simulated',
      ),
    );
}

interface Written {
  readonly path: Path;
  /** What the port is called there, if not `port`. */
  readonly key?: string;
  readonly port: number;
}

function unitPorts({ units }: Topology): readonly Written[] {
  return unitNames.flatMap((unit) => [
    ...units[unit].console.flatMap((way, index) =>
      Object.entries<object>(way).flatMap(([kind, of]) =>
        'port' in of && typeof of.port === 'number'
          ? [{ path: ['units', unit, 'console', index, kind], port: of.port }]
          : [],
      ),
    ),
    ...(['ssh', 'telnet'] as const).flatMap((kind) => {
      const way = units[unit].management?.[kind];
      return way ? [{ path: ['units', unit, 'management', kind], port: way.port }] : [];
    }),
  ]);
}

function devicePorts({ switches, pdus }: Topology): readonly Written[] {
  return [
    ...Object.entries(switches).flatMap(([name, { snmp, cli }]) => [
      ...(snmp ? [{ path: ['switches', name, 'snmp'], port: snmp.port }] : []),
      ...(['ssh', 'telnet'] as const).flatMap((way) => {
        const access = cli?.[way];
        return access ? [{ path: ['switches', name, 'cli', way], port: access.port }] : [];
      }),
    ]),
    ...Object.entries(pdus).flatMap(([name, pdu]) =>
      (['snmp', 'http', 'powerman'] as const).flatMap((reach) => {
        const access = pdu[reach];
        return access ? [{ path: ['pdus', name, reach], port: access.port }] : [];
      }),
    ),
  ];
}

function flowPorts({ flows }: Topology): readonly Written[] {
  return flows.flatMap(({ send, receive, sessions }, index) => [
    { path: ['flows', index, 'send', 'to'], port: send.to.port },
    ...(['bind', 'attach-to'] as const).flatMap((key) => {
      const end = receive[key];
      return end ? [{ path: ['flows', index, 'receive', key], port: end.port }] : [];
    }),
    ...(['tcp', 'http'] as const).flatMap((kind) =>
      (['to', 'echo'] as const).flatMap((key) => {
        const end = sessions[kind]?.[key];
        return end ? [{ path: ['flows', index, 'sessions', kind, key], port: end.port }] : [];
      }),
    ),
  ]);
}

function listenPorts({ listen }: Topology): readonly Written[] {
  return [
    ...(['udp', 'tcp'] as const).flatMap((key) => {
      const port = listen?.syslog?.[key];
      return port === undefined ? [] : [{ path: ['listen', 'syslog'], key, port }];
    }),
    ...(['traps', 'update-server'] as const).flatMap((key) => {
      const port = listen?.[key]?.port;
      return port === undefined ? [] : [{ path: ['listen', key], port }];
    }),
  ];
}
