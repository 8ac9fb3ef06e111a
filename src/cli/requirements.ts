import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { exercisedInRuns, runsBelow } from './exercised-in-runs.ts';
import { frontDoor, suiteFile, suiteNames } from './places.ts';
import { catalogueText, exercised, idle, requirementCalled, wholeText } from './requirement-list.ts';
import { tell, tellJson } from './say.ts';

export interface RequirementOptions {
  readonly json?: true;
  /** Folders of runs; those below `reports` if it is left out. */
  readonly runs?: readonly string[];
  /** Only those that can be observed and that no scenario of the runs exercised. */
  readonly notExercised?: true;
}

/** Where runs land if nobody says otherwise. */
const reports = 'reports';

/**
 * Lists the requirements of the guides with what exercises each, or tells all of one. The scenarios are those of the
 * suites that come with fover; they are read, not played. Throws `UsageError` for an id that does not exist, and for a
 * folder that is no judged run.
 */
export async function requirements(id: string | undefined, options: RequirementOptions): Promise<number> {
  await loadSuites(suiteNames().map(suiteFile), frontDoor);
  const folders = options.runs ?? runsBelow(reports);
  const inRuns = folders.length > 0 || options.notExercised ? exercisedInRuns(folders) : undefined;
  const all = exercised(registeredScenarios(), inRuns);
  const wanted = id === undefined ? undefined : requirementCalled(id, all);
  const listed = options.notExercised ? idle(all) : all;
  const text = wanted ? wholeText(wanted) : catalogueText(listed);
  if (options.json) tellJson(wanted ?? listed, 2);
  else tell(text);
  return 0;
}
