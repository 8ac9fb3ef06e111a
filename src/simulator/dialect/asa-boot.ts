import type { BootText } from './dialect.ts';
import type { UnitPlate } from './unit-plate.ts';

/** What an ASA boots with; the years are those of the copyright. */
interface AsaMonitor {
  readonly bios: string;
  readonly rommon: string;
  /** When the ROMMON was built, as it says itself. */
  readonly built: string;
  readonly years: string;
}

/** The boot of an ASA: BIOS, ROMMON with its cue, boot loader. The cue is that of captured boots. */
export function asaBoot({ bios, rommon, years, built }: AsaMonitor): BootText {
  return {
    power: ({ model }) => [
      '',
      'Booting system, please wait...',
      '',
      'CISCO SYSTEMS',
      `Embedded BIOS Version ${bios}`,
      '',
      'Low Memory: 631 KB',
      'High Memory: 1024 MB',
      ...pciDevices,
      '',
      'Evaluating BIOS Options ...',
      'Launch BIOS Extension to setup ROMMON',
      '',
      `Cisco Systems ROMMON Version (${rommon}) #0: ${built}`,
      '',
      `Platform ${model}`,
      '',
      'Use BREAK or ESC to interrupt boot.',
      'Use SPACE to begin boot immediately.',
      'Boot in 10 seconds.',
    ],
    loading: ({ model }, image) => [
      '',
      '',
      'Launching BootLoader...',
      'Boot configuration file contains 1 entry.',
      '',
      '',
      `Loading disk0:/${image}... Booting...`,
      `Platform ${model}`,
      'Loading...',
    ],
    networkCards,
    years,
    interrupted: ['', 'Boot interrupted.', ''],
    checksum: (grouped) => `Cryptochecksum (unchanged): ${grouped} `,
  };
}

const pciDevices = [
  'PCI Device Table.',
  'Bus Dev Func VendID DevID Class              Irq',
  ' 00  00  00   8086   2578  Host Bridge',
  ' 00  01  00   8086   2579  PCI-to-PCI Bridge',
  ' 00  1D  00   8086   25A9  Serial Bus         11',
  ' 00  1F  00   8086   25A1  ISA Bridge',
  ' 00  1F  02   8086   25A3  IDE Controller     11',
  ' 03  02  00   8086   1079  Ethernet            9',
];

function networkCards({ cards }: UnitPlate): readonly string[] {
  return [
    '',
    `Total NICs found: ${cards.length}`,
    ...cards.map(
      ({ burnedIn }, at) =>
        `i82546GB rev03 Gigabit Ethernet @ irq09 dev ${at % 8} index ${String(at).padStart(2, '0')} MAC: ${burnedIn}`,
    ),
    '',
  ];
}
