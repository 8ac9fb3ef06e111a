import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 1 << 20;

/** Reads a file piece by piece, however long it is. Each piece is bytes of its own, which the reader may keep. */
export function* chunksOf(path: string): Generator<Buffer, void, undefined> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const read = readSync(file, chunk, 0, chunkBytes, null);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
