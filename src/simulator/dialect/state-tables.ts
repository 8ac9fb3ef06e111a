import type { StateKind } from '../message/state-entry.ts';

/** How a train keeps state, shows it, and tells the mate of it. */
export interface StateDialect {
  /** `show conn` names the interfaces, or says `out` and `in`. */
  readonly namesInterfaces: boolean;
  /** Access lists speak of real addresses, and translations belong to objects. */
  readonly realAddresses: boolean;
  /** Whether dynamic routes are passed to the mate. */
  readonly passesRoutes: boolean;
  /** The rows of the statistics that count each kind of state; what is never passed has none. */
  readonly rows: Readonly<Partial<Record<StateKind, string>>>;
}

export const stateOf70: StateDialect = {
  namesInterfaces: false,
  realAddresses: false,
  passesRoutes: false,
  rows: {
    tcp: 'TCP conn',
    http: 'TCP conn',
    udp: 'UDP conn',
    xlate: 'Xlate_Timeout',
    arp: 'ARP tbl',
    bridge: 'L2BRIDGE tbl',
    ike: 'VPN IKE upd',
    ipsec: 'VPN IPSEC upd',
    gtp: 'GTP PDP',
    sip: 'SIP Session',
  },
};

export const stateOf80: StateDialect = { ...stateOf70, namesInterfaces: true };

export const stateOf83: StateDialect = {
  ...stateOf80,
  realAddresses: true,
  passesRoutes: true,
  rows: { ...stateOf80.rows, ike: 'VPN IKEv1 SA', ipsec: 'VPN IKEv1 P2', route: 'Route Session' },
};
