import type { FaultName } from '../fault/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Scenario, Strike } from '../scenario/index.ts';
import type { JourneyPair } from './journey.ts';

/** One fault in a pair at rest, played as a suite plays it and judged; perhaps of a pair with a defect. */
export interface Question {
  readonly pair: JourneyPair;
  readonly luck: number;
  readonly begin: UnitName;
  readonly fault: FaultName;
  readonly target: Strike['target'];
  /** Which data interface, for faults that strike one; counted round. */
  readonly at: number;
  /** What to watch for, if not for what the guides let expect. */
  readonly watch?: Strike['watch'];
  readonly defect?: string;
}

/** The question in the words of a scenario. */
export function scenarioOf(question: Question): Scenario {
  const { pair, begin, fault, target, at } = question;
  const { nameif } = pair.interfaces[at % pair.interfaces.length] ?? {};
  return {
    name: 'asked',
    title: `${fault} of the ${target} unit`,
    requirements: [],
    begin,
    fault,
    target,
    watch: question.watch ?? watchFor(question),
    ...(nameif === undefined || fault !== 'interface-down' ? {} : { interface: nameif }),
  };
}

/** How long it pays to look; a watch that is cut short proves less, and can do no harm. */
function watchFor({ pair, fault, target, at }: Question): Strike['watch'] {
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
