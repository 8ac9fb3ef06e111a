import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const stateful = chapter13('Stateful Failover');
const table = chapter13('Stateful Failover', 'Table 13-6');
const same = document77809('Stateful Failover');
const http = chapter13(
  'Configuring Active/Standby Failover, Enabling HTTP Replication with Stateful Failover',
);
const groupHttp = chapter13(
  'Configuring Active/Active Failover, Enabling HTTP Replication with Stateful Failover',
);

/** What survives a failover, and what does not. */
export const statefulFailover = {
  stateless: {
    id: 'STATE-STATELESS-DROPS',
    statement:
      'In a stateless failover all active connections are dropped, and clients have to establish them again.',
    sources: [chapter13('Stateless (Regular) Failover'), document77809('Regular Failover')],
    observed: { by: ['session', 'console'] },
  },
  continuous: {
    id: 'STATE-CONTINUOUS',
    statement:
      'With Stateful Failover the active unit continually passes the state of each connection to the standby unit.',
    sources: [stateful, same],
    observed: {
      by: ['show-failover', 'console', 'frames'],
      how: 'The counters of logical updates grow on both units.',
    },
  },
  survives: {
    id: 'STATE-SESSIONS-SURVIVE',
    statement:
      'After a stateful failover the new active unit has the same connection information, and supported applications need not reconnect.',
    sources: [stateful, same],
    observed: { by: ['session', 'console'] },
  },
  stale: {
    id: 'STATE-STALE-WITHOUT-LINK',
    statement:
      'While the state link is down, state information becomes out of date, and sessions are terminated if a failover occurs.',
    sources: [
      chapter13('Active/Standby Failover, Failover Actions', 'Table 13-2'),
      chapter13('Active/Active Failover, Failover Actions', 'Table 13-4'),
      document77809('Failover Actions'),
    ],
    observed: { by: ['session', 'port', 'show-failover'] },
  },
  nat: {
    id: 'STATE-NAT',
    statement: 'The NAT translation table is passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'session'] },
  },
  tcp: {
    id: 'STATE-TCP',
    statement: 'TCP connection states are passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['session', 'console', 'show-failover'] },
  },
  udp: {
    id: 'STATE-UDP',
    statement: 'UDP connection states are passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['session', 'console', 'show-failover'] },
  },
  arp: {
    id: 'STATE-ARP',
    statement: 'The ARP table is passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'show-failover'] },
  },
  bridge: {
    id: 'STATE-L2-BRIDGE',
    statement: 'In transparent mode the layer 2 bridge table is passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'show-failover'] },
    only: 'transparent mode',
  },
  httpWhenEnabled: {
    id: 'STATE-HTTP-WHEN-ENABLED',
    statement: 'HTTP connection states are passed to the standby unit if HTTP replication is enabled.',
    sources: [table, http, groupHttp, same],
    observed: { by: ['session', 'console', 'show-failover'] },
  },
  httpNotByDefault: {
    id: 'STATE-HTTP-NOT-BY-DEFAULT',
    statement: 'HTTP connections are not passed to the standby unit unless HTTP replication is enabled.',
    sources: [table, http, groupHttp, same],
    observed: { by: ['session', 'console'] },
  },
  httpPerGroup: {
    id: 'STATE-HTTP-PER-GROUP',
    statement: '`replication http` in a failover group concerns that group only.',
    sources: [groupHttp],
    observed: { by: ['session', 'show-running-config'] },
  },
  ipsec: {
    id: 'STATE-IPSEC',
    statement: 'The ISAKMP and IPsec SA tables are passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'session', 'show-failover'] },
  },
  gtp: {
    id: 'STATE-GTP',
    statement: 'The GTP PDP connection database is passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'show-failover'] },
  },
  sip: {
    id: 'STATE-SIP',
    statement: 'SIP signalling sessions are passed to the standby unit.',
    sources: [table],
    observed: { by: ['console', 'session', 'show-failover'] },
    note: 'Document 77809, of 7.x, does not list them.',
  },
  notUauth: {
    id: 'STATE-NOT-UAUTH',
    statement: 'The user authentication table is not passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'session'] },
  },
  notRoutes: {
    id: 'STATE-NOT-ROUTES',
    statement: 'Routing tables are not passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console'] },
    differs: [{ dialects: 'ASA 8.4 and newer', how: 'The statistics have rows for routes.' }],
  },
  routesRediscovered: {
    id: 'STATE-ROUTES-REDISCOVERED',
    statement:
      'While dynamic routing protocols find their routes again after a failover, some packets may be lost or leave by the default route.',
    sources: [table],
    observed: { unobservable: 'It says what may happen, not what must: neither outcome breaks it.' },
  },
  notModules: {
    id: 'STATE-NOT-MODULES',
    statement: 'State information of security service modules is not passed to the standby unit.',
    sources: [table, same],
    observed: { by: ['console', 'session'] },
    only: 'ASA with a service module',
  },
  notLeases: {
    id: 'STATE-NOT-DHCP-LEASES',
    statement: 'Address leases of the DHCP server are not passed to the standby unit.',
    sources: [table],
    observed: { by: ['console'] },
    note: 'Document 77809, of 7.x, does not list them.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
