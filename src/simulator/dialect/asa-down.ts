import type { DownText } from './dialect.ts';

/** What differs when an ASA goes down. */
interface AsaDown {
  /** What a graceful shutdown stops, in its order. */
  readonly stops: readonly string[];
  /** Whether the registers are those of 64 bits. */
  readonly wide: boolean;
  /** Whether the last line says with which status the software ended. */
  readonly status: boolean;
  readonly coreDump: boolean;
}

/** Shutdown and crash of an ASA, in the form of captured ones: `Page fault` of 9.1, `Rebooting...` with a status. */
export function asaDown({ stops, wide, status, coreDump }: AsaDown): DownText {
  return {
    reload: [
      '',
      '',
      '***',
      '*** --- START GRACEFUL SHUTDOWN ---',
      ...stops.map((one) => `Shutting down ${one}`),
      '',
      '',
      '',
      '***',
      '*** --- SHUTDOWN NOW ---',
      'Process shutdown finished',
    ],
    registers: ['', ...(wide ? wideRegisters : narrowRegisters)],
    crashed: [
      '',
      'Begin to dump crashinfo to flash....',
      '',
      'End of console dump.',
      "Do 'show crashinfo' after reboot to retrieve other crash information",
      ...(status ? ['Process shutdown finished'] : []),
    ],
    coreDump: coreDump
      ? ['Writing coredump file to flash. Please do not reload.', 'Core dump in progress...']
      : undefined,
    rebooting: status
      ? { reload: ['Rebooting... (status 0x9)', '..'], crash: ['Rebooting... (status 0x8b)', '..'] }
      : { reload: ['Rebooting.....', ''], crash: ['Rebooting.....', ''] },
  };
}

/** The registers of 32 bits, after which ASA and PIX print the program counters of their callers. */
export const narrowRegisters: readonly string[] = [
  'Thread Name: ci/console (Old pc 0x00219d2b ebp 0x0312c7e4)',
  'Page fault: Address not mapped',
  '    vector 0x0000000e',
  '       edi 0x02f3a1b0',
  '       esi 0x00000000',
  '       ebp 0x0312d8e8',
  '       esp 0x0312d8c4',
  '       ebx 0x00000001',
  '       edx 0x00000074',
  '       ecx 0x01b1fd90',
  '       eax 0x00000000',
  'error code 0x00000006',
  '       eip 0x003f2a6e',
  '        cs 0x00000008',
  '    eflags 0x00013246',
  '       CR2 0x00000000',
  'Stack dump: base:0x0312a0f8 size:16384, active:1412',
  '',
  'Traceback:',
  '0: 0x003f2a6e',
  '1: 0x003f31c0',
  '2: 0x00267b14',
  '3: 0x0021a0c9',
  '4: 0x0011c5d3',
];

/** The registers of 64 bits. */
const wideRegisters: readonly string[] = [
  'Thread Name: ci/console',
  'Page fault: Address not mapped',
  '         r8 0x00000000003a81c4',
  '         r9 0x00007fff9a2c1e40',
  '        r10 0x0000000000000000',
  '        r11 0x0000000000000246',
  '        r12 0x00007fffeb06a9a0',
  '        r13 0x0000000000000001',
  '        r14 0x00007fffeb06ab38',
  '        r15 0x0000000004d1f2a0',
  '        rdi 0x00007fffeb06a9a0',
  '        rsi 0x0000000000000000',
  '        rbp 0x00007fffd68f1c50',
  '        rbx 0x0000000000000002',
  '        rdx 0x0000000000000074',
  '        rax 0x0000000000000000',
  '        rcx 0x0000000000000000',
  '        rsp 0x00007fffd68f1c20',
  '        rip 0x0000000000a41c3e',
  '     eflags 0x0000000000013206',
  '       csgsfs 0x0000000000000033',
  ' error code 0x0000000000000006',
  '     vector 0x000000000000000e',
  '   old mask 0xffffffbeffffffff',
  '        cr2 0x0000000000000000',
  '',
  'Traceback:',
  '0: 0x000000000045a7e2',
  '1: 0x0000000000462f19',
  '2: 0x0000000000a41c3e',
  '3: 0x0000000000a4209b',
  '4: 0x00000000004e77d0',
];
