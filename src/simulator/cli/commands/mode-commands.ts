import { configLines } from '../../config/config-print.ts';
import { adminUrl, convertToMultiple } from '../../config/convert-to-multiple.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { bytesOf, confirm } from './save-commands.ts';

/** How long flash takes to be written before the unit goes down. */
const writeMs = 120;

/** Between single and multiple context mode. The mode lies in flash; it takes a reboot, and stays on this unit. */
export function addModeCommands(set: CommandSet<Shell>): void {
  set.add('mode multiple', (_call, shell) => change(shell, 'multiple', false));
  set.add('mode multiple noconfirm', (_call, shell) => change(shell, 'multiple', true));
  set.add('mode single', (_call, shell) => change(shell, 'single', false));
  set.add('mode single noconfirm', (_call, shell) => change(shell, 'single', true));
}

function change(shell: Shell, mode: 'single' | 'multiple', silently: boolean): void {
  const { system } = shell;
  const { licence } = system.box;
  if (mode === (system.spaces.multiple ? 'multiple' : 'single'))
    return shell.print(`Security context mode: ${mode} `);
  if (mode === 'multiple' && !(Number(licence['Security Contexts'] ?? 0) > 0))
    return shell.print('ERROR: Security contexts are not licensed on this unit');
  shell.print('WARNING: This command will change the behavior of the device');
  shell.print('WARNING: This command will initiate a Reboot');
  const convert = (): void => {
    writeConverted(shell);
    restartAs(shell, mode);
  };
  const go = (): void => {
    if (mode === 'single') restartAs(shell, mode);
    else if (silently) convert();
    else
      shell.ask({
        prompt: 'Convert the system configuration? [confirm]',
        echo: 'plain',
        answer: (text) => (/^\s*(y.*)?$/i.test(text) ? convert() : restartAs(shell, mode)),
      });
  };
  if (silently) go();
  else confirm(shell, 'Proceed with change mode? [confirm]', go);
}

/** The running configuration as it was, the admin context, and the system execution space. */
function writeConverted({ system, box }: Shell): void {
  const put = (path: string, lines: readonly string[]): void => {
    system.box.files.put(path, { lines, bytes: bytesOf(lines), at: system.deviceTime });
  };
  const converted = convertToMultiple(system.config);
  put('old_running.cfg', configLines(system.config, 'plain'));
  put(adminUrl, converted.admin);
  box.storeStartup(converted.system);
}

function restartAs(shell: Shell, mode: 'single' | 'multiple'): void {
  if (mode === 'multiple') for (const line of written) shell.print(line);
  shell.print(`Security context mode: ${mode} `);
  shell.after(writeMs, () => {
    shell.system.box.nonvolatile.contextMode = mode;
    shell.box.restart('reload');
  });
}

const written = [
  '!',
  'The old running configuration file will be written to flash',
  '',
  'The admin context configuration will be written to flash',
  '',
  'The new running configuration file was written to flash',
];
