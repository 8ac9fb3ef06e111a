import type { Requirement } from '../../pair/index.ts';
import { replicatedCommands } from '../requirement/replicated-command.ts';
import { replication } from '../requirement/replication.ts';

/** Whether a command reaches the mate; `open` where neither column of the table has it. */
export interface Replicated {
  readonly replicated: 'yes' | 'no' | 'open';
  readonly requirements: readonly Requirement[];
}

/** One row of Tables 13-1 and 13-3: the words that a command begins with, and its column. */
interface CommandRow {
  readonly words: string;
  readonly replicated: 'yes' | 'no';
  readonly requirement: Requirement;
  /** The row is not in Table 13-3. */
  readonly onlyActiveStandby?: true;
}

const { notCopy, notWrite, notCaServer, notShow, notLanUnit, notMode, notPager, files } = replicatedCommands;

/** Longer beginnings stand before shorter ones; all other configuration commands are replicated. */
export const commandRows: readonly CommandRow[] = [
  { words: 'copy running-config startup-config', replicated: 'yes', requirement: replication.savedOnBoth },
  { words: 'copy', replicated: 'no', requirement: notCopy },
  { words: 'write memory', replicated: 'yes', requirement: replication.savedOnBoth },
  { words: 'write', replicated: 'no', requirement: notWrite },
  { words: 'delete', replicated: 'yes', requirement: files },
  { words: 'mkdir', replicated: 'yes', requirement: files },
  { words: 'rename', replicated: 'yes', requirement: files },
  { words: 'rmdir', replicated: 'yes', requirement: files },
  { words: 'crypto ca server', replicated: 'no', requirement: notCaServer, onlyActiveStandby: true },
  { words: 'debug', replicated: 'no', requirement: notShow },
  { words: 'failover lan unit', replicated: 'no', requirement: notLanUnit },
  { words: 'firewall', replicated: 'no', requirement: notMode },
  { words: 'mode', replicated: 'no', requirement: notMode },
  { words: 'show', replicated: 'no', requirement: notShow },
  { words: 'terminal pager', replicated: 'no', requirement: notPager, onlyActiveStandby: true },
  { words: 'pager', replicated: 'no', requirement: notPager, onlyActiveStandby: true },
];

/** What was entered: the line, in which mode of the command line, on a pair of which kind. */
export interface Entered {
  readonly line: string;
  readonly in: 'exec' | 'configuration' | 'crypto-ca-server';
  readonly pair: 'active-standby' | 'active-active';
}

/**
 * Whether a command entered on the right unit is replicated to its mate. Words may be shortened as on the command
 * line; a row that only Table 13-1 has leaves it open for Active/Active failover.
 */
export function replicated({ line, in: mode, pair }: Entered): Replicated {
  if (mode === 'crypto-ca-server') return verdictOf(rowNamed('crypto ca server'), pair);
  const typed = line.trim().toLowerCase().split(/\s+/);
  const words = typed.filter((word) => !word.startsWith('/'));
  const plain = words[0] === 'no' || words[0] === 'clear' ? words.slice(1) : words;
  const row = commandRows.find((each) => begins(plain, each.words.split(' ')));
  if (row) return verdictOf(row, pair);
  return mode === 'configuration'
    ? { replicated: 'yes', requirements: [replicatedCommands.configuration, replication.asEntered] }
    : { replicated: 'open', requirements: [] };
}

const rowNamed = (words: string): CommandRow | undefined => commandRows.find((each) => each.words === words);

function verdictOf(row: CommandRow | undefined, pair: Entered['pair']): Replicated {
  if (!row) return { replicated: 'open', requirements: [] };
  const isOpen = row.onlyActiveStandby && pair === 'active-active';
  return { replicated: isOpen ? 'open' : row.replicated, requirements: [row.requirement] };
}

/** `wr` is not read as `write` here, nor `sh` as `show`: two letters can begin several commands. */
const leastLetters = 3;

/** True if each word of the row is there, at least its first three letters. */
const begins = (typed: readonly string[], row: readonly string[]): boolean =>
  row.every((word, at) => {
    const said = typed[at] ?? '';
    return said === word || (said.length >= leastLetters && word.startsWith(said));
  });
