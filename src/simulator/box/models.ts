/** What a model is made of, as `show version` and boots tell it. Sizes are in MB. */
export interface Model {
  readonly memoryMb: number;
  readonly cpu: string;
  /** Of its main board. */
  readonly revision: string;
  readonly flashMb: number;
  /** The lines about flash and BIOS. */
  readonly flash: readonly string[];
  /** The accelerator and its microcode; none where there is none. */
  readonly accelerator: readonly string[];
  /** The chip of its network cards, as `show interface` names it. */
  readonly networkCard: string;
  /** The interfaces that it has without further cards. */
  readonly ports: readonly string[];
  /** Its licence, after «This platform has». */
  readonly licence: string;
  readonly description: string;
  /** How its boot monitor counts: `rommon #0>`, or `rommon 1 >` on what came after the 5500-X. */
  readonly monitorPrompt: 'rommon #0> ' | 'rommon 1 > ' | 'monitor> ';
}

const numbered = (count: number, name: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => name(at));

const pix = (cpu: string, memoryMb: number, licence = 'an Unrestricted (UR) license.'): Model => ({
  memoryMb,
  cpu,
  revision: '1.0',
  flashMb: 16,
  flash: ['Flash E28F128J3 @ 0xfff00000, 16MB', 'BIOS Flash AM29F400B @ 0xfffd8000, 32KB'],
  accelerator: [
    'Encryption hardware device : VAC+ (Crypto5823 revision 0x1)',
    '                             Boot microcode   : Boot microcode 1.0',
  ],
  networkCard: 'i82559',
  ports: numbered(6, (at) => `Ethernet${at}`),
  licence,
  description: 'PIX Security Appliance',
  monitorPrompt: 'monitor> ',
});

const cavium = [
  'Encryption hardware device : Cisco ASA-55x0 on-board accelerator (revision 0x0)',
  '                             Boot microcode   : CN1000-MC-BOOT-2.00 ',
  '                             SSL/IKE microcode: CNLite-MC-SSLm-PLUS-2.03',
  '                             IPSec microcode  : CNlite-MC-IPSECm-MAIN-2.04',
];

const asa = (cpu: string, memoryMb: number, licence: string, description: string): Model => ({
  memoryMb,
  cpu,
  revision: '2.0',
  flashMb: 256,
  flash: ['Internal ATA Compact Flash, 256MB', 'BIOS Flash M50FW080 @ 0xfff00000, 1024KB'],
  accelerator: cavium,
  networkCard: 'i82546GB rev03',
  ports: [...numbered(4, (at) => `GigabitEthernet0/${at}`), 'Management0/0'],
  licence,
  description,
  monitorPrompt: 'rommon #0> ',
});

const asaX = (cpu: string, memoryMb: number, licence: string, description: string): Model => ({
  memoryMb,
  cpu,
  revision: '1.0',
  flashMb: 8192,
  flash: ['Internal ATA Compact Flash, 8192MB', 'BIOS Flash MX25L6445E @ 0xffbb0000, 8192KB'],
  accelerator: [
    'Encryption hardware device : Cisco ASA Crypto on-board accelerator (revision 0x1)',
    '                             Boot microcode        : CNPx-MC-BOOT-2.00',
    '                             SSL/IKE microcode     : CNPx-MC-SSL-SB-PLUS-0005',
    '                             IPSec microcode       : CNPx-MC-IPSEC-MAIN-0026',
    '                             Number of accelerators: 1',
  ],
  networkCard: 'i82574L rev00',
  ports: [...numbered(8, (at) => `GigabitEthernet0/${at}`), 'Management0/0'],
  licence,
  description,
  monitorPrompt: 'rommon #0> ',
});

const models: Readonly<Record<string, Model>> = {
  'PIX-515': pix('Pentium 200 MHz', 64),
  'PIX-515E': pix('Pentium II 433 MHz', 128),
  'PIX-525': pix('Pentium III 600 MHz', 256),
  'PIX-535': pix('Pentium III 1000 MHz', 1024),
  ASA5505: {
    ...asa('Geode 500 MHz', 512, 'an ASA 5505 Security Plus license.', 'ASA 5505 8-port switch, AC'),
    ports: numbered(8, (at) => `Ethernet0/${at}`),
  },
  ASA5510: {
    ...asa(
      'Pentium 4 Celeron 1600 MHz',
      1024,
      'an ASA 5510 Security Plus license.',
      'ASA 5510 Adaptive Security Appliance',
    ),
    ports: [...numbered(4, (at) => `Ethernet0/${at}`), 'Management0/0'],
  },
  ASA5520: asa(
    'Pentium 4 Celeron 2000 MHz',
    2048,
    'an ASA 5520 VPN Plus license.',
    'ASA 5520 Adaptive Security Appliance',
  ),
  ASA5540: asa(
    'Pentium 4 2000 MHz',
    2048,
    'an ASA 5540 VPN Premium license.',
    'ASA 5540 Adaptive Security Appliance',
  ),
  ASA5550: asa(
    'Pentium 4 3000 MHz',
    4096,
    'an ASA 5550 VPN Premium license.',
    'ASA 5550 Adaptive Security Appliance',
  ),
  'ASA5580-20': asa(
    'AMD Opteron 2600 MHz',
    8192,
    'an ASA 5580-20 VPN Premium license.',
    'ASA 5580-20 Adaptive Security Appliance',
  ),
  'ASA5580-40': asa(
    'AMD Opteron 2600 MHz',
    12_288,
    'an ASA 5580-40 VPN Premium license.',
    'ASA 5580-40 Adaptive Security Appliance',
  ),
  ASA5512: {
    ...asaX(
      'Clarkdale 2800 MHz, 1 CPU (2 cores)',
      4096,
      'an ASA 5512 Security Plus license.',
      'ASA 5512-X with SW, 6 GE Data, 1 GE Mgmt, AC',
    ),
    ports: [...numbered(6, (at) => `GigabitEthernet0/${at}`), 'Management0/0'],
  },
  ASA5515: {
    ...asaX(
      'Clarkdale 3059 MHz, 1 CPU (4 cores)',
      8192,
      'an ASA5515 VPN Premium license.',
      'ASA 5515-X with SW, 6 GE Data, 1 GE Mgmt, AC',
    ),
    ports: [...numbered(6, (at) => `GigabitEthernet0/${at}`), 'Management0/0'],
  },
  ASA5525: asaX(
    'Lynnfield 2394 MHz, 1 CPU (4 cores)',
    8192,
    'an ASA5525 VPN Premium license.',
    'ASA 5525-X with SW, 8 GE Data, 1 GE Mgmt, AC',
  ),
  ASA5545: asaX(
    'Lynnfield 2660 MHz, 1 CPU (8 cores)',
    12_288,
    'an ASA5545 VPN Premium license.',
    'ASA 5545-X with SW, 8 GE Data, 1 GE Mgmt, AC',
  ),
  ASA5555: asaX(
    'Lynnfield 2793 MHz, 1 CPU (8 cores)',
    16_384,
    'an ASA5555 VPN Premium license.',
    'ASA 5555-X with SW, 8 GE Data, 1 GE Mgmt, AC',
  ),
  ASA5506: {
    ...asaX(
      'Atom C2000 series 1250 MHz, 1 CPU (4 cores)',
      4096,
      'an ASA 5506 Security Plus license.',
      'ASA 5506-X with FirePOWER services, 8GE, AC, DES',
    ),
    monitorPrompt: 'rommon 1 > ',
    ports: [...numbered(8, (at) => `GigabitEthernet1/${at + 1}`), 'Management1/1'],
  },
  ASA5508: {
    ...asaX(
      'Atom C2000 series 2000 MHz, 1 CPU (8 cores)',
      8192,
      'an ASA5508 VPN Premium license.',
      'ASA 5508-X with FirePOWER services, 8GE, AC, DES',
    ),
    monitorPrompt: 'rommon 1 > ',
    ports: [...numbered(8, (at) => `GigabitEthernet1/${at + 1}`), 'Management1/1'],
  },
  ASA5516: {
    ...asaX(
      'Atom C2000 series 2416 MHz, 1 CPU (8 cores)',
      8192,
      'an ASA5516 VPN Premium license.',
      'ASA 5516-X with FirePOWER services, 8GE, AC, DES',
    ),
    monitorPrompt: 'rommon 1 > ',
    ports: [...numbered(8, (at) => `GigabitEthernet1/${at + 1}`), 'Management1/1'],
  },
};

/** The make of a model; one that is not listed here is made as the usual one of its platform. */
export function modelOf(platform: 'asa' | 'pix', name: string): Model {
  const usual =
    platform === 'pix'
      ? pix('Pentium II 433 MHz', 128)
      : asaX(
          'Lynnfield 2394 MHz, 1 CPU (4 cores)',
          8192,
          `an ${name} VPN Premium license.`,
          `${name} Adaptive Security Appliance`,
        );
  return models[name.replace(/-X$/, '')] ?? usual;
}

/** `ASA5520, 2048 MB RAM, CPU Pentium 4 Celeron 2000 MHz`. */
export function hardwareLine(name: string, { memoryMb, cpu }: Model): string {
  return `${name}, ${memoryMb} MB RAM, CPU ${cpu}`;
}
