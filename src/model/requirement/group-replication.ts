import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const start = chapter13('Active/Active Failover, Device Initialization and Configuration Synchronization');
const commands = chapter13('Active/Active Failover, Command Replication');

/** Replication where either unit can be active: Active/Active failover. */
export const groupReplication = {
  bothBoot: {
    id: 'REP-AA-BOTH-BOOT',
    statement:
      'When both units of an Active/Active pair boot at the same time, the secondary obtains the running configuration from the primary.',
    sources: [start, chapter13('Active/Active Failover, Primary/Secondary Status and Active/Standby Status')],
    observed: { by: ['boot', 'console', 'show-running-config'] },
  },
  bootsBesideActive: {
    id: 'REP-AA-BOOTS-BESIDE-ACTIVE',
    statement:
      'A unit that boots beside a mate on which both groups are active obtains the running configuration from it, whichever of them is primary.',
    sources: [start],
    observed: { by: ['boot', 'console', 'show-running-config'] },
  },
  fromContext: {
    id: 'REP-AA-CONTEXT',
    statement:
      'Commands entered in a context are replicated from the unit on which its failover group is active.',
    sources: [commands],
    observed: { by: ['console', 'show-running-config'] },
  },
  fromSystem: {
    id: 'REP-AA-SYSTEM',
    statement:
      'Commands entered in the system execution space, those that create failover groups among them, are replicated from the unit on which failover group 1 is active.',
    sources: [commands, chapter13('Active/Active Failover Overview')],
    observed: { by: ['console', 'show-running-config'] },
  },
  fromAdmin: {
    id: 'REP-AA-ADMIN',
    statement:
      'Commands entered in the admin context are replicated from the unit on which failover group 1 is active.',
    sources: [commands],
    observed: { by: ['console', 'show-running-config'] },
  },
  wrongUnit: {
    id: 'REP-AA-WRONG-UNIT',
    statement:
      'Commands entered on the unit where the context, or failover group 1, is not active put the configurations out of step, and may be lost at the next synchronization.',
    sources: [commands],
    observed: { by: ['console', 'show-running-config', 'boot'] },
  },
  writeStandby: {
    id: 'REP-AA-WRITE-STANDBY',
    statement:
      '`write standby` in the system execution space of the unit where group 1 is active writes the system and all contexts, those in the standby state too, to the mate.',
    sources: [commands],
    observed: { by: ['console', 'show-running-config'] },
  },
  writeStandbyEnds: {
    id: 'REP-AA-WRITE-STANDBY-ENDS',
    statement:
      'In Active/Active failover `write standby` terminates the connections through contexts that are active on the unit that is written to.',
    sources: [commands],
    observed: { by: ['session', 'traffic'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
