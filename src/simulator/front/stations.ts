import { createSocket, type Socket } from 'node:dgram';
import type { UnitName } from '../../pair/index.ts';
import type { SimulatedBench } from '../face/index.ts';
import { engineIdOf } from '../snmp/engine-id.ts';
import type { Front } from './door/front.ts';
import { closeUdp, udpFamily } from './door/listening.ts';
import { sourceFor, type Sources } from './door/sources.ts';
import { LogStream } from './log-stream.ts';
import { sendTrap } from './snmp/trap-sender.ts';

/**
 * Lets what units send to the stations beside the pair go out to the hosts that the topology has standing for them:
 * system messages by UDP or TCP, and SNMP notifications, each to the port that the unit is configured with. A host
 * that takes no TCP connection is down for the unit as well. What is sent to other addresses ends in the simulated network.
 * Each unit sends from its own one of the `sources`.
 */
export function serveStations(bench: SimulatedBench, sources?: Sources): Promise<Front<void>> {
  const stations = bench.topology.simulated?.stations ?? {};
  const engineId = engineIdOf(bench.topology.name);
  const streams = new Map<string, LogStream>();
  const streamOf = (unit: UnitName, host: string, port: number): LogStream => {
    const key = `${unit} ${host} ${port}`;
    const stream = streams.get(key) ?? new LogStream(host, port, sourceFor(host, sources?.units[unit]));
    streams.set(key, stream);
    return stream;
  };
  const sockets = new Map<string, Socket>();
  const socketTo = (unit: UnitName, host: string): Socket => {
    const [family, source] = [udpFamily(host), sourceFor(host, sources?.units[unit])];
    const key = source ?? family;
    const socket = sockets.get(key) ?? openSocket(family, source);
    sockets.set(key, socket);
    return socket;
  };
  const cancels = [
    bench.onLogCall?.(({ unit, address, port, wish, answer }) => {
      const host = stations[address];
      if (host === undefined) return false;
      const stream = streamOf(unit, host, port);
      if (wish === 'open') stream.open(answer);
      else stream.close();
      return true;
    }),
    bench.onSyslog?.((unit, address, port, text, protocol) => {
      const host = stations[address];
      if (host === undefined) return;
      if (protocol === 'tcp') return streamOf(unit, host, port).send(text);
      // A datagram carries one message, without the end of line that a stream needs.
      const datagram = text.replace(/\n$/, '');
      // A datagram to nobody is lost, as on iron.
      socketTo(unit, host).send(datagram, port, host, () => undefined);
    }),
    bench.onTrap?.((unit, address, port, trap) => {
      const host = stations[address];
      if (host !== undefined)
        sendTrap({ host, port, from: sourceFor(host, sources?.units[unit]) }, trap, engineId);
    }),
  ];
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const cancel of cancels) cancel?.();
    for (const stream of streams.values()) stream.close();
    await Promise.all([...sockets.values()].map((socket) => closeUdp(socket)));
  };
  return Promise.resolve({ endpoint: undefined, close: () => (closing ??= close()) });
}

function openSocket(family: 'udp4' | 'udp6', source: string | undefined): Socket {
  const socket = createSocket(family);
  socket.on('error', () => undefined);
  if (source !== undefined) socket.bind({ address: source, port: 0 });
  return socket;
}
