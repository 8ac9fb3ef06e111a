import { createSocket } from 'node:dgram';
import { asError, BenchError } from '../errors.ts';
import { messageBytesKept } from './frames.ts';
import type { Hearing } from './hearing.ts';
import type { Ear, Place } from './ear.ts';
import { wordsOf } from './words-of.ts';

/** Bytes that wait in the kernel while we are busy: with its own 208 KiB, 166 messages fill it. */
export const receiveBufferBytes = 4 * 1024 * 1024;

/** Listens for syslog over UDP, one message a datagram. Throws `BenchError` when it cannot listen there. */
export async function openUdpEar({ host, port }: Place, hearing: Hearing): Promise<Ear> {
  const type = host.includes(':') ? 'udp6' : 'udp4';
  const socket = createSocket({ type, recvBufferSize: receiveBufferBytes });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(port, host, resolve);
    });
  } catch (cause) {
    throw new BenchError(`syslog at udp ${host}:${port}`, `cannot listen: ${asError(cause).message}`, {
      cause,
    });
  }
  // What comes back for an answer that was never sent is nobody's concern.
  socket.on('error', () => undefined);
  socket.on('message', (bytes, { address }) =>
    hearing.syslog({
      line: wordsOf(bytes.subarray(0, messageBytesKept)),
      isCut: bytes.length > messageBytesKept,
      from: address,
      over: 'udp',
    }),
  );
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => void socket.close(() => resolve())),
  };
}
