import { UsageError } from '../errors.ts';
import type { Cabled } from '../fault/index.ts';
import type { FailoverSettings } from '../pair/index.ts';
import type { Scenario } from './scenario.ts';
import { longestWatchMs } from './times.ts';

/**
 * The longest interruption of a flow, in milliseconds, that the watch of the scenario can prove: from the first probe
 * that is lost to the last one, when a flow is cut off by the first strike and the pair is watched to the bound. 0 on
 * a bench without probes.
 */
export function largestOutageMs(
  scenario: Scenario,
  { topology: { flows } }: Cabled,
  settings: FailoverSettings,
): number {
  const spacings = flows.map(({ every }) => every);
  // The first probe may be lost one interval after the strike, and the last one leaves one interval before the end.
  return Math.max(0, ...spacings.map((everyMs) => longestWatchMs(scenario, settings) - 2 * everyMs));
}

/** Refuses a limit that no pair could violate, however bad it is, before anything is touched. Throws `UsageError`. */
export function refuseUnseenLimit(scenario: Scenario, cabled: Cabled, settings: FailoverSettings): void {
  const { name, outageAtMost } = scenario;
  if (outageAtMost === undefined || cabled.topology.flows.length === 0) return;
  const largestMs = largestOutageMs(scenario, cabled, settings);
  if (outageAtMost < largestMs) return;
  throw new UsageError(
    `scenario ${name}: it allows an outage of ${outageAtMost} ms, and its watch could see one of ${largestMs} ms at most: no pair could violate that limit; lower it, or watch for longer`,
  );
}
