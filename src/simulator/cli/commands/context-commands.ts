import { showContext, showContextCount, showContextDetail } from '../../show/context.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** Moving between execution spaces, and looking at the contexts, in multiple context mode. */
export function addContextMoves(set: CommandSet<Shell>): void {
  set.add('changeto system', (_call, shell) => changeTo(shell, undefined));
  set.add('changeto context <word>', ({ values }, shell) => changeTo(shell, values[0] ?? ''));
  for (const [words, lines] of [
    ['show context', showContext],
    ['show context detail', showContextDetail],
    ['show context count', showContextCount],
  ] as const) {
    set.add(words, (_call, shell) => {
      for (const line of lines(shell.system, shell.space)) shell.print(line);
    });
  }
  set.add('show context <word>', ({ values }, shell) => {
    const shown = showContext(shell.system, shell.space, values[0]);
    if (shown.length < 2) return shell.print(`ERROR: Context ${values[0] ?? ''} does not exist`);
    for (const line of shown) shell.print(line);
  });
}

/** Only who came in by the system or by the admin context may go elsewhere. */
function changeTo(shell: Shell, name: string | undefined): void {
  const { spaces } = shell.system;
  if (spaces.find(shell.home) !== spaces.system && spaces.find(shell.home) !== spaces.admin)
    return shell.print('Command not valid in current execution space');
  const target = spaces.find(name);
  if (!target) {
    const isNamed = spaces.settings.some((one) => one.name === name);
    return shell.print(
      isNamed
        ? `ERROR: Context ${name ?? ''} has not been initialized`
        : `ERROR: Context ${name ?? ''} does not exist`,
    );
  }
  shell.space = target;
  shell.section = undefined;
}
