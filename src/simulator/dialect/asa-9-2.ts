import { asa91 } from './asa-9-1.ts';
import { countedBy92 } from './counted.ts';
import type { Dialect } from './dialect.ts';

/** ASA 9.2 to 9.4: a configuration says whose it is. */
export const asa92: Dialect = {
  ...asa91,
  name: 'asa-9.2',
  from: [9, 2],
  firmware: '9.2(4)',
  version: {
    ...asa91.version,
    compiled: 'Tue 14-Jul-15 22:19',
    companions: ['Device Manager Version 7.2(2)'],
  },
  failover: { ...asa91.failover, macMoveInterval: true, counted: countedBy92 },
  configHead: ({ serial }, hardware) => [
    ': Saved',
    '',
    ': ',
    `: Serial Number: ${serial}`,
    `: Hardware:   ${hardware}`,
    ':',
  ],
};
