import type { Requirement } from '../../pair/index.ts';

const table = 'Active/Standby Failover, Failover Actions, Table 13-2';

/** Who is active, and who becomes active when something fails: Active/Standby failover. */
export const activeStandby = {
  oneActive: {
    id: 'AS-ONE-ACTIVE',
    statement:
      'In Active/Standby failover exactly one unit passes traffic; the other waits in a standby state.',
    source: { document: 'ASA 5580, chapter 13', section: 'Understanding Failover' },
  },
  takeover: {
    id: 'AS-TAKEOVER',
    statement:
      'When the active unit fails, the standby unit takes over its addresses and begins to pass traffic.',
    source: { document: 'ASA 5580, chapter 13', section: 'Active/Standby Failover Overview' },
  },
  activeLost: {
    id: 'AS-ACTIVE-FAILED',
    statement:
      'The active unit loses power or hardware: the standby unit becomes active and marks the lost unit as failed.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  formerlyActiveReturns: {
    id: 'AS-FORMER-ACTIVE-RETURNS',
    statement: 'A formerly active unit that recovers becomes standby; there is no failover back.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  standbyLost: {
    id: 'AS-STANDBY-FAILED',
    statement:
      'The standby unit loses power or hardware: the active unit stays active and marks the standby unit as failed.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  standbyMarkedFailed: {
    id: 'AS-STANDBY-MARKED-FAILED',
    statement:
      'While the standby unit is marked as failed, the active unit does not fail over, however many of its interfaces fail.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  linkLost: {
    id: 'AS-FAILOVER-LINK-FAILED',
    statement:
      'The failover link fails during operation: no failover; both units mark the failover interface as failed.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  noFailoverWithoutLink: {
    id: 'AS-NO-FAILOVER-WITHOUT-LINK',
    statement: 'While the failover link is down, the unit cannot fail over to the standby unit.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  linkDownAtStart: {
    id: 'AS-FAILOVER-LINK-FAILED-AT-STARTUP',
    statement: 'If the failover link is down at startup, both units become active.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  activeInterfaces: {
    id: 'AS-INTERFACE-FAILED-ACTIVE',
    statement:
      'As many failed interfaces on the active unit as the interface policy says: the active unit is marked as failed and the standby unit becomes active.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  standbyInterfaces: {
    id: 'AS-INTERFACE-FAILED-STANDBY',
    statement:
      'As many failed interfaces on the standby unit as the interface policy says: no failover; the standby unit is marked as failed.',
    source: { document: 'ASA 5580, chapter 13', section: table },
  },
  forced: {
    id: 'AS-TRIGGER-FORCED',
    statement:
      '`no failover active` on the active unit, or `failover active` on the standby unit, makes the standby unit active.',
    source: { document: 'ASA 5580, chapter 13', section: 'Active/Standby Failover, Failover Triggers' },
  },
  bootsBesideActive: {
    id: 'AS-BOOTS-BESIDE-ACTIVE',
    statement: 'A unit that boots and detects a mate already running as active becomes the standby unit.',
    source: {
      document: 'ASA 5580, chapter 13',
      section: 'Device Initialization and Configuration Synchronization',
    },
  },
  bootsAlone: {
    id: 'AS-BOOTS-ALONE',
    statement: 'A unit that boots and does not detect a mate becomes the active unit.',
    source: {
      document: 'ASA 5580, chapter 13',
      section: 'Device Initialization and Configuration Synchronization',
    },
  },
  bothBoot: {
    id: 'AS-BOTH-BOOT',
    statement:
      'If both units boot at the same time, the primary becomes active and the secondary becomes standby.',
    source: {
      document: 'ASA 5580, chapter 13',
      section: 'Device Initialization and Configuration Synchronization',
    },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
