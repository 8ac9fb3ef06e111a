import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const failoverLink = chapter13('Failover Link');
const stateLink = chapter13('Stateful Failover Link');
const primary = chapter13('Configuring the Primary Unit');
const groupPrimary = chapter13('Configure the Primary Unit');
const lanPrimary = document77809('Primary Unit Configuration');
const encryption = chapter13('Configuring Failover Communication Authentication/Encryption');

/** The failover link, the Stateful Failover link, and the key that protects them. */
export const links = {
  unnamed: {
    id: 'CFG-LINK-UNNAMED',
    statement: 'An interface that is configured with a name cannot be made the failover link.',
    sources: [failoverLink],
    observed: { by: ['console', 'show-running-config'] },
  },
  onlyForFailover: {
    id: 'CFG-LINK-ONLY-FAILOVER',
    statement:
      'The failover interface is no normal networking interface: it serves failover and, if so configured, the state link, and nothing else.',
    sources: [failoverLink, primary, groupPrimary, lanPrimary],
    observed: { by: ['console', 'show-running-config', 'traffic'] },
  },
  physicalOrSub: {
    id: 'CFG-LINK-PORT-OR-SUBINTERFACE',
    statement:
      'The failover link and the state link are a physical port or a subinterface that was created before.',
    sources: [primary, groupPrimary, lanPrimary],
    observed: { by: ['console', 'show-failover'] },
  },
  noShutdown: {
    id: 'CFG-LINK-NO-SHUTDOWN',
    statement:
      'The interfaces of the failover link and of a dedicated state link have to be enabled with `no shutdown`.',
    sources: [primary, chapter13('Configuring the Secondary Unit'), groupPrimary, lanPrimary],
    observed: { by: ['show-failover', 'show-interface'] },
  },
  stateLinkNeeded: {
    id: 'CFG-STATE-LINK-NEEDED',
    statement: 'Stateful Failover works only with a Stateful Failover link configured.',
    sources: [stateLink],
    observed: { by: ['show-failover', 'session'] },
  },
  stateLinkChoices: {
    id: 'CFG-STATE-LINK-CHOICES',
    statement:
      'The state link can be a dedicated Ethernet interface, the failover link if that is LAN-based, or a data interface.',
    sources: [stateLink],
    observed: { by: ['console', 'show-failover'] },
    note: 'A data interface is possible but not recommended.',
  },
  stateLinkShared: {
    id: 'CFG-STATE-LINK-SHARED',
    statement:
      'A state link that shares the failover link or a data interface is configured by its interface name only; port, addresses and `no shutdown` are those it has.',
    sources: [primary, groupPrimary, lanPrimary],
    observed: { by: ['console', 'show-running-config'] },
  },
  stateLinkAddress: {
    id: 'CFG-STATE-LINK-ADDRESS',
    statement:
      'A dedicated state link gets its addresses from `failover interface ip`, not from `ip address` on the interface.',
    sources: [primary, groupPrimary, lanPrimary],
    observed: { by: ['console', 'show-running-config'] },
  },
  stateLinkOnData: {
    id: 'CFG-STATE-LINK-ON-DATA',
    statement: 'A data interface as state link is supported only in single context, routed mode.',
    sources: [stateLink],
    observed: { by: ['console', 'show-running-config'] },
  },
  stateLinkWarning: {
    id: 'CFG-STATE-LINK-WARNING',
    statement:
      'Making a data interface the state link brings the warning that sharing it is not recommended for performance and security.',
    sources: [stateLink],
    observed: { by: ['console'] },
    note: 'The reasons given are replay attacks and stateful traffic that slows the segment.',
  },
  inSystemContext: {
    id: 'CFG-LINKS-IN-SYSTEM',
    statement:
      'In multiple context mode the failover link and the state link are the only interfaces of the system context; all others are allocated to contexts.',
    sources: [stateLink],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
  },
  clearText: {
    id: 'CFG-KEY-CLEAR-TEXT',
    statement:
      'Without a failover key all that is sent over the failover link and the state link, passwords and preshared keys among it, is clear text.',
    sources: [failoverLink, stateLink, encryption],
    observed: { by: ['frames'] },
  },
  encrypted: {
    id: 'CFG-KEY-ENCRYPTS',
    statement: 'With the same failover key on both units their communication is encrypted and authenticated.',
    sources: [encryption],
    observed: { by: ['frames', 'show-failover', 'console'] },
  },
  keyNotInClear: {
    id: 'CFG-KEY-NOT-IN-CLEAR',
    statement:
      'A key entered on both units at bootstrap, or while failover is disabled, is in force when failover is enabled and is never sent in clear text.',
    sources: [encryption],
    observed: { by: ['frames', 'console', 'show-failover'] },
  },
  keyHidden: {
    id: 'CFG-KEY-HIDDEN',
    statement: 'The running configuration shows asterisks in place of the failover key.',
    sources: [document77809('LAN-Based Active/Standby Failover Configuration, Configurations')],
    observed: { by: ['show-running-config'] },
    note: 'Shown by the sample configurations, not stated.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
