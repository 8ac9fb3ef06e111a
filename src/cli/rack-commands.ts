/** The commands of somebody who works at the rack by hand. */
import type { Command } from '@commander-js/extra-typings';
import { auditTopology } from './audit.ts';
import { consoleOf } from './console.ts';
import { endWith } from './end-process.ts';

/** Adds them to the program. */
export function addRackCommands(program: Command): void {
  addAudit(program);
  addConsole(program);
}

function addAudit(program: Command): void {
  program
    .command('audit')
    .description(
      'in a maintenance window, pulse each declared port and outlet once and prove that exactly the declared unit noticed',
    )
    .argument('<topology>', 'a simulated one that `fover simulate` serves is attached to; else it is started')
    .option('-r, --reports <folder>', 'where the folder of the audit is made', 'reports')
    .option('-y, --yes', 'do not ask for consent')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  fover audit rack.yaml

Before anything is touched it prints what is pulsed, in which order, and how long that takes, and asks. The unit that is
touched stands by, its mate is active; the roles are changed half way, and given back. Exit codes: 0 all as declared,
1 something is cabled otherwise, 2 not agreed to or stopped, 3 a device did not do as asked, 4 something could not be
put back.`,
    )
    .action((topology, options) => endWith(() => auditTopology(topology, options)));
}

function addConsole(program: Command): void {
  program
    .command('console')
    .description('work at the console of a unit, by any way that the topology has; what it prints is kept')
    .argument('<topology>', 'a simulated one is that which `fover simulate` serves')
    .argument('<unit>', 'primary or secondary')
    .option('-r, --reports <folder>', 'where the folder of the transcript is made', 'reports')
    .addHelpText(
      'after',
      `
Example:
  fover console rack.yaml primary

The escape key is ^], as in telnet; behind it quit leaves, and break sends a BREAK after it was confirmed. Secrets of the
topology are masked in what is kept. Escape sequences of the unit pass where they move the cursor, erase or colour.`,
    )
    .action((topology, unit, options) => endWith(() => consoleOf(topology, unit, options)));
}
