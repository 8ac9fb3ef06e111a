import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const table = chapter13('show failover—Active/Standby', 'Table 13-8');
const groupTable = chapter13('Show Failover—Active/Active', 'Table 13-9');
const samples = document77809('Use of the show failover Command');
const commands = chapter13('Displaying the Failover Commands in the Running Configuration');
const sameCommands = document77809('Display of the Failover Commands in the Running Configuration');

/** What the commands that verify failover display. */
export const verification = {
  failoverOn: {
    id: 'OPS-FAILOVER-ON',
    statement: 'The failover status is verified with `show failover`, which says whether failover is on.',
    sources: [table, groupTable, chapter13('Using the show failover Command'), samples],
    observed: { by: ['show-failover'] },
  },
  cable: {
    id: 'OPS-SHOWS-CABLE',
    statement: '`show failover` gives the cable status, and N/A for it where failover is LAN-based.',
    sources: [table],
    observed: { by: ['show-failover'] },
    only: 'PIX 500',
  },
  lanInterface: {
    id: 'OPS-SHOWS-LAN-INTERFACE',
    statement: '`show failover` names the failover link by its logical and its physical name.',
    sources: [table, groupTable, samples],
    observed: { by: ['show-failover'] },
    differs: [{ dialects: 'PIX 7.x, cable-based', how: 'It is N/A, since failover is serial-based.' }],
  },
  timers: {
    id: 'OPS-SHOWS-TIMERS',
    statement:
      '`show failover` gives the unit poll time, the unit hold time and the interface poll time that are set.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
  },
  policy: {
    id: 'OPS-SHOWS-POLICY',
    statement:
      '`show failover` gives the interface policy, the number of monitored interfaces, and how many can be monitored.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
  },
  http: {
    id: 'OPS-SHOWS-HTTP',
    statement: '`show failover` says that HTTP state is replicated, if it is.',
    sources: [table],
    observed: { by: ['show-failover'] },
  },
  lastFailover: {
    id: 'OPS-SHOWS-LAST-FAILOVER',
    statement:
      '`show failover` gives date and time of the last failover, in Active/Active failover for each group.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
    note: 'Live units give the time at which the unit itself last changed its role, so that the two can differ.',
  },
  states: {
    id: 'OPS-SHOWS-BOTH-STATES',
    statement:
      '`show failover` gives role and state of this host and of the other, in Active/Active failover the state of each group.',
    sources: [table, groupTable, samples],
    observed: { by: ['show-failover'] },
  },
  activeTime: {
    id: 'OPS-SHOWS-ACTIVE-TIME',
    statement: 'The active time is cumulative, so that a standby unit that was active before shows it too.',
    sources: [table],
    observed: { by: ['show-failover'] },
  },
  slots: {
    id: 'OPS-SHOWS-SLOTS',
    statement: '`show failover` tells of the module in each slot, or that it is empty.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
  },
  interfaceAddress: {
    id: 'OPS-SHOWS-INTERFACE-ADDRESS',
    statement: '`show failover` gives for each interface of both units the IP address that it uses now.',
    sources: [table, groupTable],
    observed: { by: ['show-failover', 'arp'] },
  },
  statistics: {
    id: 'OPS-SHOWS-STATISTICS',
    statement: 'Statistics of logical updates are shown if a state link is configured.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
  },
  stateLink: {
    id: 'OPS-SHOWS-STATE-LINK',
    statement: 'The state link is shown by its interface and as up, down or failed, or as unconfigured.',
    sources: [table, groupTable],
    observed: { by: ['show-failover', 'port'] },
  },
  counters: {
    id: 'OPS-SHOWS-COUNTERS',
    statement:
      'For each stateful object the packets transmitted and received are counted, with their errors; for each queue the current, maximum and total number.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
    note: 'The counters are of packets between the units, not of connections; the row «General» is called their sum, and in the samples is not always.',
  },
  conditionalRows: {
    id: 'OPS-SHOWS-CONDITIONAL-ROWS',
    statement:
      'The row of the layer 2 bridge table is shown in transparent mode only, and those of GTP only if GTP is inspected.',
    sources: [table, groupTable],
    observed: { by: ['show-failover'] },
  },
  inContext: {
    id: 'OPS-SHOWS-CONTEXT',
    statement: '`show failover` within a context shows the state of the context, not of the unit.',
    sources: [chapter13('show failover—Active/Standby')],
    observed: { by: ['show-failover'] },
    only: 'multiple context mode',
  },
  group: {
    id: 'OPS-SHOWS-GROUP',
    statement: '`show failover group` shows what `show failover` does, for that group only.',
    sources: [chapter13('Show Failover—Active/Active')],
    observed: { by: ['show-failover'] },
  },
  state: {
    id: 'OPS-SHOWS-STATE',
    statement:
      '`show failover state` shows the states of both units, of configuration and communication, and the reasons of failure.',
    sources: [samples],
    observed: { by: ['show-failover'] },
    differs: [
      { dialects: 'ASA 8.x and newer', how: 'The same in columns, with date and time of the last failure.' },
    ],
  },
  linkAddresses: {
    id: 'OPS-SHOWS-LINK-ADDRESSES',
    statement:
      '`show failover interface` shows the IP addresses of the failover and state links, its own and that of the mate.',
    sources: [samples],
    observed: { by: ['show-failover'] },
  },
  monitorInterface: {
    id: 'OPS-SHOWS-MONITOR-INTERFACE',
    statement:
      '`show monitor-interface` shows the status of the monitored interfaces of both units, in multiple context mode within a context.',
    sources: [chapter13('Viewing Monitored Interfaces'), document77809('View of Monitored Interfaces')],
    observed: { by: ['show-failover'] },
  },
  runningFailover: {
    id: 'OPS-SHOWS-RUNNING',
    statement:
      '`show running-config failover` displays all failover commands, in multiple context mode in the system execution space.',
    sources: [commands, sameCommands],
    observed: { by: ['show-running-config'] },
  },
  runningAllFailover: {
    id: 'OPS-SHOWS-RUNNING-ALL',
    statement:
      '`show running-config all failover` displays the failover commands with those that have their default values.',
    sources: [commands, sameCommands],
    observed: { by: ['show-running-config'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
