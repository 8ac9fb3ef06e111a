/** The commands about whose a bench is. */
import type { Command } from '@commander-js/extra-typings';
import { endWith } from './end-process.ts';

/** Adds them to the program. */
export function addLeaseCommands(program: Command): void {
  program
    .command('who')
    .description(
      'tell who holds a bench, since when and for which run, and who did before; nothing is touched',
    )
    .argument('<topology>')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  fover who rack.yaml')
    .action((topology, options) => endWith(async () => (await import('./who.ts')).who(topology, options)));
  program
    .command('release')
    .description('give back a bench whose holder is gone, or silent for fifteen seconds')
    .argument('<topology>')
    .option('--force', 'of a holder that lives, too: it is fenced off at its next act, and puts nothing back')
    .option('--because <why>', 'the reason of --force; it is kept')
    .addHelpText(
      'after',
      '\nExamples:\n  fover release rack.yaml\n  fover release rack.yaml --force --because "it hangs since yesterday"',
    )
    .action((topology, options) =>
      endWith(async () => (await import('./release.ts')).release(topology, options)),
    );
}
