import type { Requirement } from '../../pair/index.ts';

/** How interfaces are watched, and when their failures count. */
export const interfaceHealth = {
  policy: {
    id: 'IH-POLICY',
    statement:
      'Failover occurs when the number or percentage of failed interfaces reaches the interface policy, and not before.',
    source: { document: 'ASA 5580, chapter 13', section: 'Configuring Failover Criteria' },
  },
  linkDown: {
    id: 'IH-LINK-DOWN',
    statement:
      'For an interface whose link is down no tests are run; the standby unit can become active in one interface poll period.',
    source: { document: 'ASA 5580, chapter 13', section: 'Configuring Interface Health Monitoring' },
  },
  unmonitored: {
    id: 'IH-UNMONITORED',
    statement: 'An interface whose monitoring is disabled does not affect the failover policy.',
    source: { document: 'ASA 5580, chapter 13', section: 'Disabling and Enabling Interface Monitoring' },
  },
  recovers: {
    id: 'IH-RECOVERS',
    statement:
      'A failed unit returns to standby when its failed interfaces no longer meet the interface policy.',
    source: { document: 'ASA 5580, chapter 13', section: 'Interface Monitoring' },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
