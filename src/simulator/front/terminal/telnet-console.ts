import type { Socket } from 'node:net';
import type { Endpoint } from '../../../topology/index.ts';
import type { SimulatedUnit } from '../../face/index.ts';
import type { Front } from '../door/front.ts';
import { openTcpFront } from '../door/listening.ts';
import { TelnetServer } from './telnet-server.ts';

/** How a console server line is spoken to: with telnet around the bytes, or bare. */
export type ConsoleCarrier = 'telnet' | 'tcp';

/** A client that reads nothing loses output beyond this, as a serial line would; it never holds the unit up. */
const unreadBytesAtMost = 256 * 1024;

/**
 * One line of a console server: one client at a time, a second one is told so in ser2net's words and closed. What
 * the unit prints while nobody is attached is lost, as on a serial line. Throws `BenchError` if it cannot listen.
 */
export async function serveTelnetConsole(
  unit: SimulatedUnit,
  wanted: Endpoint,
  carrier: ConsoleCarrier,
): Promise<Front> {
  let attached: Socket | undefined;
  const front = await openTcpFront(`console of the ${unit.name} unit`, wanted, (socket) => {
    if (attached) {
      socket.end('Port already in use\r\n');
      socket.resume();
      return;
    }
    attached = socket;
    socket.once('close', () => (attached = undefined));
    attach(socket, carrier, (keys) => unit.console.type(keys));
  });
  const deaf = unit.console.onBytes((bytes) => {
    if (attached?.writable && attached.writableLength < unreadBytesAtMost)
      attached.write(carrier === 'telnet' ? TelnetServer.escape(bytes) : bytes);
  });
  const close = async (): Promise<void> => {
    deaf();
    await front.close();
  };
  return { endpoint: front.endpoint, close };
}

function attach(socket: Socket, carrier: ConsoleCarrier, type: (keys: Uint8Array) => void): void {
  if (carrier === 'tcp') {
    socket.on('data', type);
    return;
  }
  const telnet = new TelnetServer();
  socket.write(telnet.opening());
  socket.on('data', (bytes) => {
    const { keys, reply } = telnet.receive(bytes);
    if (reply.length > 0 && socket.writable) socket.write(reply);
    if (keys.length > 0) type(keys);
  });
}
