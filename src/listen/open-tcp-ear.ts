import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { asError, BenchError } from '../errors.ts';
import type { Ear, Place } from './ear.ts';
import { Frames, messageBytesKept } from './frames.ts';
import type { Hearing } from './hearing.ts';
import { wordsOf } from './words-of.ts';

/** A pair has two units, and each may leave a dead connection or two behind. */
export const connectionsKept = 16;

/** A unit that lost its power says nothing, and no more comes of it; ten questions, a second apart, tell that it is gone. */
const askedAfterMs = 10_000;

/** Listens for syslog over TCP, in either framing. Throws `BenchError` when it cannot listen there. */
export async function openTcpEar({ host, port }: Place, hearing: Hearing, clock: Clock): Promise<Ear> {
  const connected = new Set<Socket>();
  const asking = { keepAlive: true, keepAliveInitialDelay: askedAfterMs };
  const server = createServer(asking, (socket) => {
    connected.add(socket);
    listenTo(socket, hearing);
    socket.once('close', () => connected.delete(socket));
  });
  server.maxConnections = connectionsKept;
  server.on('drop', () => {
    const atMs = clock.nowMs();
    const why = `a connection was refused: ${connectionsKept} are open already`;
    hearing.unheard({ witness: 'syslog', fromMs: atMs, toMs: atMs, why }, 1);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    throw new BenchError(`syslog at tcp ${host}:${port}`, `cannot listen: ${asError(cause).message}`, {
      cause,
    });
  }
  const at = server.address();
  return {
    port: typeof at === 'object' && at ? at.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connected) socket.destroy();
      }),
  };
}

function listenTo(socket: Socket, hearing: Hearing): void {
  const from = socket.remoteAddress ?? 'unknown';
  const frames = new Frames((message, isCut) => {
    const line = wordsOf(message.subarray(0, messageBytesKept));
    if (line !== '') hearing.syslog({ line, isCut, from, over: 'tcp' });
  });
  socket.on('data', (bytes: Buffer) => frames.push(bytes));
  // That of a unit which lost its power ends like this.
  socket.on('error', () => undefined);
  socket.once('close', () => frames.end());
}
