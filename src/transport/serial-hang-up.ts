/**
 * Noticing that a serial device is gone. The package's own reader takes «no bytes» for «not yet» and asks again
 * at once, for ever: after an adapter is unplugged at the wrong moment the process burns a core, and nobody is
 * told (bindings-cpp 13.0.1, seen with a hung-up terminal). With VMIN at 1 no bytes means hung up, and nothing else.
 */
import { read } from 'node:fs';
import { promisify } from 'node:util';
import type { SerialPort } from 'serialport';
import { errorCode } from './error-code.ts';

/** The part of the package's reader on Unix that we replace, and what we need of the rest. */
interface UnixPort {
  readonly fd: number | null;
  readonly poller: { once(event: 'readable', then: (error?: Error | null) => void): unknown };
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
}

const readAsync = promisify(read);
const notYet: ReadonlySet<string> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

/** To be called when the port has just opened, before anything listens. Changes nothing on Windows. */
export function noticeHangUp(port: SerialPort): void {
  const binding: unknown = port.port;
  if (isUnixPort(binding)) {
    binding.read = (buffer, offset, length) => readOrHangUp(binding, buffer, offset, length);
  }
}

async function readOrHangUp(port: UnixPort, buffer: Buffer, offset: number, length: number) {
  for (;;) {
    const bytesRead = port.fd === null ? undefined : await readNow(port.fd, buffer, offset, length);
    // Closed meanwhile: to touch the poller now would bring the process down, it is freed. The package takes an
    // error that is `canceled` for the end of reading on a port that we closed.
    if (port.fd === null) throw Object.assign(new Error('the port is closed'), { canceled: true });
    if (bytesRead === 0) throw new Error('the device hung up');
    if (bytesRead !== undefined) return { buffer, bytesRead };
    await new Promise<void>((resolve, reject) => {
      port.poller.once('readable', (error) => (error ? reject(error) : resolve()));
    });
  }
}

/** How many bytes came; nothing if there are none yet. */
async function readNow(fd: number, buffer: Buffer, offset: number, length: number) {
  try {
    const { bytesRead } = await readAsync(fd, buffer, offset, length, null);
    return bytesRead;
  } catch (error) {
    if (notYet.has(errorCode(error))) return undefined;
    throw error;
  }
}

function isUnixPort(binding: unknown): binding is UnixPort {
  return typeof binding === 'object' && binding !== null && 'fd' in binding && 'poller' in binding;
}
