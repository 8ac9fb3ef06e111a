import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const tests = chapter13('Interface Monitoring');

/** The tests that find out which of two units has lost an interface. */
export const interfaceTests = {
  order: {
    id: 'IH-TEST-ORDER',
    statement:
      'The tests of an interface are run in the order link, network activity, ARP, broadcast ping; the next one follows only if neither unit received traffic.',
    sources: [tests],
    observed: { by: ['frames', 'syslog'] },
  },
  linkFirst: {
    id: 'IH-TEST-LINK',
    statement: 'The network tests are run only if the link test finds that the interface is operational.',
    sources: [tests],
    observed: { by: ['frames', 'syslog', 'port'] },
  },
  countCleared: {
    id: 'IH-TEST-COUNT-CLEARED',
    statement:
      'At the start of each test each unit clears the count of packets received on its interfaces, and looks at it at the end.',
    sources: [tests],
    observed: { unobservable: 'The count is inside the unit; only the verdict of the test can be seen.' },
  },
  trafficSuffices: {
    id: 'IH-TEST-TRAFFIC-SUFFICES',
    statement: 'An interface that received any traffic during a test is operational, and its tests stop.',
    sources: [tests],
    observed: { by: ['frames', 'syslog', 'show-failover'] },
  },
  oneSided: {
    id: 'IH-TEST-ONE-SIDED',
    statement:
      'If one unit received traffic during a test and the other did not, the unit that received none is failed.',
    sources: [tests],
    observed: { by: ['show-failover', 'port', 'syslog'] },
    note: 'It says the unit, «All network tests fail …» says the interface; whether the unit fails is for the interface policy.',
  },
  activity: {
    id: 'IH-TEST-ACTIVITY',
    statement: 'The network activity test counts all received packets for up to 5 seconds.',
    sources: [tests],
    observed: {
      by: ['syslog', 'frames'],
      how: 'The time from the begin of the tests to the first ARP request.',
    },
  },
  arp: {
    id: 'IH-TEST-ARP',
    statement:
      'The ARP test asks the two machines most recently entered in the ARP cache, one after the other, and counts all received traffic for up to 5 seconds after each request.',
    sources: [tests],
    observed: { by: ['frames', 'console'] },
    differs: [{ dialects: 'PIX 6.x', how: 'It asks the ten most recent ones.' }],
  },
  ping: {
    id: 'IH-TEST-PING',
    statement:
      'When no machine of the ARP test brought traffic, a broadcast ping is sent and all received packets are counted for up to 5 seconds.',
    sources: [tests],
    observed: { by: ['frames', 'syslog'] },
  },
  allFail: {
    id: 'IH-TEST-ALL-FAIL',
    statement:
      'An interface that fails all network tests, while the same interface of the mate passes traffic, is failed.',
    sources: [tests],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  bothUnknown: {
    id: 'IH-BOTH-UNKNOWN',
    statement:
      'If the interface fails all network tests on both units, it becomes Unknown on both and does not count towards the failover limit.',
    sources: [tests],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
  operationalAgain: {
    id: 'IH-OPERATIONAL-AGAIN',
    statement: 'A failed interface becomes operational again as soon as it receives any traffic.',
    sources: [tests],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
