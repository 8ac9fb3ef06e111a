import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const overview = chapter13('Active/Standby Failover Overview');
const roles = chapter13('Active/Standby Failover, Primary/Secondary Status and Active/Standby Status');
const start = chapter13('Active/Standby Failover, Device Initialization and Configuration Synchronization');
const virtual = chapter13('Configuring Active/Standby Failover, Configuring Virtual MAC Addresses');
const groupVirtual = chapter13('Configuring Active/Active Failover, Configuring Virtual MAC Addresses');
const groups = chapter13('Active/Active Failover Overview');
const primary = chapter13('Configuring the Primary Unit');
const lanPrimary = document77809('Primary Unit Configuration');

/** Who owns which IP and MAC address at every moment. */
export const addresses = {
  pairingKept: {
    id: 'MAC-PAIRING-KEPT',
    statement:
      'The new active unit takes over IP and MAC addresses together, so that no ARP entry changes or times out anywhere on the network.',
    sources: [overview, document77809('Active/Standby Failover Overview')],
    observed: { by: ['arp', 'show-interface', 'port'] },
  },
  standbyAddresses: {
    id: 'MAC-STANDBY-ADDRESSES',
    statement: 'The unit that becomes standby takes over the standby IP and MAC addresses.',
    sources: [overview, primary, document77809('Active/Standby Failover Overview')],
    observed: { by: ['arp', 'show-interface', 'show-failover'] },
  },
  transparent: {
    id: 'MAC-TRANSPARENT',
    statement: 'In transparent mode it is the management IP address that the new active unit assumes.',
    sources: [overview, document77809('Active/Standby Failover Overview')],
    observed: { by: ['arp', 'show-interface'] },
    only: 'transparent mode',
  },
  exchanged: {
    id: 'MAC-EXCHANGED',
    statement: 'The units exchange their MAC addresses over the failover link.',
    sources: [chapter13('Failover Link')],
    observed: { by: ['show-failover', 'show-interface'], how: '`show failover state` says «Mac set».' },
  },
  ofPrimary: {
    id: 'MAC-OF-PRIMARY',
    statement:
      'The MAC addresses of the primary unit go with the active IP addresses, whichever unit is active.',
    sources: [roles, virtual, document77809('Primary/Secondary Status and Active/Standby Status')],
    observed: { by: ['arp', 'show-interface'] },
  },
  ofSecondary: {
    id: 'MAC-OF-SECONDARY',
    statement:
      'A secondary unit that is active and could not obtain the MAC addresses of the primary uses its own for the active IP addresses.',
    sources: [roles, start, virtual, document77809('Primary/Secondary Status and Active/Standby Status')],
    observed: { by: ['arp', 'show-interface', 'boot'] },
  },
  primaryReturns: {
    id: 'MAC-PRIMARY-RETURNS',
    statement:
      'When the primary comes up beside a secondary that was active alone, the secondary changes its MAC addresses to those of the primary.',
    sources: [start, virtual, document77809('Device Initialization and Configuration Synchronization')],
    observed: { by: ['arp', 'show-interface', 'traffic'] },
    note: 'It can interrupt traffic; for how long is not said.',
  },
  virtualStays: {
    id: 'MAC-VIRTUAL-STAYS',
    statement:
      'With virtual MAC addresses the secondary uses the right addresses even if it comes up before the primary, and they do not change when the primary joins.',
    sources: [virtual, start],
    observed: { by: ['arp', 'show-interface', 'traffic', 'boot'] },
  },
  burnedIn: {
    id: 'MAC-BURNED-IN',
    statement: 'An Active/Standby pair without virtual MAC addresses uses the burned-in addresses.',
    sources: [virtual],
    observed: { by: ['arp', 'show-interface'] },
  },
  virtual: {
    id: 'MAC-VIRTUAL',
    statement:
      'The active virtual MAC address of an interface goes with its active IP address, the standby one with its standby IP address.',
    sources: [virtual, groupVirtual],
    observed: { by: ['arp', 'show-interface'] },
  },
  format: {
    id: 'MAC-FORMAT',
    statement:
      'A virtual MAC address is entered in H.H.H format, for an interface named by its physical port.',
    sources: [virtual, groupVirtual],
    observed: { by: ['console', 'show-running-config'] },
  },
  notOnLinks: {
    id: 'MAC-NOT-ON-LINKS',
    statement: 'The failover link and the state link cannot have a virtual MAC address.',
    sources: [virtual],
    observed: { by: ['console'] },
  },
  order: {
    id: 'MAC-ORDER',
    statement:
      'An interface of an Active/Standby pair uses the address of `mac-address`, else of `failover mac address`, else of `mac-address auto`, else the burned-in one.',
    sources: [virtual],
    observed: { by: ['show-interface', 'arp'] },
  },
  groupOrder: {
    id: 'MAC-AA-ORDER',
    statement:
      'An interface of an Active/Active pair uses the address of `mac-address`, else of `failover mac address`, else of `mac-address auto`, else the one that failover generates.',
    sources: [groupVirtual],
    observed: { by: ['show-interface', 'arp'] },
    note: 'The list says `failover mac address` where the command of the section is `mac address` in the failover group.',
  },
  shown: {
    id: 'MAC-SHOWN',
    statement: '`show interface` displays the MAC address that an interface uses.',
    sources: [virtual, groupVirtual],
    observed: { by: ['show-interface', 'arp'] },
  },
  linkStays: {
    id: 'MAC-FAILOVER-LINK-STAYS',
    statement:
      'IP and MAC address of the failover link do not change at a failover: the active address stays with the primary, the standby address with the secondary.',
    sources: [primary, chapter13('Configure the Primary Unit'), virtual, lanPrimary],
    observed: { by: ['show-failover', 'show-interface', 'port'] },
  },
  stateLinkStays: {
    id: 'MAC-STATE-LINK-STAYS',
    statement: 'IP and MAC address of a state link that is not a data interface do not change at a failover.',
    sources: [chapter13('Stateful Failover Link'), primary, lanPrimary],
    observed: { by: ['show-failover', 'show-interface', 'port'] },
  },
  stateLinkOnData: {
    id: 'MAC-STATE-LINK-ON-DATA-MOVES',
    statement:
      'IP and MAC address of a state link on a data interface change at a failover as those of the interface do.',
    sources: [chapter13('Stateful Failover Link'), primary, lanPrimary],
    observed: { by: ['show-interface', 'arp'] },
  },
  groupTakesOver: {
    id: 'MAC-AA-TAKEOVER',
    statement:
      'The interfaces of the failover group that becomes active assume the IP and MAC addresses of those that failed.',
    sources: [groups],
    observed: { by: ['arp', 'show-interface', 'traffic'] },
  },
  groupStandby: {
    id: 'MAC-AA-STANDBY-ADDRESSES',
    statement:
      'The interfaces of the failover group that becomes standby take over the standby IP and MAC addresses.',
    sources: [groups],
    observed: { by: ['arp', 'show-interface'] },
  },
  groupVirtual: {
    id: 'MAC-AA-VIRTUAL',
    statement: 'Active/Active failover uses virtual MAC addresses on all interfaces of its groups.',
    sources: [groupVirtual, groups],
    observed: { by: ['show-interface', 'arp'] },
  },
  groupDefault: {
    id: 'MAC-AA-DEFAULT',
    statement:
      'The default MAC address in Active/Active failover is 00a0.c9, the physical port number, the group number, and 01 for the active or 02 for the standby unit.',
    sources: [groupVirtual],
    observed: { by: ['show-interface', 'arp'] },
  },
  groupDuplicates: {
    id: 'MAC-AA-DUPLICATES',
    statement:
      'Two Active/Active pairs on one network can have the same default MAC addresses; assigned addresses avoid it.',
    sources: [groupVirtual, groups],
    observed: { by: ['arp', 'port'], how: 'It takes two pairs on one segment.' },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
