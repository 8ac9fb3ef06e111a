import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const hardware = chapter13('Hardware Requirements');
const software = chapter13('Software Requirements');
const failoverLink = chapter13('Failover Link');
const stateLink = chapter13('Stateful Failover Link');
const speed = chapter13('Failover Interface Speed for Stateful Links');
const which = chapter13('Determining Which Type of Failover to Use');
const sameHardware = document77809('Hardware Requirement');
const sameSoftware = document77809('Software Requirement');
const licences = document77809('License Requirements');
const modules = document77809('ASA Modules Failover');

/** What two units must have in common, and how they are cabled. */
export const system = {
  model: {
    id: 'SYS-SAME-MODEL',
    statement: 'Both units must be the same model.',
    sources: [hardware, sameHardware],
    observed: { by: ['show-version', 'syslog', 'show-failover'] },
  },
  interfaces: {
    id: 'SYS-SAME-INTERFACES',
    statement: 'Both units must have the same number and types of interfaces.',
    sources: [hardware, sameHardware],
    observed: { by: ['show-version', 'show-interface', 'syslog'] },
  },
  memory: {
    id: 'SYS-SAME-RAM',
    statement: 'Both units must have the same amount of RAM.',
    sources: [hardware, sameHardware],
    observed: { by: ['show-version'] },
    note: 'What a unit does about a mate with another amount is not said.',
  },
  flash: {
    id: 'SYS-FLASH-MAY-DIFFER',
    statement: 'The units may have Flash memories of different sizes.',
    sources: [hardware, sameHardware],
    observed: { by: ['show-version', 'show-failover'] },
  },
  flashTooSmall: {
    id: 'SYS-FLASH-TOO-SMALL',
    statement:
      'Synchronization to a unit whose Flash has no room for the image and configuration files fails.',
    sources: [hardware, sameHardware],
    observed: { by: ['console', 'syslog', 'show-failover'] },
  },
  mode: {
    id: 'SYS-SAME-MODE',
    statement:
      'Both units must be in the same operating modes, routed or transparent, single or multiple context.',
    sources: [software, sameSoftware, chapter13('Configuring Active/Standby Failover, Prerequisites')],
    observed: { by: ['console', 'show-failover', 'syslog'] },
  },
  version: {
    id: 'SYS-SAME-VERSION',
    statement: 'Both units must have the same major and minor software version.',
    sources: [software, sameSoftware],
    observed: { by: ['show-version', 'show-failover', 'syslog'] },
  },
  versionsDuringUpgrade: {
    id: 'SYS-VERSIONS-DURING-UPGRADE',
    statement:
      'During an upgrade, though not for good, the units can run different versions, and failover stays active.',
    sources: [software, sameSoftware],
    observed: { by: ['show-failover', 'show-version', 'traffic'] },
  },
  licence: {
    id: 'SYS-LICENCE',
    statement: 'Both units need the proper licence for failover.',
    sources: [
      chapter13('Configuring Active/Standby Failover, Prerequisites'),
      chapter13('Configuring Active/Active Failover, Prerequisites'),
    ],
    observed: { by: ['show-version', 'console'] },
  },
  licensedFeatures: {
    id: 'SYS-SAME-LICENSED-FEATURES',
    statement: 'The licensed features of both units must be identical.',
    sources: [licences],
    observed: { by: ['show-version', 'syslog', 'console'] },
  },
  unrestricted: {
    id: 'SYS-PIX-UNRESTRICTED',
    statement: 'At least one unit of a PIX pair must have an unrestricted licence.',
    sources: [licences],
    observed: { by: ['show-version'] },
    only: 'PIX 500',
  },
  activeActiveMode: {
    id: 'SYS-ACTIVE-ACTIVE-MULTIPLE',
    statement: 'Active/Active failover is available only in multiple context mode.',
    sources: [
      chapter13('Understanding Failover'),
      which,
      chapter13('Configuring Active/Active Failover, Prerequisites'),
      document77809('Introduction'),
    ],
    observed: { by: ['console', 'show-failover'] },
  },
  activeStandbyMode: {
    id: 'SYS-ACTIVE-STANDBY-ANY-MODE',
    statement: 'Active/Standby failover is available in single and in multiple context mode.',
    sources: [
      chapter13('Understanding Failover'),
      chapter13('Determining Which Type of Failover to Use', 'Table 13-5'),
    ],
    observed: { by: ['console', 'show-failover'] },
  },
  eitherKind: {
    id: 'SYS-STATEFUL-OR-NOT',
    statement: 'Active/Standby and Active/Active failover both work stateful or stateless.',
    sources: [chapter13('Understanding Failover'), document77809('Introduction')],
    observed: { by: ['session', 'show-failover'] },
  },
  cableOnPix: {
    id: 'SYS-CABLE-PIX-ONLY',
    statement: 'Cable-based failover exists on the PIX 500 series only.',
    sources: [
      document77809(
        'Cable-Based Active/Standby Failover Configuration (PIX Security Appliance Only), Network Diagram',
      ),
    ],
    observed: { by: ['console', 'show-failover'] },
  },
  linkAlone: {
    id: 'SYS-LINK-ALONE',
    statement:
      'On the segment of the failover link or of a dedicated state link there is no device but the two units and their switch.',
    sources: [failoverLink, stateLink],
    observed: { by: ['port'], how: 'The switch has learnt no other MAC address there.' },
  },
  crossover: {
    id: 'SYS-CROSSOVER',
    statement:
      'The failover link can be a switch or a cable between the units, crossover or, on copper ports of an ASA, straight-through.',
    sources: [
      failoverLink,
      document77809('LAN-Based Active/Standby Failover Configuration, Network Diagram'),
    ],
    observed: { by: ['show-failover', 'show-interface'] },
    note: 'Document 77809 recommends a dedicated switch over a crossover cable.',
    differs: [{ dialects: 'PIX 6.x', how: 'A crossover cable is not allowed for LAN-based failover.' }],
  },
  crossoverBothDown: {
    id: 'SYS-CROSSOVER-BOTH-DOWN',
    statement: 'On a cable between the units a failing LAN interface brings the failover link down on both.',
    sources: [failoverLink],
    observed: { by: ['show-failover', 'show-interface'] },
  },
  portFast: {
    id: 'SYS-PORTFAST',
    statement: 'PortFast should be enabled on switch ports that connect to the units.',
    sources: [stateLink, document77809('Failover Monitoring')],
    observed: { by: ['port', 'traffic', 'show-failover'] },
  },
  noChannel: {
    id: 'SYS-NO-CHANNEL-NO-TRUNK',
    statement: 'Channeling and trunking must be disabled on switch ports that connect to the units.',
    sources: [document77809('Failover Monitoring')],
    observed: { by: ['port'] },
    note: 'Subinterfaces, which chapter 13 allows, need trunking.',
  },
  fastest: {
    id: 'SYS-STATE-LINK-FASTEST',
    statement:
      'A failover link that carries state as well should be the fastest interface there is, or with high stateful traffic not carry it.',
    sources: [stateLink, speed],
    observed: { by: ['show-interface'] },
  },
  capacity: {
    id: 'SYS-STATE-LINK-CAPACITY',
    statement: 'The failover interface must have at least the capacity of the interfaces that pass traffic.',
    sources: [document77809('Introduction')],
    observed: { by: ['show-interface'] },
    note: 'Chapter 13 allows a state link of 1 Gigabit beside data interfaces of 10 Gigabit on an ASA 5580.',
  },
  noManagementPort: {
    id: 'SYS-NO-MANAGEMENT-PORT',
    statement: 'A management port should not be used as the failover or the state link.',
    sources: [speed, document77809('Introduction')],
    observed: { by: ['show-running-config', 'show-failover'] },
  },
  latency: {
    id: 'SYS-LATENCY',
    statement:
      'The latency of the failover link should be less than 10 and must be no more than 250 milliseconds.',
    sources: [speed],
    observed: {
      by: ['show-failover', 'console'],
      how: 'The segment delays frames on purpose, and hellos still arrive in time.',
    },
    note: 'Above 10 milliseconds retransmissions degrade performance; no amount is given.',
  },
  sameModules: {
    id: 'SYS-SAME-MODULES',
    statement: 'Service modules in both units must be of the same hardware type.',
    sources: [modules, document77809('AIP Module Failover Problem')],
    observed: { by: ['show-failover', 'console', 'syslog'] },
    only: 'ASA with a service module',
  },
  moduleVersions: {
    id: 'SYS-MODULE-VERSIONS-MAY-DIFFER',
    statement: 'Service modules in both units may run different versions of their software.',
    sources: [document77809('AIP Module Failover Problem')],
    observed: { by: ['show-failover', 'console'] },
    only: 'ASA with a service module',
  },
  modulesIndependent: {
    id: 'SYS-MODULES-INDEPENDENT',
    statement:
      'Service modules do not fail over: they do not know of each other, and each keeps its own management address.',
    sources: [modules, document77809('AIP Module Failover Problem')],
    observed: { by: ['console', 'arp'] },
    only: 'ASA with a service module',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
