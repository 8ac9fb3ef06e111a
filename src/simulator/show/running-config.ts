import { createHash } from 'node:crypto';
import { configLines } from '../config/config-print.ts';
import type { Space } from '../system/space.ts';

/** `show running-config`. */
export function showRunningConfig(space: Space): string[] {
  return framed(space, configLines(space.config, 'masked'));
}

/** A configuration between the lines that say whose it is and what its checksum is. */
export function framed({ unit, config }: Space, lines: readonly string[]): string[] {
  const { platform, firmware } = unit.box;
  return [
    ': Saved',
    ':',
    `${platform.toUpperCase()} Version ${firmware} ${config.kind === 'single' ? '' : `<${config.kind}>`}`,
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
