/**
 * Bytes as text, without the line end behind them: UTF-8 where they are, otherwise one character for each byte, so that
 * nothing is lost of what was never meant to be read.
 */
export function wordsOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  return text.replace(/[\r\n\0]+$/, '');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
