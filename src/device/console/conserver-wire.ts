import type { Wire } from './translated.ts';

/** Its own commands are led in by this byte, which doubled is itself (conserver 8.2.7, PROTOCOL). */
const commandByte = 0xff;
/** The first key of its escape sequence, Ctrl-E c. */
const attention = 0x05;
/** The escape that types a character by its octal code: Ctrl-E itself. */
const typedAttention = [...Buffer.from('\u0005c\\005', 'latin1')];

/** The bytes of a console as conserver carries them. Commands of the server to its client are none of ours. */
export function conserverWire(): Wire {
  let inCommand = false;
  return {
    encode: (bytes) =>
      Uint8Array.from(
        [...bytes].flatMap((byte) =>
          byte === commandByte ? [byte, byte] : byte === attention ? typedAttention : [byte],
        ),
      ),
    decode: (bytes) =>
      bytes.filter((byte) => {
        const isText = inCommand ? byte === commandByte : byte !== commandByte;
        inCommand = !inCommand && byte === commandByte;
        return isText;
      }),
  };
}
