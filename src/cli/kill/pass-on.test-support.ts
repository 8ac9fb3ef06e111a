/**
 * A process that stands before a device: whatever comes to it goes on to the device, and comes back. Stopped, it is a device
 * that hangs: it takes calls and datagrams, as the kernel does for it, and says nothing. Started with a list of passages;
 * prints where it listens for each, once it does.
 */
import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

interface At {
  readonly host: string;
  readonly port: number;
}

/** One way to a device. */
export interface Passage {
  readonly by: 'tcp' | 'udp';
  readonly to: At;
  /** Where to listen; without it, wherever there is room on 127.0.0.1. */
  readonly at?: At;
}

const anywhere: At = { host: '127.0.0.1', port: 0 };

async function passTcp({ to, at = anywhere }: Passage): Promise<number> {
  const server = net.createServer((near) => {
    const far = net.connect(to);
    for (const socket of [near, far]) socket.setNoDelay(true);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy()).on('error', () => undefined);
    far.once('close', () => near.destroy()).on('error', () => undefined);
  });
  server.listen(at);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Datagrams go on from the address that they came from, so that who has sent them can be told. */
async function passUdp({ to, at = anywhere }: Passage): Promise<number> {
  const near = dgram.createSocket('udp4');
  const far = new Map<string, dgram.Socket>();
  near.on('message', (message, { address, port }) => {
    const from = `${address}:${port}`;
    let socket = far.get(from);
    if (!socket) {
      socket = dgram.createSocket('udp4').bind({ address });
      socket.on('message', (answer) => near.send(answer, port, address)).on('error', () => undefined);
      far.set(from, socket);
    }
    socket.send(message, to.port, to.host);
  });
  near.bind({ address: at.host, port: at.port });
  await once(near, 'listening');
  return near.address().port;
}

const passages = JSON.parse(process.argv[2] ?? '[]') as readonly Passage[];
const ports = await Promise.all(
  passages.map((passage) => (passage.by === 'tcp' ? passTcp(passage) : passUdp(passage))),
);
process.stdout.write(`${JSON.stringify(ports)}\n`);
// Whoever started it holds its input: it ends with him.
process.stdin.once('end', () => process.exit()).resume();
