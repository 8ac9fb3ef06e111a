import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { messageOf, UsageError } from '../errors.ts';
import { drawings, isDrawing } from './any-drawn.ts';
import type { Drawing } from './any-drawn.ts';

/** What `npm run explore` is told to do. */
export interface ExploreOptions {
  /** How many seeds, from which one on, in how many processes. */
  readonly seeds: number;
  readonly from: number;
  readonly workers: number;
  /** One seed alone, and the case of its shrinking. */
  readonly seed: number | undefined;
  readonly path: string | undefined;
  readonly only: Drawing;
  readonly benchmark: boolean;
  readonly worker: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const exploreHelp = `npm run explore -- [options]

Plays random pairs on a virtual clock and checks what must always hold. Tells of each seed that broke a law, with the
command that plays its shortest case again, then how much was played and what came of it. Ends with 1 if a law was broken.

  --seeds 2000       how many seeds (100)
  --from 300001      the first of them (1)
  --only questions   draw one kind alone: ${Object.keys(drawings).join(', ')} (anything)
                     questions are scenarios played as a suite plays them, of pairs in order: none may be judged a fail
  --workers 1        in how many processes (as many as there are processors)
  --seed 7           one seed alone; with --path, one case of its shrinking
  --benchmark        what a quarter of an hour of a pair with default timers costs
`;

/** Reads the command line. Throws `UsageError` for what it does not know, and for numbers that are none. */
export function exploreOptions(args: readonly string[]): ExploreOptions {
  const { seeds, from, workers, seed, only, ...rest } = parsed(args);
  if (!isDrawing(only))
    throw new UsageError(`explore: --only is one of ${Object.keys(drawings).join(', ')}, not ${only}`);
  return {
    seeds: whole('seeds', seeds, 1),
    from: whole('from', from, 0),
    workers: whole('workers', workers, 1),
    seed: seed === undefined ? undefined : whole('seed', seed, 0),
    path: rest.path,
    only,
    benchmark: rest.benchmark,
    worker: rest.worker,
    help: rest.help,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seeds: { type: 'string', default: '100' },
        from: { type: 'string', default: '1' },
        workers: { type: 'string', default: String(availableParallelism()) },
        seed: { type: 'string' },
        path: { type: 'string' },
        only: { type: 'string', default: 'anything' },
        benchmark: { type: 'boolean', default: false },
        worker: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`explore: ${messageOf(error)}`);
  }
}

/** Seeds and counts: what is not a number would play nothing at all, and break no law. */
function whole(name: string, text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= 0x7fff_ffff) return value;
  throw new UsageError(`explore: --${name} is a whole number from ${least} on, not ${text}`);
}
