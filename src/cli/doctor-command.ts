import { Command } from '@commander-js/extra-typings';
import { endWith } from './end-process.ts';

/** `fover doctor`, as it is typed and as its help tells. */
export const doctorCommand = new Command('doctor')
  .description(
    'look at a bench before it is used: who is at the end of each line, units alike, ports, cables, outlets, listeners, timers; nothing is set or switched',
  )
  .argument('<topology>')
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    `
Logs in at every console and management address and asks; asks every switch and PDU. A console that somebody left in
configuration mode is brought back to its prompt. A host key that is seen for the first time is kept, as in a run.
A simulated bench is the one that \`fover simulate\` serves in another terminal; else one is started, without any
configuration.

Exit codes: 0 nothing is wrong, 1 something is, 2 something could not be told, 3 something could not be reached
(1 outranks 3, 3 outranks 2). What waits for \`fover run\` to configure the pair is told and spoils nothing.

Examples:
  fover doctor rack.yaml
  fover doctor rack.yaml --json | jq '.rows[] | select(.outcome == "wrong")'`,
  )
  .action((topology, options) =>
    endWith(async () => (await import('./doctor.ts')).doctor(topology, options)),
  );
