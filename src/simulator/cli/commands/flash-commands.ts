import { eventTime } from '../../system/device-time.ts';
import { type FileChange, pathOf } from '../../system/flash-files.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** The commands of the flash file system. What changes files is repeated by the mate, without its questions. */
export function addFlashCommands(set: CommandSet<Shell>): void {
  set.add(['dir', 'dir <word>', 'show flash:', 'show disk0:'], ({ values }, shell) =>
    list(values[0] ?? '', shell),
  );
  set.add('pwd', (_call, shell) => shell.print('disk0:/'));
  set.add('more <word>', ({ values }, shell) => {
    const file = shell.system.box.files.file(values[0] ?? '');
    if (!file?.lines) return complain(shell, 'opening', values[0] ?? '', 'No such file or directory');
    for (const line of file.lines) shell.print(line);
  });
  for (const [word, question] of questions) {
    set.add(`${word} <word>`, ({ values }, shell) => {
      const [typed = ''] = values;
      shell.ask({
        prompt: `${question} [${pathOf(typed)}]? `,
        echo: 'plain',
        answer: (text) => go(word, text.trim() || typed, shell),
      });
    });
    set.add(`${word} /noconfirm <word>`, ({ values }, shell) =>
      make(shell, { change: word, path: values[0] ?? '' }),
    );
  }
  addRename(set);
}

/** The first question of each command. */
const questions = [
  ['delete', 'Delete filename'],
  ['mkdir', 'Create directory filename'],
  ['rmdir', 'Remove directory filename'],
] as const;

function addRename(set: CommandSet<Shell>): void {
  set.add('rename /noconfirm <word> <word>', ({ values }, shell) =>
    make(shell, { change: 'rename', path: values[0] ?? '', to: values[1] ?? '' }),
  );
  set.add('rename <word> <word>', ({ values }, shell) => {
    const [from = '', to = ''] = values;
    shell.ask({
      prompt: `Source filename [${pathOf(from)}]? `,
      echo: 'plain',
      answer: (path) =>
        shell.ask({
          prompt: `Destination filename [${pathOf(to)}]? `,
          echo: 'plain',
          answer: (name) =>
            make(shell, { change: 'rename', path: path.trim() || from, to: name.trim() || to }),
        }),
    });
  });
}

/** What is removed is asked for once more. */
function go(change: 'delete' | 'mkdir' | 'rmdir', path: string, shell: Shell): void {
  if (change === 'mkdir') return make(shell, { change, path });
  confirm(shell, `Delete disk0:/${pathOf(path)}? [confirm]`, () => make(shell, { change, path }));
}

function make(shell: Shell, change: FileChange): void {
  const { system } = shell;
  const refusal = system.box.files.change(change);
  if (refusal !== undefined) return complain(shell, verbs[change.change], change.path, refusal);
  if (change.change === 'mkdir') shell.print(`Created dir disk0:/${pathOf(change.path)}`);
  if (change.change === 'rmdir') shell.print(`Removed dir disk0:/${pathOf(change.path)}`);
  system.process.replicator()?.({ kind: 'file', change });
}

const verbs = {
  delete: 'deleting',
  mkdir: 'Creating dir',
  rmdir: 'Removing dir',
  rename: 'renaming',
} as const;

function complain(shell: Shell, doing: string, path: string, why: string): void {
  shell.print(`%Error ${doing} disk0:/${pathOf(path)} (${why})`);
}

function list(typed: string, shell: Shell): void {
  const { files } = shell.system.box;
  const folder = pathOf(typed);
  if (!files.hasFolder(folder)) return complain(shell, 'opening', typed, 'No such file or directory');
  shell.print('');
  shell.print(`Directory of disk0:/${folder}`);
  shell.print('');
  files.list(folder).forEach((entry, at) => {
    const number = String(at + 10).padEnd(6);
    if (!('bytes' in entry))
      return shell.print(`${number} drwx  0           ${''.padEnd(24)}  ${entry.name}`);
    shell.print(`${number} -rwx  ${String(entry.bytes).padEnd(11)} ${eventTime(entry.at)}  ${entry.name}`);
  });
  shell.print('');
  shell.print(`${files.capacity} bytes total (${files.free} bytes free)`);
}
