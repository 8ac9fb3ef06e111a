import type { Requirement } from '../../pair/index.ts';
import { links } from '../requirement/link.ts';
import { statefulFailover } from '../requirement/stateful.ts';
import { stateInformation } from './state-information.ts';
import type { Condition, StateInformation, StateKind } from './state-information.ts';

/** What the pair is configured for, and how its state link was, as far as it decides what survives. */
export interface StatefulSetting {
  /** How the state link is at the failover; absent without Stateful Failover. `stale` if it was down and is back since. */
  readonly stateLink?: 'up' | 'down' | 'stale';
  /** `failover replication http`, or `replication http` in the failover group that is asked about. */
  readonly replicatesHttp: boolean;
  readonly firewall: 'routed' | 'transparent';
  readonly contexts: 'single' | 'multiple';
  readonly mode: 'active-standby' | 'active-active';
}

/** Whether it is there after a failover; `open` where the guides do not say. */
export interface Survival {
  readonly survives: 'yes' | 'no' | 'open';
  readonly because: string;
  readonly requirements: readonly string[];
}

/**
 * What becomes of state that was made on the active unit well before the failover and is still in use. A state link
 * that is back after it was down passes new state on; when it has passed on all there is, the guides do not say.
 */
export function survivesFailover(kind: StateKind, setting: StatefulSetting): Survival {
  const state: StateInformation = stateInformation[kind];
  const { what, fate, requirements, otherwise = requirements } = state;
  if (setting.stateLink === undefined) return withoutStateful(state);
  if (fate === 'not-passed') return told('no', `${what} are not passed to the standby unit`, requirements);
  if (state.if !== undefined && !holds[state.if](setting))
    return told('no', `${what} are passed only with ${conditions[state.if]}`, otherwise);
  if (setting.stateLink === 'down')
    return told('no', `${what} are out of date: the state link is down`, [statefulFailover.stale]);
  if (setting.stateLink === 'stale')
    return told('open', `${what} may be out of date: the state link was down`, [statefulFailover.stale]);
  return told('yes', `${what} are passed to the standby unit`, [
    ...requirements,
    statefulFailover.continuous,
  ]);
}

/** All active connections are dropped; of what is no connection, such as ARP entries, nothing is said. */
function withoutStateful({ what, requirements }: StateInformation): Survival {
  const isConnection = connections.some((each) => requirements.includes(each));
  const needed = [links.stateLinkNeeded, statefulFailover.stateless];
  return isConnection
    ? told('no', `${what} are dropped in a stateless failover`, needed)
    : told('open', `what becomes of ${what} in a stateless failover is not said`, needed);
}

const connections: readonly Requirement[] = [
  statefulFailover.tcp,
  statefulFailover.udp,
  statefulFailover.httpWhenEnabled,
  statefulFailover.ipsec,
  statefulFailover.sip,
];

const holds: Readonly<Record<Condition, (setting: StatefulSetting) => boolean>> = {
  'http-replication': ({ replicatesHttp }) => replicatesHttp,
  transparent: ({ firewall }) => firewall === 'transparent',
  'active-standby-single': ({ contexts, mode }) => contexts === 'single' && mode === 'active-standby',
};

const conditions: Readonly<Record<Condition, string>> = {
  'http-replication': 'HTTP replication',
  transparent: 'transparent mode',
  'active-standby-single': 'Active/Standby failover in single context mode',
};

const told = (
  survives: Survival['survives'],
  because: string,
  requirements: readonly Requirement[],
): Survival => ({ survives, because, requirements: [...new Set(requirements.map(({ id }) => id))] });
