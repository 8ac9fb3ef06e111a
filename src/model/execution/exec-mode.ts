import type { Requirement, UnitName } from '../../pair/index.ts';
import { remoteCommands } from '../requirement/remote-command.ts';

/** The command mode in which commands sent to each unit are executed; that of the session is another one. */
export type ExecModes = Readonly<Record<UnitName, ExecMode>>;

/** As `show failover exec` names it. */
export type ExecMode = 'config' | `${string} sub-command`;

/** In what they begin, on each unit. */
export const firstExecModes: ExecModes = { primary: 'config', secondary: 'config' };

/** Words that enter a mode of their own, and how that is called. The guide names the first alone. */
const enters: readonly (readonly [RegExp, ExecMode])[] = [
  [/^interface\b/, 'interface sub-command'],
  [/^router\b/, 'router sub-command'],
  [/^failover group\b/, 'failover group sub-command'],
];

/** Words that go back to global configuration mode. */
const leaves = /^(exit|end|configure terminal)\b/;

/** The modes after this line was executed on the unit by `failover exec`; those of its mate are as they were. */
export function execModesAfter(modes: ExecModes, unit: UnitName, line: string): ExecModes {
  const plain = line.trim().toLowerCase();
  const entered = enters.find(([words]) => words.test(plain))?.[1];
  const next = leaves.test(plain) ? 'config' : (entered ?? modes[unit]);
  return { ...modes, [unit]: next };
}

/** What `show failover exec` prints for a unit, which it names by its state. */
export const execModeShown = (state: 'active' | 'standby', mode: ExecMode): string =>
  `${state === 'active' ? 'Active' : 'Standby'} unit Failover EXEC is at ${mode} mode`;

/** What is said of these modes. */
export const execModesSay: readonly Requirement[] = [
  remoteCommands.prompt,
  remoteCommands.ownMode,
  remoteCommands.startsGlobal,
  remoteCommands.modeChanges,
  remoteCommands.perUnit,
  remoteCommands.shown,
];
