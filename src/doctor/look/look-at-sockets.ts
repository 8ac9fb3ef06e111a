import type { Topology } from '../../topology/index.ts';
import type { SocketChart } from '../chart.ts';
import type { Examined } from '../examined.ts';
import { usualPatience, Visit } from './visit.ts';

interface Wanted {
  readonly what: string;
  readonly by: 'udp' | 'tcp';
  readonly place: { readonly host: string; readonly port: number };
}

/** Tries whether this machine can listen, send and answer where the topology says. */
export async function lookAtSockets({
  topology,
  trySocket,
  clock,
  patience = usualPatience,
}: Examined): Promise<readonly SocketChart[]> {
  const charts: SocketChart[] = [];
  for (const { what, by, place } of wantedOf(topology)) {
    const where = `${by} ${place.host}:${place.port === 0 ? 'any port' : place.port}`;
    const visit = new Visit(clock, patience);
    const opened = await visit.ask(`listen at ${where}`, async () => {
      await trySocket(by, place);
      return true as const;
    });
    charts.push({ what, where, opened });
  }
  return charts;
}

function wantedOf({ listen, flows }: Topology): readonly Wanted[] {
  const { syslog, traps, 'update-server': server } = listen ?? {};
  const heard = [
    ...(['udp', 'tcp'] as const).map((by) => ({
      what: `listener for system messages over ${by.toUpperCase()}`,
      by,
      place: syslog && at(syslog.bind, syslog[by]),
    })),
    {
      what: 'listener for SNMP notifications',
      by: 'udp' as const,
      place: traps && at(traps.bind, traps.port),
    },
    { what: 'update server', by: 'tcp' as const, place: server && at(server.bind, server.port) },
    { what: 'address for system messages', by: 'udp' as const, place: own(syslog) },
    { what: 'address for SNMP notifications', by: 'udp' as const, place: own(traps) },
    { what: 'address of the update server', by: 'udp' as const, place: own(server) },
  ];
  const flowing = flows.flatMap(({ name, send, receive, sessions }) => [
    { what: `sender of flow ${name}`, by: 'udp' as const, place: send.bind },
    { what: `receiver of flow ${name}`, by: 'udp' as const, place: receive.bind },
    ...Object.entries(sessions).flatMap(([kind, session]) => [
      { what: `beginning of ${kind} sessions of flow ${name}`, by: 'tcp' as const, place: session?.from },
      { what: `echo of ${kind} sessions of flow ${name}`, by: 'tcp' as const, place: session?.echo },
    ]),
  ]);
  const all = [...heard, ...flowing].flatMap(({ place, ...rest }) => (place ? [{ ...rest, place }] : []));
  // One echo may serve several flows.
  return all.filter((one, index) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index);
}

/** Any free port is another one each time. */
function keyOf({ what, by, place }: Wanted): string {
  return place.port === 0 ? what : `${by} ${place.host} ${place.port}`;
}

function at(host: string, port: number | undefined): Wanted['place'] | undefined {
  return port === undefined ? undefined : { host, port };
}

/** What units send to is an address of this machine, unless another place to listen at says that something stands between. */
function own(
  told: { readonly bind: string; readonly address: string } | undefined,
): Wanted['place'] | undefined {
  return told?.bind === '0.0.0.0' ? at(told.address, 0) : undefined;
}
