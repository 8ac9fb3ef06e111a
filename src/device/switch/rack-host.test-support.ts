/**
 * A host in a network namespace of its own, behind one port of the switch of the rack: sends a number to the other host
 * over and over, and says on request how its link is and which number it heard last.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pause, realClock } from '../../clock.ts';

/** What a host tells of itself. */
export interface HostSeen {
  readonly carrier: boolean;
  /** How often the link came or went since it was made. */
  readonly linkEvents: number;
  /** How many numbers it heard from the other host. */
  readonly heard: number;
}

const [, , device = '', own = '', other = ''] = process.argv;
const port = 5000;
let heard = 0;

function seen(): HostSeen {
  const read = (file: string): string => readFileSync(`/sys/class/net/${device}/${file}`, 'utf8').trim();
  return { carrier: read('carrier') === '1', linkEvents: Number(read('carrier_changes')), heard };
}

const socket = createSocket('udp4');
socket.on('message', () => (heard += 1));
// While the link is down there is no way to the other host.
socket.on('error', () => undefined);
process.on('message', () => process.send?.({ device, seen: seen() }));
process.on('disconnect', () => process.exit());
socket.bind(port, own);
await once(socket, 'listening');
process.send?.({ ready: device });
for (let number = 1; ; number += 1) {
  socket.send(String(number), port, other, () => undefined);
  await pause(realClock, 10);
}
