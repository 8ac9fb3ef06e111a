import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { messageOf, UsageError } from '../errors.ts';

/** What `npm run mutants:model` is told to do. */
export interface MutateOptions {
  /** Parts of paths of sources, of which one has to fit; none for all sources. */
  readonly sources: readonly string[];
  /** One mutant in so many is tried, drawn by the seed; 1 for all. */
  readonly oneIn: number;
  readonly seed: number;
  /** The least score that is good enough, in percent. */
  readonly floor: number;
  readonly workers: number;
  readonly slow: boolean;
  readonly survivors: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const mutateHelp = `npm run mutants:model -- [options] [part of a source's path…]

Spoils the compiled rules of the model one mutation at a time (a comparison turned, a row left out, a number off by one)
and says of each whether a test of the model notices. All of them take about half an hour of a processor; those of one
folder or file, such as course/ or window.ts, a minute or two. Ends with 1 if fewer than the floor are killed, or if
the list of those that change nothing (src/mutation/equivalent.ts) is not true.

  --one-in 70      try one in so many alone: each is drawn by what it is, whatever else there is (1)
  --seed 2         draw others (1)
  --floor 80       how many have to be killed, in percent (100)
  --survivors      tell of those alone that no test notices
  --slow           ask the properties over random courses as well, which take longer than all other tests
  --workers 1      in how many threads (as many as there are processors)
`;

/** Reads the command line. Throws `UsageError` for what it does not know, and for numbers that are none. */
export function mutateOptions(args: readonly string[]): MutateOptions {
  const { values, positionals } = parsed(args);
  return {
    sources: positionals,
    oneIn: whole('one-in', values['one-in'], 1),
    seed: whole('seed', values.seed, 0),
    floor: whole('floor', values.floor, 0),
    workers: whole('workers', values.workers, 1),
    slow: values.slow,
    survivors: values.survivors,
    help: values.help,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'one-in': { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        floor: { type: 'string', default: '100' },
        workers: { type: 'string', default: String(availableParallelism()) },
        slow: { type: 'boolean', default: false },
        survivors: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`mutants:model: ${messageOf(error)}`);
  }
}

function whole(name: string, text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= 0x7fff_ffff) return value;
  throw new UsageError(`mutants:model: --${name} is a whole number from ${least} on, not ${text}`);
}
