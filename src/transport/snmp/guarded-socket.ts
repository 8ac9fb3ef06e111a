import { createSocket } from 'node:dgram';
import { isSignedOrReport } from './is-signed.ts';
import type { SocketOfSession } from './net-snmp.ts';

/**
 * The socket of a session as the package sees it. An answer that the package stumbles over, such as one of another
 * version than the question, is passed over instead of ending the process, and so is one to a user of version 3 that
 * nobody has signed: the question fails by its own bound.
 */
export function guardedSocket(transport: 'udp4' | 'udp6', isOfUser = false): SocketOfSession {
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
        const [first] = heard;
        if (isOfUser && first instanceof Uint8Array && !isSignedOrReport(first)) return;
        try {
          hear(...heard);
        } catch {
          // Whoever asked is told so when nothing else has come.
        }
      }),
  };
}
