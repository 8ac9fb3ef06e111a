import type { Recorder } from '../timeline/index.ts';
import { refuseMistaken } from '../scenario/index.ts';
import type { Played, Scenario } from '../scenario/index.ts';
import type { ScenarioVerdict, Waiver } from '../judge/index.ts';
import { UsageError } from '../errors.ts';

/** What a suite needs of the run that is on: the player, the recorder, and someone to tell. */
export interface LiveRun {
  readonly recorder: Pick<Recorder, 'entries' | 'entriesOf' | 'record' | 'now'>;
  /** What the lab has decided to live with; what is told on the way agrees with the verdict in the end. */
  readonly waivers?: readonly Waiver[] | undefined;
  play(scenario: Scenario): Promise<Played>;
  judged(verdict: ScenarioVerdict): void;
  pending(scenario: Scenario, why: string): void;
}

let live: LiveRun | undefined;
const registered = new Map<string, Scenario>();

/** The runner says which run is on. */
export function goLive(run: LiveRun | undefined): void {
  live = run;
}

/** The run that is on. Throws `UsageError` when a suite is loaded by something else than `fover run`. */
export function liveRun(): LiveRun {
  if (!live)
    throw new UsageError('no run is on: start this suite with `fover run <file>`, not with mocha itself');
  return live;
}

/**
 * Notes a scenario while suites are loaded, so that the run knows what was planned before it begins. Throws
 * `UsageError` for one that makes no sense, and for one that comes too late to be played.
 */
export function register(scenario: Scenario): void {
  refuseMistaken(scenario);
  const { name } = scenario;
  if (live)
    throw new UsageError(
      `scenario ${name} is certified inside a test or a hook, where it would never be played: certify stands in a describe`,
    );
  if (registered.has(name))
    throw new UsageError(`two scenarios are called ${name}; a name is unique in a run`);
  registered.set(name, scenario);
}

/** Every scenario of the suites that were loaded, in their order. */
export function registeredScenarios(): readonly Scenario[] {
  return [...registered.values()];
}

/** Forgets them, for the next run in the same process. */
export function forgetScenarios(): void {
  registered.clear();
}
