import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { partOf } from './part-name.ts';

/** One part of a timeline: its name in the folder, and where it lies. */
export interface TimelinePart {
  readonly name: string;
  readonly path: string;
}

/**
 * The parts of the timeline in a folder, in their order. One that is missing in between is noticed by the numbers of
 * the entries. Throws what the operating system says.
 */
export function timelineParts(folder: string): readonly TimelinePart[] {
  const found = readdirSync(folder).flatMap((name) => {
    const part = partOf('timeline.ndjson', name);
    return part === undefined ? [] : [{ name, part, path: join(folder, name) }];
  });
  return found.toSorted((a, b) => a.part - b.part);
}
