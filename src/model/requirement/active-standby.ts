import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const overview = chapter13('Active/Standby Failover Overview');
const roles = chapter13('Active/Standby Failover, Primary/Secondary Status and Active/Standby Status');
const start = chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization');
const triggers = chapter13('Active/Standby Failover, Failover Triggers');
const table = chapter13('Active/Standby Failover, Failover Actions', 'Table 13-2');
const sameTable = document77809('Failover Actions');
const sameStart = document77809('Device Initialization and Configuration Synchronization');

/** Who is active, and who becomes active when something fails: Active/Standby failover. */
export const activeStandby = {
  oneActive: {
    id: 'AS-ONE-ACTIVE',
    statement:
      'In Active/Standby failover exactly one unit passes traffic; the other waits in a standby state.',
    sources: [chapter13('Understanding Failover'), document77809('Introduction')],
    observed: { by: ['show-failover', 'snmp', 'traffic', 'arp'] },
    note: 'The published exception is a failover link that is down at startup; live units restart as active while failover is disabled, too.',
  },
  takeover: {
    id: 'AS-TAKEOVER',
    statement:
      'When the active unit fails, the standby unit takes over its addresses and begins to pass traffic.',
    sources: [overview, document77809('Active/Standby Failover Overview')],
    observed: { by: ['show-failover', 'traffic', 'arp', 'syslog'] },
  },
  failsOverWhole: {
    id: 'AS-FAILS-OVER-WHOLE',
    statement:
      'In multiple context mode an Active/Standby pair fails over as a whole unit with all its contexts, never single contexts or groups of them.',
    sources: [overview, chapter13('Active/Standby Failover, Failover Actions'), sameTable],
    observed: { by: ['show-failover', 'traffic'], how: 'Every context names the same active unit.' },
    only: 'multiple context mode',
  },
  roleFixed: {
    id: 'AS-ROLE-FIXED',
    statement:
      'Which unit is primary and which is secondary is fixed by the configuration; a failover moves the states active and standby, not these roles.',
    sources: [roles, document77809('Primary/Secondary Status and Active/Standby Status')],
    observed: { by: ['show-failover', 'show-running-config'] },
  },
  activeLost: {
    id: 'AS-ACTIVE-FAILED',
    statement:
      'The active unit loses power or hardware: the standby unit becomes active and marks the lost unit as failed.',
    sources: [table, triggers, sameTable],
    observed: { by: ['show-failover', 'outlet', 'traffic', 'syslog'] },
  },
  formerlyActiveReturns: {
    id: 'AS-FORMER-ACTIVE-RETURNS',
    statement: 'A formerly active unit that recovers becomes standby; there is no failover back.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'traffic'] },
  },
  standbyLost: {
    id: 'AS-STANDBY-FAILED',
    statement:
      'The standby unit loses power or hardware: the active unit stays active and marks the standby unit as failed.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'outlet', 'traffic'] },
  },
  standbyMarkedFailed: {
    id: 'AS-STANDBY-MARKED-FAILED',
    statement:
      'While the standby unit is marked as failed, the active unit does not fail over, however many of its interfaces fail.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'port'] },
  },
  linkLost: {
    id: 'AS-FAILOVER-LINK-FAILED',
    statement:
      'The failover link fails during operation: no failover; both units mark the failover interface as failed.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'port', 'syslog'] },
    differs: [
      {
        dialects: 'PIX 6.x',
        how: 'The active unit fails over when its own LAN failover interface goes down; further failovers are blocked until it is repaired.',
      },
    ],
  },
  noFailoverWithoutLink: {
    id: 'AS-NO-FAILOVER-WITHOUT-LINK',
    statement: 'While the failover link is down, the unit cannot fail over to the standby unit.',
    sources: [table, chapter13('Unit Health Monitoring'), sameTable],
    observed: { by: ['show-failover', 'port', 'traffic'] },
    note: 'Contradicts UH-SILENT-EVERYWHERE when the active unit is lost while the link is down: the guides do not say which of the two prevails.',
  },
  linkDownAtStart: {
    id: 'AS-FAILOVER-LINK-FAILED-AT-STARTUP',
    statement: 'If the failover link is down at startup, both units become active.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'boot', 'arp'] },
    differs: [
      {
        dialects: 'PIX 6.x, cable-based',
        how: 'The primary becomes active; the secondary does not take over until the cable is back.',
      },
      {
        dialects: 'PIX 6.x, LAN-based',
        how: 'The secondary looks for the primary over the other interfaces and becomes active only when the primary is absent.',
      },
    ],
  },
  linkMarkedAtStart: {
    id: 'AS-FAILOVER-LINK-MARKED-AT-STARTUP',
    statement:
      'If the failover link is down at startup, the unit that becomes active first marks the failover interface as failed.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'syslog'] },
    note: 'The row gives this action to the active unit only, and «become active» to the standby unit.',
  },
  stateLinkLost: {
    id: 'AS-STATE-LINK-FAILED',
    statement: 'The Stateful Failover link fails: no failover, and neither unit changes its state.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'port'] },
    only: 'pairs with a Stateful Failover link',
    note: 'A state link that shares the failover link fails with it; then AS-FAILOVER-LINK-FAILED applies.',
  },
  activeInterfaces: {
    id: 'AS-INTERFACE-FAILED-ACTIVE',
    statement:
      'As many failed interfaces on the active unit as the interface policy says: the active unit is marked as failed and the standby unit becomes active.',
    sources: [table, triggers, sameTable],
    observed: { by: ['show-failover', 'port', 'traffic', 'syslog'] },
  },
  standbyInterfaces: {
    id: 'AS-INTERFACE-FAILED-STANDBY',
    statement:
      'As many failed interfaces on the standby unit as the interface policy says: no failover; the standby unit is marked as failed.',
    sources: [table, sameTable],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  softwareFailed: {
    id: 'AS-TRIGGER-SOFTWARE',
    statement: 'A software failure of the active unit triggers a failover.',
    sources: [triggers, document77809('Failover Triggers')],
    observed: { by: ['console', 'show-failover', 'traffic'], how: 'The unit is made to crash on purpose.' },
  },
  forced: {
    id: 'AS-TRIGGER-FORCED',
    statement:
      '`no failover active` on the active unit, or `failover active` on the standby unit, makes the standby unit active.',
    sources: [triggers, document77809('Failover Triggers')],
    observed: { by: ['console', 'show-failover', 'traffic', 'syslog'] },
  },
  bootsBesideActive: {
    id: 'AS-BOOTS-BESIDE-ACTIVE',
    statement: 'A unit that boots and detects a mate already running as active becomes the standby unit.',
    sources: [start, sameStart],
    observed: { by: ['boot', 'show-failover'] },
  },
  bootsAlone: {
    id: 'AS-BOOTS-ALONE',
    statement: 'A unit that boots and does not detect a mate becomes the active unit.',
    sources: [start, sameStart],
    observed: { by: ['boot', 'show-failover', 'outlet'] },
  },
  bothBoot: {
    id: 'AS-BOTH-BOOT',
    statement:
      'If both units boot at the same time, the primary becomes active and the secondary becomes standby.',
    sources: [start, roles, sameStart],
    observed: { by: ['boot', 'show-failover', 'outlet'] },
    note: 'Only if both are of equal operational health; the guides do not say what happens if they are not, nor how close together is «the same time».',
  },
  joins: {
    id: 'AS-JOIN-KEEPS-TRAFFIC',
    statement:
      'When failover is enabled on the secondary unit, the primary stays up as the active unit and passes traffic as before.',
    sources: [document77809('Primary Unit Configuration')],
    observed: { by: ['show-failover', 'traffic'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
