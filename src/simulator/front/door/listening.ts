/** How a front gets its port, and what it says when it cannot have it. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Socket } from 'node:net';
import { BenchError } from '../../../errors.ts';
import type { Endpoint } from '../../../topology/index.ts';
import type { Front } from './front.ts';

/** Where the topology wants a front: port 0 means any free port of this machine, and of this machine only. */
export function wantedEndpoint(written: Endpoint | undefined): Endpoint {
  return written && written.port !== 0
    ? { host: written.host, port: written.port }
    : { host: '127.0.0.1', port: 0 };
}

/**
 * Listens on TCP and hands every connection to `accept`; `what` names the front in errors.
 * Throws `BenchError` if the port cannot be had.
 */
export async function openTcpFront(
  what: string,
  wanted: Endpoint,
  accept: (socket: Socket) => void,
): Promise<Front> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that vanishes concerns nobody else: `close` follows, and that is what the fronts listen to.
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    accept(socket);
  });
  server.listen(wanted.port, wanted.host);
  await once(server, 'listening').catch((cause: unknown) => {
    throw refusal(what, 'tcp', wanted, cause);
  });
  // From here on an error is a connection that could not be accepted; that client sees it, the bench goes on.
  server.on('error', () => undefined);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { endpoint: endpointOf(server.address(), wanted), close };
}

/** A UDP socket bound where it is wanted. Throws `BenchError` if the port cannot be had. */
export async function openUdpSocket(
  what: string,
  wanted: Endpoint,
): Promise<{ readonly socket: UdpSocket; readonly endpoint: Endpoint }> {
  const socket = createSocket({ type: udpFamily(wanted.host), recvBufferSize: 4 * 2 ** 20 });
  socket.bind({ port: wanted.port, address: wanted.host, exclusive: true });
  return { socket, endpoint: await boundUdp(what, wanted, socket) };
}

/** Waits until a UDP socket is bound, and says where. Throws `BenchError` and closes it if the port cannot be had. */
export async function boundUdp(what: string, wanted: Endpoint, socket: UdpSocket): Promise<Endpoint> {
  try {
    await once(socket, 'listening');
  } catch (cause) {
    await closeUdp(socket);
    throw refusal(what, 'udp', wanted, cause);
  }
  // An ICMP «port unreachable» of a peer that left; a datagram socket has nothing else to complain about.
  socket.on('error', () => undefined);
  return endpointOf(socket.address(), wanted);
}

/** Closes a UDP socket; safe on one that is closed already. */
export function closeUdp(socket: UdpSocket): Promise<void> {
  return new Promise((resolve) => {
    try {
      socket.close(() => resolve());
    } catch {
      // ERR_SOCKET_DGRAM_NOT_RUNNING: it is closed, which is what was asked for.
      resolve();
    }
  });
}

/** The family that a host is reached by; names are looked up as IPv4. */
export function udpFamily(host: string): 'udp4' | 'udp6' {
  return isIPv6(host) ? 'udp6' : 'udp4';
}

function endpointOf(address: { readonly port: number } | string | null, wanted: Endpoint): Endpoint {
  return {
    host: wanted.host,
    port: address !== null && typeof address === 'object' ? address.port : wanted.port,
  };
}

function refusal(what: string, carrier: 'tcp' | 'udp', wanted: Endpoint, cause: unknown): BenchError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const where = `${carrier} ${wanted.host}:${wanted.port}`;
  return new BenchError(what, `cannot listen on ${where} (${code}); ${remedy(code, carrier, wanted)}`, {
    cause,
  });
}

function remedy(code: string, carrier: 'tcp' | 'udp', wanted: Endpoint): string {
  const anyPort = 'or write port 0 in the topology for any free one';
  const list = carrier === 'tcp' ? 'ss -ltnp' : 'ss -lunp';
  if (code === 'EADDRINUSE')
    return `another program has the port: find it with \`${list} 'sport = :${wanted.port}'\` and end it, ${anyPort}`;
  if (code === 'EACCES') return `ports below 1024 need privileges: write a higher port, ${anyPort}`;
  if (code === 'EADDRNOTAVAIL')
    return `this machine has no address ${wanted.host}: write 127.0.0.1 in the topology`;
  return `look at the address and the port in the topology, ${anyPort}`;
}
