import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import { freeAddress, ipNumber, ipText, isMask } from '../ground/address.ts';

/** What has a list of those who may come: `ssh 198.51.100.0 255.255.255.0 inside`. */
type Listed = 'ssh' | 'telnet' | 'http';

/**
 * The address that somebody comes from who connects from the machine of the bench; undefined if they may not come
 * in. Such a client stands for any station of the interface's own subnet, so it may come where a line of the list
 * covers one of those. Telnet and HTTPS need a line; SSH without any line at all is open to whoever has a
 * password, so that a pair that nobody has told who manages it can be managed.
 */
export function sourceAt(config: ConfigTree, door: Listed, at: InterfaceSettings): string | undefined {
  const subnet = netOf(at.active, at.mask);
  if (!subnet) return undefined;
  const lists = config.nodes().flatMap(({ text }) => listed(door, text) ?? []);
  if (lists.length === 0) return door === 'ssh' ? stationOf(at) : undefined;
  for (const { net, nameif } of lists) {
    if (nameif !== at.nameif) continue;
    if (covers(net, subnet)) return stationOf(at);
    if (covers(subnet, net)) return ipText(net.size === 1 ? net.first : net.first + 1);
  }
  return undefined;
}

interface Net {
  readonly first: number;
  readonly size: number;
}

function listed(door: Listed, text: string): { readonly net: Net; readonly nameif: string } | undefined {
  const [word, address = '', mask = '', nameif, ...more] = text.split(' ');
  const net = word === door ? netOf(short(address), short(mask)) : undefined;
  return net && nameif !== undefined && more.length === 0 ? { net, nameif } : undefined;
}

/** `ssh 0 0 inside` is everybody. */
function short(word: string): string {
  return word === '0' ? '0.0.0.0' : word;
}

function netOf(address: string | undefined, mask: string | undefined): Net | undefined {
  const [number, bits] = [ipNumber(address ?? ''), ipNumber(mask ?? '')];
  if (number === undefined || bits === undefined || !isMask(mask ?? '')) return undefined;
  return { first: (number & bits) >>> 0, size: 2 ** 32 - bits };
}

function covers(wide: Net, narrow: Net): boolean {
  return wide.first <= narrow.first && narrow.first + narrow.size <= wide.first + wide.size;
}

/** A station of the subnet that is nobody else. */
function stationOf({ active = '', mask = '', standby }: InterfaceSettings): string | undefined {
  return freeAddress(active, mask, [active, ...(standby === undefined ? [] : [standby])]);
}
