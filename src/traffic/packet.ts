/** One probe on the wire. */
export interface Packet {
  /** Which of the flows of this start. */
  readonly flow: number;
  readonly seq: number;
  /** When it was sent, on the monotonic clock. */
  readonly sentMs: number;
}

const magic = Buffer.from('FOVP1');
const startLength = 8;
const length = magic.length + startLength + 2 + 6 + 8;

/** Bytes in the token that tells the probes of one start from those of any other on the same port. */
export const startTokenLength = startLength;

/** The datagram of a probe. */
export function packetBytes(startToken: Buffer, packet: Packet): Buffer {
  const bytes = Buffer.alloc(length);
  let at = magic.copy(bytes);
  at += startToken.copy(bytes, at, 0, startLength);
  at = bytes.writeUInt16BE(packet.flow, at);
  at = bytes.writeUIntBE(packet.seq, at, 6);
  bytes.writeDoubleBE(packet.sentMs, at);
  return bytes;
}

/** The probe in a datagram; nothing if it is of another start or no probe at all. Never throws. */
export function readPacket(startToken: Buffer, bytes: Buffer): Packet | undefined {
  const at = magic.length + startLength;
  if (bytes.length !== length || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  if (!bytes.subarray(magic.length, at).equals(startToken)) return undefined;
  const sentMs = bytes.readDoubleBE(at + 8);
  if (!Number.isFinite(sentMs)) return undefined;
  return { flow: bytes.readUInt16BE(at), seq: bytes.readUIntBE(at + 2, 6), sentMs };
}
