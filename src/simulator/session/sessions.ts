import type { TcpEndpoint } from '../fabric/host/tcp-endpoint.ts';
import type { TrafficHost } from '../fabric/host/traffic-host.ts';
import { sipSession } from './sip-session.ts';
import type { SessionWish, SimulatedSession } from '../face/simulated-session.ts';

/** An appliance takes this port for HTTP. */
export const httpPort = 80;

/** Opens a session from one host to another; which host is whose is told by the interfaces of the topology. */
export function openSession(client: TrafficHost, server: TrafficHost, wish: SessionWish): SimulatedSession {
  const to = wish.address ?? server.address;
  if (wish.protocol === 'sip') return sipSession(client, server, to);
  if (wish.protocol === 'udp') return udpSession(client, server, to, wish.port);
  return tcpSession(client, server, to, wish.protocol === 'http' ? httpPort : wish.port);
}

function udpSession(client: TrafficHost, server: TrafficHost, to: string, port: number): SimulatedSession {
  const fromPort = client.tcp.takePort();
  const counts = { toServer: 0, toClient: 0 };
  let answerTo: { address: string; port: number } | undefined;
  const cancels = [
    server.onArrived((packet) => {
      if (packet.toPort !== port) return;
      counts.toServer += packet.bytes.length;
      answerTo = { address: packet.from, port: packet.fromPort };
    }),
    client.onArrived((packet) => {
      if (packet.toPort === fromPort) counts.toClient += packet.bytes.length;
    }),
  ];
  let isOpen = true;
  const end = (): void => {
    isOpen = false;
    for (const cancel of cancels) cancel();
  };
  return {
    get state() {
      return isOpen ? 'open' : 'closed';
    },
    get serverState() {
      return isOpen && answerTo ? 'open' : 'closed';
    },
    get delivered() {
      return counts;
    },
    send: (bytes) => isOpen && client.send(to, port, bytes, fromPort),
    reply: (bytes) => isOpen && answerTo && server.send(answerTo.address, answerTo.port, bytes, port),
    close: end,
    abort: end,
  };
}

function tcpSession(client: TrafficHost, server: TrafficHost, to: string, port: number): SimulatedSession {
  server.tcp.listen(port);
  const end = client.tcp.connect(to, port);
  const accepted = (): TcpEndpoint | undefined => server.tcp.accepted(end.initial);
  return {
    get state() {
      return end.state;
    },
    get serverState() {
      return accepted()?.state ?? 'closed';
    },
    get delivered() {
      return { toServer: accepted()?.received ?? 0, toClient: end.received };
    },
    send: (bytes) => end.send(bytes),
    reply: (bytes) => accepted()?.send(bytes),
    close: () => end.close(),
    abort: () => end.abort(),
  };
}
