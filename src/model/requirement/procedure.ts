import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const replacing = document77809('Replace the Failed Unit with a New Unit');
const exchanging = document77809(
  'Unable to Upgrade the ASA Failover Pair from Ethernet Card to Optical Interface',
);
const cable = document77809(
  'Cable-Based Active/Standby Failover Configuration (PIX Security Appliance Only)',
);
const lan = document77809('Primary Unit Configuration');
const waiting = document77809('Failover Monitoring');

/** Procedures of several steps: a new pair, a replaced unit, an exchanged card, a pair in trouble. */
export const procedures = {
  primaryFirst: {
    id: 'OPS-PRIMARY-FIRST',
    statement:
      'Failover is enabled on the primary unit first and on the secondary unit after it; from then on the standby unit becomes active whenever the active one fails.',
    sources: [lan, cable],
    observed: { by: ['console', 'show-failover', 'traffic'] },
  },
  secondaryOffUntilTold: {
    id: 'OPS-CABLE-SECONDARY-OFF',
    statement:
      'In a cable-based pair the secondary unit stays off until the primary is configured and failover is enabled there.',
    sources: [cable],
    observed: { by: ['outlet', 'boot', 'show-failover'] },
    only: 'PIX 500, cable-based',
  },
  savedAtLast: {
    id: 'OPS-SAVE-AT-LAST',
    statement: 'A new pair saves its configuration to Flash when replication has completed.',
    sources: [
      chapter13('Configuring the Primary Unit'),
      chapter13('Configuring the Secondary Unit'),
      chapter13('Configure the Secondary Unit'),
      cable,
    ],
    observed: { by: ['console', 'show-running-config', 'boot'] },
  },
  notDetected: {
    id: 'OPS-REPLACE-NOT-DETECTED',
    statement:
      'After `no failover` on the primary unit, the status on the secondary unit shows its mate as not detected.',
    sources: [replacing],
    observed: { by: ['show-failover'] },
    note: 'The document writes «standby unit as not detected» of the status of the secondary unit, and a failed primary that is replaced can hardly be told `no failover` first.',
  },
  replacementSoftware: {
    id: 'OPS-REPLACE-SOFTWARE',
    statement: 'A replacement unit must run the software and the ASDM version of its mate.',
    sources: [replacing],
    observed: { by: ['show-version', 'show-failover'] },
  },
  replaced: {
    id: 'OPS-REPLACE-JOINS',
    statement:
      'A replacement unit that is given its role and the failover link, is connected, and has failover enabled, joins the pair.',
    sources: [replacing],
    observed: { by: ['show-failover', 'console', 'show-running-config'] },
    note: 'By AS-BOOTS-BESIDE-ACTIVE it joins as the standby unit and receives the configuration.',
  },
  exchangeStandbyFirst: {
    id: 'OPS-EXCHANGE-STANDBY-FIRST',
    statement:
      'An interface card is exchanged in the standby unit first, and in the primary only when the secondary is up, active and passing traffic.',
    sources: [exchanging],
    observed: { by: ['outlet', 'show-failover', 'traffic'] },
  },
  exchangeTestedAlone: {
    id: 'OPS-EXCHANGE-TESTED-ALONE',
    statement: 'A unit with a new card is booted without any cable first, to see that its hardware works.',
    sources: [exchanging],
    observed: { by: ['boot', 'show-version', 'port'] },
  },
  exchangeNeverBoth: {
    id: 'OPS-EXCHANGE-NEVER-BOTH-ACTIVE',
    statement: 'At no time of an exchange of cards both units are active.',
    sources: [exchanging],
    observed: { by: ['show-failover', 'arp', 'outlet'] },
  },
  exchangeBack: {
    id: 'OPS-EXCHANGE-BACK',
    statement:
      'After an exchange of cards the primary is made active with `failover active`, and the interfaces of the new card that are configured there are replicated to the standby unit.',
    sources: [exchanging],
    observed: { by: ['show-failover', 'show-running-config', 'traffic'] },
  },
  waitingChecked: {
    id: 'OPS-WAITING-CABLE-OR-PORT',
    statement:
      'An interface that stays waiting or failed, or lost communications with the mate, is traced to its cable, its network, its switch port, or to PortFast, channeling and trunking there.',
    sources: [
      waiting,
      document77809('Primary Lost Failover communications with mate on interface interface_name'),
    ],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
  contextsCarried: {
    id: 'OPS-CONTEXTS-CARRIED-OVER',
    statement:
      'Context configurations can be copied from the disk of one unit to an external server and from there to the disk of the other, where they are available when it reloads.',
    sources: [
      chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization'),
      chapter13('Active/Active Failover, Device Initialization and Configuration Synchronization'),
      document77809('Device Initialization and Configuration Synchronization'),
    ],
    observed: { by: ['console', 'boot'] },
    only: 'multiple context mode',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
