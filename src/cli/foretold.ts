/** What must follow from a scenario on a bench that nobody has opened yet: the model, asked about the topology. */
import { predict, stateAfter } from '../model/index.ts';
import type { PairState, Predicted } from '../model/index.ts';
import type { FailoverSettings, FailoverState, Stimulus, UnitName } from '../pair/index.ts';
import { foretoldStimuli } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { placedInterfaces } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';

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

/** An Active/Standby pair of this topology in a steady state. */
function pairAtRest(topology: Topology, active: UnitName): PairState {
  const { failover, firmware } = topology.pair;
  const state = failover['state-link'];
  const placed = placedInterfaces(topology).map(({ data }) => data);
  const role = (unit: UnitName): FailoverState => (unit === active ? 'active' : 'standby-ready');
  return {
    units: { primary: role('primary'), secondary: role('secondary') },
    failoverLink: 'up',
    monitored: placed.filter(({ monitored }) => monitored).map(({ nameif }) => nameif),
    unmonitored: placed.filter(({ monitored }) => !monitored).map(({ nameif }) => nameif),
    down: { primary: [], secondary: [] },
    ...(failover.link ? {} : { cable: true }),
    ...(state ? { stateLink: 'up' } : {}),
    ...(state && state.interface === undefined ? { stateSharesLink: true } : {}),
    ...(firmware.startsWith('6.') ? { release: '6.x' } : {}),
  };
}
