import {
  type BootMonitor,
  commandMeant,
  type MonitorCommand,
  type MonitorMemory,
  type MonitorReply,
} from './boot-monitor.ts';
import type { UnitPlate } from './unit-plate.ts';

const commands: readonly MonitorCommand[] = [
  { name: '?', help: 'this help message', run: () => ({ lines: helpLines() }) },
  addressCommand('address', 'set IP address', 'address'),
  setting('file', 'specify boot file name', (value) => [`file ${value}`]),
  addressCommand('gateway', 'set IP gateway', 'gateway'),
  { name: 'help', help: 'this help message', run: () => ({ lines: helpLines() }) },
  { name: 'interface', help: 'select TFTP interface', run: selectInterface },
  { name: 'ping', help: 'send ICMP echo', run: (rest) => ping(rest) },
  {
    name: 'reload',
    help: 'halt and reload system',
    run: () => ({ lines: ['', 'Rebooting..'], boots: true }),
  },
  addressCommand('server', 'set server IP address', 'server'),
  { name: 'tftp', help: 'TFTP download', run: (_rest, _plate, memory) => ({ lines: download(memory) }) },
  setting('timeout', 'TFTP timeout', (value) => [`timeout ${value}`]),
  setting('trace', 'toggle packet tracing', () => []),
];

/** The monitor of a PIX; what `interface` and `file` answer is that of a captured PIX-515. */
export const pixMonitor: BootMonitor = {
  run: (line, plate, memory) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const command = commandMeant(commands, word);
    if (!command) return { lines: [`Invalid or incorrect command.  Use 'help' for help.`] };
    return command.run(rest.join(' '), plate, memory);
  },
};

function setting(name: string, help: string, answer: (value: string) => readonly string[]): MonitorCommand {
  return {
    name,
    help: `${name === 'trace' ? '' : '[value] '}${help}`,
    run: (rest, _plate, memory) => {
      memory.settings.set(name, rest);
      return { lines: answer(rest) };
    },
  };
}

function addressCommand(name: string, help: string, shown: string): MonitorCommand {
  return {
    name,
    help: `[addr] ${help}`,
    run: (rest, _plate, memory) => {
      if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(rest)) return { lines: [`Invalid IP address: ${rest}`] };
      memory.settings.set(name, rest);
      return { lines: [`${shown} ${rest}`] };
    },
  };
}

function selectInterface(rest: string, { cards }: UnitPlate, memory: MonitorMemory): MonitorReply {
  const number = rest === '' ? 0 : Number(rest);
  const card = cards[number];
  if (!card) return { lines: [`Invalid interface: ${rest}`] };
  memory.settings.set('interface', String(number));
  const found = cards.map(
    (_card, at) => `${at}: i8255X @ PCI(bus:0 dev:${13 + at} irq:${at % 2 === 0 ? 11 : 10})`,
  );
  const irq = number % 2 === 0 ? 11 : 10;
  return {
    lines: [
      ...found.flatMap((one) => [one, '']),
      `Using ${number}: i82559 @ PCI(bus:0 dev:${13 + number} irq:${irq}), MAC: ${card.burnedIn}`,
    ],
  };
}

/** Nothing answers a boot monitor on a simulated network; it says so as it does on a real one without a server. */
function download({ settings }: MonitorMemory): readonly string[] {
  const missing = ['address', 'server', 'file'].filter((name) => !settings.has(name));
  if (missing.length > 0) return [`No ${missing.join(', ')} set`];
  const [file, server] = [settings.get('file') ?? '', settings.get('server') ?? ''];
  const via = settings.get('gateway');
  return [
    `tftp ${file}@${server}${via === undefined ? '' : ` via ${via}`}`,
    '.'.repeat(20),
    'TFTP failure: Timed out',
  ];
}

function ping(rest: string): MonitorReply {
  return {
    lines: [
      `Sending 5, 100-byte 0x5b8d ICMP Echoes to ${rest}, timeout is 4 seconds:`,
      '.....',
      'Success rate is 0 percent (0/5)',
    ],
  };
}

function helpLines(): readonly string[] {
  return commands.map(({ name, help }) => `${name.padEnd(20)}${help}`);
}
