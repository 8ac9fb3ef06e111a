import type { CommandSet } from '../command-set.ts';
import type { Shell, Visitor } from '../shell.ts';

/** Who is there over the network, and how they are sent away. */
export function addVisitorCommands(set: CommandSet<Shell>): void {
  set.add('who', (_call, shell) => {
    for (const { number, from } of shell.box.visitors('telnet')) shell.print(`\t${number}: ${from}`);
  });
  set.add(['show ssh sessions', 'show ssh sessions <ip>'], ({ values: [only] }, shell) => {
    const shown = shell.box.visitors('ssh').filter(({ from }) => only === undefined || from === only);
    shell.print(columns(['SID', 'Client IP', 'Version', 'Mode', 'Encryption', 'Hmac', 'State', 'Username']));
    for (const visitor of shown) for (const line of sessionLines(visitor)) shell.print(line);
  });
  for (const [grammar, door] of [
    ['kill <0-99>', 'telnet'],
    ['ssh disconnect <0-99>', 'ssh'],
  ] as const)
    set.add(grammar, ({ values }, shell) => {
      if (!shell.box.sendAway(door, Number(values[0])))
        shell.print(`ERROR: session ${values[0] ?? ''} does not exist`);
    });
}

/** One session is two lines: what comes in, and what goes out. */
function sessionLines({ number, from, username, algorithms }: Visitor): readonly string[] {
  return (['in', 'out'] as const).map((way) => {
    const { cipher, hmac } = algorithms?.[way] ?? { cipher: '-', hmac: '-' };
    const who = way === 'in' ? [String(number), from, '2.0'] : ['', '', ''];
    return columns([...who, way.toUpperCase(), cipher, hmac, 'SessionStarted', username]);
  });
}

const widths = [3, 16, 7, 4, 10, 8, 16];

function columns(cells: readonly string[]): string {
  return cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' ');
}
