import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** The service card in slot 1, which is told what to do over the backplane. */
export function addModuleCommands(set: CommandSet<Shell>): void {
  const command = 'hw-module module 1';
  set.add(`${command} shutdown`, (_call, shell) =>
    confirm(shell, 'Shutdown module in slot 1? [confirm]', () => shutDown(shell)),
  );
  set.add(`${command} shutdown noconfirm`, (_call, shell) => shutDown(shell));
  for (const word of ['reset', 'reload']) {
    const title = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
    const start = (shell: Shell): void => {
      const { module } = shell.system.box;
      if (!module) return missing(shell);
      module.reset(shell.system.clock);
      shell.print(`${title} issued for module in slot 1`);
    };
    set.add(`${command} ${word}`, (_call, shell) =>
      confirm(shell, `${title} module in slot 1? [confirm]`, () => start(shell)),
    );
    set.add(`${command} ${word} noconfirm`, (_call, shell) => start(shell));
  }
}

function shutDown(shell: Shell): void {
  const { module } = shell.system.box;
  if (!module) return missing(shell);
  module.shutDown();
  shell.print('Shutdown issued for module in slot 1');
}

function missing(shell: Shell): void {
  shell.print('ERROR: % Module 1 is not present');
}
