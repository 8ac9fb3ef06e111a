import type { InterfaceHealth } from '../../pair/index.ts';
import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import { healthWord } from '../word/interface-row.ts';

/** `LAN-based Failover is Active` of PIX 6, and the row of the failover link under it. */
export interface LanRow {
  readonly active: boolean;
  readonly nameif?: string;
  readonly address?: string;
  readonly health?: InterfaceHealth;
  readonly mateAddress?: string;
  readonly mateHealth?: InterfaceHealth;
}

const opening = shaped(/^LAN[ -]based Failover is (not )?active$/i, (not = '') => ({ active: not === '' }));

const row = shaped(
  /^Interface (\S+) \(([^\s()]+)\): ?([a-z ]+), peer \(([^\s()]+)\): ?([a-z ]+)$/i,
  (nameif = '', address = '', printed = '', mateAddress = '', matePrinted = '') => {
    const health = healthWord(printed);
    const mateHealth = healthWord(matePrinted);
    return health && mateHealth && { nameif, address, health, mateAddress, mateHealth };
  },
);

/** Reads the two lines, or nothing if the next line does not open them. */
export function readLanRow(cursor: Cursor): LanRow | undefined {
  const opened = cursor.read(opening);
  return opened && { ...opened, ...cursor.read(row) };
}
