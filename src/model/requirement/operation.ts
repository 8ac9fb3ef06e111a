import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const forcing = chapter13('Forcing Failover');
const disabling = chapter13('Disabling Failover');
const restoring = chapter13('Restoring a Failed Unit or Failover Group');
const testing = chapter13('Testing the Failover Functionality');
const sameForcing = document77809('Forced Failover');
const sameDisabling = document77809('Disabled Failover');
const sameRestoring = document77809('Restoration of a Failed Unit');
const sameTesting = document77809('Failover Functionality Tests');

/** What an operator does, and what comes back by itself. */
export const operation = {
  force: {
    id: 'OPS-FORCE',
    statement:
      'The standby unit is forced to become active by `failover active` on it or `no failover active` on its mate.',
    sources: [forcing, sameForcing],
    observed: { by: ['console', 'show-failover', 'traffic'] },
  },
  disabledKeepsStates: {
    id: 'OPS-DISABLED-KEEPS-STATES',
    statement: 'After `no failover` each unit keeps its state, active or standby, until it is restarted.',
    sources: [disabling, sameDisabling],
    observed: { by: ['console', 'show-failover', 'arp', 'traffic'] },
    note: 'What a standby unit becomes that is restarted then is not said; live units come back active, with the addresses of the mate.',
  },
  disabledForced: {
    id: 'OPS-DISABLED-FORCED',
    statement: 'The standby unit can be made active by command even while failover is disabled.',
    sources: [disabling, sameDisabling],
    observed: { by: ['console', 'show-failover', 'traffic'] },
  },
  disabledGroups: {
    id: 'OPS-DISABLED-GROUPS-STAY',
    statement:
      'After `no failover` in the system execution space the failover groups stay active where they are, whatever they prefer.',
    sources: [disabling, sameDisabling],
    observed: { by: ['console', 'show-failover'] },
  },
  reset: {
    id: 'OPS-RESET',
    statement: '`failover reset` restores a failed unit to an unfailed state.',
    sources: [restoring, sameRestoring, chapter13('Unit Health Monitoring')],
    observed: { by: ['console', 'show-failover'] },
  },
  resetGroup: {
    id: 'OPS-RESET-GROUP',
    statement: '`failover reset group` restores a failed failover group to an unfailed state.',
    sources: [restoring],
    observed: { by: ['console', 'show-failover'] },
  },
  resetFailsAgain: {
    id: 'OPS-RESET-FAILS-AGAIN',
    statement: 'A unit that was reset fails again if the condition that failed it persists.',
    sources: [chapter13('Unit Health Monitoring'), chapter13('Interface Monitoring')],
    observed: { by: ['console', 'show-failover', 'port'] },
  },
  restoredStaysStandby: {
    id: 'OPS-RESTORED-STAYS-STANDBY',
    statement:
      'A restored unit does not become active by itself; it remains standby until a failover makes it active.',
    sources: [restoring, sameRestoring],
    observed: { by: ['show-failover', 'traffic'] },
  },
  restoredPreempts: {
    id: 'OPS-RESTORED-PREEMPTS',
    statement:
      'A restored failover group that was active before becomes active again if it has `preempt` and the unit on which it failed is its preferred one.',
    sources: [restoring, sameRestoring],
    observed: { by: ['show-failover', 'traffic'] },
  },
  trafficAfterwards: {
    id: 'OPS-TRAFFIC-AFTERWARDS',
    statement: 'Traffic between hosts on different interfaces passes before a failover and again after it.',
    sources: [testing, sameTesting],
    observed: { by: ['traffic', 'session'] },
  },
  restoredToActive: {
    id: 'OPS-TEST-RESTORES',
    statement:
      'After the functionality test `failover active` brings the unit or the group back to the active state.',
    sources: [testing, sameTesting],
    observed: { by: ['console', 'show-failover'] },
    note: 'Both guides tell to enter it on the active unit, where it changes nothing; the unit to be restored is standby by then.',
  },
  restoreLinkSoon: {
    id: 'OPS-RESTORE-LINK-SOON',
    statement: 'A failover link that failed should be restored as soon as possible.',
    sources: [
      chapter13('Unit Health Monitoring'),
      chapter13('Active/Standby Failover, Failover Actions', 'Table 13-2'),
      document77809('Failover Actions'),
    ],
    observed: { unobservable: 'It advises the operator; it promises nothing of the behaviour of the pair.' },
  },
  writeStandbyAllActive: {
    id: 'OPS-AA-WRITE-STANDBY-ALL-ACTIVE',
    statement:
      'Before `write standby` in Active/Active failover, `failover active` should make all contexts active on the unit that gives the configuration.',
    sources: [chapter13('Active/Active Failover, Command Replication')],
    observed: { by: ['show-failover', 'session'], how: 'No session ends when it was done so.' },
  },
  keysByHand: {
    id: 'OPS-NO-KEYS-BY-HAND',
    statement:
      'Certificates, keys and trust points must not be carried from the active to the standby unit by hand.',
    sources: [document77809('Export Certificate/Private Key in Failover Configuration')],
    observed: {
      unobservable: 'It forbids the operator something; it does not say what follows if he does it.',
    },
  },
  decryptionRepaired: {
    id: 'OPS-DECRYPTION-REPAIRED',
    statement: 'Removing the failover key and configuring a new shared key ends a decryption failure.',
    sources: [document77809('WARNING: Failover message decryption failure.')],
    observed: { by: ['console', 'show-failover'] },
  },
  natExemption: {
    id: 'OPS-NAT-EXEMPTION',
    statement:
      'A `nat 0` with an access list that is not valid for NAT exemption is gone from the configuration after a power cycle, though it was saved; one with plain IP entries stays.',
    sources: [document77809('NAT 0 Issue')],
    observed: { by: ['boot', 'show-running-config', 'outlet'] },
    note: 'A known defect of the software that is named with its number, not a promise.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
