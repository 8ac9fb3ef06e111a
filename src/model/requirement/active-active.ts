import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const overview = chapter13('Active/Active Failover Overview');
const roles = chapter13('Active/Active Failover, Primary/Secondary Status and Active/Standby Status');
const triggers = chapter13('Active/Active Failover, Failover Triggers');
const actions = chapter13('Active/Active Failover, Failover Actions');
const table = chapter13('Active/Active Failover, Failover Actions', 'Table 13-4');
const preemption = chapter13('Configuring Failover Group Preemption');

/** Which group is active on which unit, and what moves it: Active/Active failover. */
export const activeActive = {
  bothPass: {
    id: 'AA-BOTH-PASS',
    statement: 'In Active/Active failover both units can pass traffic at the same time.',
    sources: [chapter13('Understanding Failover'), overview],
    observed: { by: ['traffic', 'show-failover', 'port'] },
  },
  groupIsUnit: {
    id: 'AA-GROUP-FAILS-OVER',
    statement:
      'What fails over is a failover group with all its contexts, never a single context and not the unit; it is the group that is active or standby.',
    sources: [overview, actions, chapter13('Determining Which Type of Failover to Use', 'Table 13-5')],
    observed: { by: ['show-failover', 'syslog'] },
  },
  takeover: {
    id: 'AA-TAKEOVER',
    statement:
      'When an active failover group fails, it changes to standby while the standby group on the mate becomes active.',
    sources: [overview],
    observed: { by: ['show-failover', 'traffic'] },
    note: 'Table 13-4 adds that the group that failed is marked as failed.',
  },
  otherGroupStays: {
    id: 'AA-OTHER-GROUP-STAYS',
    statement:
      'When one failover group of a unit fails over, the other stays where it is and goes on passing traffic; the unit itself has not failed.',
    sources: [actions, overview],
    observed: { by: ['show-failover', 'traffic'] },
  },
  preferredAtBoot: {
    id: 'AA-BOTH-BOOT',
    statement:
      'When both units boot at the same time, each failover group becomes active on its preferred unit after the configurations have been synchronized.',
    sources: [roles],
    observed: { by: ['boot', 'show-failover'] },
  },
  bootsAlone: {
    id: 'AA-BOOTS-ALONE',
    statement: 'When a unit boots while its mate is not available, both failover groups become active on it.',
    sources: [roles],
    observed: { by: ['boot', 'show-failover', 'outlet'] },
  },
  bootsBesideActive: {
    id: 'AA-BOOTS-BESIDE-ACTIVE',
    statement:
      'When a unit boots beside a mate on which both groups are active, the groups stay there whatever they prefer, until a failover, a command or preemption moves them.',
    sources: [roles, preemption],
    observed: { by: ['boot', 'show-failover', 'traffic'] },
  },
  preempt: {
    id: 'AA-PREEMPT',
    statement:
      'A failover group configured with `preempt` becomes active on its preferred unit by itself when that unit becomes available.',
    sources: [preemption, roles],
    observed: { by: ['show-failover', 'syslog', 'traffic'] },
  },
  preemptDelay: {
    id: 'AA-PREEMPT-DELAY',
    statement:
      'With a preempt delay the group stays active where it is for that number of seconds before it becomes active on its preferred unit.',
    sources: [preemption],
    observed: { by: ['show-failover', 'syslog'] },
    note: 'The guides give no range and do not say from which instant the delay counts; a management product of the vendor offers 0 to 1200 seconds.',
  },
  unitFails: {
    id: 'AA-UNIT-FAILED',
    statement:
      'When a unit fails by power, hardware or software, every group that was active on it is marked as failed and becomes active on the mate.',
    sources: [table, triggers],
    observed: { by: ['show-failover', 'outlet', 'traffic', 'syslog'] },
  },
  systemCommand: {
    id: 'AA-TRIGGER-SYSTEM-COMMAND',
    statement:
      'In the system execution space `failover active` makes all failover groups active on that unit, and `no failover active` makes them active on its mate.',
    sources: [triggers, chapter13('Forcing Failover')],
    observed: { by: ['console', 'show-failover'] },
  },
  groupCommand: {
    id: 'AA-TRIGGER-GROUP-COMMAND',
    statement:
      '`failover active group` where a group is standby, or `no failover active group` where it is active, moves that group and no other.',
    sources: [triggers, chapter13('Forcing Failover'), chapter13('Configure the Secondary Unit')],
    observed: { by: ['console', 'show-failover'] },
  },
  thresholdOfGroup: {
    id: 'AA-POLICY-PER-GROUP',
    statement:
      'The number or percentage of interfaces that must fail is set for each failover group and counts within it, so that all interfaces of one context can fail without failing the group.',
    sources: [triggers, chapter13('Configuring Active/Active Failover, Configuring Failover Criteria')],
    observed: { by: ['show-failover', 'show-running-config', 'port'] },
  },
  activeInterfaces: {
    id: 'AA-INTERFACE-FAILED-ACTIVE',
    statement:
      'Interface failures on an active group above its threshold: the group is marked as failed and becomes active on the mate.',
    sources: [table],
    observed: { by: ['show-failover', 'port', 'traffic', 'syslog'] },
  },
  standbyInterfaces: {
    id: 'AA-INTERFACE-FAILED-STANDBY',
    statement:
      'Interface failures on a standby group above its threshold: no failover; the standby group is marked as failed.',
    sources: [table],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  standbyMarkedFailed: {
    id: 'AA-STANDBY-MARKED-FAILED',
    statement:
      'While the standby group is marked as failed, the active group does not fail over, however many of its interfaces fail.',
    sources: [table],
    observed: { by: ['show-failover', 'port'] },
  },
  formerlyActiveReturns: {
    id: 'AA-FORMER-ACTIVE-RETURNS',
    statement:
      'When a formerly active group recovers, the groups stay active where they are, unless preemption is configured.',
    sources: [table],
    observed: { by: ['show-failover', 'traffic'] },
  },
  linkDownAtStart: {
    id: 'AA-FAILOVER-LINK-FAILED-AT-STARTUP',
    statement: 'If the failover link is down at startup, both failover groups become active on both units.',
    sources: [table],
    observed: { by: ['boot', 'show-failover', 'arp'] },
  },
  stateLinkLost: {
    id: 'AA-STATE-LINK-FAILED',
    statement: 'The Stateful Failover link fails: no group fails over and none changes its state.',
    sources: [table],
    observed: { by: ['show-failover', 'port'] },
  },
  linkLost: {
    id: 'AA-FAILOVER-LINK-FAILED',
    statement:
      'The failover link fails during operation: no group fails over; each unit marks the failover interface as failed.',
    sources: [table],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  noFailoverWithoutLink: {
    id: 'AA-NO-FAILOVER-WITHOUT-LINK',
    statement: 'While the failover link is down, no failover group can fail over to the mate.',
    sources: [table],
    observed: { by: ['show-failover', 'port'] },
  },
  noBalancing: {
    id: 'AA-NO-LOAD-BALANCING',
    statement: 'The units do not balance load between them; a router that passes traffic to them has to.',
    sources: [roles],
    observed: {
      by: ['traffic', 'port'],
      how: 'Traffic to the addresses of a group stays on the unit where the group is active, whatever its load.',
    },
  },
  capacity: {
    id: 'AA-CAPACITY',
    statement: 'The combined traffic of both units has to be within the capacity of each of them.',
    sources: [actions],
    observed: {
      by: ['traffic', 'snmp'],
      how: 'With both groups on one unit the same load is offered, and nothing is lost.',
    },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
