import { configLines } from '../../config/config-print.ts';
import { framed, groupedChecksum } from '../../show/running-config.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** How long flash takes to be written. */
const writeMs = 120;

/** What goes to flash and what comes from it. */
export function addSaveCommands(set: CommandSet<Shell>): void {
  set.add(
    ['write', 'write memory', 'write memory /noconfirm', 'copy /noconfirm running-config startup-config'],
    (_call, shell) => save(shell),
  );
  set.add('copy running-config startup-config', (_call, shell) => {
    shell.print('');
    shell.ask({ prompt: 'Source filename [running-config]? ', echo: 'plain', answer: () => save(shell) });
  });
  set.add('write terminal', (_call, shell) => {
    for (const line of framed(shell.system, configLines(shell.system.config, 'masked'))) shell.print(line);
  });
  set.add('write erase', (_call, shell) =>
    confirm(shell, 'Erase configuration in flash memory? [confirm]', () => {
      shell.box.eraseStartup();
      shell.print('[OK]');
    }),
  );
  set.add('write standby', (_call, shell) => {
    const refusal = shell.system.process.commands.writeStandby();
    if (refusal !== undefined) shell.print(`ERROR: Command is refused: ${refusal}`);
  });
}

/** Return and `y` go on; anything else does not. */
export function confirm(shell: Shell, prompt: string, then: () => void): void {
  shell.ask({
    prompt,
    echo: 'plain',
    answer: (text) => {
      if (/^\s*(y.*)?$/i.test(text)) then();
    },
  });
}

/** Saves here, and on a standby mate (configuration guide, table of command replication). */
function save(shell: Shell): void {
  const { system } = shell;
  const lines = configLines(system.config, 'plain');
  shell.print('Building configuration...');
  shell.print(`Cryptochecksum: ${groupedChecksum(lines)} `);
  shell.print('');
  shell.after(writeMs, () => {
    system.save();
    system.process.replicator()?.({ kind: 'save' });
    const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
    shell.print(`${bytes} bytes copied in 0.${writeMs} secs`);
    shell.print('[OK]');
  });
}
