import { connect } from 'node:net';
import type { HostPort } from '../probe-flow.ts';
import type { EchoEar, EchoLine } from './echo-line.ts';

/** Errors of the system that say that the far end, or somebody on the way, has sent a reset. */
const resets = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE']);

/** A line over TCP from an address of this machine, or whichever the system likes, to an echo. */
export function tcpLine(to: HostPort, from: HostPort | undefined, ear: EchoEar): EchoLine {
  const socket = connect({
    host: to.host,
    port: to.port,
    noDelay: true,
    ...(from ? { localAddress: from.host, ...(from.port === 0 ? {} : { localPort: from.port }) } : {}),
  });
  let over = false;
  const end = (how: 'reset' | 'closed', why: string): void => {
    if (over) return;
    over = true;
    socket.destroy();
    ear.ended(how, why);
  };
  socket.on('data', (bytes) => over || ear.heard(bytes));
  socket.on('end', () => end('closed', 'the far end has closed it'));
  socket.on('error', (error: NodeJS.ErrnoException) =>
    end(resets.has(error.code ?? '') ? 'reset' : 'closed', error.message),
  );
  return {
    send: (bytes) => void (over || socket.write(bytes)),
    close: () => {
      over = true;
      socket.destroy();
    },
  };
}
