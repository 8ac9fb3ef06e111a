/** What can be said of a scenario before it is played: what it strikes, and why a bench cannot play it. */
import { consolePlace, instruments, missingForOffer, missingRequisite } from '../bench/index.ts';
import type { Place } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { everyFault } from '../fault/index.ts';
import type { Cabled, Fault, Target } from '../fault/index.ts';
import { mateOf } from '../pair/index.ts';
import type { GroupId, Stimulus, UnitName } from '../pair/index.ts';
import { actsOf, changes } from './act.ts';
import type { Act } from './act.ts';
import { beginOf } from './begin.ts';
import type { Begin } from './begin.ts';
import { blankMissing, filledIn } from './fill-in.ts';
import type { Scenario, Strike } from './scenario.ts';
import { turnsOf } from './strikes.ts';

/** The fault of a strike. Throws `UsageError` for one that does not exist. */
export function faultOf({ fault: name }: Pick<Strike, 'fault'>): Fault {
  const fault: Fault | undefined = everyFault[name];
  if (!fault)
    throw new UsageError(`no fault is called ${name}; there are ${Object.keys(everyFault).join(', ')}`);
  return fault;
}

/** One thing done to the pair, on the unit that it will strike if all goes as it should. */
export interface Foreseen {
  readonly does: 'inject' | 'heal';
  readonly strike: Strike;
  readonly fault: Fault;
  readonly target: Target;
}

/**
 * What is done to the pair, in order, on the units that it will strike if the pair begins as the scenario wants it to
 * and every failover that is watched for comes; when it is played, the states decide.
 */
export function foreseenCourse(scenario: Scenario): readonly Foreseen[] {
  const struck: Foreseen[] = [];
  let active: Roles = { 1: beginOf(scenario.begin, 1), 2: beginOf(scenario.begin, 2) };
  return turnsOf(scenario).map(({ does, at, strike }): Foreseen => {
    const earlier = struck[at];
    if (does === 'heal' && earlier) return { ...earlier, does };
    const target = targetWhen(strike, active[strike.group ?? 1]);
    const foreseen: Foreseen = { does, strike, fault: faultOf(strike), target };
    struck.push(foreseen);
    if (strike.watch === 'failover') active = rolesAfter(foreseen, active);
    return foreseen;
  });
}

/** The active unit of each group; in Active/Standby of the first, and nobody asks for the other. */
type Roles = Readonly<Record<GroupId, UnitName>>;

/** A group moves alone unless its unit is lost, or none is named: then all that were active there move. */
function rolesAfter({ strike, fault, target }: Foreseen, active: Roles): Roles {
  const taker = takerOf(strike, target.unit);
  const isLost = fault.stimuli(target).injected.some(({ stimulus }) => stimulus === 'unit-silent');
  const after = (group: GroupId): UnitName =>
    strike.group === undefined || strike.group === group || isLost ? taker : active[group];
  return { 1: after(1), 2: after(2) };
}

/** Whom a strike hits while this unit is active, in Active/Active for the group that is meant. */
export function targetWhen({ target, group, interface: nameif }: Strike, active: UnitName): Target {
  const byState = target === 'active' ? active : mateOf(active);
  const unit = target === 'primary' || target === 'secondary' ? target : byState;
  return {
    unit,
    ...(group === undefined ? {} : { group }),
    ...(nameif === undefined ? {} : { nameif }),
  };
}

/** Why this bench cannot play the scenario, or nothing. Touches nothing. */
export function missingFor(cabled: Cabled, scenario: Scenario): string | undefined {
  const unfit = unfitFor(cabled, scenario);
  if (unfit !== undefined) return unfit;
  const unseen = actsOf(filledIn(cabled, scenario)).map((act) => {
    if ('offer' in act) return missingForOffer(cabled.topology, act.offer);
    return 'look' in act ? instruments[act.look]?.missing(cabled) : undefined;
  });
  const isBlind = scenario.outageAtMost !== undefined && cabled.topology.flows.length === 0;
  const unprobed = isBlind
    ? 'it limits an outage, and this bench has no flow of probes to see one'
    : undefined;
  return [...unseen, unprobed].find((why) => why !== undefined);
}

/** Why no bench of this topology can play the scenario, whatever instruments it has, or nothing. Touches nothing. */
export function unfitFor(cabled: Cabled, scenario: Scenario): string | undefined {
  const unfit = missingRequisite(cabled.topology, scenario.needs ?? []);
  const unsaid = unfit ?? blankMissing(cabled, scenario);
  if (unsaid !== undefined) return unsaid;
  return foreseenCourse(scenario)
    .filter(({ does }) => does === 'inject')
    .map(({ fault, target }) => fault.missing(cabled, target))
    .find((why) => why !== undefined);
}

/** Who takes over from the struck unit: its mate, except that `failover active` is entered on the taker itself. */
export function takerOf({ fault }: Strike, struck: UnitName): UnitName {
  return fault === 'told-active' ? struck : mateOf(struck);
}

/** What the pair will notice, in order: of its faults, and of their healing. */
export function foretoldStimuli(
  scenario: Scenario,
): readonly { readonly after: 'fault' | 'heal'; readonly stimulus: Stimulus }[] {
  return foreseenCourse(scenario).flatMap(({ does, fault, target }) => {
    const { injected, healed } = fault.stimuli(target);
    const after = does === 'heal' ? ('heal' as const) : ('fault' as const);
    return (does === 'heal' ? healed : injected).map((stimulus) => ({ after, stimulus }));
  });
}

/** What the scenario lays hands on, each once; ask only where nothing is missing. Touches nothing. */
export function touchedBy(cabled: Cabled, scenario: Scenario): readonly Place[] {
  const struck = foreseenCourse(scenario).flatMap(({ fault, target }) => fault.touches(cabled, target));
  const typed = actsOf(scenario).flatMap((act) => unitsOf(act, scenario.begin).map(consolePlace));
  const places = new Map([...struck, ...typed].map((place) => [place.called, place]));
  return [...places.values()];
}

/** Where an act that changes something may be typed: by state it may be either unit, by the time it is done. */
function unitsOf(act: Act, begin: Begin): readonly UnitName[] {
  if (!('on' in act) || (!changes(act) && act.causes === undefined)) return [];
  const { on } = act;
  return on === 'active' || on === 'standby' ? [beginOf(begin), mateOf(beginOf(begin))] : [on];
}
