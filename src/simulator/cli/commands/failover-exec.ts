import type { GroupId } from '../../../pair/index.ts';
import type { FailoverCommands } from '../../failover/commands.ts';
import type { ExecuteOn } from '../../failover/remote-execution.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** What is done at once, to all failover groups or, in Active/Active, to one. */
const actions: readonly (readonly [
  string,
  (commands: FailoverCommands, group?: GroupId) => string | undefined,
])[] = [
  ['failover active', (commands, group) => commands.becomeActive(group)],
  ['no failover active', (commands, group) => commands.becomeStandby(group)],
  ['failover reset', (commands, group) => commands.reset(group)],
];

/** The failover commands that do something at once and change no configuration. */
export function addFailoverExec(set: CommandSet<Shell>): void {
  for (const [words, act] of actions) {
    set.add(words, (_call, shell) => inSystem(shell, (commands) => act(commands)));
    set.add(`${words} group <1-2>`, ({ values }, shell) =>
      inSystem(shell, (commands) => act(commands, values[0] === '2' ? 2 : 1)),
    );
  }
  set.add('failover reload-standby', (_call, shell) =>
    inSystem(shell, (commands) => commands.reloadStandby()),
  );
  for (const on of ['active', 'standby', 'mate'] as const) {
    set.add(`failover exec ${on} <line>`, ({ values }, shell) => executeOn(on, values[0] ?? '', shell));
    set.add(`show failover exec ${on}`, (_call, shell) => showMode(on, shell));
  }
}

/** These commands belong to the system execution space («Forcing Failover»). */
function inSystem(shell: Shell, act: (commands: FailoverCommands) => string | undefined): void {
  if (shell.space.name === undefined) return tell(shell, act(shell.system.process.commands));
  shell.print('ERROR: Command is not valid in the current execution space');
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
  const where = process.remote.where(on, shell.space.group);
  const section = shell.execSections[where];
  const { username, space } = shell;
  const request = { line, section, context: space.name, configuring: shell.mode === 'config', username };
  const goOn = shell.hold();
  process.remote.execute(where, request, (executed) =>
    goOn(() => {
      if ('refused' in executed) return tell(shell, executed.refused);
      shell.execSections[where] = executed.section;
      for (const text of executed.lines) shell.print(text);
    }),
  );
}

/** «Changing Command Modes»: the sentences of its sample output. */
function showMode(on: ExecuteOn, shell: Shell): void {
  const { group } = shell.space;
  const { process } = shell.system;
  const where = process.remote.where(on, group);
  const unit = (where === 'own') === process.group(group).own.active ? 'Active' : 'Standby';
  const kind = shell.execSections[where]?.split(' ')[0];
  shell.print(
    `${unit} unit Failover EXEC is at ${kind === undefined ? 'config' : `${kind} sub-command`} mode`,
  );
}
