import { asa70 } from './asa-7-0.ts';
import { narrowRegisters } from './asa-down.ts';
import type { Dialect } from './dialect.ts';
import { features } from './features.ts';
import { digitsOf } from './digits.ts';
import { pixMonitor } from './pix-monitor.ts';
import { pixBoot } from './pix-boot.ts';

/** PIX 7.0: what both platforms have in common is that of ASA 7.0. */
export const pix70: Dialect = {
  ...asa70,
  name: 'pix-7.0',
  platform: 'pix',
  firmware: '7.0(8)',
  model: 'PIX-515E',
  boot: pixBoot('1996-2008'),
  monitor: pixMonitor,
  flash: 'flash:',
  image: (firmware) => `pix${digitsOf(firmware)}.bin`,
  down: {
    reload: ['', '', '***', '*** --- SHUTDOWN NOW ---'],
    registers: ['', ...narrowRegisters],
    crashed: [
      '',
      'Begin to dump crashinfo to flash....',
      '',
      'End of console dump.',
      "Do 'show crashinfo' after reboot to retrieve other crash information",
    ],
    coreDump: undefined,
    rebooting: { reload: ['', 'Rebooting..', ''], crash: ['', 'Rebooting..', ''] },
  },
  version: {
    ...asa70.version,
    product: 'Cisco PIX Security Appliance Software',
    features: features.pix,
    featureWidth: 28,
    register: false,
  },
  failover: { ...asa70.failover, cableStatus: true, slots: false },
};
