import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const table = chapter13('Failover Times', 'Table 13-7');
const waiting = document77809('Failover Monitoring');

/** The published times. */
export const failoverTimes = {
  unitLoss: {
    id: 'TIME-UNIT-LOSS',
    statement:
      'The active unit loses power or stops: failover takes 800 ms with the shortest, 15 s with the default and 45 s with the longest timers.',
    sources: [table],
    observed: { by: ['traffic', 'show-failover', 'outlet', 'syslog'] },
    differs: [
      {
        dialects: 'PIX 7.2',
        how: 'The sample output shows a poll time of 15 and a hold time of 45 seconds, the longest ones, with no command that sets them.',
      },
    ],
  },
  linkDown: {
    id: 'TIME-LINK-DOWN',
    statement:
      'A main board interface link of the active unit goes down: failover takes 500 ms with the shortest, 5 s with the default and 15 s with the longest timers.',
    sources: [table],
    observed: { by: ['traffic', 'show-failover', 'port', 'syslog'] },
  },
  cardLinkDown: {
    id: 'TIME-CARD-LINK-DOWN',
    statement:
      'A link of a 4GE card of the active unit goes down: failover takes 2 s with the shortest, 5 s with the default and 15 s with the longest timers.',
    sources: [table],
    observed: { by: ['traffic', 'show-failover', 'port', 'syslog'] },
    only: 'units with a 4GE card',
    note: 'Other editions of the table have one row more: an IPS or CSC module of the active unit fails, 2 s with any timers.',
  },
  interfaceTest: {
    id: 'TIME-INTERFACE-TEST',
    statement:
      'An interface of the active unit is up but a connection problem causes tests: failover takes 5 s with the shortest, 25 s with the default and 75 s with the longest timers.',
    sources: [table],
    observed: { by: ['traffic', 'show-failover', 'port', 'syslog'] },
    note: 'The tests can take up to 20 seconds by their own description, longer than the shortest hold time: whichever ends first decides.',
  },
  subSecond: {
    id: 'TIME-SUB-SECOND',
    statement:
      'With the shortest poll and hold times a unit failure is noticed and answered in less than a second.',
    sources: [chapter13('Configuring Unit Health Monitoring')],
    observed: { by: ['traffic', 'outlet', 'syslog'] },
  },
  replication: {
    id: 'TIME-REPLICATION',
    statement: 'Replication takes from a few seconds to several minutes, by the size of the configuration.',
    sources: [
      chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization'),
      chapter13('Active/Active Failover, Device Initialization and Configuration Synchronization'),
      document77809('Device Initialization and Configuration Synchronization'),
    ],
    observed: { by: ['console', 'syslog'] },
    note: 'No number is promised; it can be measured but not failed.',
  },
  waiting: {
    id: 'TIME-WAITING',
    statement: 'An interface waits for the hellos of the mate for about 30 seconds before it is monitored.',
    sources: [waiting],
    observed: { by: ['show-failover', 'syslog'] },
    note: 'Two polls of 15 seconds, the default of PIX; with other timers it is two interface poll times.',
  },
  spanningTree: {
    id: 'TIME-SPANNING-TREE',
    statement:
      'Behind a switch port that runs spanning tree, waiting lasts longer by twice the forward delay of the switch.',
    sources: [waiting],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
  trafficAfterSpanningTree: {
    id: 'TIME-TRAFFIC-AFTER-SPANNING-TREE',
    statement:
      'At boot and after a failover a switch port that runs spanning tree forwards nothing for twice its forward delay, and traffic flows again after that.',
    sources: [waiting],
    observed: { by: ['traffic', 'port'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
