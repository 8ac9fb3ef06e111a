import type { Topology } from './schema.ts';

/** The ports at which this machine listens, once it does. */
export interface ListenedAt {
  readonly syslogUdp?: number;
  readonly syslogTcp?: number;
  readonly traps?: number;
  readonly updateServer?: number;
}

/** The ports that the appliance takes where none is written. */
export const usualPorts = { syslogUdp: 514, syslogTcp: 1470, traps: 162, updateServer: 80 } as const;

/** The topology with the port of each listener filled in where it is 0: what the units are to be told. */
export function withListeners(topology: Topology, at: ListenedAt): Topology {
  if (!topology.listen) return topology;
  const { syslog, traps, 'update-server': server } = topology.listen;
  return {
    ...topology,
    listen: {
      ...topology.listen,
      syslog: syslog && {
        ...syslog,
        udp: syslog.udp === 0 ? (at.syslogUdp ?? 0) : syslog.udp,
        tcp: syslog.tcp === 0 ? (at.syslogTcp ?? 0) : syslog.tcp,
      },
      traps: traps && { ...traps, port: traps.port === 0 ? (at.traps ?? 0) : traps.port },
      'update-server': server && {
        ...server,
        port: server.port === 0 ? (at.updateServer ?? 0) : server.port,
      },
    },
  };
}
