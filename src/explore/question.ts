import type { FaultName } from '../fault/index.ts';
import type { GroupId } from '../pair/index.ts';
import type { Begin, Mend, Scenario, Strike } from '../scenario/index.ts';
import { hasHost } from './flows-of.ts';
import { contextOf } from './journey.ts';
import type { JourneyPair } from './journey.ts';

/** One fault, and whom it strikes. */
export interface Blow {
  readonly fault: FaultName;
  readonly target: Strike['target'];
  /** Which data interface, for faults that strike one; counted round. */
  readonly at: number;
  /** Active/Active: the group that is meant, by faults that can mean one. */
  readonly group?: GroupId;
  /** What to watch for, if not for what the guides let expect. */
  readonly watch?: Strike['watch'];
}

/** Faults in a pair at rest, played as a suite plays them and judged; perhaps of a pair with a defect. */
export interface Question extends Blow {
  readonly pair: JourneyPair;
  readonly luck: number;
  readonly begin: Begin;
  /** What strikes upon it, or is mended before all is. */
  readonly next?: readonly (Blow | Mend)[];
  readonly defect?: string;
}

const overInterface: ReadonlySet<FaultName> = new Set([
  'interface-down',
  'interface-cut-off',
  'segment-silent',
]);

/** The question in the words of a scenario. */
export function scenarioOf(question: Question): Scenario {
  const { pair, begin, fault, target, next = [] } = question;
  return {
    name: 'asked',
    title: `${fault} of the ${target} unit`,
    requirements: [],
    begin,
    ...strikeOf(pair, question),
    next: next.map((each) => ('mend' in each ? each : strikeOf(pair, each))),
  };
}

function strikeOf(pair: JourneyPair, blow: Blow): Strike {
  const { target, at, group } = blow;
  const place = at % pair.interfaces.length;
  // Where nobody but the units is, an interface that is cut off leaves its mate as deaf as itself.
  const isAlone = blow.fault === 'interface-cut-off' && !hasHost(pair, place);
  const fault = isAlone ? 'segment-silent' : blow.fault;
  const { nameif = '' } = pair.interfaces[place] ?? {};
  const context = contextOf(pair, place);
  const isOver = overInterface.has(fault);
  const meant = isOver ? context?.group : group;
  return {
    fault,
    target,
    watch: blow.watch ?? watchFor(pair, blow),
    ...(pair.groups && group !== undefined && meant !== undefined ? { group: meant } : {}),
    ...(isOver ? { interface: context ? `${context.name}/${nameif}` : nameif } : {}),
  };
}

/** How long it pays to look; a watch that is cut short proves less, and can do no harm. */
function watchFor(pair: JourneyPair, { fault, target, at }: Blow): Strike['watch'] {
  if (fault === 'failover-link-down') return 'nothing';
  if (fault === 'interface-down' && !isEnough(pair, at)) return 'nothing';
  const changes = target === 'active' ? 'failover' : 'mate-failed';
  return fault === 'told-active' || fault === 'told-standby' ? 'failover' : changes;
}

/** Whether the loss of this one interface makes the unit fail. */
export function isEnough({ interfaces, policy }: JourneyPair, at: number): boolean {
  const monitored = interfaces.filter((one) => one.monitored).length;
  if (!interfaces[at % interfaces.length]?.monitored) return false;
  return 'count' in policy ? policy.count === 1 : policy.percent <= 100 / monitored;
}
