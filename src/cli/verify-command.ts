import { Command } from '@commander-js/extra-typings';
import { endWith } from './end-process.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `fover verify`, as it is typed and as its help tells. */
export const verifyCommand = new Command('verify')
  .description('say of stored runs whether every byte of them is as it was written; nothing is touched')
  .argument('<run...>', 'folders of runs', collect, [])
  .option('--head <sha256>', 'the head of the run, as it was written down elsewhere')
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    `
Every file of a run is summed up in chunks while it is written, and the checksums are chained. A run that was killed, or
whose disk was full, is whole up to there: what its last seconds wrote may not be proven, and that is said.

Who can write every file of a run can write its checksums anew. Write down the head where he cannot, and give it later.

Exit codes: 0 whole, 1 altered (outranks all), 2 broken off and unaltered as far as it goes.

Examples:
  fover verify reports/*
  fover verify reports/<run> --head 7c1e…`,
  )
  .action((runs, options) => endWith(async () => (await import('./verify.ts')).verify(runs, options)));
