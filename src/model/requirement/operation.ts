import type { Requirement } from '../../pair/index.ts';

/** What an operator does, what comes back by itself, and the published failover times. */
export const operation = {
  force: {
    id: 'OPS-FORCE',
    statement:
      'The standby unit is forced to become active by `failover active` on it or `no failover active` on its mate.',
    source: { document: 'ASA 5580, chapter 13', section: 'Forcing Failover' },
  },
  restoredStaysStandby: {
    id: 'OPS-RESTORED-STAYS-STANDBY',
    statement:
      'A restored unit does not become active by itself; it remains standby until a failover makes it active.',
    source: { document: 'ASA 5580, chapter 13', section: 'Restoring a Failed Unit or Failover Group' },
  },
  failoverOn: {
    id: 'OPS-FAILOVER-ON',
    statement: 'The failover status is verified with `show failover`, which says whether failover is on.',
    source: { document: 'ASA 5580, chapter 13', section: 'Verifying the Failover Configuration, Table 13-8' },
  },
  trafficAfterwards: {
    id: 'OPS-TRAFFIC-AFTERWARDS',
    statement: 'Traffic between hosts on different interfaces passes before a failover and again after it.',
    source: { document: 'ASA 5580, chapter 13', section: 'Testing the Failover Functionality' },
  },
  timeUnitLoss: {
    id: 'TIME-UNIT-LOSS',
    statement:
      'The active unit loses power or stops: failover takes 800 ms with the shortest, 15 s with the default and 45 s with the longest timers.',
    source: { document: 'ASA 5580, chapter 13', section: 'Failover Times, Table 13-7' },
  },
  timeLinkDown: {
    id: 'TIME-LINK-DOWN',
    statement:
      'A main board interface link of the active unit goes down: failover takes 500 ms with the shortest, 5 s with the default and 15 s with the longest timers.',
    source: { document: 'ASA 5580, chapter 13', section: 'Failover Times, Table 13-7' },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
