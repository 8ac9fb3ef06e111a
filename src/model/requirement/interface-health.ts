import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const monitoring = chapter13('Interface Monitoring');
const health = chapter13('Configuring Active/Standby Failover, Configuring Interface Health Monitoring');
const groupHealth = chapter13('Configuring Active/Active Failover, Configuring Interface Health Monitoring');
const enabling = chapter13(
  'Configuring Active/Standby Failover, Disabling and Enabling Interface Monitoring',
);
const criteria = chapter13('Configuring Active/Standby Failover, Configuring Failover Criteria');
const shown = chapter13('show failover—Active/Standby', 'Table 13-8');
const shownByGroup = chapter13('Show Failover—Active/Active', 'Table 13-9');
const waiting = document77809('Failover Monitoring');

/** How interfaces are watched, and when their failures count. */
export const interfaceHealth = {
  policy: {
    id: 'IH-POLICY',
    statement:
      'Failover occurs when the number or percentage of failed interfaces reaches the interface policy, and not before.',
    sources: [criteria, monitoring, health],
    observed: { by: ['show-failover', 'port', 'traffic'] },
    note: 'The guides also write «above threshold»; with the default policy of 1 a single failure suffices, so that «reaches» is meant. How a percentage is rounded is not said.',
  },
  linkDown: {
    id: 'IH-LINK-DOWN',
    statement:
      'For an interface whose link is down no tests are run; the standby unit can become active in one interface poll period.',
    sources: [health],
    observed: { by: ['show-failover', 'port', 'traffic', 'syslog'] },
  },
  unmonitored: {
    id: 'IH-UNMONITORED',
    statement: 'An interface whose monitoring is disabled does not affect the failover policy.',
    sources: [
      enabling,
      chapter13('Configuring Active/Active Failover, Disabling and Enabling Interface Monitoring'),
    ],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
  recovers: {
    id: 'IH-RECOVERS',
    statement:
      'A failed unit returns to standby when its failed interfaces no longer meet the interface policy.',
    sources: [monitoring],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  hello: {
    id: 'IH-HELLO',
    statement:
      'Each unit sends hello packets out of every data interface, once in every interface poll time.',
    sources: [health, groupHealth, document77809('Failover Polltime')],
    observed: { by: ['frames', 'port'] },
    note: 'Whether an interface that is not monitored sends hellos too is not said.',
  },
  linkStatus: {
    id: 'IH-LINK-STATUS-EXCHANGED',
    statement: 'Each unit tells its mate the link status of its interfaces over the failover link.',
    sources: [chapter13('Failover Link')],
    observed: { by: ['show-failover'], how: 'The mate shows the interface that was taken down.' },
  },
  testsBegin: {
    id: 'IH-TESTS-AFTER-HALF-HOLD',
    statement:
      'When no hello was heard on a monitored interface for half of the interface hold time, the tests of that interface begin.',
    sources: [monitoring, health, document77809('Failover Polltime')],
    observed: { by: ['syslog', 'show-failover', 'frames'] },
  },
  holdOver: {
    id: 'IH-HOLD',
    statement:
      'An interface on which neither a hello nor a successful test came within the interface hold time is marked as failed.',
    sources: [health, groupHealth],
    observed: { by: ['show-failover', 'syslog'] },
  },
  secondHello: {
    id: 'IH-SECOND-HELLO',
    statement:
      'An interface is not monitored before the second hello of the mate was heard on it; until then it is waiting.',
    sources: [waiting],
    observed: { by: ['show-failover', 'frames', 'syslog'] },
  },
  waitingCausesNone: {
    id: 'IH-WAITING-CAUSES-NO-FAILURE',
    statement: 'While an interface is waiting, missing hellos on it do not make the mate failed.',
    sources: [waiting],
    observed: { by: ['show-failover', 'port'] },
    differs: [
      {
        dialects: 'PIX 6.x',
        how: 'An interface that is still waiting two and a half minutes after the mate’s became normal is put to the tests.',
      },
    ],
  },
  waitingAfterFailure: {
    id: 'IH-WAITING-AFTER-FAILURE',
    statement:
      'After a failure the interfaces of both units are waiting again, those of the active unit until the mate is replaced or heard again.',
    sources: [document77809('Unit Failure')],
    observed: { by: ['show-failover'] },
  },
  noStandbyAddress: {
    id: 'IH-NO-STANDBY-ADDRESS',
    statement:
      'An interface without a standby address is shown with the address 0.0.0.0 and its monitoring stays waiting.',
    sources: [document77809('View of Monitored Interfaces')],
    observed: { by: ['show-failover'] },
  },
  shared: {
    id: 'IH-SHARED',
    statement:
      'An interface shared by several contexts needs to be monitored in one of them only; all contexts benefit.',
    sources: [monitoring],
    observed: { by: ['show-failover', 'port'] },
    only: 'multiple context mode',
  },
  showsNormal: {
    id: 'IH-SHOWS-NORMAL',
    statement: 'An interface that works correctly is shown as Normal.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover'] },
  },
  showsNoLink: {
    id: 'IH-SHOWS-NO-LINK',
    statement: 'An interface whose line protocol is down is shown as No Link.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover', 'port'] },
  },
  showsLinkDown: {
    id: 'IH-SHOWS-LINK-DOWN',
    statement: 'An interface that was shut down administratively is shown as Link Down.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover', 'console'] },
  },
  showsFailed: {
    id: 'IH-SHOWS-FAILED',
    statement: 'An interface that has failed is shown as Failed.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover', 'port'] },
    differs: [
      { dialects: 'ASA 9.23', how: '«No Traffic» is shown where the link is up and nothing arrives.' },
    ],
  },
  showsUnknown: {
    id: 'IH-SHOWS-UNKNOWN',
    statement: 'An interface whose status the unit cannot determine is shown as Unknown.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover', 'outlet'] },
  },
  showsWaiting: {
    id: 'IH-SHOWS-WAITING',
    statement: 'An interface whose counterpart on the mate is not monitored yet is shown as Waiting.',
    sources: [shown, shownByGroup],
    observed: { by: ['show-failover'] },
    note: 'The sample of document 77809 shows it as «Normal (Waiting)», behind the health and not instead of it.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
