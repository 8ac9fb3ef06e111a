import { crashRecord } from '../../show/crash-record.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** The crash that is made on purpose, and what crashes leave behind. */
export function addCrashCommands(set: CommandSet<Shell>): void {
  set.add('crashinfo force page-fault|watchdog', (_call, shell) => {
    shell.print('WARNING: This command will force a crash and cause a');
    confirm(shell, '         reboot. Do you wish to proceed? [confirm]: ', () => shell.box.restart('crash'));
  });
  set.add('crashinfo test', (_call, { system }) => {
    system.box.nonvolatile.crash = crashRecord(system, 'test');
  });
  set.add(['show crashinfo', 'show crashinfo console'], (_call, shell) => {
    const lines = shell.system.box.nonvolatile.crash;
    if (!lines) return shell.print('No crash file found.');
    for (const line of lines) shell.print(line);
  });
  set.add('show crashinfo save', (_call, shell) => {
    const off = shell.system.config.text('crashinfo save disable') !== undefined;
    shell.print(`crashinfo save ${off ? 'disable' : 'enable'}`);
  });
  set.add('clear crashinfo', (_call, { system }) => {
    system.box.nonvolatile.crash = undefined;
  });
}
