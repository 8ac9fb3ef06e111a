/** The commands of somebody who works at the rack by hand. */
import type { Command } from '@commander-js/extra-typings';
import { endWith } from './end-process.ts';
import { addLeaseCommands } from './lease-commands.ts';

/** Adds them to the program. */
export function addRackCommands(program: Command): void {
  addAudit(program);
  addConsole(program);
  addPower(program);
  addPort(program);
  addLeaseCommands(program);
  addRecover(program);
  addRestore(program);
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
    .option('--recover', 'put back first what is left open on the bench, and go on if all of it is as it was')
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
    .action((topology, options) =>
      endWith(async () => (await import('./audit.ts')).auditTopology(topology, options)),
    );
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
    .action((topology, unit, options) =>
      endWith(async () => (await import('./console.ts')).consoleOf(topology, unit, options)),
    );
}

function addRecover(program: Command): void {
  program
    .command('recover')
    .description('put back whatever a run that died, or somebody by hand, changed on a bench and left so')
    .argument('<topology>', 'a simulated one is that which `fover simulate` serves')
    .option(
      '-j, --journal <file>',
      'a journal, or the folder of the run in which it lies: for another machine than that of the run',
    )
    .option('-y, --yes', 'agree to what only a look at the rack can tell, and to what a journal has typed')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  fover recover rack.yaml
  fover recover rack.yaml --journal reports/2026-11-22T21-00-00-rack

Each thing is read first and changed only if it is not as it was, the last one first; outlets have to be called, and units
to be numbered, as they were then. It may be stopped and begun again at any time. Exit codes: 0 the bench is as it was,
4 something could not be verified.`,
    )
    .action((topology, options) =>
      endWith(async () => (await import('./recover.ts')).recoverTopology(topology, options)),
    );
}

function addRestore(program: Command): void {
  program
    .command('restore')
    .description('put back the configurations that a run found on both units before it configured anything')
    .argument('<topology>', 'a simulated one is that which `fover simulate` serves')
    .argument('[run]', 'the folder of the run, by its name; the last one without it')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      `
Examples:
  fover restore rack.yaml
  fover restore rack.yaml 2026-11-22T21-00-00-rack

What differs is shown first, line by line: + is to come, - is to go. Secrets are kept by reference and typed from where the
topology has them; what a unit shows as asterisks cannot be compared. Exit codes: 0 both units run, and have saved, what the
run found; 2 not agreed to; 4 something is still otherwise, and is named.`,
    )
    .action((topology, run, options) =>
      endWith(async () => (await import('./restore.ts')).restoreTopology(topology, run, options)),
    );
}

const interlocks = `
What is protected is refused, an outlet that is called otherwise on its PDU too, and so is power while the mate is without
a feed. You are asked before a unit is cut that does not stand by. What was changed is noted beside the topology, in
the journal of <topology>.bench/, until it is put back; every change is read back, and fover recover puts all of it back.`;

function addPower(program: Command): void {
  program
    .command('power')
    .description('read and switch the outlets that feed the units, with the interlocks of a run')
    .argument('<topology>', 'a simulated one is that which `fover simulate` serves')
    .argument('[target]', 'a unit, or an outlet such as 2 or pdu1:2')
    .argument('[wish]', 'on, off, cycle or status')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      `
Examples:
  fover power rack.yaml
  fover power rack.yaml secondary cycle
  fover power rack.yaml pdu1:2 off
${interlocks}`,
    )
    .action((topology, target, wish, options) =>
      endWith(async () => (await import('./power.ts')).power(topology, target, wish, options)),
    );
}

function addPort(program: Command): void {
  program
    .command('port')
    .description(
      'read, shut, isolate and bring up the switch ports of the units, with the interlocks of a run',
    )
    .argument('<topology>', 'a simulated one is that which `fover simulate` serves')
    .argument('[target]', 'an interface such as primary.inside, or a port such as sw1:GigabitEthernet1/0/3')
    .argument('[wish]', 'up, down, isolate or status')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      `
Examples:
  fover port rack.yaml
  fover port rack.yaml secondary.inside down
  fover port rack.yaml secondary.inside up
${interlocks}`,
    )
    .action((topology, target, wish, options) =>
      endWith(async () => (await import('./port.ts')).port(topology, target, wish, options)),
    );
}
