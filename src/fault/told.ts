import { consolePlace } from '../bench/index.ts';
import type { Bench, Effect } from '../bench/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Fault } from './fault.ts';

/** What a unit can be told at its console that is over by itself. */
type ToldStimulus = 'told-standby' | 'told-active' | 'told-write-standby';

/** A command on the console of a unit, as a fault: nothing is to be mended afterwards. */
export function toldAt(name: string, command: string, stimulus: ToldStimulus): Fault {
  return {
    name,
    needs: ['console'],
    did: ({ unit }) => `${command} on ${unit}`,
    stimuli: ({ unit }) => ({ injected: [{ stimulus, unit }], healed: [] }),
    missing: () => undefined,
    touches: (_cabled, { unit }) => [consolePlace(unit)],
    inject: (bench, { unit }) => tell(bench, unit, command),
    heal: () => Promise.resolve(undefined),
  };
}

/** A command takes effect somewhere between its being typed and its prompt coming back. */
async function tell(bench: Bench, unit: UnitName, command: string): Promise<Effect> {
  const { askedMs, answeredMs } = await bench.tell(unit, command);
  return { effectMs: { loMs: askedMs, hiMs: answeredMs }, witness: `console ${unit}` };
}
