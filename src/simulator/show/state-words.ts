import type { FailoverState, InterfaceHealth, InterfaceMonitoring, UnitName } from '../../pair/index.ts';
import type { FailoverText } from '../dialect/index.ts';

/** The states as the appliance prints them. */
export const stateWords: Readonly<Record<FailoverState, string>> = {
  init: 'Init',
  disabled: 'Disabled',
  failed: 'Failed',
  negotiation: 'Negotiation',
  'cold-standby': 'Cold Standby',
  'sync-config': 'Sync Config',
  'sync-file-system': 'Sync File System',
  'bulk-sync': 'Bulk Sync',
  'standby-ready': 'Standby Ready',
  'just-active': 'Just Active',
  'active-drain': 'Active Drain',
  'active-applying-config': 'Active Applying Config',
  'active-config-applied': 'Active Config Applied',
  active: 'Active',
  invalid: 'Invalid',
  'not-detected': 'Not Detected',
};

/** In few words a unit that does not carry the traffic is the standby one, failed or not. */
const briefWords: Partial<Readonly<Record<FailoverState, string>>> = {
  'standby-ready': 'Standby',
  failed: 'Standby (Failed)',
};

/** What is said of a unit in that state. */
export function hostWords({ brief }: FailoverText, state: FailoverState): string {
  return (brief ? briefWords[state] : undefined) ?? stateWords[state];
}

/** The state of the mate: one that has turned failover off is not there (document 77809, «Replace the Failed Unit»). */
export function mateState(state: FailoverState): FailoverState {
  return state === 'disabled' ? 'not-detected' : state;
}

/** The same in words. */
export function mateWords(state: FailoverState): string {
  return stateWords[mateState(state)];
}

const healthWords: Readonly<Record<InterfaceHealth, string>> = {
  normal: 'Normal',
  testing: 'Testing',
  'link-down': 'Link Down',
  'no-link': 'No Link',
  'no-traffic': 'No Traffic',
  failed: 'Failed',
  unknown: 'Unknown',
};

const monitoringWords: Readonly<Record<InterfaceMonitoring, string>> = {
  monitored: '(Monitored)',
  'not-monitored': '(Not-Monitored)',
  waiting: '(Waiting)',
  shutdown: '(Shutdown)',
  unstated: '',
};

/** The units as `show failover` names them. */
export const unitWords: Readonly<Record<UnitName, string>> = { primary: 'Primary', secondary: 'Secondary' };

/** `Normal (Monitored)`; older dialects say nothing of what is monitored as it should be. */
export function healthText(
  { saysMonitored }: FailoverText,
  health: InterfaceHealth,
  monitoring: InterfaceMonitoring,
): string {
  if (monitoring === 'monitored' && !saysMonitored) return healthWords[health];
  return `${healthWords[health]} ${monitoringWords[monitoring]}`.trimEnd();
}
