import { hardwareLine } from '../box/models.ts';
import { checksum } from '../config/checksum.ts';
import { configLines } from '../config/config-print.ts';
import { laidOut } from './config-layout.ts';
import type { Space } from '../system/space.ts';

/** `show running-config`. */
export function showRunningConfig(space: Space): string[] {
  return framed(space, configLines(space.config, 'masked'));
}

/**
 * A configuration between the lines that say whose it is and what its checksum is; that in flash says as well who
 * wrote it, and when.
 */
export function framed(
  { unit: { box }, config }: Space,
  lines: readonly string[],
  written?: string,
): string[] {
  const shown = laidOut(lines, box.dialect.config);
  const [saved, ...head] = box.dialect.configHead(box, hardwareLine(box.model, box.make));
  const space = config.kind === 'single' ? '' : `<${config.kind}>`;
  return [
    ...(saved === undefined ? [] : [saved]),
    ...(written === undefined ? head : [...head.slice(0, -1), `: Written by ${written}`, '!']),
    `${box.platform.toUpperCase()} Version ${box.firmware} ${space}`,
    '!',
    ...shown,
    `Cryptochecksum:${checksum(lines)}`,
    ': end',
  ];
}
