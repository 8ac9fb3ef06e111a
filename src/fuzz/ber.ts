/** As much of BER (X.690) as datagrams of SNMP are made of. */

/** A piece of BER: its tag, its length, what is in it. */
export function tlv(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const { length } = inside;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), inside]);
}

/** An integer of one byte. */
export const small = (value: number): Buffer => tlv(2, Buffer.from([value]));

/** An object identifier; its first two numbers are 1 and 3. */
export function oid(...numbers: readonly number[]): Buffer {
  return tlv(6, Buffer.from([0x2b, ...numbers.slice(2).flatMap(inSevens)]));
}

/** What is in each piece, one behind the other; what is cut off is left out. */
export function piecesOf(bytes: Buffer): readonly { readonly tag: number; readonly content: Buffer }[] {
  const found: { tag: number; content: Buffer }[] = [];
  for (let at = 0; at + 2 <= bytes.length;) {
    const [tag = 0, first = 0] = bytes.subarray(at);
    const more = first < 0x80 ? 0 : first & 0x7f;
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, Math.min(more, 4));
    const from = at + 2 + more;
    if (from + length > bytes.length) break;
    found.push({ tag, content: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return found;
}

function inSevens(number: number): readonly number[] {
  const sevens = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) sevens.unshift((rest & 0x7f) | 0x80);
  return sevens;
}
