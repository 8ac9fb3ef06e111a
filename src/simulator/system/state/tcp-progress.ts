import type { TcpPacket } from '../../fabric/tcp-packet.ts';
import type { Connection } from '../../message/state-entry.ts';

/** The order in which `show conn` prints the flags of a connection. */
const printed = Array.from('sSaAUfFRrIOB');

/** The flags of a connection whose SYN has just passed: what it waits for, and whether it comes from outside. */
export function openingFlags(outbound: boolean): string {
  return outbound ? 'saA' : 'SaAB';
}

/** True if the three steps of opening are done. */
export function isUp(connection: Connection): boolean {
  return connection.flags.includes('U');
}

/** True if one side has said that it sends no more. */
export function isClosing(connection: Connection): boolean {
  return /[fF]/.test(connection.flags);
}

/**
 * What one more packet makes of a TCP connection: nothing new, a change of its flags (which are set here), or its end.
 * `fromInside` is from the side of the higher security level.
 */
export function progress(
  connection: Connection,
  packet: TcpPacket,
  fromInitiator: boolean,
): 'same' | 'changed' | 'ended' {
  const fromInside = fromInitiator === connection.outbound;
  const before = connection.flags;
  if (packet.flags.startsWith('RST')) return 'ended';
  if (!isUp(connection)) connection.flags = opening(connection, packet, fromInitiator);
  else if (packet.flags !== 'SYN' && packet.flags !== 'SYN ACK') mark(connection, packet, fromInside);
  if (connection.flags === before) return 'same';
  return ['f', 'F', 'r', 'R'].every((flag) => connection.flags.includes(flag)) ? 'ended' : 'changed';
}

function opening({ flags, outbound }: Connection, packet: TcpPacket, fromInitiator: boolean): string {
  if (!fromInitiator && packet.flags === 'SYN ACK') return outbound ? 'A' : 'aB';
  const isAnswered = flags === 'A' || flags === 'aB';
  return fromInitiator && isAnswered && packet.flags !== 'SYN' ? (outbound ? 'U' : 'UB') : flags;
}

function mark(connection: Connection, packet: TcpPacket, fromInside: boolean): void {
  if (packet.bytes.length > 0) add(connection, fromInside ? 'O' : 'I');
  if (connection.flags.includes(fromInside ? 'F' : 'f')) add(connection, fromInside ? 'r' : 'R');
  if (packet.flags === 'FIN ACK') add(connection, fromInside ? 'f' : 'F');
}

function add(connection: Connection, flag: string): void {
  if (connection.flags.includes(flag)) return;
  const flags = connection.flags + flag;
  connection.flags = printed.filter((one) => flags.includes(one)).join('');
}
