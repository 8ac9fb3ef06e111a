import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import type { HostPort } from './probe-flow.ts';

/** The host as an address, looked up once: a lookup before every probe would be measured with it. */
export async function addressed(place: HostPort): Promise<HostPort> {
  const { address } = await lookup(place.host);
  return { host: address, port: place.port };
}

/**
 * A bound UDP socket that speaks to `far`, from `bind` or from wherever the system likes; on this machine only if
 * the far end is. Rejects with what the system says, the place named.
 */
export async function flowSocket(bind: HostPort | undefined, far: HostPort | undefined): Promise<Socket> {
  const near = bind ? await addressed(bind) : { host: anywhereFor(far?.host ?? '127.0.0.1'), port: 0 };
  const family = isIPv6(near.host) ? 6 : 4;
  // Addresses are numbers by now; answering in the same turn keeps the instant of sending true.
  const asIs = (
    host: string,
    _: unknown,
    found: (error: null, address: string, family: number) => void,
  ): void => found(null, host, family);
  const socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4', lookup: asIs });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (cause) => {
      reject(new Error(`cannot use ${near.host} port ${near.port}: ${cause.message}`, { cause }));
    });
    socket.bind(near.port, near.host, resolve);
  });
  socket.removeAllListeners('error');
  try {
    socket.setRecvBufferSize(4 * 1024 * 1024);
  } catch {
    // A smaller buffer will do for a receiver that is awake; the system may cap it.
  }
  return socket;
}

function anywhereFor(far: string): string {
  if (isIPv6(far)) return far === '::1' ? '::1' : '::';
  return far.startsWith('127.') ? '127.0.0.1' : '0.0.0.0';
}
