import type { StateDialect } from '../../dialect/index.ts';
import type { StateKind } from '../../message/state-entry.ts';

/**
 * Which state reaches the standby unit (ASA 5580 guide, table 13-6; 77809, «Stateful Failover»). `with-http` is
 * passed with `failover replication http` only, routes by the trains that have learnt to, and tunnels of VPN in single
 * context mode alone (ASA 5580 guide, «Failover Configuration Limitations»).
 */
const passed: Readonly<
  Record<StateKind, 'always' | 'never' | 'with-http' | 'by-train' | 'without-contexts'>
> = {
  xlate: 'always',
  tcp: 'always',
  udp: 'always',
  arp: 'always',
  bridge: 'always',
  http: 'with-http',
  ike: 'without-contexts',
  ipsec: 'without-contexts',
  gtp: 'always',
  sip: 'always',
  uauth: 'never',
  route: 'by-train',
  dhcp: 'never',
};

/** Whether the active unit tells its mate of this kind of state. */
export function isPassed(
  kind: StateKind,
  by: { readonly replicateHttp: boolean; readonly train: StateDialect; readonly multiple: boolean },
): boolean {
  if (passed[kind] === 'with-http') return by.replicateHttp;
  if (passed[kind] === 'without-contexts') return !by.multiple;
  return passed[kind] === 'always' || (passed[kind] === 'by-train' && by.train.passesRoutes);
}
