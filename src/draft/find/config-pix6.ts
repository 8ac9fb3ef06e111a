import type { AddressFacts } from '../facts.ts';
import type { ConfigBlock } from './config-blocks.ts';
import { addressesOf, capitalized } from './config-interface.ts';
import type { ConfigInterface } from './config-interface.ts';

/** The standby address of PIX 6 is a failover command of its own, which later firmware does not know. */
const standbyLine = /^failover ip address (\S+) (\S+)$/;

/** Interfaces as PIX 6 writes them: one command for the name, one for the address, one for that of the mate. */
export function pix6Interfaces(blocks: readonly ConfigBlock[]): readonly ConfigInterface[] {
  const active = new Map<string, AddressFacts>();
  const standby = new Map<string, string>();
  for (const { line } of blocks) {
    const [, name = '', ...words] = /^ip address (\S+) (\d\S+) (\S+)$/.exec(line) ?? [];
    if (name !== '') active.set(name, addressesOf(words));
    const [, mate = '', address = ''] = standbyLine.exec(line) ?? [];
    if (mate !== '') standby.set(mate, address);
  }
  return blocks.flatMap(({ line }) => {
    const [, socket, nameif, level] = /^nameif (\S+) (\S+) security(\d{1,3})$/.exec(line) ?? [];
    if (socket === undefined || nameif === undefined) return [];
    const own = active.get(nameif);
    const mate = standby.get(nameif);
    const addresses = own && { ...own, ...(mate === undefined ? {} : { standby: mate }) };
    return [
      {
        interface: capitalized(socket),
        nameif,
        securityLevel: Number(level),
        ...(addresses && { addresses }),
        shutdown: false,
      },
    ];
  });
}

/** Whether later firmware, and so the parser of failover commands, would not know this line. */
export function isPix6Failover(line: string): boolean {
  return standbyLine.test(line);
}
