import { asa95 } from './asa-9-5.ts';
import type { Dialect } from './dialect.ts';

/** ASA 9.6 and 9.7: the serial numbers of both units. */
export const asa96: Dialect = {
  ...asa95,
  name: 'asa-9.6',
  from: [9, 6],
  firmware: '9.6(4)',
  version: {
    ...asa95.version,
    compiled: 'Wed 13-Dec-17 00:12',
    companions: ['Device Manager Version 7.9(1)'],
  },
  failover: { ...asa95.failover, serials: true },
};
