import type { UnitName } from '../../pair/index.ts';
import type { SnmpTrap } from '../snmp/trap.ts';
import type { Postmark } from '../message/letter.ts';
import type { FailoverMessage } from '../message/failover-message.ts';
import type { Mac } from '../ground/address.ts';
import type { DealingPacket } from './dealing-packets.ts';
import type { TcpPacket } from './tcp-packet.ts';

export type { Mac } from '../ground/address.ts';

/** To everybody on the segment. */
export const broadcastMac: Mac = 'ffff.ffff.ffff';

/** «Who has this address», and the answer; a request for one's own address is the gratuitous one. */
export interface ArpPacket {
  readonly carries: 'arp';
  readonly operation: 'request' | 'reply';
  readonly senderMac: Mac;
  readonly senderIp: string;
  readonly targetIp: string;
}

/** A datagram: a probe through the pair. */
export interface UdpPacket {
  readonly carries: 'udp';
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly bytes: Uint8Array;
}

/** An ICMP echo request or its reply; `255.255.255.255` is the broadcast ping. */
export interface PingPacket {
  readonly carries: 'ping';
  readonly from: string;
  readonly to: string;
  readonly reply: boolean;
  /** The number of a request that somebody waits for an answer to; the reply repeats it. */
  readonly sequence?: number | undefined;
}

/** The address that is everyone's on a segment. */
export const broadcastIp = '255.255.255.255';

/** What the units of a pair tell each other; `sealedWith` is the failover key that it was encrypted with. */
export interface FailoverPacket {
  readonly carries: 'failover';
  readonly from: string;
  readonly sealedWith?: string | undefined;
  readonly message: FailoverMessage;
  /** On what goes over the failover link to the mate. */
  readonly mark?: Postmark | undefined;
}

/** A system message on its way to a log host; who sent it is known to the bench, and on no wire. */
export interface SyslogPacket {
  readonly carries: 'syslog';
  readonly sentBy: UnitName;
  readonly from: string;
  readonly to: string;
  readonly protocol: 'udp' | 'tcp';
  readonly toPort: number;
  readonly text: string;
}

/**
 * A step of the connection that a unit logs over, from the unit to the host or back; `toPort` is that of the host
 * either way, and `unit` stands for the port of the unit.
 */
export interface LogLinkPacket {
  readonly carries: 'log-link';
  readonly step: 'open' | 'accepted' | 'closed';
  readonly unit: UnitName;
  readonly from: string;
  readonly to: string;
  readonly toPort: number;
}

/** An SNMP notification on its way to a station; it is encoded where it leaves the simulated network. */
export interface TrapPacket {
  readonly carries: 'trap';
  readonly sentBy: UnitName;
  readonly from: string;
  readonly to: string;
  readonly toPort: number;
  readonly trap: SnmpTrap;
}

/** What a unit says of its own, to those beside it who listen. */
export type OwnPacket = SyslogPacket | LogLinkPacket | TrapPacket;

/** What a frame carries. */
export type Packet =
  | ArpPacket
  | UdpPacket
  | TcpPacket
  | PingPacket
  | FailoverPacket
  | SyslogPacket
  | LogLinkPacket
  | DealingPacket
  | TrapPacket;

/** One Ethernet frame; `vlan` is the tag of a subinterface. */
export interface Frame {
  readonly source: Mac;
  readonly destination: Mac;
  readonly vlan?: number | undefined;
  readonly packet: Packet;
}

/** How long a packet is on the wire, for counters; headers are counted, padding is not. */
export function frameBytes(frame: Frame): number {
  if (frame.packet.carries === 'syslog') return 42 + frame.packet.text.length;
  if (frame.packet.carries === 'tcp') return Math.max(60, 54 + frame.packet.bytes.length);
  return frame.packet.carries === 'udp' ? 42 + frame.packet.bytes.length : 60;
}
