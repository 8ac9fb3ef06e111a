import type { StateDialect } from '../../dialect/index.ts';
import type { StateKind } from '../../message/state-entry.ts';

/**
 * Which state reaches the standby unit (ASA 5580 guide, table 13-6; 77809, «Stateful Failover»). `with-http` is
 * passed with `failover replication http` only, and routes by the trains that have learnt to.
 */
const passed: Readonly<Record<StateKind, 'always' | 'never' | 'with-http' | 'by-train'>> = {
  xlate: 'always',
  tcp: 'always',
  udp: 'always',
  arp: 'always',
  bridge: 'always',
  http: 'with-http',
  ike: 'always',
  ipsec: 'always',
  gtp: 'always',
  sip: 'always',
  uauth: 'never',
  route: 'by-train',
  dhcp: 'never',
};

/** Whether the active unit tells its mate of this kind of state. */
export function isPassed(
  kind: StateKind,
  by: { readonly replicateHttp: boolean; readonly train: StateDialect },
): boolean {
  if (passed[kind] === 'with-http') return by.replicateHttp;
  return passed[kind] === 'always' || (passed[kind] === 'by-train' && by.train.passesRoutes);
}
