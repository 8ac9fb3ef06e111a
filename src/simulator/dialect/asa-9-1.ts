import { asaBoot } from './asa-boot.ts';
import { asa86 } from './asa-8-6.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';

/** ASA 9.0 and 9.1. */
export const asa91: Dialect = {
  ...asa86,
  name: 'asa-9.1',
  from: [9, 0],
  firmware: '9.1(7)',
  boot: asaBoot({
    bios: '2.0(12)6',
    rommon: '2.1(9)8',
    built: 'Wed Oct 26 17:14:40 PDT 2011',
    years: '1996-2016',
  }),
  version: {
    ...asa86.version,
    compiled: 'Thu 14-Jan-16 09:48',
    companions: ['Device Manager Version 7.5(2)'],
    features: features['9.1'],
  },
  permitHostdown: true,
};
