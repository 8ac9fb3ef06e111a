import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** One row of `show interface ip brief`. */
export interface InterfaceBrief {
  readonly port: string;
  /** Absent for `unassigned`. */
  readonly address?: string;
  readonly ok: boolean;
  /** `CONFIG`, `DHCP`, `manual`, `unset`, … */
  readonly method: string;
  readonly status: 'up' | 'down' | 'administratively-down';
  readonly protocol: 'up' | 'down';
}

/** `show interface ip brief`. */
export const showInterfaceIpBrief: ShowParser<readonly InterfaceBrief[]> = showParser(
  'show interface ip brief',
  readTable,
);

const heading = shaped(/^Interface IP-Address OK\? Method Status Protocol$/i, () => true);

const row = shaped(
  /^(\S+) (\S+) (YES|NO) (\S+) (up|down|administratively down|admin down) (up|down)$/i,
  (port = '', address = '', ok = '', method = '', status = '', protocol = ''): InterfaceBrief => ({
    port,
    ...(address.toLowerCase() !== 'unassigned' && { address }),
    ok: ok.toUpperCase() === 'YES',
    method,
    status: statusOf(status.toLowerCase()),
    protocol: protocol.toLowerCase() === 'up' ? 'up' : 'down',
  }),
);

function statusOf(word: string): InterfaceBrief['status'] {
  if (word === 'up' || word === 'down') return word;
  return 'administratively-down';
}

function readTable(cursor: Cursor): readonly InterfaceBrief[] {
  cursor.need(heading, 'the heading `Interface  IP-Address  OK? Method Status  Protocol`');
  return cursor.readAll(row);
}
