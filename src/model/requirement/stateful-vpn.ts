import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const stateful = chapter13('Stateful Failover');

/** What a stateful failover does for VPN, WebVPN and calls. */
export const statefulVpn = {
  vpnStays: {
    id: 'STATE-VPN-STAYS',
    statement: 'VPN users do not have to authenticate or connect again after a failover.',
    sources: [stateful],
    observed: { by: ['session', 'console'] },
  },
  vpnLoss: {
    id: 'STATE-VPN-LOSS',
    statement:
      'Applications that operate over a VPN connection could lose packets during the failover and not recover from it.',
    sources: [stateful],
    observed: { unobservable: 'It says what may happen, not what must: neither outcome breaks it.' },
  },
  vpnSingle: {
    id: 'STATE-VPN-ACTIVE-STANDBY-SINGLE',
    statement: 'VPN failover works only in Active/Standby failover and only in single context mode.',
    sources: [
      chapter13('Understanding Failover'),
      chapter13('Failover Configuration Limitations'),
      document77809('Introduction'),
    ],
    observed: { by: ['console', 'session'] },
  },
  caServer: {
    id: 'STATE-CA-SERVER-LOST',
    statement: 'A CA server configured on the active unit stops working when the unit fails over.',
    sources: [chapter13('Failover Configuration Limitations')],
    observed: { by: ['console'] },
  },
  webVpnElements: {
    id: 'STATE-WEBVPN-ELEMENTS',
    statement:
      'Bookmarks, customization and the like of WebVPN are synchronized between the units only with Stateful Failover.',
    sources: [chapter13('Stateless (Regular) Failover')],
    observed: { by: ['console'] },
    only: 'ASA 8.0 and newer',
  },
  unsupported: {
    id: 'STATE-WEBVPN-UNSUPPORTED',
    statement:
      'Of WebVPN, Smart Tunnels, Port Forwarding, Plugins, Java Applets and IPv6 clientless or AnyConnect sessions are not supported with Stateful Failover.',
    sources: [stateful],
    observed: { by: ['session'] },
  },
  citrix: {
    id: 'STATE-WEBVPN-CITRIX',
    statement: 'Citrix users have to authenticate again after a failover.',
    sources: [stateful],
    observed: { by: ['session'] },
  },
  callStays: {
    id: 'STATE-SOFTPHONE-CALL',
    statement: 'A Cisco IP SoftPhone call that is in progress during a failover stays active.',
    sources: [stateful, document77809('Stateful Failover')],
    observed: { by: ['session'] },
  },
  hangUp: {
    id: 'STATE-SOFTPHONE-HANGUP',
    statement:
      'When a Cisco IP SoftPhone call is ended after a failover, the phone loses its CallManager and unregisters itself, since the standby unit has no session for the CTIQBE hang-up.',
    sources: [stateful, document77809('Stateful Failover')],
    observed: { by: ['session'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
