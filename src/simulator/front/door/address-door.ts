import type { Socket } from 'node:net';
import type { Endpoint } from '../../../topology/index.ts';
import type { Door, SimulatedAddress, SimulatedUnit, SimulatedVisit } from '../../face/index.ts';
import type { Front } from './front.ts';
import { openTcpFront } from './listening.ts';

/**
 * Listens for an address of the pair. A connection reaches the unit that has the address, and is that unit's: it is
 * reset when the address goes to the other unit, which knows nothing of it, or when the unit loses its power. Where
 * nobody answers, and where `accept` says that the unit does not want it, it is reset at once. Throws `BenchError` if
 * it cannot listen.
 */
export async function serveAddress(
  what: string,
  at: SimulatedAddress,
  wanted: Endpoint,
  accept: (socket: Socket, unit: SimulatedUnit) => boolean,
): Promise<Front> {
  const connections = new Map<Socket, SimulatedUnit>();
  const front = await openTcpFront(`${what} at the ${at.role} address`, wanted, (socket) => {
    const unit = at.unit();
    if (!unit || !accept(socket, unit)) {
      socket.resetAndDestroy();
      return;
    }
    connections.set(socket, unit);
    socket.once('close', () => connections.delete(socket));
  });
  const unwatch = at.onMoved(() => {
    const now = at.unit();
    for (const [socket, unit] of connections)
      if (!unit.powered || (now && now !== unit)) socket.resetAndDestroy();
  });
  const close = async (): Promise<void> => {
    unwatch();
    await front.close();
  };
  return { endpoint: front.endpoint, close };
}

/** As `serveAddress`, for those who are let in by a door and hold a place there until they leave. */
export function serveDoor(
  door: Door,
  at: SimulatedAddress,
  wanted: Endpoint,
  attend: (socket: Socket, visit: SimulatedVisit, unit: SimulatedUnit) => void,
): Promise<Front> {
  return serveAddress(door, at, wanted, (socket, unit) => {
    const visit = unit.visit(door, { address: at.address ?? '', fromPort: socket.remotePort ?? 0 });
    if (!visit) return false;
    socket.once('close', () => visit.leave());
    attend(socket, visit, unit);
    return true;
  });
}
