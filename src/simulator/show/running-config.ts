import { createHash } from 'node:crypto';
import { configLines } from '../config/config-print.ts';
import type { System } from '../system/system.ts';

/** `show running-config`. */
export function showRunningConfig(system: System): string[] {
  return framed(system, configLines(system.config, 'masked'));
}

/** A configuration between the lines that say whose it is and what its checksum is. */
export function framed(system: System, lines: readonly string[]): string[] {
  const { platform, firmware } = system.box;
  return [
    ': Saved',
    ':',
    `${platform.toUpperCase()} Version ${firmware} `,
    '!',
    ...lines,
    `Cryptochecksum:${checksum(lines)}`,
    ': end',
  ];
}

/** The checksum of a configuration, as 32 hexadecimal digits. */
function checksum(lines: readonly string[]): string {
  return createHash('md5').update(lines.join('\n')).digest('hex');
}

/** The same in four groups, as `write memory` prints it. */
export function groupedChecksum(lines: readonly string[]): string {
  return (checksum(lines).match(/.{8}/g) ?? []).join(' ');
}
