import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const chunkBytes = 1 << 20;
/** What is read whole, such as a manifest, is never longer. */
const smallAtMost = 16 << 20;

/**
 * Reads a file piece by piece, however long it is, from byte `from` to before byte `to`. Each piece is bytes of its
 * own, which the reader may keep. Throws for what is no file, such as a pipe that nobody ever writes into.
 */
export function* chunksOf(path: string, from = 0, to = Infinity): Generator<Buffer, void, undefined> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const it = fstatSync(file);
    if (!it.isFile()) throw new Error(`${path} is no file`);
    for (let at = from; at < to;) {
      // One byte more than there is finds the end, or that the file has grown since.
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, to - at, Math.max(0, it.size - at) + 1));
      const read = readSync(file, chunk, 0, chunk.length, at);
      if (read === 0) return;
      at += read;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** All bytes of a file that is read at once. Throws for what is longer than any such file. */
export function smallFile(path: string): Buffer {
  const bytes = Buffer.concat([...chunksOf(path, 0, smallAtMost + 1)]);
  if (bytes.length > smallAtMost) throw new Error(`${path} is longer than ${smallAtMost} bytes`);
  return bytes;
}
