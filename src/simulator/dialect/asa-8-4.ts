import { asaBoot } from './asa-boot.ts';
import { asaDown } from './asa-down.ts';
import { asa82 } from './asa-8-2.ts';
import { countedBy84 } from './counted.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';
import { stateOf83 } from './state-tables.ts';

/** ASA 8.3 and 8.4: licences with a term, and of the pair; a status at the end of the software. */
export const asa84: Dialect = {
  ...asa82,
  name: 'asa-8.4',
  from: [8, 3],
  firmware: '8.4(7)',
  boot: asaBoot({
    bios: '1.0(12)13 08/28/08 15:50:37.45',
    rommon: '1.0(12)13',
    built: 'Thu Aug 28 15:55:27 PDT 2008',
    years: '1996-2013',
  }),
  down: asaDown({
    stops: ['isakmp', 'webvpn', 'sw-module', 'License Controller', 'File system'],
    wide: false,
    status: true,
    coreDump: true,
  }),
  version: {
    ...asa82.version,
    compiled: 'Fri 30-Aug-13 19:48',
    companions: ['Device Manager Version 7.1(4)'],
    features: features['8.4'],
    featureWidth: 34,
    valueWidth: 15,
    term: 'perpetual',
    ofPair: true,
    key: 'Running Permanent Activation Key',
  },
  interfaces: { ...asa82.interfaces, queue: ['blocks free curr/low', 'hardware (511/511)'] },
  state: stateOf83,
  bridgeGroups: true,
  failover: { ...asa82.failover, monitoredAtMost: 110, counted: countedBy84 },
};
