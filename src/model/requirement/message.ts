import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const start = chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization');
const groupStart = chapter13(
  'Active/Active Failover, Device Initialization and Configuration Synchronization',
);
const sameStart = document77809('Device Initialization and Configuration Synchronization');
const messages = chapter13('Failover System Messages');
const sameMessages = document77809('Failover System Messages');
const debugging = chapter13('Debug Messages');
const sameDebugging = document77809('Debug Messages');

/** What the units say of themselves: at the console, by syslog, by traps. */
export const spokenMessages = {
  begin: {
    id: 'LOG-REPLICATION-BEGINS',
    statement:
      'When replication starts, the console of the sending unit says that configuration replication begins and is sent to the mate.',
    sources: [start, groupStart, sameStart],
    observed: { by: ['console'] },
  },
  end: {
    id: 'LOG-REPLICATION-ENDS',
    statement: 'When replication is complete, the console of the sending unit says that it has ended.',
    sources: [start, groupStart, sameStart],
    observed: { by: ['console'] },
  },
  receiving: {
    id: 'LOG-REPLICATION-RECEIVED',
    statement:
      'The console of the receiving unit says that it detected an active mate, and that replication from the mate begins and ends.',
    sources: [sameStart],
    observed: { by: ['console'] },
  },
  standbyWarning: {
    id: 'LOG-STANDBY-WARNING',
    statement:
      'A command entered on the standby unit brings the warning that replication is not performed from standby to active and that the configurations are no longer synchronized.',
    sources: [
      chapter13('Active/Standby Failover, Command Replication'),
      document77809('Command Replication'),
    ],
    observed: { by: ['console'] },
  },
  standbyWarningAlways: {
    id: 'LOG-STANDBY-WARNING-ALWAYS',
    statement:
      'The warning of a command on the standby unit comes even if the command does not affect the configuration.',
    sources: [
      chapter13('Active/Standby Failover, Command Replication'),
      document77809('Command Replication'),
    ],
    observed: { by: ['console'] },
    note: 'Chapter 13 says «many» such commands.',
  },
  bothSend: {
    id: 'LOG-BOTH-UNITS',
    statement: 'When a failover occurs, both units send system messages.',
    sources: [chapter13('Monitoring Failover'), document77809('Troubleshoot')],
    observed: { by: ['syslog', 'console'] },
    note: 'A unit that lost power sends none.',
  },
  severity: {
    id: 'LOG-SEVERITY',
    statement: 'System messages of failover have priority level 2, critical.',
    sources: [messages, sameMessages],
    observed: { by: ['syslog'] },
    note: 'The guides contradict their own message numbers, %PIX|ASA-1-105005 and %ASA-3-210005, of levels 1 and 3.',
    differs: [{ dialects: 'PIX/ASA 6.x and newer', how: 'Messages 101001 to 105048 are of level 1.' }],
  },
  lineProtocol: {
    id: 'LOG-LINE-PROTOCOL',
    statement:
      'During a switchover interfaces are logically shut down and brought up, which gives the messages 411001 and 411002.',
    sources: [messages, sameMessages],
    observed: { by: ['syslog', 'trap'] },
  },
  debug: {
    id: 'LOG-DEBUG',
    statement: '`debug fover` displays the debug messages of failover.',
    sources: [debugging, sameDebugging],
    observed: { by: ['console'] },
  },
  debugCost: {
    id: 'LOG-DEBUG-COST',
    statement: 'Debugging output has high priority and can make the system much slower.',
    sources: [debugging, sameDebugging],
    observed: {
      unobservable: 'It says what may happen and how much is left open: neither outcome breaks it.',
    },
  },
  traps: {
    id: 'LOG-TRAPS',
    statement:
      'With an SNMP agent, a management station and logging configured, failover is reported by syslog traps.',
    sources: [chapter13('SNMP'), document77809('SNMP')],
    observed: { by: ['trap'] },
  },
  lostCommunications: {
    id: 'LOG-LOST-COMMUNICATIONS',
    statement:
      'A unit that can no longer communicate with its mate on an interface says so with message 105005, which names its own role and the interface.',
    sources: [
      document77809('Primary Lost Failover communications with mate on interface interface_name'),
      document77809('Troubleshoot'),
    ],
    observed: { by: ['syslog'] },
  },
  allocate: {
    id: 'LOG-LU-ALLOCATE',
    statement:
      'Message 210005, that a connection could not be allocated for a logical update, points to a problem of memory.',
    sources: [document77809('LU allocate connection failed'), document77809('Troubleshoot')],
    observed: { by: ['syslog'] },
    note: 'Upgrading the software resolves it; which versions have it is not said.',
  },
  blocks: {
    id: 'LOG-BLOCK-ALLOC',
    statement: 'Message 105010 says that block memory is depleted; it is transient, and the unit recovers.',
    sources: [document77809('Failover message block alloc failed')],
    observed: { by: ['syslog', 'console'], how: '`show blocks` shows the memory.' },
  },
  decryption: {
    id: 'LOG-DECRYPTION',
    statement: 'Units whose failover keys differ warn that decryption of failover messages failed.',
    sources: [document77809('WARNING: Failover message decryption failure.')],
    observed: { by: ['console'] },
  },
  severalNames: {
    id: 'LOG-NAMES-ITS-ROLE',
    statement: 'A failover message names the unit that sends it, as Primary or as Secondary.',
    sources: [
      document77809('Primary Lost Failover communications with mate on interface interface_name'),
      document77809('Failover message block alloc failed'),
    ],
    observed: { by: ['syslog'] },
    note: 'In Active/Active failover live units put the group behind it, as in Primary_group_1.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
