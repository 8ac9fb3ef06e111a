import { chunksOf } from './chunks-of.ts';

/** One line of a file, without its end. */
export interface Line {
  readonly bytes: Uint8Array;
  /** The place of its first byte in the file, from 0. */
  readonly offset: number;
  /** The file ends here without an end of line. */
  readonly torn: boolean;
  /** Only its beginning is there: it is longer than any line that is held. */
  readonly cut: boolean;
}

const newline = '\n'.charCodeAt(0);
/** Bytes of a line that are held; the longest line that is ever recorded holds the raw words of one answer. */
const longestLine = 16 << 20;

/** Reads a file line by line; never more of it is held than one line and one chunk. */
export function* linesOf(path: string): Generator<Line, void, undefined> {
  let begun: Uint8Array[] = [];
  let offset = 0;
  let length = 0;
  const line = (torn: boolean): Line => {
    const [only] = begun;
    const bytes = begun.length === 1 && only ? only : Buffer.concat(begun);
    const cut = length > longestLine;
    const whole = { bytes, offset, torn, cut };
    offset += length + 1;
    begun = [];
    length = 0;
    return whole;
  };
  const add = (piece: Uint8Array): void => {
    if (length <= longestLine) begun.push(piece);
    length += piece.length;
  };
  for (const chunk of chunksOf(path)) {
    let from = 0;
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, to));
      yield line(false);
      from = to + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield line(true);
}
