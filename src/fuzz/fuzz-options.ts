import { parseArgs } from 'node:util';
import { messageOf, UsageError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import type { FuzzTarget } from './target.ts';

/** What `npm run fuzz` is told to do. */
export interface FuzzOptions {
  readonly targets: readonly FuzzTarget[];
  readonly seeds: number;
  readonly from: number;
  readonly json: boolean;
  /** The growth of the cost instead. */
  readonly growth: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const fuzzHelp = `npm run fuzz -- [target…] [options]

Gives everything that reads what others have written spoiled input, and checks that it is read or refused as its
contract says: no other error, no hang. Tells of each target how many inputs were tried, what came of them, which
took longest, and of each that broke the contract the seed, the smallest input that does the same, and how to try it
again. The same seed gives the same input. Ends with 1 if a contract was broken.

  --seeds 1000       how many inputs a target is given (200); a fiftieth of them where each takes a connection
  --from 17          the first seed (1)
  --growth           measures instead what inputs of 16, 32, 64 and 128 KiB cost, in the worst shapes that are known,
                     and ends with 1 where eight times as much costs more than 24 times as much
  --list             the targets
  --json             everything as one line of JSON each
  --help
`;

/** Reads the command line. Throws `UsageError`. */
export function fuzzOptions(args: readonly string[], known: readonly FuzzTarget[]): FuzzOptions {
  const { values, positionals } = parsed(args);
  const { seeds, from, ...switches } = values;
  const targets = positionals.length === 0 ? known : positionals.map((name) => targetNamed(name, known));
  return { targets, seeds: whole('seeds', seeds, 1), from: whole('from', from, 0), ...switches };
}

function targetNamed(name: string, known: readonly FuzzTarget[]): FuzzTarget {
  const found = known.find((target) => target.name === name);
  if (found) return found;
  const names = known.map((target) => target.name);
  throw new UsageError(
    `fuzz: there is no target ${JSON.stringify(name)}${suggestion(name, names)}; see --list`,
  );
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seeds: { type: 'string', default: '200' },
        from: { type: 'string', default: '1' },
        growth: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`fuzz: ${messageOf(error)}`);
  }
}

/** What is not a number would try nothing at all, and find nothing. */
function whole(name: string, text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= 0x7fff_ffff) return value;
  throw new UsageError(`fuzz: --${name} is a whole number from ${least} on, not ${text}`);
}
