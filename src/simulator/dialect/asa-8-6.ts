import { asaBoot } from './asa-boot.ts';
import { asaDown } from './asa-down.ts';
import { asa84 } from './asa-8-4.ts';
import type { Dialect } from './dialect.ts';
import { digitsOf } from './digits.ts';
import { features } from './features.ts';

/** ASA 8.6, of the first 5500-X: 64 bits, `(Monitored)`, prefixes of made addresses. */
export const asa86: Dialect = {
  ...asa84,
  name: 'asa-8.6',
  from: [8, 6],
  firmware: '8.6(1)',
  model: 'ASA5525',
  boot: asaBoot({
    bios: '2.0(7)2',
    rommon: '2.1(7)2',
    built: 'Tue Feb 28 21:04:45 PST 2012',
    years: '1996-2012',
  }),
  down: asaDown({
    stops: ['isakmp', 'webvpn', 'sw-module', 'License Controller', 'File system'],
    wide: true,
    status: true,
    coreDump: true,
  }),
  image: (firmware) => `asa${digitsOf(firmware)}-smp-k8.bin`,
  version: {
    ...asa84.version,
    compiled: 'Fri 03-Feb-12 10:03',
    companions: ['Device Manager Version 6.6(1)'],
    features: features['8.6'],
  },
  failover: { ...asa84.failover, saysMonitored: true, monitoredAtMost: 216 },
  autoMacPrefix: true,
};
