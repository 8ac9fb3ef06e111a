import type { Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { inSameSubnet, ipNumber, ipText } from '../../ground/address.ts';
import { broadcastMac, type Mac, type Packet } from '../../fabric/frame.ts';
import type {
  DhcpPacket,
  IkePacket,
  RipPacket,
  DealingPacket,
  TunnelPacket,
} from '../../fabric/dealing-packets.ts';
import { invalidSpi } from '../../syslog/connection-messages.ts';
import type { SystemMessage } from '../../syslog/system-message.ts';
import type { StateTables } from '../state/state-tables.ts';

/** What is not renewed is void after: a tunnel's day (its default lifetime), a lease's hour, a route's three minutes. */
const tunnelMs = 86_400_000;
const leaseMs = 3_600_000;
const routeMs = 180_000;
/** A network that is so many hops away cannot be reached (RFC 2453). */
const unreachable = 16;

/** What dealing with hosts needs of the unit. */
interface DealingHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
  addressOf(one: InterfaceSettings): string;
  transmit(over: InterfaceSettings, destination: Mac, packet: Packet): void;
  log(message: SystemMessage): void;
}

/** What the active unit does for hosts beside forwarding: it ends VPN tunnels, lends addresses, and learns routes. */
export class Dealings {
  readonly #host: DealingHost;
  readonly #tables: StateTables;

  constructor(host: DealingHost, tables: StateTables) {
    this.#host = host;
    this.#tables = tables;
  }

  /** Takes a packet that came in at `over` from the station `source`; what was in a tunnel is returned. */
  take(over: InterfaceSettings, source: Mac, packet: DealingPacket): TunnelPacket['inner'] | undefined {
    if (packet.carries === 'esp') return this.#unwrap(over, packet);
    if (packet.carries === 'ike') this.#agree(over, source, packet);
    else if (packet.carries === 'dhcp') this.#lend(over, packet);
    else this.#learn(over, packet);
    return undefined;
  }

  /** A security association of IKE, and one of IPSec below it. */
  #agree(over: InterfaceSettings, source: Mac, { step, from, to, spi }: IkePacket): void {
    const { config } = this.#host;
    const isHere = to === this.#host.addressOf(over) && step === 'propose';
    const ends = config
      .nodes()
      .some(({ text }) => /^crypto map \S+ interface (\S+)$/.exec(text)?.[1] === over.nameif);
    if (!isHere || !ends) return;
    const alike = { nameif: over.nameif ?? '', peer: from, spi, ...this.#stamped(tunnelMs) };
    const { associations } = this.#tables;
    associations.add({ kind: 'ike', key: `ike ${from}`, ...alike });
    associations.add({ kind: 'ipsec', key: `ipsec ${spi}`, ...alike });
    this.#host.transmit(over, source, { carries: 'ike', step: 'accept', from: to, to: from, spi });
  }

  #unwrap(
    over: InterfaceSettings,
    { from, to, spi, inner }: TunnelPacket,
  ): TunnelPacket['inner'] | undefined {
    if (to !== this.#host.addressOf(over)) return undefined;
    const association = this.#tables.associations.get(`ipsec ${spi}`);
    if (association?.peer === from) {
      this.#tables.associations.use(association);
      return inner;
    }
    this.#host.log(invalidSpi(spi, from, to));
    return undefined;
  }

  /** `dhcpd address 10.1.1.50-10.1.1.60 inside` with `dhcpd enable inside`. */
  #lend(over: InterfaceSettings, { step, client }: DhcpPacket): void {
    const { config } = this.#host;
    const nameif = over.nameif ?? '';
    if (step !== 'request' || config.text(`dhcpd enable ${nameif}`) === undefined) return;
    const { leases } = this.#tables;
    const held = leases.all().find((lease) => lease.mac === client && lease.nameif === nameif);
    const address = held?.address ?? this.#freeAddress(nameif);
    if (address === undefined) return;
    leases.add({
      kind: 'dhcp',
      key: `${nameif} ${address}`,
      nameif,
      address,
      mac: client,
      ...this.#stamped(leaseMs),
    });
    this.#host.transmit(over, broadcastMac, { carries: 'dhcp', step: 'grant', client, address });
  }

  #freeAddress(nameif: string): string | undefined {
    const range = /^dhcpd address (\S+)-(\S+) (\S+)$/;
    for (const { text } of this.#host.config.nodes()) {
      const [, first = '', last = '', on] = range.exec(text) ?? [];
      if (on !== nameif) continue;
      for (let at = ipNumber(first) ?? 0; at <= (ipNumber(last) ?? -1); at += 1) {
        if (!this.#tables.leases.get(`${nameif} ${ipText(at)}`)) return ipText(at);
      }
    }
    return undefined;
  }

  /** `router rip` with the network of the interface. */
  #learn(over: InterfaceSettings, { from, networks }: RipPacket): void {
    const nameif = over.nameif ?? '';
    const told = this.#host.config.section('router rip').map(({ text }) => text.split(' '));
    const isToldOf = told.some(
      ([word, network = '']) =>
        word === 'network' && inSameSubnet(network, over.active ?? '', over.mask ?? ''),
    );
    if (!isToldOf) return;
    const { routes } = this.#tables;
    for (const { network, mask, hops } of networks) {
      const key = `${network} ${mask}`;
      const known = routes.get(key);
      if (known && known.gateway !== from && known.hops <= hops + 1) continue;
      if (hops + 1 < unreachable) {
        const route = { nameif, network, mask, gateway: from, hops: hops + 1 };
        routes.add({ kind: 'route', key, ...route, ...this.#stamped(routeMs) });
      } else if (known) routes.end(known);
    }
  }

  #stamped(lastsMs: number): { startedMs: number; seenMs: number; toldMs: number; lastsMs: number } {
    const nowMs = this.#host.clock.nowMs();
    return { startedMs: nowMs, seenMs: nowMs, toldMs: nowMs, lastsMs };
  }
}
