import { firmwareVersion, isAtLeast } from '../firmware-version.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

/** The firmware is one whose commands fover writes, and lines of the user's own can be typed on a console. */
export function checkCommands({ pair }: Topology): readonly Objection[] {
  return [
    ...checkVersion(pair.firmware),
    ...[...pair.extra.entries()]
      .filter(([, line]) => !/^[ ->@-~]+$/.test(line))
      .map(([index]) =>
        objectTo(
          ['pair', 'extra', index],
          'a line of configuration is one line of printable ASCII without question marks, which call for help; write several entries',
        ),
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
