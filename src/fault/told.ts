import { consolePlace } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import type { Stimulus, UnitName } from '../pair/index.ts';
import type { Fault, Target } from './fault.ts';

/** A command on the console of a unit, as a fault: nothing is to be mended afterwards. */
export function toldAt(name: string, command: string, stimulus: 'told-write-standby'): Fault {
  return told(
    name,
    () => command,
    ({ unit }) => ({ stimulus, unit }),
  );
}

/** The commands that may name one failover group of a pair. */
type GroupStimulus = 'told-standby' | 'told-active' | 'told-reset';

/**
 * A command that is entered for one failover group, or for the unit with all of them (ASA 5580 guide, «Forcing
 * Failover», «Restoring a Failed Unit or Failover Group»); in multiple context mode in the system execution space.
 */
export function toldGroupAt(name: string, command: string, stimulus: GroupStimulus): Fault {
  return told(
    name,
    ({ group }) => (group === undefined ? command : `${command} group ${group}`),
    ({ unit, group }) => ({ stimulus, unit, ...(group === undefined ? {} : { group }) }),
  );
}

function told(
  name: string,
  commandFor: (target: Target) => string,
  stimulusOf: (target: Target) => Stimulus,
): Fault {
  return {
    name,
    needs: ['console'],
    did: (target) => `${commandFor(target)} on ${target.unit}`,
    stimuli: (target) => ({ injected: [stimulusOf(target)], healed: [] }),
    missing: () => undefined,
    touches: (_cabled, { unit }) => [consolePlace(unit)],
    inject: (bench, target) => tell(bench, target.unit, commandFor(target)),
    heal: () => Promise.resolve(undefined),
  };
}

/** A command takes effect somewhere between its being typed and its prompt coming back. */
async function tell(bench: Bench, unit: UnitName, command: string): Promise<Effect> {
  const { askedMs, answeredMs } = await bench.tell(unit, command);
  return { effectMs: { loMs: askedMs, hiMs: answeredMs }, witness: `console ${unit}` };
}
