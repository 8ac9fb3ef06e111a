import type { Cursor } from '../line/cursor.ts';
import { firstOf, shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** One row of a table of addresses. */
export interface AddressRow {
  /** Absent on PIX 6, which names interfaces only. */
  readonly port?: string;
  /** Absent in transparent mode, where the unit has one address and no interface has. */
  readonly nameif?: string;
  /** Absent for `unassigned`. */
  readonly address?: string;
  readonly mask?: string;
  /** `CONFIG`, `DHCP`, `manual`, `unset`, …; absent on PIX 6. */
  readonly method?: string;
}

/**
 * What `show ip address` says. `system` are the addresses that are configured for the active unit, `current` those
 * that this unit uses now: the two agree on the active unit, and only there.
 */
export interface IpAddressFacts {
  readonly system: readonly AddressRow[];
  readonly current: readonly AddressRow[];
}

/** `show ip address`, of all interfaces or of one. */
export const showIpAddress: ShowParser<IpAddressFacts> = showParser('show ip address [<name>]', (cursor) => ({
  system: readTable(cursor, /^(?:Management )?System IP Address(?:es)?:$/i, '`System IP Addresses:`'),
  current: readTable(
    cursor,
    /^(?:Management )?Current IP Address(?:es)?:$/i,
    'a row, or `Current IP Addresses:`',
  ),
}));

const columns = shaped(/^Interface Name IP address Subnet mask Method$/i, () => true);

const tableRow = shaped(
  /^(\S+) (\S+) ([0-9a-fx.:]+) ([0-9x.]+) ([a-z]+)$/i,
  (port = '', nameif = '', address = '', mask = '', method = ''): AddressRow => ({
    port,
    nameif,
    address,
    mask,
    method,
  }),
);

const unassignedRow = shaped(
  /^(\S+) (\S+) unassigned(?: unassigned)?(?: ([a-z]+))?$/i,
  (port = '', nameif = '', method = ''): AddressRow => ({ port, nameif, ...(method !== '' && { method }) }),
);

const pixRow = shaped(
  /^(no )?ip address (\S+)(?: ([0-9x.]+) ([0-9x.]+))?(?: (dhcp|pppoe)\b.*)?$/i,
  (no = '', nameif = '', address = '', mask = '', method = ''): AddressRow | undefined => {
    if (address === '')
      return no === '' && method === '' ? undefined : { nameif, ...(method !== '' && { method }) };
    return { nameif, address, mask, ...(method !== '' && { method }) };
  },
);

/** One address for the whole unit (transparent mode). */
const managementRow = shaped(
  /^ip address ([0-9a-fx.:]+) ([0-9x.]+)$/i,
  (address = '', mask = ''): AddressRow => ({ address, mask }),
);

function readTable(cursor: Cursor, title: RegExp, expected: string): readonly AddressRow[] {
  cursor.need(
    shaped(title, () => true),
    expected,
  );
  cursor.read(columns);
  return cursor.readAll((text) => firstOf([managementRow, pixRow, tableRow, unassignedRow], text));
}
