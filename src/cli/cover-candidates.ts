/** Scenarios that could be played on a bench, made up: one strike, or a second upon the first. */
import { faults } from '../fault/index.ts';
import type { FaultName } from '../fault/index.ts';
import { UsageError } from '../errors.ts';
import { predict, stateAfter, viewsOf } from '../model/index.ts';
import type { PairState, Predicted, Run } from '../model/index.ts';
import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import { foretoldStimuli, missingFor, refuseMistaken } from '../scenario/index.ts';
import type { Begin, Scenario, Strike, WatchFor } from '../scenario/index.ts';
import type { Topology } from '../topology/index.ts';
import { settingsIn } from './foretold.ts';
import { pairAtRest } from './pair-at-rest.ts';

/** A scenario with what the model would be asked by it. */
export interface Candidate {
  readonly scenario: Scenario;
  readonly run: Run;
}

type Struck = Omit<Strike, 'watch'> & { readonly fault: FaultName };

/** Everything that this bench could be asked with so many strikes, each upon the one before while that still stands. */
export function candidatesOn(topology: Topology, strikes: 1 | 2): readonly Candidate[] {
  const single = strikesOn(topology);
  const begins: readonly Begin[] =
    topology.pair.mode === 'active-active'
      ? [
          { 1: 'primary', 2: 'secondary' },
          { 1: 'primary', 2: 'primary' },
        ]
      : ['primary', 'secondary'];
  const courses: readonly (readonly [Struck, ...Struck[]])[] =
    strikes === 1
      ? single.map((each) => [each])
      : single.flatMap((one) => single.map((other): readonly [Struck, Struck] => [one, other]));
  return begins.flatMap((begin) => courses.flatMap((course) => candidate(topology, begin, course)));
}

/** Every strike that the bench can do by itself, on either unit. */
function strikesOn(topology: Topology): readonly Struck[] {
  const { monitored, unmonitored = [] } = pairAtRest(topology, 'primary');
  const other = pairAtRest(topology, 'primary').group2?.monitored ?? [];
  const nameifs = [monitored[0], monitored[1], unmonitored[0], other[0]].filter((each) => each !== undefined);
  const groups = topology.pair.mode === 'active-active' ? ([undefined, 1, 2] as const) : [undefined];
  return faultNames.flatMap((fault) =>
    (['active', 'standby'] as const).flatMap((target) =>
      groups.flatMap((group) =>
        [undefined, ...nameifs].flatMap((nameif): readonly Struck[] => {
          const struck: Struck = {
            fault,
            target,
            ...(group !== undefined && { group }),
            ...(nameif !== undefined && { interface: nameif }),
          };
          return isPlain(struck) && candidate(topology, 'primary', [struck]).length > 0 ? [struck] : [];
        }),
      ),
    ),
  );
}

const faultNames = Object.keys(faults).filter((name): name is FaultName => name in faults);

/** Names an interface or a group only where that makes a difference to what the pair notices. */
function isPlain({ fault, interface: nameif, group }: Struck): boolean {
  if (nameif === undefined && group === undefined) return true;
  try {
    const target = {
      unit: 'primary' as const,
      ...(nameif !== undefined && { nameif }),
      ...(group && { group }),
    };
    const named = JSON.stringify(faults[fault].stimuli(target).injected);
    return (
      (nameif === undefined || named.includes(JSON.stringify(nameif))) &&
      (group === undefined || named.includes(`"group":${group}`))
    );
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** The scenario, if it is none that would be refused and the bench can do it. */
function candidate(
  topology: Topology,
  begin: Begin,
  course: readonly [Struck, ...Struck[]],
): readonly Candidate[] {
  try {
    const scenario = scenarioOf(topology, begin, course);
    if (missingFor({ topology }, scenario) !== undefined) return [];
    refuseMistaken(scenario);
    return [{ scenario, run: runOf(topology, scenario) }];
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** The watch of each strike is for what the model says will follow, so that those after it strike the pair as it is then. */
function scenarioOf(topology: Topology, begin: Begin, course: readonly [Struck, ...Struck[]]): Scenario {
  const settings = settingsIn(topology);
  let strikes: readonly Strike[] = [];
  let named: readonly string[] = [];
  for (const struck of course) {
    const so = [...strikes, { ...struck, watch: 'nothing' as const }];
    const { predicted, pair, stimuli } = lastOf(topology, begin, so, settings);
    if (stimuli.some((each) => isIdle(pair, each))) throw new UsageError('it strikes what is struck already');
    strikes = [...strikes, { ...struck, watch: watchFor(pair, predicted) }];
    named = [...new Set([...named, ...predicted.flatMap(({ requirements }) => requirements)])];
  }
  return { ...headOf(begin, strikes), requirements: named, ...sequence(strikes) };
}

function sequence([first, ...next]: readonly Strike[]): Partial<Scenario> {
  return { ...first, ...(next.length > 0 && { next }) };
}

/** What follows from the last of these strikes, and the pair that it meets. */
function lastOf(
  topology: Topology,
  begin: Begin,
  strikes: readonly Strike[],
  settings: FailoverSettings,
): {
  readonly pair: PairState;
  readonly stimuli: readonly Stimulus[];
  readonly predicted: readonly Predicted[];
} {
  const injected = (some: readonly Strike[]): readonly Stimulus[] =>
    foretoldStimuli({ name: 'a', title: 'a', requirements: [], begin, ...sequence(some) })
      .filter(({ after }) => after === 'fault')
      .map(({ stimulus }) => stimulus);
  const all = injected(strikes);
  const before = strikes.length > 1 ? injected(strikes.slice(0, -1)).length : 0;
  let pair = pairAtRest(topology, begin);
  for (const stimulus of all.slice(0, before)) pair = stateAfter(pair, stimulus, settings);
  const stimuli = all.slice(before);
  return { pair, stimuli, predicted: stimuli.flatMap((stimulus) => predict(pair, stimulus, settings)) };
}

/** True for something that befalls a unit without power, or a link that is down already. */
function isIdle(pair: PairState, stimulus: Stimulus): boolean {
  if (stimulus.stimulus === 'failover-link-down') return pair.failoverLink === 'down';
  if (stimulus.stimulus === 'state-link-down') return pair.stateLink === 'down';
  if (!('unit' in stimulus)) return false;
  if (pair.units[stimulus.unit] === 'off') return true;
  return (
    'nameif' in stimulus && viewsOf(pair).some(({ down }) => down[stimulus.unit].includes(stimulus.nameif))
  );
}

function watchFor(pair: PairState, predicted: readonly Predicted[]): WatchFor {
  const becomes = predicted.filter((each) => each.prediction === 'becomes');
  const stood = viewsOf(pair).flatMap(({ group, units }) => [{ group, units }]);
  const moves = becomes.some(
    ({ who, group, states }) =>
      states.includes('active') && stood.some((view) => view.group === group && view.units[who] !== 'active'),
  );
  if (moves) return 'failover';
  return becomes.some(({ states, saidBy }) => states.includes('failed') && saidBy === 'mate')
    ? 'mate-failed'
    : 'nothing';
}

function headOf(begin: Begin, strikes: readonly Strike[]): Pick<Scenario, 'name' | 'title' | 'begin'> {
  const words = strikes.map(({ fault, target, group, interface: nameif }) =>
    [
      fault,
      'on',
      target,
      ...(group ? ['of group', group] : []),
      ...(nameif === undefined ? [] : [nameif]),
    ].join(' '),
  );
  const first = typeof begin === 'string' ? begin : `${begin[1]} ${begin[2]}`;
  const name = `${words.join(' then ')} ${first}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return { name, title: `${words.join(', then ')}, ${first} active`, begin };
}

/** The course of the scenario, each thing when the pair is done with what came before. */
function runOf(topology: Topology, scenario: Scenario): Run {
  return {
    pair: pairAtRest(topology, scenario.begin),
    settings: settingsIn(topology),
    course: foretoldStimuli(scenario).map(({ stimulus }, at) => ({
      stimulus,
      atMs: (at + 1) * 1_000_000,
      isSettled: true,
    })),
  };
}
