import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { addressesAt, inOneSubnet, placedInterfaces, subnetSize } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Instrument } from './instrument.ts';

/** The ARP cache of a Linux machine as text: address, kind of hardware, flags, hardware address, mask, device. */
const cache = '/proc/net/arp';

/** Set in the flags of an entry that has a hardware address (`ATF_COM` in `net/if_arp.h`). */
const complete = 0x2;

/**
 * What this machine, as a host beside the pair, takes for the hardware addresses of the units:
 * `192.0.2.1 0011.2233.4455 active outside`, or `unknown` in the place of the address. It is a cache and no answer: it
 * says what a host believes, which after a failover should be what it believed before.
 */
export const neighbours: Instrument = {
  name: 'neighbours',
  missing: ({ topology }) => {
    if (topology.simulated)
      return 'hosts of a simulated bench do not show whom they have in their ARP caches';
    if (addressesBeside(topology, ownAddresses()).length === 0)
      return 'this machine has no address on a segment of the pair, and so no ARP cache of it';
    return existsSync(cache) ? undefined : `this machine does not show its ARP cache: there is no ${cache}`;
  },
  read: ({ topology, clock }) => {
    const askedMs = clock.nowMs();
    const lines = neighbourLines(addressesBeside(topology, ownAddresses()), readFileSync(cache, 'utf8'));
    const witness = 'ARP cache of this machine';
    return Promise.resolve({ raw: lines.join('\n'), askedMs, answeredMs: clock.nowMs(), witness });
  },
};

/** An address of the pair: whose it is, as `active outside`. */
export interface PairAddress {
  readonly address: string;
  readonly called: string;
}

/** The addresses of the pair on the segments where one of `own` is, a machine's addresses. */
export function addressesBeside(topology: Topology, own: readonly string[]): readonly PairAddress[] {
  return placedInterfaces(topology).flatMap(({ data }) => {
    const addresses = addressesAt(topology.pair, data);
    if (!addresses) return [];
    const { nameif } = data;
    const { active, standby, mask } = addresses;
    const size = subnetSize(mask) ?? 1;
    if (!own.some((address) => inOneSubnet(address, active, size))) return [];
    const known = [
      { address: active, called: `active ${nameif}` },
      ...(standby === undefined ? [] : [{ address: standby, called: `standby ${nameif}` }]),
    ];
    return known.filter(({ address }) => !own.includes(address));
  });
}

/** One line for each address, by the text of an ARP cache. */
export function neighbourLines(addresses: readonly PairAddress[], text: string): readonly string[] {
  const macs = new Map(
    text.split('\n').flatMap((line) => {
      const [address, , flags, mac] = line.trim().split(/\s+/);
      if (address === undefined || mac === undefined || (Number(flags) & complete) === 0) return [];
      return [[address, dotted(mac)] as const];
    }),
  );
  return addresses.map(({ address, called }) => `${address} ${macs.get(address) ?? 'unknown'} ${called}`);
}

/** `00:11:22:33:44:55` as the appliance prints it. */
function dotted(mac: string): string {
  const digits = mac.replaceAll(':', '').toLowerCase();
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('.');
}

function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((of) =>
    (of ?? []).filter(({ family }) => family === 'IPv4').map(({ address }) => address),
  );
}
