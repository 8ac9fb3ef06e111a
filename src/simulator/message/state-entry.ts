/** What the state tables of a unit hold: plain entries, that travel to the mate as they are. */
import type { GroupId } from '../../pair/index.ts';
import type { Mac } from '../ground/address.ts';

/** One end of a connection: on which interface, its own address, and the one that the other end knows it by. */
export interface ConnectionEnd {
  readonly nameif: string;
  readonly address: string;
  readonly port: number;
  readonly mapped: string;
  readonly mappedPort: number;
}

/** When an entry was made, when it was last used, and how long it lasts unused; `Infinity` for always. */
interface Lasting {
  readonly key: string;
  readonly startedMs: number;
  seenMs: number;
  lastsMs: number;
  /** When the mate was last told of it. */
  toldMs: number;
}

/** One connection through the unit; `key` is the flow of packets of its initiator. */
export interface Connection extends Lasting {
  readonly kind: 'tcp' | 'udp' | 'http';
  readonly number: number;
  readonly protocol: 'tcp' | 'udp';
  readonly initiator: ConnectionEnd;
  readonly responder: ConnectionEnd;
  /** From the higher security level to the lower one. */
  readonly outbound: boolean;
  /** As `show conn` prints them. */
  flags: string;
  bytes: number;
}

/** An address that goes by another one beyond an interface; without ports, with all of them. */
export interface Translation extends Lasting {
  readonly kind: 'xlate';
  readonly protocol?: 'tcp' | 'udp' | undefined;
  readonly from: { readonly nameif: string; readonly address: string; readonly port?: number | undefined };
  readonly to: { readonly nameif: string; readonly address: string; readonly port?: number | undefined };
}

/** Where an address of a segment is. */
export interface Neighbour extends Lasting {
  readonly kind: 'arp';
  readonly nameif: string;
  readonly address: string;
  readonly mac: Mac;
}

/** A call that is being set up or held: where the media of either side is expected. */
export interface SipCall extends Lasting {
  readonly kind: 'sip';
  readonly caller: Media;
  readonly callee?: Media | undefined;
}

/** Where one side of a call hears. */
export interface Media {
  readonly nameif: string;
  readonly address: string;
  readonly port: number;
}

/** A security association with a VPN peer, by its number. */
export interface SecurityAssociation<Kind = 'ike' | 'ipsec'> extends Lasting {
  readonly kind: Kind;
  readonly nameif: string;
  readonly peer: string;
  readonly spi: number;
}

/** A tunnel of a mobile subscriber between two support nodes. */
export interface PdpContext extends Lasting {
  readonly kind: 'gtp';
  readonly sgsn: string;
  readonly ggsn: string;
  readonly tunnel: string;
}

/** Who has logged in from an address, to be let through (cut-through authentication). */
export interface LoggedInUser extends Lasting {
  readonly kind: 'uauth';
  readonly address: string;
  readonly user: string;
}

/** A network that a neighbouring router told of. */
export interface LearntRoute extends Lasting {
  readonly kind: 'route';
  readonly nameif: string;
  readonly network: string;
  readonly mask: string;
  readonly gateway: string;
  readonly hops: number;
}

/** An address that was lent to a host. */
export interface AddressLease extends Lasting {
  readonly kind: 'dhcp';
  readonly nameif: string;
  readonly address: string;
  readonly mac: Mac;
}

/** Behind which interface a station is, in transparent mode. */
export interface BridgedStation extends Lasting {
  readonly kind: 'bridge';
  readonly nameif: string;
  readonly mac: Mac;
}

/** Everything that stands in a state table. */
export type StateEntry =
  | Connection
  | Translation
  | Neighbour
  | SipCall
  | SecurityAssociation<'ike'>
  | SecurityAssociation<'ipsec'>
  | PdpContext
  | LoggedInUser
  | LearntRoute
  | AddressLease
  | BridgedStation;

/** The kinds of state. */
export type StateKind = StateEntry['kind'];

/** One logical update: what became of an entry. Without `context` it is of the only one, or of the system's. */
export interface LogicalUpdate {
  readonly change: 'made' | 'changed' | 'ended';
  readonly entry: StateEntry;
  readonly group: GroupId;
  readonly context?: string | undefined;
}
