import type { Clock } from '../clock.ts';
import { openEars } from '../listen/index.ts';
import type { TrySocket } from './examined.ts';

/** Tries places of this machine with the very sockets that a run listens with. */
export function trySocket(clock: Clock): TrySocket {
  return async (by, place) => {
    const wish = by === 'udp' ? { syslogUdp: place } : { syslogTcp: place };
    const nobody = { onHeard: () => undefined, onUnheard: () => undefined };
    const ears = await openEars({ ...wish, speakers: new Map() }, clock, nobody);
    await ears.close();
  };
}
