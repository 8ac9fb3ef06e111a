/** System messages about the connections through a unit. */
import type { Connection, ConnectionEnd } from '../message/state-entry.ts';
import type { SystemMessage } from './system-message.ts';

/** A packet of a connection that this unit knows nothing of. */
export function noConnection(
  packet: { from: string; fromPort: number; to: string; toPort: number; flags: string },
  nameif: string,
): SystemMessage {
  const { from, fromPort, to, toPort, flags } = packet;
  const text = `Deny TCP (no connection) from ${from}/${fromPort} to ${to}/${toPort} flags ${flags}  on interface ${nameif}`;
  return { id: 106_015, severity: 6, text };
}

/** A packet of a tunnel that this unit knows nothing of. */
export function invalidSpi(spi: number, from: string, to: string): SystemMessage {
  const number = spi.toString(16).toUpperCase().padStart(8, '0');
  const text = `IPSEC: Received an ESP packet (SPI= 0x${number}) from ${from} to ${to} with an invalid SPI.`;
  return { id: 402_114, severity: 4, text };
}

/** A connection was made through the unit. */
export function built(connection: Connection): SystemMessage {
  const { number, protocol, outbound, initiator, responder } = connection;
  const [near, far] = outbound ? [initiator, responder] : [responder, initiator];
  const text = `Built ${outbound ? 'outbound' : 'inbound'} ${protocol.toUpperCase()} connection ${number} for ${both(far)} to ${both(near)}`;
  return { id: protocol === 'tcp' ? 302_013 : 302_015, severity: 6, text };
}

/** It is over: how long it lasted, what it carried, and why it ended. */
export function tornDown(connection: Connection, nowMs: number): SystemMessage {
  const { number, protocol, outbound, initiator, responder, bytes, startedMs } = connection;
  const [near, far] = outbound ? [initiator, responder] : [responder, initiator];
  const head = `Teardown ${protocol.toUpperCase()} connection ${number} for ${place(far)} to ${place(near)}`;
  const why = protocol === 'tcp' ? ` ${reason(connection, nowMs)}` : '';
  return {
    id: protocol === 'tcp' ? 302_014 : 302_016,
    severity: 6,
    text: `${head} duration ${duration(nowMs - startedMs)} bytes ${bytes}${why}`,
  };
}

/** `h:mm:ss`, as durations and idle times are printed. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`;
}

function two(value: number): string {
  return String(value % 60).padStart(2, '0');
}

function reason({ flags, seenMs, lastsMs }: Connection, nowMs: number): string {
  if (/f/.test(flags) && /F/.test(flags)) return 'TCP FINs';
  if (nowMs - seenMs <= lastsMs) return 'TCP Reset-O';
  return flags.includes('U') ? 'Connection timeout' : 'SYN Timeout';
}

function both({ nameif, address, port, mapped, mappedPort }: ConnectionEnd): string {
  return `${nameif}:${address}/${port} (${mapped}/${mappedPort})`;
}

function place({ nameif, address, port }: ConnectionEnd): string {
  return `${nameif}:${address}/${port}`;
}
