import type { LearnedMac } from '../switch.ts';
import { longName } from './interface-name.ts';
import { readLines } from './read-lines.ts';

const headings = [
  /^\s*Mac Address Table$/,
  /^[- ]+$/,
  /^Vlan\s+Mac Address\s+Type\s+Ports$/,
  /^Total Mac Addresses for this criterion: \d+$/,
];
const row =
  /^\s*(?<vlan>All|\d+)\s+(?<mac>(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})\s+(?<type>[A-Z]+)\s+(?<port>\S+)$/i;

/** Reads `show mac address-table`; what is behind no port, the switch itself and what it drops, is left out. */
export function readMacAddressTable(text: string): readonly LearnedMac[] {
  const rows = readLines('show mac address-table', text, headings, (line) => {
    const { vlan = '', mac = '', port = '' } = row.exec(line)?.groups ?? {};
    return mac === '' ? undefined : { vlan, mac: mac.toLowerCase(), port };
  });
  return rows.flatMap(({ vlan, mac, port }) =>
    /\d/.test(port) && !/^Vl\d/.test(port)
      ? [
          {
            mac,
            port: [...new Set([port, longName(port)])],
            ...(vlan === 'All' ? {} : { vlan: Number(vlan) }),
          },
        ]
      : [],
  );
}
