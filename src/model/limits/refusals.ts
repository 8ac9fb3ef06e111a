import type { Requirement } from '../../pair/index.ts';
import { addresses } from '../requirement/address.ts';
import { asymmetricRouting } from '../requirement/asymmetric-routing.ts';
import { configuration } from '../requirement/configuration.ts';
import { limits } from '../requirement/limit.ts';
import { links } from '../requirement/link.ts';
import { system } from '../requirement/system.ts';
import { statefulVpn } from '../requirement/stateful-vpn.ts';

/** Something that cannot be configured, and what is expected of a unit that is told to do it all the same. */
export interface Refusal {
  readonly what: string;
  /** How it is tried, with `<…>` for names and addresses of the bench. */
  readonly tried: string;
  /**
   * `refused` where the guides say that it cannot be; `warned` where they give the warning; `unsupported` where they
   * say only that it does not work, so that a unit may accept the command.
   */
  readonly expected: 'refused' | 'warned' | 'unsupported';
  readonly requirements: readonly Requirement[];
}

/** Every restriction of the guides that is no range. */
export const refusals: readonly Refusal[] = [
  {
    what: 'an interface with a name as the failover link',
    tried: 'failover lan interface <name> <port of a named interface>',
    expected: 'refused',
    requirements: [links.unnamed],
  },
  {
    what: 'a subinterface as a link that was not created before',
    tried: 'failover lan interface <name> <subinterface that is not there>',
    expected: 'refused',
    requirements: [links.physicalOrSub],
  },
  {
    what: 'a standby address of another subnet',
    tried: 'ip address <address> <mask> standby <address of another subnet>',
    expected: 'refused',
    requirements: [configuration.standbySubnet],
  },
  {
    what: 'a standby address of another subnet on a link',
    tried: 'failover interface ip <link> <address> <mask> standby <address of another subnet>',
    expected: 'refused',
    requirements: [configuration.standbySubnet],
  },
  {
    what: 'a virtual MAC address on the failover link or the state link',
    tried: 'failover mac address <port of a link> <active mac> <standby mac>',
    expected: 'refused',
    requirements: [addresses.notOnLinks],
  },
  {
    what: 'a MAC address that is not in H.H.H format',
    tried: 'failover mac address <port> 00-0C-F1-42-4C-DE <standby mac>',
    expected: 'refused',
    requirements: [addresses.format],
  },
  {
    what: 'a failover key of other than hexadecimal characters',
    tried: 'failover key hex 0123456789abcdef0123456789abcdeg',
    expected: 'refused',
    requirements: [limits.keyHex],
  },
  {
    what: 'a third failover group',
    tried: 'failover group 3',
    expected: 'refused',
    requirements: [limits.groupMax],
  },
  {
    what: 'a failover group in single context mode',
    tried: 'failover group 1',
    expected: 'refused',
    requirements: [system.activeActiveMode],
  },
  {
    what: 'the admin context in failover group 2',
    tried: 'join-failover-group 2',
    expected: 'refused',
    requirements: [configuration.adminInOne],
  },
  {
    what: 'a data interface as the state link',
    tried: 'failover link <name of a data interface>',
    expected: 'warned',
    requirements: [links.stateLinkWarning],
  },
  {
    what: 'a data interface as the state link in multiple context or transparent mode',
    tried: 'failover link <name of a data interface>',
    expected: 'unsupported',
    requirements: [links.stateLinkOnData],
  },
  {
    what: 'failover with an address obtained through DHCP',
    tried: 'ip address dhcp',
    expected: 'unsupported',
    requirements: [configuration.noDhcp],
  },
  {
    what: 'failover with an address obtained through PPPoE',
    tried: 'ip address pppoe',
    expected: 'unsupported',
    requirements: [configuration.noPppoe],
  },
  {
    what: 'failover with an IPv6 address',
    tried: 'ipv6 address <address>',
    expected: 'unsupported',
    requirements: [configuration.noIpv6],
  },
  {
    what: 'a second ASR group on one interface',
    tried: 'asr-group 2',
    expected: 'unsupported',
    requirements: [asymmetricRouting.onePerInterface],
  },
  {
    what: 'the interface poll time of the pair in Active/Active failover',
    tried: 'failover polltime interface 5',
    expected: 'unsupported',
    requirements: [configuration.groupPolltime],
  },
  {
    what: 'VPN failover in multiple context mode or in Active/Active failover',
    tried: 'a tunnel that is up while the pair fails over',
    expected: 'unsupported',
    requirements: [statefulVpn.vpnSingle],
  },
];
