import { createHash } from 'node:crypto';

/** The checksum of a configuration, as 32 hexadecimal digits. */
export function checksum(lines: readonly string[]): string {
  return createHash('md5').update(lines.join('\n')).digest('hex');
}

/** The same in four groups, as `write memory` prints it. */
export function groupedChecksum(lines: readonly string[]): string {
  return (checksum(lines).match(/.{8}/g) ?? []).join(' ');
}
