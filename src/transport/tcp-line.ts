import type { Clock } from '../clock.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';
import type { SocketOptions } from './socket.ts';
import { connectSocket, follow, socketCarrier } from './socket.ts';

/** Opens a line over raw TCP; throws `BenchError` if nothing answers within the bound. Bytes pass untouched. */
export async function openTcpLine(options: SocketOptions, clock: Clock): Promise<Line> {
  const name = `tcp ${options.host}:${options.port}`;
  const socket = await connectSocket(name, options, clock);
  const line = new CarriedLine(name, clock, socketCarrier(socket, clock));
  follow(socket, line, (bytes) => line.arrived(bytes));
  return line;
}
