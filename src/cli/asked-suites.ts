import { isControl } from '../pair/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Topology } from '../topology/index.ts';
import { firstSuiteOf, suiteFile, suiteNames } from './places.ts';

/** The suite that tries the instruments. */
const controlSuite = 'controls';

/** Stands for every suite that comes with fover. */
const everySuite = 'all';

/**
 * The files of the suites that were named on a command line, each once; those of the pair's mode when none was. The
 * controls come before all others where they are wanted. Throws `UsageError` for a suite that is not there.
 */
export function askedSuites(
  named: readonly string[],
  topology: Topology,
  isWithControls: boolean,
): readonly string[] {
  const asked = named.length > 0 ? named : [firstSuiteOf(topology)];
  const wanted = asked.flatMap((each) =>
    each === everySuite ? suiteNames().filter((name) => name !== controlSuite) : [each],
  );
  return [...new Set([...(isWithControls ? [controlSuite] : []), ...wanted].map(suiteFile))];
}

/** Whether the pair would be asked nothing: none of the scenarios is more than a control that nobody named. */
export function asksNothing(named: readonly string[], scenarios: readonly Scenario[]): boolean {
  const asked = scenarios.filter(({ fault }) => fault === undefined || !isControl(fault));
  return asked.length === 0 && !(named.includes(controlSuite) && scenarios.length > 0);
}
