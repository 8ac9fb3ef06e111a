import { maskText } from '../timeline/index.ts';

/** Every secret that this process has met. */
let kept: readonly string[] = [];

/** From now on these are masked in what the process prints. Gives back what it was given. */
export function keepSecret<Known extends { values(): readonly string[] }>(secrets: Known): Known {
  kept = [...new Set([...kept, ...secrets.values()])];
  return secrets;
}

/**
 * Masks secrets in everything that is printed, whoever prints it: we, a suite, a library, a stack. What is written at
 * once is looked at at once; a secret that comes in two pieces was typed by whoever reads it.
 */
export function maskOutput(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  stream.write = (
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    then?: (error?: Error | null) => void,
  ): boolean =>
    typeof encoding === 'function' ? write(masked(chunk), encoding) : write(masked(chunk), encoding, then);
}

function masked(chunk: Uint8Array | string): Uint8Array | string {
  if (kept.length === 0) return chunk;
  if (typeof chunk === 'string') return maskText(kept)(chunk);
  return Buffer.from(maskText(kept)(Buffer.from(chunk).toString('latin1')), 'latin1');
}
