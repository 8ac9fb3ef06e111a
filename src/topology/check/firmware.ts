import { firmwareVersion, isAtLeast } from '../firmware-version.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

/** The firmware is one whose commands fover writes, and lines of the user's own stay one line each. */
export function checkFirmware({ pair }: Topology): readonly Objection[] {
  return [
    ...checkVersion(pair.firmware),
    ...pair.extra.flatMap((line, index) =>
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u007f]/.test(line)
        ? [
            objectTo(
              ['pair', 'extra', index],
              'a line of configuration holds no line breaks or control characters; write several entries',
            ),
          ]
        : [],
    ),
  ];
}

function checkVersion(firmware: string): Objection[] {
  const path = ['pair', 'firmware'];
  if (!firmwareVersion(firmware))
    return [objectTo(path, 'expected a version as show version prints it, such as 8.0(4)')];
  if (isAtLeast(firmware, 7, 0)) return [];
  return [objectTo(path, `firmware ${firmware} speaks the commands of PIX 6; expected 7.0 or later`)];
}
