import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { frontDoor, suiteFile, suiteNames } from './places.ts';
import { catalogueText, exercised, requirementCalled, wholeText } from './requirement-list.ts';

/**
 * Lists the requirements of the guides with what exercises each, or tells all of one. The scenarios are those of the
 * suites that come with fover; they are read, not played. Throws `UsageError` for an id that does not exist.
 */
export async function requirements(id: string | undefined, options: { json?: true }): Promise<number> {
  await loadSuites(suiteNames().map(suiteFile), frontDoor);
  const all = exercised(registeredScenarios());
  const wanted = id === undefined ? undefined : requirementCalled(id, all);
  const text = wanted ? wholeText(wanted) : catalogueText(all);
  process.stdout.write(options.json ? `${JSON.stringify(wanted ?? all, null, 2)}\n` : text);
  return 0;
}
