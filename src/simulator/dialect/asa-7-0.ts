import { asaBoot } from './asa-boot.ts';
import { asaDown } from './asa-down.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';
import { rommon } from './rommon.ts';
import { countedBefore84 } from './counted.ts';

import { digitsOf } from './digits.ts';
import { stateOf70 } from './state-tables.ts';

/** ASA 7.0: the first of its kind; those after it say what they do otherwise. */
export const asa70: Dialect = {
  name: 'asa-7.0',
  platform: 'asa',
  from: [7, 0],
  firmware: '7.0(8)',
  model: 'ASA5520',
  boot: asaBoot({
    bios: '1.0(11)2 01/25/06 13:21:26.17',
    rommon: '1.0(11)2',
    built: 'Thu Jan 26 10:43:08 PST 2006',
    years: '1996-2008',
  }),
  monitor: rommon,
  flash: 'disk0:',
  image: (firmware) => `asa${digitsOf(firmware)}-k8.bin`,
  down: asaDown({ stops: ['isakmp', 'File system'], wide: false, status: false, coreDump: false }),
  version: {
    product: 'Cisco Adaptive Security Appliance Software',
    compiled: 'Sat 31-May-08 23:48',
    companions: ['Device Manager Version 5.0(8)'],
    features: features['7.0'],
    featureWidth: 28,
    valueWidth: 10,
    term: '',
    ofPair: false,
    key: 'Running Activation Key',
    tail: [],
    register: true,
  },
  state: stateOf70,
  failover: {
    brief: false,
    cableStatus: false,
    interfaceHoldTime: false,
    versions: false,
    serials: false,
    reconnectTimeout: false,
    macMoveInterval: false,
    saysMonitored: false,
    monitoredAtMost: 250,
    slots: true,
    stateForm: 'bars',
    counted: countedBefore84,
  },
  interfaces: {
    delay: '',
    flowControl: false,
    input: ['0 L2 decode drops'],
    output: [
      '0 output errors, 0 collisions, 0 interface resets',
      '0 babbles, 0 late collisions, 0 deferred',
      '0 lost carrier, 0 no carrier',
    ],
    queue: ['curr/max blocks', 'hardware (0/1) software (0/1)'],
    rates: false,
  },
  config: { passwordBelowInterfaces: true, icmpRateLimit: false },
  configHead: () => [': Saved', ':'],
  savePrompt: 'System config has been modified. Save? [Y]es/[N]o:',
  loginHistory: false,
  localRoutes: false,
  autoMacPrefix: false,
  bridgeGroups: false,
  permitHostdown: false,
};
