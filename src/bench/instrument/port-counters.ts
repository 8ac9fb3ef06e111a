import type { PortCounters } from '../../device/index.ts';
import { framesOf } from '../rest/frames-of.ts';
import { missingSwitch } from './cabled-sockets.ts';
import { readEachPort } from './each-port.ts';
import type { Instrument } from './instrument.ts';

/**
 * What went through the switch ports that the units are cabled to, in frames and octets, seen from the switch:
 * `sw1 Gi1/0/3 received frames 12 unicast 12 multicast 0 … octets 1200 discards 0 sent frames 9 … primary inside`.
 */
export const portCounters: Instrument = {
  name: 'port-counters',
  missing: ({ topology }) => missingSwitch(topology),
  read: (bench) =>
    readEachPort(bench, async (of, port) => {
      const counters = await of.portCounters(port);
      return { ...counters, words: inWords(counters) };
    }),
};

const counts = ['unicast', 'multicast', 'broadcast', 'octets', 'discards'] as const;

function inWords(counters: PortCounters): string {
  return (['received', 'sent'] as const)
    .map(
      (way) =>
        `${way} frames ${framesOf(counters[way]) ?? 'unknown'} ${counts.map((what) => `${what} ${counters[way][what] ?? 'unknown'}`).join(' ')}`,
    )
    .join(' ');
}
