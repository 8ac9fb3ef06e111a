import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { coursesIn } from '../judge/index.ts';
import type { Run } from '../model/index.ts';
import { StoredTimeline } from './stored-timeline.ts';

/** What each scenario of a stored run did to a pair, from its timeline. Throws `UsageError` for a folder without one. */
export function playedCourses(folder: string): readonly Run[] {
  if (!existsSync(join(folder, 'timeline.ndjson')))
    throw new UsageError(`${folder}: no timeline.ndjson in it; name the folder of a run`);
  return coursesIn(new StoredTimeline(folder));
}
