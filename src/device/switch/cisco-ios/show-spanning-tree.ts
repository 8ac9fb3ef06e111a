import type { SpanningTreeState } from '../switch.ts';
import { readLines } from './read-lines.ts';

const states: Readonly<Record<string, SpanningTreeState>> = {
  FWD: 'forwarding',
  BLK: 'blocking',
  LIS: 'listening',
  LRN: 'learning',
  DIS: 'disabled',
  BKN: 'broken',
};

/** Said of a port whose link is down, or that is in no spanning tree. */
const none = /^no spanning tree info available for /i;

/** Reads `show spanning-tree interface … portfast`: on only where it is for every VLAN. Throws `UnreadLineError`. */
export function readPortfast(text: string): boolean | undefined {
  const rows = readLines('show spanning-tree interface portfast', text, [none], (line) => {
    const found = /^(?:VLAN|MST)\d+\s+(enabled|disabled)$/i.exec(line)?.[1];
    return found === undefined ? undefined : found.toLowerCase() === 'enabled';
  });
  return rows.length === 0 ? undefined : rows.every(Boolean);
}

/** Reads `show spanning-tree interface …`: the state that is farthest from forwarding. Throws `UnreadLineError`. */
export function readSpanningTree(text: string): SpanningTreeState | undefined {
  const row = /^(?:VLAN|MST)\d+\s+\S+\s+([A-Z]{3})\*?\s+\d+\s+[\d.]+\s+.+$/;
  const headings = [none, /^(?:Vlan|Mst Instance)\s+Role\s+Sts\s/, /^[- ]+$/];
  const all = readLines(
    'show spanning-tree interface',
    text,
    headings,
    (line) => states[row.exec(line)?.[1] ?? ''],
  );
  return all.find((state) => state !== 'forwarding') ?? all[0];
}
