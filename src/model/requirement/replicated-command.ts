import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const inTable = chapter13('Active/Standby Failover, Command Replication', 'Table 13-1');
const inGroupTable = chapter13('Active/Active Failover, Command Replication', 'Table 13-3');

const onlyFirst = 'Table 13-1 lists it; Table 13-3, of Active/Active failover, does not.';

/** Which commands are replicated to the standby unit, and which are not. */
export const replicatedCommands = {
  configuration: {
    id: 'REP-COMMAND-CONFIGURATION',
    statement: 'All configuration commands are replicated, except those that are listed as not replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console', 'show-running-config'] },
  },
  files: {
    id: 'REP-COMMAND-FILES',
    statement: '`delete`, `mkdir`, `rename` and `rmdir` are replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console'], how: 'Files and folders are the same in the Flash of both units.' },
  },
  notCopy: {
    id: 'REP-NOT-COPY',
    statement: 'No form of `copy` but `copy running-config startup-config` is replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console'], how: 'A file that is copied to the Flash of one unit is not on the other.' },
  },
  notWrite: {
    id: 'REP-NOT-WRITE',
    statement: 'No form of `write` but `write memory` is replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console', 'show-running-config'] },
  },
  notCaServer: {
    id: 'REP-NOT-CA-SERVER',
    statement: '`crypto ca server` and its subcommands are neither replicated nor synchronized.',
    sources: [
      inTable,
      chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization'),
      chapter13('Failover Configuration Limitations'),
    ],
    observed: { by: ['show-running-config'] },
    note: onlyFirst,
  },
  notShow: {
    id: 'REP-NOT-SHOW',
    statement: '`show` and `debug` are not replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console'] },
  },
  notLanUnit: {
    id: 'REP-NOT-LAN-UNIT',
    statement: '`failover lan unit` is not replicated.',
    sources: [inTable, inGroupTable, document77809('Secondary Unit Configuration')],
    observed: { by: ['show-running-config', 'show-failover'] },
  },
  notMode: {
    id: 'REP-NOT-MODE',
    statement: '`mode` and `firewall` are not replicated.',
    sources: [inTable, inGroupTable],
    observed: { by: ['console', 'show-running-config'] },
  },
  notPager: {
    id: 'REP-NOT-PAGER',
    statement: '`pager` and `terminal pager` are not replicated.',
    sources: [inTable],
    observed: { by: ['console', 'show-running-config'] },
    note: onlyFirst,
  },
} as const satisfies Readonly<Record<string, Requirement>>;
