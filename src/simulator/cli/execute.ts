import { CommandSet, type Understood } from './command-set.ts';
import type { SpaceKind } from '../config/space-kind.ts';
import { addAutoUpdateCommands } from './commands/auto-update-commands.ts';
import { addContextMoves } from './commands/context-commands.ts';
import { addCopyCommands } from './commands/copy-commands.ts';
import { addCrashCommands } from './commands/crash-commands.ts';
import { addDebugCommands } from './commands/debug-commands.ts';
import { addEnableCommands } from './commands/enable-commands.ts';
import { addFailoverExec } from './commands/failover-exec.ts';
import { addFlashCommands } from './commands/flash-commands.ts';
import { addModeCommands } from './commands/mode-commands.ts';
import { addModuleCommands } from './commands/module-commands.ts';
import { addPingCommand } from './commands/ping-command.ts';
import { addRestartCommands } from './commands/restart-commands.ts';
import { addSaveCommands } from './commands/save-commands.ts';
import { addSessionCommands } from './commands/session-commands.ts';
import { addShowCommands } from './commands/show-commands.ts';
import { addStateCommands } from './commands/state-commands.ts';
import { addVisitorCommands } from './commands/visitor-commands.ts';
import { addUnitShowCommands } from './commands/unit-show-commands.ts';
import { configure, type Configured, nextInConfig, vocabularyOf } from './configure.ts';
import { executed } from '../syslog/unit-messages.ts';
import type { Shell } from './shell.ts';
import { warnOnStandby } from './standby-warning.ts';

const userCommands = new CommandSet<Shell>();
addEnableCommands(userCommands);
addShowCommands(userCommands, false);

/** The privileged commands of one kind of execution space. */
function privileged(kind: SpaceKind): CommandSet<Shell> {
  const set = new CommandSet<Shell>();
  addSessionCommands(set);
  addShowCommands(set, true);
  addUnitShowCommands(set);
  addSaveCommands(set, kind);
  addCopyCommands(set);
  addDebugCommands(set);
  addFailoverExec(set);
  addVisitorCommands(set);
  addPingCommand(set);
  if (kind !== 'system') addStateCommands(set);
  if (kind !== 'single') addContextMoves(set);
  if (kind === 'context') return set;
  addFlashCommands(set);
  addAutoUpdateCommands(set);
  addRestartCommands(set);
  addCrashCommands(set);
  addModuleCommands(set);
  return set;
}

const privilegedCommands: Readonly<Record<SpaceKind, CommandSet<Shell>>> = {
  single: privileged('single'),
  system: privileged('system'),
  context: privileged('context'),
};

/** Commands of configuration mode that ask before they do something. */
const modeCommands = new CommandSet<Shell>();
addModeCommands(modeCommands);

function commandsOf({ mode, space }: Shell): CommandSet<Shell> {
  return mode === 'user' ? userCommands : privilegedCommands[space.config.kind];
}

type Trouble = {
  readonly kind: 'invalid' | 'ambiguous' | 'incomplete';
  readonly at: number;
  readonly words: number;
};

/** Carries out one command line. `column` is where it stands on the screen, for the marker below an error. */
export function execute(shell: Shell, typed: string, column: number): void {
  const line = shell.system.box.traits.understands(typed);
  if (line === undefined) return;
  const configured = shell.mode === 'config' ? configureFrom(shell, line) : undefined;
  if (configured?.done) return;
  const changesMode = shell.mode === 'config' && shell.space.config.kind !== 'context';
  const mode = changesMode ? modeCommands.understand(line, vocabularyOf(shell)) : undefined;
  if (mode?.kind === 'command') return mode.run(mode.call, shell);
  const understood = commandsOf(shell).understand(line, vocabularyOf(shell));
  if (understood.kind === 'command') {
    if (shell.mode === 'config' && !isQuiet(understood.call.line)) warnOnStandby(shell);
    return understood.run(understood.call, shell);
  }
  complain(shell, line, column, worse(troubleOf(understood), configured?.trouble));
}

/** What could follow a line, for `?` and Tab. */
export function nextWords(shell: Shell, line: string): readonly string[] {
  const own = commandsOf(shell).next(line, vocabularyOf(shell));
  if (shell.mode !== 'config') return own.toSorted();
  return [...new Set([...nextInConfig(shell, shell.section, line), ...own])].toSorted();
}

/** A configuration command of somebody's: on the active unit it also goes to the mate. */
function configureFrom(shell: Shell, line: string): Configured {
  const replicate = shell.system.process.replicator(shell.space.group);
  const configured = configure(shell, 'typed', shell.section, line);
  if (!configured.done) return configured;
  shell.section = configured.section;
  for (const text of configured.printed) shell.print(text);
  if (configured.done === 'carried-out') {
    warnOnStandby(shell);
    shell.space.log(executed(shell.username, line.trim()));
  }
  if (configured.replicate)
    replicate?.({ kind: 'command', context: shell.space.name, ...configured.replicate });
  return configured;
}

/** What may be typed in configuration mode of a standby unit without its warning («Command Replication», note). */
function isQuiet(line: string): boolean {
  const harmless = [
    'show',
    'exit',
    'quit',
    'end',
    'logout',
    'help',
    'enable',
    'disable',
    'configure',
    'more',
    'dir',
  ];
  return harmless.includes(line.split(' ')[0] ?? '') || line.startsWith('failover exec');
}

function troubleOf(understood: Exclude<Understood<Shell>, { readonly kind: 'command' }>): Trouble {
  if (understood.kind === 'invalid') return understood;
  return { kind: understood.kind, at: 0, words: Number.POSITIVE_INFINITY };
}

/** Of two readings of a line, the complaint of the one that understood more of it. */
function worse(one: Trouble, other: Trouble | undefined): Trouble {
  return other && other.words >= one.words ? other : one;
}

function complain(shell: Shell, line: string, column: number, trouble: Trouble): void {
  if (trouble.kind === 'ambiguous') return shell.print(`ERROR: % Ambiguous command:  "${line.trim()}"`);
  if (trouble.kind === 'incomplete') return shell.print('ERROR: % Incomplete command');
  shell.print(`${' '.repeat(column + trouble.at)}^`);
  shell.print("ERROR: % Invalid input detected at '^' marker.");
}
