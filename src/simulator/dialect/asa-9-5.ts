import { asa92 } from './asa-9-2.ts';
import { countedBy95 } from './counted.ts';
import type { Dialect } from './dialect.ts';

/** ASA 9.5: the reconnect timeout, and what is counted of SIP. */
export const asa95: Dialect = {
  ...asa92,
  name: 'asa-9.5',
  from: [9, 5],
  firmware: '9.5(2)',
  version: {
    ...asa92.version,
    compiled: 'Sat 28-Nov-15 00:16',
    companions: ['Device Manager Version 7.5(2)'],
  },
  failover: { ...asa92.failover, reconnectTimeout: true, counted: countedBy95 },
  localRoutes: true,
};
