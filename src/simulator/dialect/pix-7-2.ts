import { countedBy72 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { pix70 } from './pix-7-0.ts';

/** PIX 7.2: hold times of interfaces, and the versions of both units. */
export const pix72: Dialect = {
  ...pix70,
  name: 'pix-7.2',
  from: [7, 2],
  firmware: '7.2(4)',
  version: {
    ...pix70.version,
    compiled: 'Sun 06-Apr-08 13:39',
    companions: ['Device Manager Version 5.2(4)'],
  },
  failover: { ...pix70.failover, interfaceHoldTime: true, versions: true, counted: countedBy72 },
};
