/** What must follow from a scenario on a bench that nobody has opened yet: the model, asked about the topology. */
import { foretellCourse } from '../model/index.ts';
import type { Predicted, Timed } from '../model/index.ts';
import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import { foreseenCourse } from '../scenario/index.ts';
import type { Foreseen, Scenario } from '../scenario/index.ts';
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

/**
 * What the model says of each stimulus of the scenario: when the pair is done with what came before, where that is
 * watched, and else with nothing that the next one makes void. Of what is noticed at one instant it says what follows
 * whichever is noticed first.
 */
export function foretellScenario(topology: Topology, scenario: Scenario): readonly Foretold[] {
  const settings = settingsIn(topology);
  const pair = pairAtRest(topology, scenario.begin);
  const turns = foreseenCourse(scenario).map(turnOf);
  return turns.flatMap((turn, at) => {
    const [told = [], ...others] = turn.stimuli.map((_stimulus, first) => {
      const order = turns.map((each, nth) =>
        nth === at ? { ...each, stimuli: from(each.stimuli, first) } : each,
      );
      return foretellCourse(pair, order.flatMap(timedOf), settings)
        .filter((_each, nth) => order.flatMap((each, of) => each.stimuli.map(() => of))[nth] === at)
        .map(({ timed: { stimulus }, predicted, cancelled }) => ({
          after: turn.after,
          stimulus,
          predicted: predicted.filter((each) => !cancelled.some(({ prediction }) => prediction === each)),
        }));
    });
    const isInEach = (one: Predicted): boolean =>
      others.every((order) =>
        order.some(({ predicted }) => predicted.some((other) => says(other) === says(one))),
      );
    return told.map((each) => ({ ...each, predicted: each.predicted.filter(isInEach) }));
  });
}

/** What the pair notices at one instant, and whether it is watched until it is done with that. */
interface Turn {
  readonly after: Foretold['after'];
  readonly stimuli: readonly Stimulus[];
  readonly isWatched: boolean;
}

function turnOf({ does, strike, fault, target }: Foreseen): Turn {
  const { injected, healed } = fault.stimuli(target);
  return does === 'heal'
    ? { after: 'heal', stimuli: healed, isWatched: true }
    : { after: 'fault', stimuli: injected, isWatched: strike.watch !== 'none' };
}

const timedOf = ({ stimuli }: Turn, at: number, turns: readonly Turn[]): readonly Timed[] =>
  stimuli.map((stimulus, nth) => ({
    stimulus,
    atMs: 0,
    ...(nth > 0 && { withPrevious: true as const }),
    ...(nth === 0 && turns[at - 1]?.isWatched && { isSettled: true as const }),
  }));

/** The same, this one first. */
const from = (stimuli: readonly Stimulus[], first: number): readonly Stimulus[] => [
  ...stimuli.slice(first, first + 1),
  ...stimuli.filter((_, nth) => nth !== first),
];

const says = ({ prediction, who, group, saidBy, states }: Predicted): string =>
  [prediction, who, group ?? '', saidBy, ...states].join();
