import { countedBefore84 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { pix72 } from './pix-7-2.ts';
import { stateOf80 } from './state-tables.ts';

/** PIX 8.0, the last of its kind: failover states as a table. */
export const pix80: Dialect = {
  ...pix72,
  name: 'pix-8.0',
  from: [8, 0],
  firmware: '8.0(4)',
  version: {
    ...pix72.version,
    compiled: 'Thu 07-Aug-08 20:53',
    companions: ['Device Manager Version 6.1(5)'],
  },
  state: stateOf80,
  config: { passwordBelowInterfaces: false, icmpRateLimit: true },
  failover: { ...pix72.failover, stateForm: 'table', counted: countedBefore84 },
};
