import type { Dialect } from './dialect.ts';
import { pix70 } from './pix-7-0.ts';

/** PIX 6.3, as far as document 77809 shows it: `show failover`. In everything else it is like 7.0. */
export const pix63: Dialect = {
  ...pix70,
  name: 'pix-6.3',
  from: [6, 3],
  firmware: '6.3(5)',
  failover: { ...pix70.failover, brief: true },
};
