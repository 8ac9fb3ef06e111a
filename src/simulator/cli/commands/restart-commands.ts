import { reloadCommand } from '../../syslog/unit-messages.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** How long a unit that was told to reload goes on. */
const lastWordsMs = 2;

/** `reload` with its dialogue. */
export function addRestartCommands(set: CommandSet<Shell>): void {
  set.add('reload', (_call, shell) => {
    if (!shell.space.configuration.modified) return proceed(shell);
    shell.ask({
      prompt: shell.system.box.dialect.savePrompt,
      echo: 'plain',
      answer: (text) => {
        if (/^\s*c/i.test(text)) return;
        if (!/^\s*n/i.test(text)) shell.space.configuration.save();
        proceed(shell);
      },
    });
  });
  set.add(['reload noconfirm', 'reload quick noconfirm'], (_call, shell) => reload(shell));
}

function proceed(shell: Shell): void {
  confirm(shell, 'Proceed with reload? [confirm] ', () => reload(shell));
}

/** What is logged leaves the unit before it goes down. */
function reload(shell: Shell): void {
  shell.system.log(reloadCommand(shell.cameBy));
  shell.after(lastWordsMs, () => shell.box.restart('reload'));
}
