import type { Socket } from 'node:net';
import type { Front } from './door/front.ts';
import { openTcpFront, wantedEndpoint } from './door/listening.ts';

/** A line of troubles is shorter than this. */
const longestLine = 512;

/**
 * Takes troubles for a running bench: over TCP and on this machine only, one a line, each with its answer. Port 0 is
 * any free one. Throws `BenchError` if it cannot listen.
 */
export function serveTroubleDoor(port: number, answer: (line: string) => string): Promise<Front> {
  const wanted = wantedEndpoint({ host: '127.0.0.1', port });
  return openTcpFront('trouble door', wanted, (socket) => converse(socket, answer));
}

function converse(socket: Socket, answer: (line: string) => string): void {
  let held = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = (held + String(text)).split(/\r?\n/);
    held = lines.pop() ?? '';
    if (held.length > longestLine) return socket.end(`error: a line is shorter than ${longestLine}\n`);
    for (const line of lines) {
      if (line.trim() === 'quit') return socket.end();
      const said = answer(line);
      if (said !== '') socket.write(`${said}\n`);
    }
    return undefined;
  });
}
