/** Packets by which hosts use what a unit does beside forwarding: tunnels, leases of addresses, routes. */
import type { Mac } from '../ground/address.ts';
import type { TcpPacket } from './tcp-packet.ts';

/** Two VPN peers agree on a tunnel, whose packets carry the number `spi` from then on. */
export interface IkePacket {
  readonly carries: 'ike';
  readonly step: 'propose' | 'accept';
  readonly from: string;
  readonly to: string;
  readonly spi: number;
}

/** A packet within a tunnel. */
export interface TunnelPacket {
  readonly carries: 'esp';
  readonly from: string;
  readonly to: string;
  readonly spi: number;
  readonly inner: TcpPacket | TunnelledDatagram;
}

/** A datagram on its way through a tunnel, or out of it. */
export interface TunnelledDatagram {
  readonly carries: 'udp';
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly bytes: Uint8Array;
}

/** A host without an address asks for one, and is lent one. */
export interface DhcpPacket {
  readonly carries: 'dhcp';
  readonly step: 'request' | 'grant';
  readonly client: Mac;
  readonly address: string;
}

/** A router tells its neighbours which networks it knows the way to. */
export interface RipPacket {
  readonly carries: 'rip';
  readonly from: string;
  readonly networks: readonly { readonly network: string; readonly mask: string; readonly hops: number }[];
}

/** Any of them. */
export type DealingPacket = IkePacket | TunnelPacket | DhcpPacket | RipPacket;
