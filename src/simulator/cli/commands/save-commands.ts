import { configLines } from '../../config/config-print.ts';
import { framed } from '../../show/running-config.ts';
import { groupedChecksum } from '../../config/checksum.ts';
import type { SpaceKind } from '../../config/space-kind.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** How long flash takes to be written. */
const writeMs = 120;
/** A server that does not answer is given up after so long. */
const unreachableMs = 3000;

/** What goes to flash and what comes from it. */
export function addSaveCommands(set: CommandSet<Shell>, kind: SpaceKind): void {
  set.add(['write', 'write memory', 'write memory /noconfirm'], (_call, shell) => save(shell));
  if (kind === 'system')
    set.add(['write memory all', 'write memory all /noconfirm'], (_call, shell) => saveAll(shell));
  set.add('write net <line>', ({ values }, shell) => {
    shell.print('Building configuration...');
    shell.after(unreachableMs, () =>
      shell.print(`%Error writing tftp://${values[0] ?? ''} (Timed out attempting to connect)`),
    );
  });
  set.add('write terminal', (_call, shell) => {
    for (const line of framed(shell.space, configLines(shell.space.config, 'masked'))) shell.print(line);
  });
  set.add('write erase', (_call, shell) =>
    confirm(shell, 'Erase configuration in flash memory? [confirm]', () => {
      if (shell.space.name === undefined) shell.box.eraseStartup();
      else shell.system.spaces.erase(shell.space);
      shell.print('[OK]');
    }),
  );
  set.add('write standby', (_call, shell) => {
    const refusal = shell.system.process.commands.writeStandby(shell.space.name, shell.space.group);
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

function save(shell: Shell): void {
  const lines = configLines(shell.space.config, 'plain');
  shell.print('Building configuration...');
  shell.print(`Cryptochecksum: ${groupedChecksum(lines)} `);
  shell.print('');
  store(shell, lines, () => shell.print('[OK]'));
}

/** The system and every context, one after the other. */
function saveAll(shell: Shell): void {
  const { spaces, process } = shell.system;
  const all = spaces.all.map(({ name = 'system', config }) => ({
    name,
    lines: configLines(config, 'plain'),
  }));
  const of = String(all.length).padStart(3, '0');
  shell.print('Building configuration...');
  shell.after(writeMs * all.length, () => {
    all.forEach(({ name, lines }, at) => {
      const saved = String(at).padStart(3, '0');
      shell.print(`Saving context :${name.padStart(17)} : (${saved}/${of} Contexts saved) `);
      shell.print(`Cryptochecksum: ${groupedChecksum(lines)} `);
      shell.print('');
      shell.print(`${bytesOf(lines)} bytes copied in 0.${writeMs} secs`);
    });
    spaces.save({ all: true });
    process.replicator()?.({ kind: 'save', all: true });
    shell.print('[OK]');
  });
}

/** What is in flash for the space of a session: that of a context lies where its URL says. */
export function startupOf({ box, space, system }: Shell): readonly string[] | undefined {
  return space.name === undefined ? box.startup() : system.spaces.stored(space);
}

/** Saves here, and on a standby mate (configuration guide, table of command replication). */
export function store(shell: Shell, lines: readonly string[], then: () => void): void {
  const { system, space } = shell;
  shell.after(writeMs, () => {
    space.configuration.save();
    system.process.replicator(space.group)?.({ kind: 'save', context: space.name });
    shell.print(`${bytesOf(lines)} bytes copied in 0.${writeMs} secs`);
    then();
  });
}

/** How much lines take in flash. */
export function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
