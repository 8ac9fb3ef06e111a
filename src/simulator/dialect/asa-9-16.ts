import { asa912 } from './asa-9-12.ts';
import { asaDown } from './asa-down.ts';
import type { Dialect } from './dialect.ts';

/** ASA 9.16: an application agent is stopped as well, and 5506, 5508 and 5516 are what it still runs on. */
export const asa916: Dialect = {
  ...asa912,
  name: 'asa-9.16',
  from: [9, 15],
  firmware: '9.16(4)',
  model: 'ASA5516',
  down: asaDown({
    stops: ['Application Agent', 'isakmp', 'webvpn', 'sw-module', 'License Controller', 'File system'],
    wide: true,
    status: true,
    coreDump: true,
  }),
  version: {
    ...asa912.version,
    compiled: 'Thu 13-Oct-22 05:31 GMT',
    companions: ['SSP Operating System Version 2.10(1.217)', 'Device Manager Version 7.18(1)'],
  },
};
