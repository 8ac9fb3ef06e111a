import type { Requirement } from '../../pair/index.ts';
import { statefulFailover } from '../requirement/stateful.ts';
import { statefulVpn } from '../requirement/stateful-vpn.ts';

/** What must be configured, beyond Stateful Failover itself, for a kind of state to be passed to the standby unit. */
export type Condition = 'http-replication' | 'transparent' | 'active-standby-single';

/** One kind of state, and whether it is there after a stateful failover. */
export interface StateInformation {
  readonly what: string;
  /** `passed` if its condition holds, `not-passed` whatever is configured. */
  readonly fate: 'passed' | 'not-passed';
  readonly if?: Condition;
  readonly requirements: readonly [Requirement, ...Requirement[]];
  /** What says that it is not passed where the condition does not hold. */
  readonly otherwise?: readonly Requirement[];
}

const { survives, httpNotByDefault } = statefulFailover;
const vpn = { if: 'active-standby-single', otherwise: [statefulVpn.vpnSingle] } as const;

/** Table 13-6, both columns, with what stands below it. Document 77809, of 7.x, has the same but SIP and DHCP leases. */
export const stateInformation = {
  nat: { what: 'NAT translations', fate: 'passed', requirements: [statefulFailover.nat] },
  tcp: { what: 'TCP connections', fate: 'passed', requirements: [statefulFailover.tcp, survives] },
  udp: { what: 'UDP connections', fate: 'passed', requirements: [statefulFailover.udp, survives] },
  arp: { what: 'ARP entries', fate: 'passed', requirements: [statefulFailover.arp] },
  bridge: {
    what: 'the layer 2 bridge table',
    fate: 'passed',
    if: 'transparent',
    requirements: [statefulFailover.bridge],
  },
  http: {
    what: 'HTTP connections',
    fate: 'passed',
    if: 'http-replication',
    requirements: [statefulFailover.httpWhenEnabled, statefulFailover.httpPerGroup],
    otherwise: [httpNotByDefault, statefulFailover.httpPerGroup],
  },
  ipsec: {
    what: 'ISAKMP and IPsec security associations',
    fate: 'passed',
    ...vpn,
    requirements: [statefulFailover.ipsec, statefulVpn.vpnStays],
  },
  gtp: { what: 'the GTP PDP database', fate: 'passed', requirements: [statefulFailover.gtp] },
  sip: { what: 'SIP signalling sessions', fate: 'passed', requirements: [statefulFailover.sip] },
  softphoneCall: {
    what: 'a Cisco IP SoftPhone call in progress',
    fate: 'passed',
    requirements: [statefulVpn.callStays],
  },
  webVpnElements: {
    what: 'bookmarks and customization of WebVPN',
    fate: 'passed',
    requirements: [statefulVpn.webVpnElements],
  },
  uauth: { what: 'authenticated users', fate: 'not-passed', requirements: [statefulFailover.notUauth] },
  routes: {
    what: 'routing tables',
    fate: 'not-passed',
    requirements: [statefulFailover.notRoutes, statefulFailover.routesRediscovered],
  },
  modules: {
    what: 'state of security service modules',
    fate: 'not-passed',
    requirements: [statefulFailover.notModules],
  },
  leases: { what: 'DHCP server leases', fate: 'not-passed', requirements: [statefulFailover.notLeases] },
  caServer: { what: 'the CA server', fate: 'not-passed', requirements: [statefulVpn.caServer] },
  webVpnSessions: {
    what: 'Smart Tunnels, Port Forwarding, Plugins, Java Applets and IPv6 sessions of WebVPN',
    fate: 'not-passed',
    requirements: [statefulVpn.unsupported],
  },
  citrix: {
    what: 'the authentication of Citrix users',
    fate: 'not-passed',
    requirements: [statefulVpn.citrix],
  },
  softphoneHangUp: {
    what: 'the hang-up of a Cisco IP SoftPhone call',
    fate: 'not-passed',
    requirements: [statefulVpn.hangUp],
  },
} as const satisfies Readonly<Record<string, StateInformation>>;

/** The kinds of state that the guides speak of. */
export type StateKind = keyof typeof stateInformation;
