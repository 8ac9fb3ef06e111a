import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const start = chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization');
const groupStart = chapter13(
  'Active/Active Failover, Device Initialization and Configuration Synchronization',
);
const commands = chapter13('Active/Standby Failover, Command Replication');
const groupCommands = chapter13('Active/Active Failover, Command Replication');
const sameStart = document77809('Device Initialization and Configuration Synchronization');
const sameCommands = document77809('Command Replication');

/** How the configuration of one unit becomes that of the other. */
export const replication = {
  overLink: {
    id: 'REP-OVER-LINK',
    statement: 'Configuration replication and synchronization go over the failover link.',
    sources: [chapter13('Failover Link'), commands],
    observed: { by: ['frames', 'port'] },
  },
  atBoot: {
    id: 'REP-AT-BOOT',
    statement: 'The configurations are synchronized when one or both units boot.',
    sources: [start, groupStart, sameStart],
    observed: { by: ['boot', 'console', 'syslog'] },
  },
  atEnable: {
    id: 'REP-AT-ENABLE',
    statement:
      'When failover is enabled on the secondary unit, it obtains the configuration at once and becomes standby.',
    sources: [
      chapter13('Configuring the Secondary Unit'),
      document77809('Primary Unit Configuration'),
      document77809('Cable-Based Active/Standby Failover Configuration (PIX Security Appliance Only)'),
    ],
    observed: { by: ['console', 'show-failover', 'show-running-config'] },
  },
  fromActive: {
    id: 'REP-FROM-ACTIVE',
    statement: 'Configurations are always synchronized from the active to the standby unit.',
    sources: [start, sameStart],
    observed: { by: ['console', 'show-running-config'] },
  },
  standbyClears: {
    id: 'REP-STANDBY-CLEARS',
    statement:
      'Before it is synchronized, the standby unit clears its running configuration except for the failover commands that it needs to reach the active unit.',
    sources: [start, sameStart],
    observed: {
      by: ['show-running-config', 'console'],
      how: 'A line that only the standby unit had is gone.',
    },
  },
  whole: {
    id: 'REP-WHOLE',
    statement: 'The active unit sends its entire configuration to the standby unit.',
    sources: [start, sameStart],
    observed: { by: ['show-running-config'] },
  },
  onlyUnitDiffers: {
    id: 'REP-ONLY-UNIT-DIFFERS',
    statement:
      'After synchronization `failover lan unit` is the only lasting difference between the two configurations.',
    sources: [chapter13('Configuring the Secondary Unit'), document77809('Secondary Unit Configuration')],
    observed: { by: ['show-running-config'] },
    only: 'LAN-based failover',
  },
  commandsOnActive: {
    id: 'REP-COMMANDS-MEANWHILE-ACTIVE',
    statement: 'Commands entered on the sending unit during replication may fail to replicate.',
    sources: [start, groupStart, sameStart],
    observed: { unobservable: 'It says what may happen, not what must: neither outcome breaks it.' },
    differs: [
      {
        dialects: 'ASA 9.x',
        how: 'The unit says that configuration sync is in progress and asks before it takes the command.',
      },
    ],
  },
  commandsOnStandby: {
    id: 'REP-COMMANDS-MEANWHILE-STANDBY',
    statement:
      'Commands entered on the receiving unit during replication can be overwritten by the configuration that arrives.',
    sources: [start, groupStart, sameStart],
    observed: { by: ['show-running-config', 'console'] },
  },
  memoryOnly: {
    id: 'REP-MEMORY-ONLY',
    statement:
      'A synchronized configuration and replicated commands are in the running memory of the receiving unit, and not in its Flash until they are saved.',
    sources: [start, groupStart, sameStart, commands, groupCommands, sameCommands],
    observed: { by: ['show-running-config', 'boot'] },
  },
  savedOnBoth: {
    id: 'REP-SAVED-ON-BOTH',
    statement:
      '`write memory` or `copy running-config startup-config` on the active unit makes the standby unit save its configuration to Flash as well.',
    sources: [
      start,
      commands,
      sameStart,
      sameCommands,
      chapter13('Active/Standby Failover, Command Replication', 'Table 13-1'),
      chapter13('Active/Active Failover, Command Replication', 'Table 13-3'),
    ],
    observed: { by: ['show-running-config', 'console'] },
  },
  savedWithContexts: {
    id: 'REP-SAVED-WITH-CONTEXTS',
    statement:
      'In multiple context mode `write memory all` in the system execution space saves the system and all contexts on both units.',
    sources: [start, groupStart],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
    note: 'Under «Command Replication», and in document 77809, the command is `copy running-config startup-config`, in the system execution space and within each context on disk.',
  },
  externalContexts: {
    id: 'REP-EXTERNAL-CONTEXTS',
    statement:
      'Startup configurations of contexts on an external server are reached by either unit and need not be saved on each.',
    sources: [start, groupStart, commands, sameStart, sameCommands],
    observed: { by: ['boot', 'console'] },
    only: 'multiple context mode',
  },
  asEntered: {
    id: 'REP-AS-ENTERED',
    statement:
      'Commands entered on the active unit are sent to the standby unit as they are entered, whether or not they are saved.',
    sources: [commands, sameCommands],
    observed: { by: ['console', 'show-running-config'] },
  },
  notFromStandby: {
    id: 'REP-NOT-FROM-STANDBY',
    statement: 'Changes made on the standby unit are not replicated to the active unit.',
    sources: [commands, sameCommands],
    observed: { by: ['console', 'show-running-config'] },
    differs: [
      {
        dialects: 'ASA 9.x',
        how: 'With `failover standby config-lock` they are refused on the standby unit.',
      },
    ],
  },
  writeStandby: {
    id: 'REP-WRITE-STANDBY',
    statement:
      '`write standby` on the active unit makes the standby unit clear its running configuration and receive the entire one again.',
    sources: [commands, sameCommands],
    observed: { by: ['console', 'show-running-config', 'show-failover'] },
    note: 'The guides do not say that the pair is unprotected meanwhile; on a live ASA it took 42 seconds, from Cold Standby to Standby Ready.',
  },
  writeStandbySystem: {
    id: 'REP-WRITE-STANDBY-SYSTEM',
    statement:
      'In multiple context mode `write standby` in the system execution space replicates all contexts.',
    sources: [commands, sameCommands],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
  },
  writeStandbyContext: {
    id: 'REP-WRITE-STANDBY-CONTEXT',
    statement:
      'In multiple context mode `write standby` within a context, where it is active, replicates the configuration of that context only.',
    sources: [commands, groupCommands, sameCommands],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
  },
  certificates: {
    id: 'REP-CERTIFICATES',
    statement:
      'Certificates and private keys are replicated from the active unit with the configuration when `write memory` is entered there.',
    sources: [document77809('Export Certificate/Private Key in Failover Configuration')],
    observed: { by: ['console', 'show-running-config'] },
    note: 'The document says «primary» and «active» for the same unit here.',
  },
  keysErased: {
    id: 'REP-KEYS-ERASED',
    statement:
      'All keys and certificates of the standby unit are erased and filled again from the active unit.',
    sources: [document77809('Export Certificate/Private Key in Failover Configuration')],
    observed: {
      by: ['console'],
      how: 'The host key that the standby address shows afterwards is that of the active unit.',
    },
  },
  noModules: {
    id: 'REP-NO-MODULES',
    statement: 'The configuration of service modules is not replicated; it is made by hand on each unit.',
    sources: [document77809('ASA Modules Failover'), document77809('AIP Module Failover Problem')],
    observed: { by: ['console'] },
    only: 'ASA with a service module',
  },
  adminCertificate: {
    id: 'REP-ADMIN-CERTIFICATE',
    statement:
      'The internal certificate of ASDM is replicated to the standby unit, so that there its name is the address of the active unit.',
    sources: [document77809('Known Issues')],
    observed: { by: ['console'], how: 'The certificate that the standby address presents is read.' },
    only: 'ASA 8.x',
    differs: [{ dialects: 'PIX/ASA 7.x', how: 'The certificate of the standby unit has its own address.' }],
  },
} as const satisfies Readonly<Record<string, Requirement>>;
