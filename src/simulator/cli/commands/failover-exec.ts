import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** The failover commands that do something at once and change no configuration. */
export function addFailoverExec(set: CommandSet<Shell>): void {
  set.add('failover active', (_call, shell) => tell(shell, shell.system.process.commands.becomeActive()));
  set.add('no failover active', (_call, shell) => tell(shell, shell.system.process.commands.becomeStandby()));
  set.add('failover reset', (_call, shell) => shell.system.process.commands.reset());
}

function tell(shell: Shell, refusal: string | undefined): void {
  if (refusal !== undefined) shell.print(`ERROR: Command is refused: ${refusal}`);
}
