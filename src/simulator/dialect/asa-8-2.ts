import { asaDown } from './asa-down.ts';
import { asa80 } from './asa-8-0.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';

/** ASA 8.2: memory may be dumped to flash before a reboot; pause frames are counted. */
export const asa82: Dialect = {
  ...asa80,
  name: 'asa-8.2',
  from: [8, 2],
  firmware: '8.2(5)',
  down: asaDown({ stops: ['isakmp', 'webvpn', 'File system'], wide: false, status: false, coreDump: true }),
  version: {
    ...asa80.version,
    compiled: 'Fri 20-May-11 16:00',
    companions: ['Device Manager Version 6.4(5)'],
    features: features['8.2'],
    featureWidth: 29,
  },
  interfaces: {
    ...asa80.interfaces,
    delay: ', DLY 10 usec',
    flowControl: true,
    input: ['0 pause input, 0 resume input', '0 L2 decode drops'],
    output: [
      '0 pause output, 0 resume output',
      '0 output errors, 0 collisions, 0 interface resets',
      '0 late collisions, 0 deferred',
      '0 input reset drops, 0 output reset drops',
    ],
    queue: ['curr/max packets', 'hardware (0/1)'],
  },
  savePrompt: 'System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:  ',
};
