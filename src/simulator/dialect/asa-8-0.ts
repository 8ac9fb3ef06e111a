import { asaBoot } from './asa-boot.ts';
import { asa72 } from './asa-7-2.ts';
import { countedBefore84 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';
import { stateOf80 } from './state-tables.ts';

/** ASA 8.0: failover states as a table; interfaces say how fast they are used. */
export const asa80: Dialect = {
  ...asa72,
  name: 'asa-8.0',
  from: [8, 0],
  firmware: '8.0(5)',
  boot: asaBoot({
    bios: '1.0(11)5 08/28/08 15:11:51.82',
    rommon: '1.0(11)5',
    built: 'Thu Aug 28 15:23:50 PDT 2008',
    years: '1996-2009',
  }),
  version: {
    ...asa72.version,
    compiled: 'Mon 02-Nov-09 21:22',
    companions: ['Device Manager Version 6.1(5)'],
    features: features['8.0'],
  },
  state: stateOf80,
  config: { passwordBelowInterfaces: false, icmpRateLimit: true },
  failover: { ...asa72.failover, stateForm: 'table', counted: countedBefore84 },
  interfaces: {
    ...asa72.interfaces,
    queue: ['curr/max packets', 'hardware (0/1) software (0/1)'],
    rates: true,
  },
};
