import type { Socket } from 'node:net';
import type { Endpoint } from '../../topology/index.ts';
import type { EchoedSession, SimulatedFlow } from '../face/index.ts';
import type { Front } from './door/front.ts';
import { openTcpFront } from './door/listening.ts';

/** So many bytes of one session may be on their way before its client has to wait. */
const mostUnderway = 64 * 1024;
/** So many sessions of one kind a flow holds at once; one more is reset. */
const mostSessions = 64;

/**
 * Each connection is one session of a flow through the simulated pair, to an echo. It is taken before the simulated
 * session is open, and what is sent waits for that; it is reset when the session is, and silent when the pair lets
 * nothing through. Throws `BenchError` if it cannot listen.
 */
export function serveSessions(
  flow: SimulatedFlow,
  protocol: 'tcp' | 'http',
  wanted: Endpoint,
): Promise<Front> {
  let held = 0;
  return openTcpFront(`${protocol} sessions of flow ${flow.name}`, wanted, (socket) => {
    if (held >= mostSessions) {
      socket.resetAndDestroy();
      return;
    }
    held += 1;
    socket.once('close', () => (held -= 1));
    carry(socket, flow.openEcho(protocol));
  });
}

/** Joins a connection and a session: bytes both ways, and whichever ends first ends the other. */
function carry(socket: Socket, session: EchoedSession): void {
  let underway = 0;
  // Waiting ends with the session as well: what is sent then is read and lost, and nobody waits for its echo.
  const regulate = (): void => {
    const isFull = underway + socket.writableLength >= mostUnderway && session.state !== 'timed-out';
    if (isFull) socket.pause();
    else socket.resume();
  };
  // A client that has sent everything still wants the echo of it.
  socket.allowHalfOpen = true;
  socket.on('data', (bytes) => {
    underway += bytes.length;
    session.send(Buffer.from(bytes));
    regulate();
  });
  socket.on('drain', regulate);
  socket.once('end', () => session.close());
  socket.once('close', () => session.abort());
  session.onArrived((bytes) => {
    underway -= bytes.length;
    if (socket.writable) socket.write(bytes);
    regulate();
  });
  session.onChange((state) => {
    if (state === 'reset') socket.resetAndDestroy();
    else if (state === 'closed') socket.end();
    else regulate();
  });
}
