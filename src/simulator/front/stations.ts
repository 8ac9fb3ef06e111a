import { createSocket } from 'node:dgram';
import type { UnitName } from '../../pair/index.ts';
import type { SimulatedBench } from '../face/index.ts';
import { engineIdOf } from '../snmp/engine-id.ts';
import type { Front } from './door/front.ts';
import { closeUdp, udpFamily } from './door/listening.ts';
import { LogStream } from './log-stream.ts';
import { sendTrap } from './snmp/trap-sender.ts';

/**
 * Lets what units send to the stations beside the pair go out to the hosts that the topology has standing for them:
 * system messages by UDP or TCP, and SNMP notifications, each to the port that the unit is configured with. A host
 * that takes no TCP connection is down for the unit as well. What is sent to other addresses ends in the simulated network.
 */
export function serveStations(bench: SimulatedBench): Promise<Front<void>> {
  const stations = bench.topology.simulated?.stations ?? {};
  const engineId = engineIdOf(bench.topology.name);
  const streams = new Map<string, LogStream>();
  const streamOf = (unit: UnitName, host: string, port: number): LogStream => {
    const key = `${unit} ${host} ${port}`;
    const stream = streams.get(key) ?? new LogStream(host, port);
    streams.set(key, stream);
    return stream;
  };
  const socket = createSocket('udp4');
  const socket6 = createSocket('udp6');
  for (const one of [socket, socket6]) one.on('error', () => undefined);
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
      (udpFamily(host) === 'udp4' ? socket : socket6).send(datagram, port, host, () => undefined);
    }),
    bench.onTrap?.((_unit, address, port, trap) => {
      const host = stations[address];
      if (host !== undefined) sendTrap(host, port, trap, engineId);
    }),
  ];
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const cancel of cancels) cancel?.();
    for (const stream of streams.values()) stream.close();
    await Promise.all([closeUdp(socket), closeUdp(socket6)]);
  };
  return Promise.resolve({ endpoint: undefined, close: () => (closing ??= close()) });
}
