/** What must follow from a scenario on a bench that nobody has opened yet: the model, asked about the topology. */
import { predict, stateAfter } from '../model/index.ts';
import type { Predicted } from '../model/index.ts';
import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import { foretoldStimuli } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Topology } from '../topology/index.ts';
import { pairAtRest } from './pair-at-rest.ts';

/** One thing that the pair will notice, and all that must follow from it. */
export interface Foretold {
  readonly after: 'fault' | 'heal';
  readonly stimulus: Stimulus;
  readonly predicted: readonly Predicted[];
}

/** The timers and the policy as the topology has them; a run goes by what the units report. */
export function settingsIn({ pair: { failover } }: Topology): FailoverSettings {
  return {
    unitPollMs: failover['unit-poll'],
    unitHoldMs: failover['unit-hold'],
    interfacePollMs: failover['interface-poll'],
    interfaceHoldMs: failover['interface-hold'],
    interfacePolicy: failover['interface-policy'],
  };
}

/** What the model says of the fault and of its healing, each when the pair is done with what came before it. */
export function foretellScenario(topology: Topology, scenario: Scenario): readonly Foretold[] {
  const settings = settingsIn(topology);
  let pair = pairAtRest(topology, scenario.begin);
  return foretoldStimuli(scenario).map(({ after, stimulus }) => {
    const predicted = predict(pair, stimulus, settings);
    pair = stateAfter(pair, stimulus, settings);
    return { after, stimulus, predicted };
  });
}
