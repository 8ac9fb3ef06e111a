import { configLines } from '../../config/config-print.ts';
import { groupedChecksum } from '../../config/checksum.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { pathOf } from '../../box/flash-files.ts';
import { bytesOf, startupOf, store } from './save-commands.ts';

/** A server that does not answer is given up after so long. */
const unreachableMs = 3000;

/**
 * `copy`. To the startup configuration it is `write memory` by another name, which the mate repeats; every other
 * form of it stays on this unit (ASA 5580 guide, table 13-1).
 */
export function addCopyCommands(set: CommandSet<Shell>): void {
  const save = 'running-config startup-config';
  set.add(`copy /noconfirm ${save}`, (_call, shell) => saveByCopy(shell));
  set.add(`copy ${save}`, (_call, shell) => {
    shell.print('');
    shell.ask({
      prompt: 'Source filename [running-config]? ',
      echo: 'plain',
      answer: () => saveByCopy(shell),
    });
  });
  for (const from of ['running-config', 'startup-config', '<word>']) {
    for (const to of ['running-config', 'startup-config', '<word>']) {
      if (from === to && from !== '<word>') continue;
      if (`${from} ${to}` === save) continue;
      set.add(`copy /noconfirm ${from} ${to}`, ({ line }, shell) => {
        const [, , source = '', target = ''] = line.split(' ');
        copy(source, target, shell);
      });
      set.add(`copy ${from} ${to}`, ({ line }, shell) => {
        const [, source = '', target = ''] = line.split(' ');
        askThenCopy(source, target, shell);
      });
    }
  }
}

function askThenCopy(from: string, to: string, shell: Shell): void {
  const ask = (what: string, path: string, answer: () => void): void =>
    shell.ask({ prompt: `${what} filename [${pathOf(path)}]? `, echo: 'plain', answer });
  shell.print('');
  ask('Source', from, () => ask('Destination', to, () => copy(from, to, shell)));
}

function saveByCopy(shell: Shell): void {
  const lines = configLines(shell.space.config, 'plain');
  shell.print(`Cryptochecksum: ${groupedChecksum(lines)} `);
  shell.print('');
  store(shell, lines, () => undefined);
}

function copy(from: string, to: string, shell: Shell): void {
  const { system, space } = shell;
  const remote = [from, to].find((one) => /^(tftp|ftp|https?|scp):/i.test(one));
  if (remote !== undefined) {
    return shell.after(unreachableMs, () =>
      shell.print(`%Error opening ${remote} (Timed out attempting to connect)`),
    );
  }
  const source = contentOf(from, shell);
  if (!source)
    return shell.print(
      `%Error opening ${shell.system.box.dialect.flash}/${pathOf(from)} (No such file or directory)`,
    );
  if (to === 'startup-config') storeStartup(shell, source.lines ?? []);
  else if (to === 'running-config') space.configuration.merge(source.lines ?? []);
  else {
    const refusal = system.box.files.put(to, { ...source, at: system.deviceTime });
    if (refusal !== undefined)
      return shell.print(`%Error writing ${shell.system.box.dialect.flash}/${pathOf(to)} (${refusal})`);
  }
  shell.print('');
  shell.print(`${source.bytes} bytes copied in 0.120 secs`);
}

function storeStartup({ box, space, system }: Shell, lines: readonly string[]): void {
  if (space.name === undefined) box.storeStartup(lines);
  else system.spaces.store(space, lines);
}

function contentOf(
  from: string,
  shell: Shell,
): { readonly bytes: number; readonly lines?: readonly string[] | undefined } | undefined {
  if (from !== 'running-config' && from !== 'startup-config') return shell.system.box.files.file(from);
  const lines = from === 'running-config' ? configLines(shell.space.config, 'plain') : startupOf(shell);
  return lines && { lines, bytes: bytesOf(lines) };
}
