import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const unit = chapter13('Configuring Unit Health Monitoring');
const health = chapter13('Configuring Active/Standby Failover, Configuring Interface Health Monitoring');
const groupHealth = chapter13('Configuring Active/Active Failover, Configuring Interface Health Monitoring');
const criteria = chapter13('Configuring Active/Standby Failover, Configuring Failover Criteria');
const groupCriteria = chapter13('Configuring Active/Active Failover, Configuring Failover Criteria');
const enabling = chapter13(
  'Configuring Active/Standby Failover, Disabling and Enabling Interface Monitoring',
);
const groupEnabling = chapter13(
  'Configuring Active/Active Failover, Disabling and Enabling Interface Monitoring',
);
const polltime = document77809('Failover Polltime');

const refused = 'A value on either side of each limit is entered: one is shown, the other is refused.';

/** Ranges, ratios and defaults of what can be set. */
export const limits = {
  unitPoll: {
    id: 'CFG-UNIT-POLL-RANGE',
    statement: 'The unit poll time is from 1 to 15 seconds, or from 200 to 999 milliseconds.',
    sources: [unit],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
    differs: [{ dialects: 'PIX 6.x', how: '`failover poll` takes 3 to 15 seconds, 15 by default.' }],
  },
  unitHold: {
    id: 'CFG-UNIT-HOLD-RANGE',
    statement: 'The unit hold time is from 1 to 45 seconds, or from 800 to 990 milliseconds.',
    sources: [unit],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
    note: 'A live ASA showed 999 milliseconds, and the MIB of newer units gives 800 to 45000: the upper limit in milliseconds may be 999.',
  },
  unitRatio: {
    id: 'CFG-UNIT-HOLD-RATIO',
    statement: 'The unit hold time is at least 3 times the unit poll time.',
    sources: [unit],
    observed: { by: ['console', 'show-running-config'], how: refused },
  },
  interfacePoll: {
    id: 'CFG-INTERFACE-POLL-RANGE',
    statement: 'The interface poll time is from 1 to 15 seconds, or from 500 to 999 milliseconds.',
    sources: [health, groupHealth],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
    note: 'A management product of the vendor offers 3 to 15 seconds only.',
  },
  interfaceHold: {
    id: 'CFG-INTERFACE-HOLD-RANGE',
    statement: 'The interface hold time is from 5 to 75 seconds.',
    sources: [health, groupHealth],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
    differs: [{ dialects: 'PIX/ASA 7.0', how: '`show failover` prints no interface hold time.' }],
  },
  interfaceRatio: {
    id: 'CFG-INTERFACE-HOLD-RATIO',
    statement: 'An interface hold time of less than 5 times the interface poll time is refused.',
    sources: [health, groupHealth, polltime],
    observed: { by: ['console', 'show-running-config'], how: refused },
  },
  interfacePollDefault: {
    id: 'CFG-INTERFACE-POLL-DEFAULT',
    statement: 'The interface poll time is 15 seconds by default.',
    sources: [
      chapter13('show failover—Active/Standby', 'Table 13-8'),
      chapter13('Show Failover—Active/Active', 'Table 13-9'),
    ],
    observed: { by: ['show-failover', 'show-running-config'] },
    note: 'Contradicted by Table 13-7, whose default column (5 and 25 seconds) is that of a poll time of 5 and a hold time of 25 seconds.',
    differs: [{ dialects: 'PIX/ASA 7.2 and newer', how: '5 seconds, with a hold time of 25 seconds.' }],
  },
  noRestores: {
    id: 'CFG-POLLTIME-NO-FORM',
    statement: 'The `no` form of the interface polltime command restores the default poll and hold times.',
    sources: [polltime],
    observed: { by: ['show-failover', 'show-running-config'] },
  },
  bothPolltimes: {
    id: 'CFG-BOTH-POLLTIMES',
    statement: 'Unit and interface polltime commands can stand in the configuration side by side.',
    sources: [polltime],
    observed: { by: ['show-running-config', 'show-failover'] },
  },
  policyCount: {
    id: 'CFG-POLICY-COUNT-RANGE',
    statement: 'An interface policy that is a number is from 1 to 250.',
    sources: [criteria, groupCriteria],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
    differs: [{ dialects: 'ASA 9.x', how: 'The MIB gives 1 to 1025.' }],
  },
  policyPercent: {
    id: 'CFG-POLICY-PERCENT-RANGE',
    statement: 'An interface policy that is a percentage of the monitored interfaces is from 1 to 100.',
    sources: [criteria, groupCriteria],
    observed: { by: ['console', 'show-failover', 'show-running-config'], how: refused },
  },
  policyDefault: {
    id: 'CFG-POLICY-DEFAULT',
    statement: 'By default a single failed interface causes a failover.',
    sources: [criteria, groupCriteria],
    observed: { by: ['show-failover', 'port', 'traffic'] },
  },
  monitorMax: {
    id: 'CFG-MONITOR-MAX',
    statement: 'Up to 250 interfaces of a unit, divided between all its contexts, can be monitored.',
    sources: [chapter13('Interface Monitoring'), enabling, groupEnabling],
    observed: {
      by: ['show-failover'],
      how: '`Monitored Interfaces n of 250 maximum`; reaching the limit takes 250 subinterfaces.',
    },
    differs: [
      {
        dialects: 'ASA 8.4 and newer',
        how: 'The maximum depends on platform and licence; 36 to 1299 have been seen.',
      },
    ],
  },
  monitorDefault: {
    id: 'CFG-MONITOR-PHYSICAL',
    statement: 'By default physical interfaces are monitored.',
    sources: [enabling, groupEnabling],
    observed: { by: ['show-failover', 'show-running-config'] },
  },
  monitorSubinterface: {
    id: 'CFG-MONITOR-SUBINTERFACE',
    statement: 'By default subinterfaces are not monitored.',
    sources: [enabling, groupEnabling],
    observed: { by: ['show-failover', 'show-running-config'] },
  },
  monitorCommand: {
    id: 'CFG-MONITOR-COMMAND',
    statement:
      'Monitoring of an interface is turned on and off by `monitor-interface` and its `no` form, within the context in multiple context mode and globally in single mode.',
    sources: [enabling, groupEnabling, document77809('View of Monitored Interfaces')],
    observed: { by: ['console', 'show-failover'] },
  },
  keySecret: {
    id: 'CFG-KEY-SECRET',
    statement:
      'A failover key given as a shared secret is 1 to 63 characters of numbers, letters and punctuation.',
    sources: [chapter13('Configuring Failover Communication Authentication/Encryption')],
    observed: { by: ['console'], how: refused },
  },
  keyHex: {
    id: 'CFG-KEY-HEX',
    statement: 'A failover key given as `hex` is exactly 32 hexadecimal characters.',
    sources: [chapter13('Configuring Failover Communication Authentication/Encryption')],
    observed: { by: ['console'], how: refused },
  },
  groupMax: {
    id: 'CFG-GROUP-MAX',
    statement: 'There are at most two failover groups.',
    sources: [chapter13('Active/Active Failover Overview'), chapter13('Configure the Primary Unit')],
    observed: { by: ['console', 'show-running-config'], how: refused },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
