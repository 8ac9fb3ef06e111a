import type { Line } from '../../transport/index.ts';

/** How the bytes of a console look on the line of one kind of server. */
export interface Wire {
  encode(bytes: Uint8Array): Uint8Array;
  /** Keeps its place between two chunks. */
  decode(bytes: Uint8Array): Uint8Array;
}

/** The line with its bytes translated both ways; it is for one listener after the other. */
export function translated(line: Line, wire: Wire): Line {
  return {
    name: line.name,
    get open() {
      return line.open;
    },
    write: (bytes) => line.write(wire.encode(bytes)),
    onBytes: (listener) =>
      line.onBytes((bytes, atMs) => {
        const text = wire.decode(bytes);
        if (text.length > 0) listener(text, atMs);
      }),
    onClosed: (listener) => line.onClosed(listener),
    close: () => line.close(),
  };
}

/** A server takes one character for itself, and doubled it is itself: pmshell of Opengear, with `~`. */
export function doubling(character: string): Wire {
  const code = character.charCodeAt(0);
  return {
    encode: (bytes) => Uint8Array.from([...bytes].flatMap((byte) => (byte === code ? [byte, byte] : [byte]))),
    decode: (bytes) => bytes,
  };
}
