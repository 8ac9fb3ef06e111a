/**
 * Bytes as text, without the line end behind them: UTF-8 where they are, otherwise one character for each byte, so that
 * nothing is lost of what was never meant to be read.
 */
export function wordsOf(bytes: Uint8Array): string {
  let end = bytes.length;
  // A pattern for what stands at the end begins anew at each such byte before it, and costs the square of a hostile one.
  while (end > 0 && lineEnds.has(bytes[end - 1])) end--;
  return decoded(bytes.subarray(0, end));
}

const lineEnds: ReadonlySet<number | undefined> = new Set([0x0d, 0x0a, 0]);

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
