import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const primary = chapter13('Configuring the Primary Unit');
const secondary = chapter13('Configuring the Secondary Unit');
const groupPrimary = chapter13('Configure the Primary Unit');
const groupSecondary = chapter13('Configure the Secondary Unit');
const limitations = chapter13('Failover Configuration Limitations');
const optional = chapter13('Configuring Optional Active/Active Failover Settings');
const lanPrimary = document77809('Primary Unit Configuration');
const lanSecondary = document77809('Secondary Unit Configuration');
const cable = document77809(
  'Cable-Based Active/Standby Failover Configuration (PIX Security Appliance Only)',
);

/** How a pair is configured, and where its commands are entered. */
export const configuration = {
  noDhcp: {
    id: 'CFG-NO-DHCP',
    statement: 'Failover cannot be configured with IP addresses obtained through DHCP.',
    sources: [limitations],
    observed: { by: ['console', 'show-running-config'] },
  },
  noPppoe: {
    id: 'CFG-NO-PPPOE',
    statement: 'Failover cannot be configured with IP addresses obtained through PPPoE.',
    sources: [limitations],
    observed: { by: ['console', 'show-running-config'] },
  },
  noIpv6: {
    id: 'CFG-NO-IPV6',
    statement: 'Failover cannot be configured with IPv6 addresses.',
    sources: [limitations],
    observed: { by: ['console', 'show-running-config'] },
    differs: [
      {
        dialects: 'ASA 8.4 and newer',
        how: 'IPv6 addresses are shown, and the table of IPv6 neighbours is replicated.',
      },
    ],
  },
  standbyAddress: {
    id: 'CFG-STANDBY-ADDRESS',
    statement:
      'To receive packets from both units, every interface needs a standby address beside its active address.',
    sources: [primary, secondary, groupPrimary, groupSecondary],
    observed: { by: ['show-running-config', 'show-failover', 'arp'] },
  },
  standbySubnet: {
    id: 'CFG-STANDBY-SUBNET',
    statement:
      'The standby address of an interface, of the failover link and of the state link must be in the same subnet as the active one.',
    sources: [primary, groupPrimary, lanPrimary, cable],
    observed: { by: ['console'] },
  },
  transparentAddress: {
    id: 'CFG-TRANSPARENT-ADDRESS',
    statement:
      'In transparent mode the management address takes the standby address, globally entered, and each context has one of its own.',
    sources: [primary, groupPrimary],
    observed: { by: ['console', 'show-running-config'] },
    only: 'transparent mode',
  },
  addressInContext: {
    id: 'CFG-ADDRESS-IN-CONTEXT',
    statement: 'In multiple context mode interface addresses are configured from within each context.',
    sources: [primary, groupPrimary, lanPrimary, cable],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
  },
  systemSpace: {
    id: 'CFG-SYSTEM-SPACE',
    statement: 'In multiple context mode the failover commands are entered in the system execution space.',
    sources: [primary, secondary, groupPrimary, lanPrimary, lanSecondary, cable],
    observed: { by: ['console', 'show-running-config'] },
    only: 'multiple context mode',
  },
  onActive: {
    id: 'CFG-ON-ACTIVE',
    statement:
      'Optional failover settings and the failover key are entered on the active unit, in Active/Active failover on the unit where group 1 is active.',
    sources: [
      chapter13('Configuring Optional Active/Standby Failover Settings'),
      optional,
      chapter13('Configuring Failover Communication Authentication/Encryption'),
    ],
    observed: { by: ['console', 'show-running-config'] },
  },
  primaryNamed: {
    id: 'CFG-UNIT-PRIMARY',
    statement: '`failover lan unit primary` makes a unit the primary one.',
    sources: [primary, groupPrimary, lanPrimary],
    observed: { by: ['show-failover', 'show-running-config'] },
    only: 'LAN-based failover',
  },
  secondaryByDefault: {
    id: 'CFG-UNIT-SECONDARY-BY-DEFAULT',
    statement: 'A unit is secondary unless it was configured otherwise.',
    sources: [secondary, groupSecondary, lanSecondary],
    observed: { by: ['show-failover'] },
  },
  primaryByCable: {
    id: 'CFG-CABLE-PRIMARY-END',
    statement: 'On a failover cable the unit with the end labelled Primary is the primary unit.',
    sources: [cable],
    observed: { by: ['show-failover'] },
    only: 'PIX 500, cable-based',
  },
  cableNoBootstrap: {
    id: 'CFG-CABLE-NO-BOOTSTRAP',
    statement:
      'With a failover cable the secondary unit needs no configuration of its own before it is powered on beside the primary.',
    sources: [cable],
    observed: { by: ['boot', 'show-failover'] },
    only: 'PIX 500, cable-based',
  },
  bootstrap: {
    id: 'CFG-BOOTSTRAP',
    statement:
      'With LAN-based failover the secondary unit obtains the configuration only after it was told of the failover link, and needs to be told nothing else.',
    sources: [
      chapter13('Configuring LAN-Based Active/Standby Failover'),
      chapter13('Configuring LAN-Based Active/Active Failover'),
      document77809('LAN-Based Active/Standby Failover Configuration'),
      secondary,
      lanSecondary,
      groupSecondary,
    ],
    observed: { by: ['boot', 'show-failover'] },
    only: 'LAN-based failover',
  },
  sameOnBoth: {
    id: 'CFG-LINK-SAME-ON-BOTH',
    statement:
      'The interface and the addresses of the failover link are entered on the secondary unit exactly as on the primary, not swapped.',
    sources: [secondary, groupSecondary, lanSecondary],
    observed: { by: ['show-running-config', 'show-failover'] },
    only: 'LAN-based failover',
  },
  lanEnable: {
    id: 'CFG-LAN-ENABLE',
    statement: 'On a PIX LAN-based failover is enabled by `failover lan enable`, on both units.',
    sources: [lanPrimary, lanSecondary],
    observed: { by: ['console', 'show-running-config', 'show-failover'] },
    only: 'PIX 500',
  },
  cableToLan: {
    id: 'CFG-CABLE-TO-LAN',
    statement:
      'A pair that changes from cable-based to LAN-based failover keeps what it already has, such as its active and standby addresses.',
    sources: [chapter13('Configuring LAN-Based Active/Standby Failover')],
    observed: { by: ['show-running-config', 'show-failover'] },
    only: 'PIX 500',
  },
  enabled: {
    id: 'CFG-FAILOVER-ENABLES',
    statement: 'The command `failover` enables failover on the unit where it is entered.',
    sources: [primary, secondary, groupPrimary, groupSecondary, lanPrimary, lanSecondary, cable],
    observed: { by: ['console', 'show-failover'] },
  },
  groupCreates: {
    id: 'CFG-GROUP-CREATES',
    statement:
      '`failover group` creates the group if it does not exist and enters the configuration mode of failover groups.',
    sources: [groupPrimary],
    observed: { by: ['console', 'show-running-config'] },
  },
  groupPreference: {
    id: 'CFG-GROUP-PREFERENCE',
    statement: 'Each failover group prefers the primary or the secondary unit, and both may prefer the same.',
    sources: [
      groupPrimary,
      chapter13('Active/Active Failover, Primary/Secondary Status and Active/Standby Status'),
    ],
    observed: { by: ['console', 'show-running-config', 'show-failover'] },
  },
  groupJoin: {
    id: 'CFG-GROUP-JOIN',
    statement: '`join-failover-group` in its configuration mode assigns a context to a failover group.',
    sources: [groupPrimary],
    observed: { by: ['show-running-config', 'show-failover'] },
  },
  adminInOne: {
    id: 'CFG-GROUP-ADMIN',
    statement: 'The admin context is always a member of failover group 1.',
    sources: [chapter13('Active/Active Failover Overview'), groupPrimary],
    observed: { by: ['console', 'show-failover'] },
  },
  unassignedInOne: {
    id: 'CFG-GROUP-UNASSIGNED',
    statement: 'A context that is assigned to no failover group belongs to group 1.',
    sources: [chapter13('Active/Active Failover Overview'), groupPrimary],
    observed: { by: ['show-failover', 'show-running-config'] },
  },
  groupPolltime: {
    id: 'CFG-GROUP-POLLTIME',
    statement:
      'In Active/Active failover the interface poll time is set for each group by `polltime interface`, and `failover polltime interface` is for Active/Standby only.',
    sources: [
      chapter13('Configuring Active/Active Failover, Configuring Interface Health Monitoring'),
      document77809('Failover Polltime'),
    ],
    observed: { by: ['console', 'show-running-config'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
