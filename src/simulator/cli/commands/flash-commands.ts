import { showFlash } from '../../show/flash.ts';
import { eventTime } from '../../ground/device-time.ts';
import { pathOf } from '../../box/flash-files.ts';
import type { FileChange } from '../../message/file-change.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** The commands of the flash file system. What changes files is repeated by the mate, without its questions. */
export function addFlashCommands(set: CommandSet<Shell>): void {
  set.add(['dir', 'dir <word>'], ({ values }, shell) => list(values[0] ?? '', shell));
  set.add(['show flash', 'show flash:', 'show disk0:', 'show disk0'], (_call, shell) => {
    for (const line of showFlash(shell.system)) shell.print(line);
  });
  set.add('pwd', (_call, shell) => shell.print(placeOf('', shell)));
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
  confirm(shell, `Delete ${placeOf(path, shell)}? [confirm]`, () => make(shell, { change, path }));
}

function make(shell: Shell, change: FileChange): void {
  const { system } = shell;
  const refusal = system.box.files.change(change);
  if (refusal !== undefined) return complain(shell, verbs[change.change], change.path, refusal);
  if (change.change === 'mkdir') shell.print(`Created dir ${placeOf(change.path, shell)}`);
  if (change.change === 'rmdir') shell.print(`Removed dir ${placeOf(change.path, shell)}`);
  system.process.replicator()?.({ kind: 'file', change });
}

const verbs = {
  delete: 'deleting',
  mkdir: 'Creating dir',
  rmdir: 'Removing dir',
  rename: 'renaming',
} as const;

function complain(shell: Shell, doing: string, path: string, why: string): void {
  shell.print(`%Error ${doing} ${placeOf(path, shell)} (${why})`);
}

function list(typed: string, shell: Shell): void {
  const { files } = shell.system.box;
  const folder = pathOf(typed);
  if (!files.hasFolder(folder)) return complain(shell, 'opening', typed, 'No such file or directory');
  shell.print('');
  shell.print(`Directory of ${placeOf(folder, shell)}`);
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

/** `disk0:/backup/old.cfg`, or `flash:/backup/old.cfg` on a PIX. */
function placeOf(path: string, { system }: Shell): string {
  return `${system.box.dialect.flash}/${pathOf(path)}`;
}
