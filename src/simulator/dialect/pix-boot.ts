import type { BootText } from './dialect.ts';
import type { UnitPlate } from './unit-plate.ts';

/** The boot of a PIX of 7.x. BIOS, cue and reading are those of a captured PIX-515, with the helper that 7.x has. */
export function pixBoot(years: string): BootText {
  return {
    power: ({ model }) => [
      '',
      'CISCO SYSTEMS PIX FIREWALL',
      'Embedded BIOS Version 4.3.207 01/02/02 16:12:22.73',
      'Compiled by morlee',
      '128 MB RAM',
      '',
      'PCI Device Table.',
      'Bus Dev Func VendID DevID Class              Irq',
      ' 00  00  00   8086   7192  Host Bridge',
      ' 00  07  00   8086   7110  ISA Bridge',
      ' 00  07  01   8086   7111  IDE Controller',
      ' 00  0E  00   8086   1209  Ethernet           11',
      '',
      'Cisco Secure PIX Firewall BIOS (4.2) #0: Mon Dec 31 08:34:35 PST 2001',
      `Platform ${model}`,
      'System Flash=E28F128J3 @ 0xfff00000',
      '',
      'Use BREAK or ESC to interrupt flash boot.',
      'Use SPACE to begin flash boot immediately.',
      'Flash boot in 10 seconds.',
    ],
    loading: (_plate, image) => [
      '',
      'Reading 123392 bytes of image from flash.',
      'PIX Flash Load Helper',
      '',
      'Initializing flashfs...',
      'flashfs[0]: 11 files, 3 directories',
      'flashfs[0]: 0 orphaned files, 0 orphaned directories',
      'flashfs[0]: Total bytes: 16128000',
      'flashfs[0]: Bytes used: 14062080',
      'flashfs[0]: Bytes available: 2065920',
      'flashfs[0]: Initialization complete.',
      '',
      'Unable to locate boot image configuration',
      '',
      'Booting first image in flash',
      '',
      `Launching image flash:/${image}`,
      '#'.repeat(64),
    ],
    networkCards,
    years,
    interrupted: ['', 'Flash boot interrupted.', ''],
    checksum: (grouped) => `Cryptochecksum(unchanged): ${grouped} `,
  };
}

function networkCards({ cards }: UnitPlate): readonly string[] {
  return [
    '128MB RAM',
    '',
    `Total NICs found: ${cards.length}`,
    ...cards.map(({ burnedIn }, at) => `mcwa i82559 Ethernet at irq ${10 + (at % 2)}  MAC: ${burnedIn}`),
    'BIOS Flash=am29f400b @ 0xd8000',
    '',
  ];
}
