import { asa98 } from './asa-9-8.ts';
import { countedBy912 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';

/** ASA 9.12 to 9.14, the last of the 5500-X: the operating system below has a version of its own. */
export const asa912: Dialect = {
  ...asa98,
  name: 'asa-9.12',
  from: [9, 12],
  firmware: '9.12(4)',
  image: (firmware) => `asa${firmware.split(/\D+/).filter(Boolean).join('-')}-smp-k8.bin`,
  version: {
    ...asa98.version,
    compiled: 'Thu 21-May-20 10:33 GMT',
    companions: ['SSP Operating System Version 2.6(1.198)', 'Device Manager Version 7.12(2)'],
    features: features['9.12'],
  },
  failover: { ...asa98.failover, counted: countedBy912 },
};
