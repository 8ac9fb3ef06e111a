import {
  type BootMonitor,
  commandMeant,
  type MonitorCommand,
  type MonitorMemory,
  type MonitorReply,
} from './boot-monitor.ts';
import { changeRegister } from './configuration-register.ts';

/** A setting of ROMMON: what it is before anybody sets it, and what `help` says of it. */
type Setting = readonly [name: string, before: string, help: string];

const settings: readonly Setting[] = [
  ['ADDRESS', '0.0.0.0', '<addr>  local IP address'],
  ['CONFIG', '', '<name>  config file path/name'],
  ['GATEWAY', '0.0.0.0', '<addr>  gateway IP address'],
  ['IMAGE', '', '<name>  image file path/name'],
  ['LINKTIMEOUT', '20', '<num>   Link UP timeout (seconds)'],
  ['PKTTIMEOUT', '4', '<num>   packet timeout (seconds)'],
  ['PORT', 'Management0/0', '<name>  ethernet interface port'],
  ['RETRY', '20', '<num>   Packet Retry Count (Ping/TFTP)'],
  ['SERVER', '0.0.0.0', '<addr>  server IP address'],
  ['VLAN', 'untagged', '<num>   enable/disable DOT1Q tagging on the selected port'],
];

const silent: MonitorReply = { lines: [] };
const boots = (): MonitorReply => ({ lines: [], boots: true });

const commands: readonly MonitorCommand[] = [
  { name: '?', help: 'valid command list', run: () => ({ lines: helpLines() }) },
  sets('address', 'ADDRESS', '<addr>  local IP address'),
  { name: 'boot', help: '<args>  boot an image', run: boots },
  { name: 'confreg', help: '<value> set hex configuration register', run: changeRegister },
  {
    name: 'dev',
    help: 'display list of interface devices',
    run: (_rest, { cards }) => ({ lines: cards.map(({ name, burnedIn }) => `${name}  MAC: ${burnedIn}`) }),
  },
  sets('file', 'IMAGE', '<name>  application image file path/name'),
  sets('gateway', 'GATEWAY', '<addr>  gateway IP address'),
  { name: 'help', help: 'valid command list', run: () => ({ lines: helpLines() }) },
  sets('interface', 'PORT', '<name>  ethernet interface port'),
  { name: 'ping', help: '<addr>  send ICMP echo', run: (rest, _plate, memory) => ping(rest, memory) },
  { name: 'reboot', help: 'halt and reboot system', run: boots },
  { name: 'reload', help: 'halt and reboot system', run: boots },
  { name: 'reset', help: 'halt and reboot system', run: boots },
  sets('server', 'SERVER', '<addr>  server IP address'),
  {
    name: 'set',
    help: 'display all variable settings',
    run: (_rest, _plate, memory) => ({ lines: settingLines(memory) }),
  },
  {
    name: 'sync',
    help: 'save variable settings in NVRAM',
    run: () => ({ lines: ['', 'Updating NVRAM Parameters...', ''] }),
  },
  { name: 'tftpdnld', help: 'TFTP download', run: (_rest, _plate, memory) => download(memory) },
  sets('timeout', 'PKTTIMEOUT', '<num>   packet timeout (seconds)'),
  {
    name: 'unset',
    help: '<varname> unset a variable name',
    run: (rest, _plate, memory) => {
      memory.settings.delete(rest.toUpperCase());
      return silent;
    },
  },
];

/** The ROMMON of an ASA: `help`, `set`, `boot`, `confreg` and the settings of a boot over the network. */
export const rommon: BootMonitor = {
  run: (line, plate, memory) => {
    const assigned = /^(\w+)\s*=\s*(.*)$/.exec(line.trim());
    const name = assigned?.[1]?.toUpperCase();
    if (name !== undefined && settings.some(([known]) => known === name)) {
      memory.settings.set(name, assigned?.[2] ?? '');
      return silent;
    }
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const command = assigned ? undefined : commandMeant(commands, word);
    if (!command) return { lines: [`Invalid or incorrect command: ${line.trim()}. Use 'help' for help.`] };
    return command.run(rest.join(' '), plate, memory);
  },
};

function sets(name: string, setting: string, help: string): MonitorCommand {
  return {
    name,
    help,
    run: (rest, _plate, memory) => {
      memory.settings.set(setting, rest);
      return silent;
    },
  };
}

function valueOf(wanted: string, memory: MonitorMemory): string {
  return memory.settings.get(wanted) ?? settings.find(([name]) => name === wanted)?.[1] ?? '';
}

function settingLines(memory: MonitorMemory): readonly string[] {
  const rows = settings.map(([name]) => `  ${name}=${valueOf(name, memory)}`);
  return ['ROMMON Variable Settings:', ...rows, ''];
}

/** Nothing answers a boot monitor on a simulated network; it says so as it does on a real one without a server. */
function download(memory: MonitorMemory): MonitorReply {
  const image = valueOf('IMAGE', memory);
  if (image === '') return { lines: ['ERROR: IMAGE is not set', ''] };
  return {
    lines: [
      ...settingLines(memory),
      `tftp ${image}@${valueOf('SERVER', memory)} via ${valueOf('GATEWAY', memory)}`,
      `TFTP failure: Packet verify failed after ${valueOf('RETRY', memory)} retries`,
      '',
    ],
  };
}

function ping(rest: string, memory: MonitorMemory): MonitorReply {
  const to = rest === '' ? valueOf('SERVER', memory) : rest;
  return {
    lines: [
      `Sending 20, 100-byte ICMP Echoes to ${to}, timeout is 4 seconds:`,
      '.'.repeat(20),
      'Success rate is 0 percent (0/20)',
    ],
  };
}

function helpLines(): readonly string[] {
  return [
    '',
    'Variables: Use "sync" to store in NVRAM',
    ...settings.map(([name, , help]) => `${`${name}=`.padEnd(13)}${help}`),
    '',
    'Commands:',
    ...commands.map(({ name, help }) => `${name.padEnd(21)}${help}`),
    '',
  ];
}
