import type { Socket } from 'node:net';
import type { Endpoint } from '../../../topology/index.ts';
import type { SimulatedAddress, SimulatedUnit, SimulatedVisit } from '../../face/index.ts';
import { serveDoor } from '../door/address-door.ts';
import type { Front } from '../door/front.ts';
import { TelnetServer } from './telnet-server.ts';

/** A client that reads nothing loses output beyond this; it never holds the unit up. */
const unreadBytesAtMost = 256 * 1024;

/** Telnet at an address of the pair. Throws `BenchError` if it cannot listen. */
export function serveTelnetManagement(at: SimulatedAddress, wanted: Endpoint): Promise<Front> {
  return serveDoor('telnet', at, wanted, attend);
}

function attend(socket: Socket, visit: SimulatedVisit, unit: SimulatedUnit): void {
  const telnet = new TelnetServer();
  socket.write(telnet.opening());
  const terminal = visit.open();
  const deaf = terminal.onBytes((bytes) => {
    if (socket.writable && socket.writableLength < unreadBytesAtMost)
      socket.write(TelnetServer.escape(bytes));
  });
  const forget = terminal.onClosed(() => {
    if (unit.powered) socket.end();
    else socket.resetAndDestroy();
  });
  socket.on('data', (bytes) => {
    const { keys, reply } = telnet.receive(bytes);
    if (reply.length > 0 && socket.writable) socket.write(reply);
    if (keys.length > 0) terminal.type(keys);
  });
  socket.once('close', () => {
    deaf();
    forget();
    terminal.close();
  });
}
