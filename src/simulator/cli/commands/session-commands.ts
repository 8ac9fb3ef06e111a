import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { warnOnStandby } from '../standby-warning.ts';

/** The ways between modes, and the settings of a session. */
export function addSessionCommands(set: CommandSet<Shell>): void {
  set.add(['configure', 'configure terminal'], (_call, shell) => {
    shell.mode = 'config';
    warnOnStandby(shell);
  });
  set.add('enable', () => undefined);
  set.add('disable', (_call, shell) => leaveTo(shell, 'user'));
  set.add('end', (_call, shell) => leaveTo(shell, 'enable'));
  set.add('exit|quit', (_call, shell) => {
    if (shell.section !== undefined) shell.section = undefined;
    else if (shell.mode === 'config') shell.mode = 'enable';
    else shell.logout();
  });
  set.add('logout', (_call, shell) => shell.logout());
  set.add(['terminal pager <0-2147483647>', 'terminal pager lines <0-2147483647>'], ({ values }, shell) => {
    shell.pageLength = Number(values[0]);
  });
  set.add(['terminal no pager', 'no terminal pager'], (_call, shell) => (shell.pageLength = 0));
  set.add(['terminal monitor', 'terminal no monitor'], () => undefined);
  set.add('clear logging buffer', (_call, { space }) => space.logger.clear());
  set.add('help', (_call, shell) => shell.print("Type '?' for a list of available commands."));
}

function leaveTo(shell: Shell, mode: 'user' | 'enable'): void {
  shell.section = undefined;
  shell.mode = mode;
}
