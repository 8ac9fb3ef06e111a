import { maskText } from '../timeline/mask-text.ts';
import { openSecrets, printedSecrets } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { tellAside } from './say.ts';

/** Every secret that this process has met. */
let kept: readonly string[] = [];

/** From now on these are masked in what the process prints. Gives back what it was given. */
export function keepSecret<Known extends { values(): readonly string[] }>(secrets: Known): Known {
  kept = [...new Set([...kept, ...secrets.values()])];
  return secrets;
}

/**
 * Opens the secrets of the topology read from `path` and keeps them to us. Where one is a word that devices print of
 * themselves, somebody should know that evidence will be stars. Throws as `openSecrets` does.
 */
export function secretsOf(topology: Topology, path: string): Secrets {
  const secrets = keepSecret(openSecrets(topology, path, process.env));
  for (const name of printedSecrets(topology, secrets))
    tellAside(
      `fover: the value of \${${name}} is a word that devices print of themselves; where they do, what is kept shows stars. Another value would keep it legible.\n`,
    );
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
