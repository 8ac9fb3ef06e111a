import { loadSuites, registeredScenarios } from '../suite/index.ts';
import { frontDoor, suiteFile, suiteNames } from './places.ts';
import { tell, tellJson } from './say.ts';
import { listed, listText } from './scenario-list.ts';
import type { ListedSuite } from './scenario-list.ts';

export interface ListOptions {
  readonly procedure?: true;
  readonly json?: true;
}

/**
 * Tells the scenarios of suites, those that come with fover if none is named; what each does to a rack as well, if
 * that is wanted. They are read, not played: no bench is touched. Throws `UsageError` for a suite that cannot be read.
 */
export async function list(suites: readonly string[], options: ListOptions): Promise<number> {
  const named = suites.length > 0 ? suites : suiteNames();
  const told: ListedSuite[] = [];
  for (const suite of named) {
    await loadSuites([suiteFile(suite)], frontDoor);
    told.push(listed(suite, registeredScenarios(), options.procedure ?? false));
  }
  if (options.json) tellJson(told, 2);
  else tell(listText(told));
  return 0;
}
