import type { PortCount } from '../switch.ts';
import { readLines } from './read-lines.ts';

/** Reads `show interfaces … counters` of one port. Throws `UnreadLineError`. */
export function readCounters(text: string): { readonly received: PortCount; readonly sent: PortCount } {
  let direction: 'received' | 'sent' | undefined;
  const counts: { received: PortCount; sent: PortCount } = { received: {}, sent: {} };
  readLines('show interfaces counters', text, [], (line) => {
    const heading = /^Port\s+(In|Out)Octets\s+\1UcastPkts\s+\1McastPkts\s+\1BcastPkts$/.exec(line)?.[1];
    if (heading !== undefined) direction = heading === 'In' ? 'received' : 'sent';
    const numbers = /^[A-Za-z]+[\d/.]+\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)$/.exec(line)?.slice(1).map(Number);
    if (heading === undefined && (!numbers || !direction)) return undefined;
    const [octets, unicast, multicast, broadcast] = numbers ?? [];
    if (direction && octets !== undefined && unicast !== undefined && multicast !== undefined)
      counts[direction] = { octets, unicast, multicast, ...(broadcast === undefined ? {} : { broadcast }) };
    return line;
  });
  return counts;
}
