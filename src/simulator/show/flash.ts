import { flashTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';

/** `show flash`: every file with its number, its length and its day; then what is left. */
export function showFlash({ box: { files } }: System): string[] {
  const rows = files.list().flatMap((entry, at) => {
    if (!('bytes' in entry)) return [];
    return `${String(at + 10).padStart(5)}  ${String(entry.bytes).padEnd(11)} ${flashTime(entry.at)}  ${entry.name}`;
  });
  return [
    '--#--  --length--  -----date/time------  path',
    ...rows,
    '',
    `${files.capacity} bytes total (${files.free} bytes free)`,
  ];
}
