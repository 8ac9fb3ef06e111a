import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { BenchError, messageOf } from '../../errors.ts';
import type { HostPort } from '../probe-flow.ts';

/** An echo that listens, until it is closed. */
export interface ServedEcho {
  /** Where it listens; the port is the one that was found where 0 was asked for. */
  readonly at: HostPort;
  /** Ends every connection with a reset. Safe twice. */
  close(): Promise<void>;
}

/** More than the sessions of any topology; whoever else finds the port does not fill this process. */
const mostSessions = 256;

/** Sends back what comes (RFC 862), at an address of this machine. Throws `BenchError` if it cannot listen there. */
export async function serveEcho(at: HostPort): Promise<ServedEcho> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A session that ends badly is what is being looked for; whoever opened it tells.
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.maxConnections = mostSessions;
  server.listen(at.port, at.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const tried = `could not listen at ${at.host} port ${at.port}: ${messageOf(cause)}`;
    throw new BenchError('echo', tried, { cause });
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : at.port;
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const over = once(server, 'close');
    server.close();
    for (const socket of open) socket.resetAndDestroy();
    await over;
  };
  return { at: { host: at.host, port }, close: () => (closed ??= close()) };
}
