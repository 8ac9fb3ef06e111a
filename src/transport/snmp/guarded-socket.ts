import { createSocket } from 'node:dgram';
import type { SocketOfSession } from './net-snmp.ts';

/**
 * The socket of a session as the package sees it. An answer that the package stumbles over, such as one of another
 * version than the question, is passed over instead of ending the process: the question fails by its own bound.
 */
export function guardedSocket(transport: 'udp4' | 'udp6'): SocketOfSession {
  const socket = createSocket(transport);
  return {
    ref: () => void socket.ref(),
    unref: () => void socket.unref(),
    bind: (port, address) => void socket.bind(port, address),
    close: () => void socket.close(),
    send: (bytes, offset, length, port, address, then) =>
      socket.send(bytes, offset, length, port, address, then),
    on: (event, hear) =>
      void socket.on(event, (...heard: readonly unknown[]) => {
        try {
          hear(...heard);
        } catch {
          // Whoever asked is told so when nothing else has come.
        }
      }),
  };
}
