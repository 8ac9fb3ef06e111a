import type { Wire } from './translated.ts';

/** Its own commands are led in by this byte, which doubled is itself (conserver 8.2.7, PROTOCOL). */
const commandByte = 0xff;
/** Its escape sequence, Ctrl-E c. */
const attention = 0x05;
const escapeKey = 0x63;
/** The escape that types a character by its octal code: Ctrl-E itself. The server notes it on the console. */
const typedAttention = [...Buffer.from('\u0005c\\005', 'latin1')];

/** The bytes of a console as conserver carries them. Commands of the server to its client are none of ours. */
export function conserverWire(): Wire {
  let inCommand = false;
  return {
    encode: (bytes) => Uint8Array.from([...bytes].flatMap((byte, at) => onWire(byte, bytes[at + 1]))),
    decode: (bytes) =>
      bytes.filter((byte) => {
        const isText = inCommand ? byte === commandByte : byte !== commandByte;
        inCommand = !inCommand && byte === commandByte;
        return isText;
      }),
  };
}

/** Without the second key of the escape behind it, the first one is a character like others. */
function onWire(byte: number, next: number | undefined): readonly number[] {
  if (byte === commandByte) return [byte, byte];
  return byte === attention && (next === undefined || next === escapeKey) ? typedAttention : [byte];
}
