import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** `reload` with its dialogue, and the crash that is made on purpose. */
export function addRestartCommands(set: CommandSet<Shell>): void {
  set.add('reload', (_call, shell) => {
    if (!shell.system.modified) return proceed(shell);
    shell.ask({
      prompt: 'System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:  ',
      echo: 'plain',
      answer: (text) => {
        if (/^\s*c/i.test(text)) return;
        if (!/^\s*n/i.test(text)) shell.system.save();
        proceed(shell);
      },
    });
  });
  set.add(['reload noconfirm', 'reload quick noconfirm'], (_call, shell) => shell.box.restart('reload'));
  set.add('crashinfo force page-fault|watchdog', (_call, shell) => {
    shell.print('WARNING: This command will force a crash and cause a');
    confirm(shell, '         reboot. Do you wish to proceed? [confirm]: ', () => shell.box.restart('crash'));
  });
}

function proceed(shell: Shell): void {
  confirm(shell, 'Proceed with reload? [confirm] ', () => shell.box.restart('reload'));
}
