import type { Box } from '../system/box.ts';

/** What the console shows before the software runs, and when, as a share of the time that a boot takes. */
export interface BootScreen {
  readonly at: number;
  readonly lines: readonly string[];
}

/** The cue by which a boot can be interrupted, with BREAK or ESC, or hurried, with a blank. */
const asaCue = ['Use BREAK or ESC to interrupt boot.', 'Use SPACE to begin boot immediately.'];
const pixCue = ['Use BREAK or ESC to interrupt flash boot.', 'Use SPACE to begin flash boot immediately.'];

/** The boot of a unit, screen by screen, up to the reading of its configuration. */
export function bootScreens(box: Box): readonly BootScreen[] {
  return box.platform === 'asa' ? asaScreens(box) : pixScreens(box);
}

function asaScreens(box: Box): readonly BootScreen[] {
  const image = `asa${box.firmware.replace(/[().]/g, '')}-smp-k8.bin`;
  return [
    {
      at: 0,
      lines: [
        '',
        'Booting system, please wait...',
        'CISCO SYSTEMS',
        'Embedded BIOS Version 2.0(12)',
        '',
        'Cisco Systems ROMMON Version (2.1(9)8)',
        '',
        `Platform ${box.model}`,
        '',
        ...asaCue,
        'Boot in 10 seconds.',
      ],
    },
    { at: 0.3, lines: ['', 'Launching BootLoader...', 'Boot configuration file contains 1 entry.', ''] },
    { at: 0.4, lines: [`Loading disk0:/${image}... Booting...`, 'Platform ' + box.model, ''] },
    {
      at: 0.8,
      lines: [
        `Total NICs found: ${box.cards.length}`,
        ...box.cards.map(({ name, burnedIn }) => `i82574L rev00 Gigabit Ethernet @ ${name} MAC: ${burnedIn}`),
        '',
        `Cisco Adaptive Security Appliance Software Version ${box.firmware} `,
        '',
        'Reading from flash...',
        '!!.',
      ],
    },
  ];
}

function pixScreens(box: Box): readonly BootScreen[] {
  return [
    {
      at: 0,
      lines: [
        '',
        'PIX BIOS (4.0) #0',
        `Platform ${box.model}`,
        'Flash=i28F640J5 @ 0x300',
        '',
        ...pixCue,
        'Flash boot in 10 seconds.',
      ],
    },
    { at: 0.4, lines: ['Reading 5124096 bytes of image from flash.', '#'.repeat(64)] },
    {
      at: 0.8,
      lines: [
        '',
        `Cisco PIX Security Appliance Software Version ${box.firmware} `,
        '',
        'Reading from flash...',
        '!!.',
      ],
    },
  ];
}

/** What a restart prints on its way down. */
export function shutdownLines(why: 'reload' | 'crash'): readonly string[] {
  if (why === 'crash') {
    return [
      '',
      'Thread Name: ci/console',
      'Page fault: Address not mapped',
      '   vector 0x000000000000000e',
      '      rip 0x0000000000a41c3e',
      '',
      'Begin to dump crashinfo to flash....',
      '',
      'End of console dump.',
      "Do 'show crashinfo' after reboot to retrieve other crash information",
      'Process shutdown finished',
      'Rebooting... (status 0x8b)',
      '..',
    ];
  }
  return [
    '',
    '',
    '***',
    '*** --- START GRACEFUL SHUTDOWN ---',
    'Shutting down isakmp',
    'Shutting down webvpn',
    'Shutting down sw-module',
    'Shutting down License Controller',
    'Shutting down File system',
    '',
    '***',
    '*** --- SHUTDOWN NOW ---',
    'Process shutdown finished',
    'Rebooting... (status 0x9)',
    '..',
  ];
}
