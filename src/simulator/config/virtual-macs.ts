import type { ConfigTree } from './config-tree.ts';

/** The MAC addresses that a configuration gives an interface, one for each role; undefined where it gives none. */
export interface VirtualMacs {
  readonly active?: string | undefined;
  readonly standby?: string | undefined;
}

/**
 * Virtual MAC addresses in the order of preference of the ASA 5580 guide («Configuring Virtual MAC Addresses»):
 * `mac-address` of the interface, `failover mac address`, `mac-address auto`. Where all are silent it is the
 * burned-in address. `at` is where the interface stands among all.
 */
export function virtualMacs(config: ConfigTree, name: string, at: number): VirtualMacs {
  const own = config.text('mac-address', `interface ${name}`);
  if (own !== undefined) {
    const [, active, , standby] = own.split(' ');
    return { active, standby };
  }
  const ofPair = config.text(`failover mac address ${name.split('.')[0] ?? name}`);
  if (ofPair !== undefined) {
    const [, , , , active, standby] = ofPair.split(' ');
    return { active, standby };
  }
  const auto = config.text('mac-address auto');
  if (auto === undefined) return {};
  const prefix = auto.split(' ')[3];
  return prefix === undefined ? bySlot(name) : byPrefix(Number(prefix), at);
}

/** `12` or `02`, then slot, port, subinterface and context, as firmware before 8.6 makes them. */
function bySlot(name: string): VirtualMacs {
  const [hardware = '', sub = '0'] = name.split('.');
  const numbers = (/\d[\d/]*$/.exec(hardware)?.[0] ?? '0').split('/').map(Number);
  const [port = 0, slot = 0] = numbers.toReversed();
  const rest = `${hex(slot, 2)}.${hex(port, 2)}${hex(Number(sub) & 0xff, 2)}.0001`;
  return { active: `12${rest}`, standby: `02${rest}` };
}

/** `A2`, the prefix with its bytes swapped, and a count. */
function byPrefix(prefix: number, at: number): VirtualMacs {
  const head = `a2${hex(prefix & 0xff, 2)}.${hex(prefix >>> 8, 2)}`;
  const counted = (count: number): string => `${head}${hex(count >>> 16, 2)}.${hex(count & 0xffff, 4)}`;
  return { active: counted(2 * at + 2), standby: counted(2 * at + 3) };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
