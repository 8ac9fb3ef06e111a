import type { ExecuteOn } from '../../failover/remote-execution.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** The failover commands that do something at once and change no configuration. */
export function addFailoverExec(set: CommandSet<Shell>): void {
  set.add('failover active', (_call, shell) => tell(shell, shell.system.process.commands.becomeActive()));
  set.add('no failover active', (_call, shell) => tell(shell, shell.system.process.commands.becomeStandby()));
  set.add('failover reset', (_call, shell) => shell.system.process.commands.reset());
  set.add('failover reload-standby', (_call, shell) =>
    tell(shell, shell.system.process.commands.reloadStandby()),
  );
  for (const on of ['active', 'standby', 'mate'] as const) {
    set.add(`failover exec ${on} <line>`, ({ values }, shell) => executeOn(on, values[0] ?? '', shell));
    set.add(`show failover exec ${on}`, (_call, shell) => showMode(on, shell));
  }
}

function tell(shell: Shell, refusal: string | undefined): void {
  if (refusal !== undefined) shell.print(`ERROR: Command is refused: ${refusal}`);
}

/** What cannot be sent («Limitations of Remote Command Execution»), as far as it may be abbreviated. */
const neverSent: readonly (readonly [string, RegExp])[] = [
  ['changeto', /^cha\w*\b/i],
  ['debug', /^(no\s+)?(un)?deb\w*\b/i],
  ['undebug', /^und\w*\b/i],
  ['failover exec', /^fa\w*\s+ex\w*\b/i],
];

function executeOn(on: ExecuteOn, line: string, shell: Shell): void {
  const { process } = shell.system;
  const forbidden = neverSent.find(([, pattern]) => pattern.test(line));
  if (forbidden) return tell(shell, `failover exec cannot be used with ${forbidden[0]}`);
  if (process.state === 'disabled') return tell(shell, 'failover is off');
  const where = process.remote.where(on);
  const section = shell.execSections[where];
  const request = { line, section, configuring: shell.mode === 'config', username: shell.username };
  const goOn = shell.hold();
  process.remote.execute(on, request, (executed) =>
    goOn(() => {
      if ('refused' in executed) return tell(shell, executed.refused);
      shell.execSections[where] = executed.section;
      for (const text of executed.lines) shell.print(text);
    }),
  );
}

/** «Changing Command Modes»: the sentences of its sample output. */
function showMode(on: ExecuteOn, shell: Shell): void {
  const { remote, own } = shell.system.process;
  const where = remote.where(on);
  const unit = (where === 'own') === own.active ? 'Active' : 'Standby';
  const kind = shell.execSections[where]?.split(' ')[0];
  shell.print(
    `${unit} unit Failover EXEC is at ${kind === undefined ? 'config' : `${kind} sub-command`} mode`,
  );
}
