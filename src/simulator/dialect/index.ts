import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import { asa70 } from './asa-7-0.ts';
import { asa72 } from './asa-7-2.ts';
import { asa80 } from './asa-8-0.ts';
import { asa82 } from './asa-8-2.ts';
import { asa84 } from './asa-8-4.ts';
import { asa86 } from './asa-8-6.ts';
import { asa91 } from './asa-9-1.ts';
import { asa92 } from './asa-9-2.ts';
import { asa95 } from './asa-9-5.ts';
import { asa96 } from './asa-9-6.ts';
import { asa98 } from './asa-9-8.ts';
import { asa912 } from './asa-9-12.ts';
import { asa916 } from './asa-9-16.ts';
import type { Dialect } from './dialect.ts';
import { pix63 } from './pix-6-3.ts';
import { pix70 } from './pix-7-0.ts';
import { pix72 } from './pix-7-2.ts';
import { pix80 } from './pix-8-0.ts';

export type { ConfigText, Dialect, FailoverText } from './dialect.ts';
export type { StateDialect } from './state-tables.ts';

/** Every dialect that a simulated unit speaks, those of one platform from the oldest to the newest. */
export const dialects: readonly Dialect[] = [
  pix63,
  pix70,
  pix72,
  pix80,
  asa70,
  asa72,
  asa80,
  asa82,
  asa84,
  asa86,
  asa91,
  asa92,
  asa95,
  asa96,
  asa98,
  asa912,
  asa916,
];

/** The dialect of a firmware such as `9.2(4)`: the newest that is not younger, or the oldest of the platform. */
export function dialectOf(platform: 'asa' | 'pix', firmware: string): Dialect {
  const ours = dialects.filter((one) => one.platform === platform);
  const spoken = ours.findLast(({ from }) => isAtLeast(firmware, from)) ?? ours[0];
  return spoken ?? asa70;
}

/** The dialect of that name. Throws `UsageError` with the names that are near, if there is none. */
export function dialectNamed(name: string): Dialect {
  const found = dialects.find((one) => one.name === name);
  if (found) return found;
  const names = dialects.map((one) => one.name);
  throw new UsageError(`simulated units speak no dialect ${JSON.stringify(name)}${suggestion(name, names)}`);
}

function isAtLeast(firmware: string, [major, minor]: Dialect['from']): boolean {
  const [ownMajor = 0, ownMinor = 0] = (/^(\d+)\.(\d+)/.exec(firmware)?.slice(1) ?? []).map(Number);
  return ownMajor === major ? ownMinor >= minor : ownMajor > major;
}
