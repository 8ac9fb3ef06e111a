import { asa70 } from './asa-7-0.ts';
import { asaDown } from './asa-down.ts';
import { countedBy72 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';

/** ASA 7.2: hold times of interfaces, and the versions of both units. */
export const asa72: Dialect = {
  ...asa70,
  name: 'asa-7.2',
  from: [7, 2],
  firmware: '7.2(5)',
  down: asaDown({ stops: ['isakmp', 'webvpn', 'File system'], wide: false, status: false, coreDump: false }),
  version: {
    ...asa70.version,
    compiled: 'Tue 11-May-10 13:08',
    companions: ['Device Manager Version 5.2(5)'],
    features: features['7.2'],
  },
  failover: { ...asa70.failover, interfaceHoldTime: true, versions: true, counted: countedBy72 },
};
