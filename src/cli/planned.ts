/** What a run would do on a bench, made from the topology alone. */
import type { DriverInUse, Place } from '../bench/index.ts';
import { commandBoundMs, driversOf } from '../bench/index.ts';
import { bootstrapOf } from '../bootstrap/index.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import {
  foreseenCourse,
  missingFor,
  procedureOf,
  refuseUnseenLimit,
  timesOf,
  touchedBy,
} from '../scenario/index.ts';
import type { Bounds, Scenario, Step } from '../scenario/index.ts';
import { usualPorts, withListeners } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { foretellScenario, settingsIn } from './foretold.ts';
import type { Foretold } from './foretold.ts';

/** A step with the time it takes, in milliseconds. */
export interface PlannedStep extends Step, Bounds {}

/** What is done to the rack, in order, what it lays hands on, what must follow, and how long it takes. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly steps: readonly PlannedStep[];
  readonly touches: readonly Place[];
  readonly foretold: readonly Foretold[];
  readonly takes: Bounds;
}

/** A whole run: how the bench is brought up, what is played on it, and what cannot be. */
export interface Plan {
  readonly topology: string;
  /** What drives the devices, and whether it was ever held against the real thing. */
  readonly drivers: readonly DriverInUse[];
  readonly bringUp: readonly PlannedBringUp[];
  readonly scenarios: readonly PlannedScenario[];
  readonly pending: readonly { readonly scenario: string; readonly why: string }[];
  /** Everything that any of them lays hands on, each once. */
  readonly touches: readonly Place[];
  /** How often power of each unit is cut, if all goes as it should, and how often that may be. */
  readonly cuts: Readonly<
    Record<UnitName, { readonly times: number; readonly hour: number; readonly day: number }>
  >;
  /** All of it, in milliseconds: when every device does as asked, and nothing that was broken is left over. */
  readonly takes: Bounds;
}

/** One step before the first scenario. */
export interface PlannedBringUp extends Bounds {
  readonly does: string;
}

/** Plans the scenarios on the bench of this topology. Touches nothing. */
export function planOf(topology: Topology, scenarios: readonly Scenario[]): Plan {
  const missing = scenarios.map((scenario) => missingFor({ topology }, scenario));
  const playable = scenarios.filter((_scenario, index) => missing[index] === undefined);
  const planned = playable.map((scenario) => planScenario(topology, scenario));
  const bringUp = planBringUp(topology);
  const touches = new Map(planned.flatMap((each) => each.touches.map((place) => [place.called, place])));
  return {
    topology: topology.name,
    drivers: driversOf(topology),
    bringUp,
    scenarios: planned,
    pending: scenarios.flatMap(({ name }, index) => {
      const why = missing[index];
      return why === undefined ? [] : [{ scenario: name, why }];
    }),
    touches: [...touches.values()],
    cuts: {
      primary: cutsOf(topology, playable, 'primary'),
      secondary: cutsOf(topology, playable, 'secondary'),
    },
    takes: sum([...bringUp, ...planned.map(({ takes }) => takes)]),
  };
}

function cutsOf(topology: Topology, scenarios: readonly Scenario[], unit: UnitName): Plan['cuts'][UnitName] {
  const cuts = scenarios
    .flatMap(foreseenCourse)
    .filter(
      ({ does, fault, target }) =>
        does === 'inject' && target.unit === unit && fault.needs.includes('outlet'),
    );
  return { times: cuts.length, ...topology.units[unit]['power-cycles'] };
}

function planScenario(topology: Topology, scenario: Scenario): PlannedScenario {
  refuseUnseenLimit(scenario, { topology }, settingsIn(topology));
  const times = timesOf(scenario, { topology }, settingsIn(topology));
  const steps = timed(procedureOf(scenario), times);
  return {
    scenario,
    steps,
    touches: touchedBy({ topology }, scenario),
    foretold: foretellScenario(topology, scenario),
    takes: sum(steps),
  };
}

/** The time of a phase stands at its first step; those after it are part of it. */
function timed(steps: readonly Step[], times: ReturnType<typeof timesOf>): readonly PlannedStep[] {
  return steps.map((step, at) => {
    const isFirst = steps.findIndex(({ phase }) => phase === step.phase) === at;
    return { ...step, ...(isFirst ? times[step.phase] : { leastMs: 0, mostMs: 0 }) };
  });
}

/** The order of `bringUp` of the bench. */
function planBringUp(topology: Topology): readonly PlannedBringUp[] {
  const steadyMs = topology.pair.steady;
  const bootstrap = bootstrapOf(withListeners(topology, usualPorts));
  const lines = unitNames.flatMap((unit) => bootstrap[unit].flatMap((step) => step.lines)).length;
  return [
    atMost(
      'open every console, switch and PDU; ask show version on both consoles, and compare serial number, model and firmware',
      2 * steadyMs,
    ),
    atMost('ask show failover on both consoles', 2 * failoverBoundMs),
    atMost(
      `where failover is off on both units, type their bootstrap, ${lines} lines, and save it; where it is on, change nothing, and refuse a pair with other timers`,
      lines * commandBoundMs + 2 * steadyMs + commandBoundMs,
    ),
    atMost('wait for a steady state', steadyMs),
  ];
}

const atMost = (does: string, mostMs: number): PlannedBringUp => ({ does, leastMs: 0, mostMs });

/** Milliseconds that a unit may take for its first `show failover`. */
const failoverBoundMs = 30_000;

function sum(all: readonly Bounds[]): Bounds {
  return {
    leastMs: all.reduce((total, { leastMs }) => total + leastMs, 0),
    mostMs: all.reduce((total, { mostMs }) => total + mostMs, 0),
  };
}
