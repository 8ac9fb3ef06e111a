import { type MonitorMemory, type MonitorReply, registerText } from './boot-monitor.ts';
import type { UnitPlate } from './unit-plate.ts';

/** The bits of the register that its questions are about, each with the question; the first stands for no flash. */
const questions: readonly (readonly [question: string, bit: number])[] = [
  ['enable boot to ROMMON prompt? y/n [n]:  ', 0],
  ['enable TFTP netboot? y/n [n]:  ', 0x2],
  ['enable Flash boot? y/n [n]:  ', 0x1],
  ['select specific Flash image index? y/n [n]:  ', 0],
  ['disable system configuration? y/n [n]:  ', 0x40],
  ['go to ROMMON prompt if netboot fails? y/n [n]:  ', 0x80],
  ['enable passing NVRAM file specs in auto-boot mode? y/n [n]:  ', 0x10],
  ['disable display of BREAK or ESC key prompt during auto-boot? y/n [n]:  ', 0x20],
];

/** `confreg` with a number sets the register; without one it shows it and asks, bit by bit. */
export function changeRegister(rest: string, _plate: UnitPlate, memory: MonitorMemory): MonitorReply {
  if (rest === '')
    return {
      lines: ['', ...summary(memory.register), ''],
      ask: {
        prompt: 'Do you wish to change this configuration? y/n [n]:  ',
        answer: (text) => (isYes(text) ? askFrom(0, 0, memory) : { lines: [] }),
      },
    };
  const wanted = /^(?:0x)?([0-9a-f]{1,8})$/i.exec(rest);
  if (!wanted) return { lines: [`Invalid or incorrect command: confreg ${rest}. Use 'help' for help.`] };
  return store(Number.parseInt(wanted[1] ?? '', 16), memory);
}

function askFrom(at: number, register: number, memory: MonitorMemory): MonitorReply {
  const [question, bit] = questions[at] ?? [];
  if (question === undefined || bit === undefined) {
    const stored = store(register, memory);
    return { lines: ['', ...summary(register), '', ...stored.lines] };
  }
  const answer = (text: string): MonitorReply =>
    askFrom(at + 1, isYes(text) ? register | bit : register, memory);
  return { lines: [], ask: { prompt: question, answer } };
}

function store(register: number, memory: MonitorMemory): MonitorReply {
  memory.register = register;
  return { lines: ['', `Update Config Register (0x${register.toString(16)}) in NVRAM...`, ''] };
}

function summary(register: number): readonly string[] {
  return [
    `Current Configuration Register: ${registerText(register)}`,
    'Configuration Summary:',
    (register & 0xf) === 0 ? '  boot ROMMON' : '  boot default image from Flash',
    ...((register & 0x40) === 0 ? [] : ['  ignore system configuration']),
  ];
}

function isYes(text: string): boolean {
  return /^\s*y/i.test(text);
}
