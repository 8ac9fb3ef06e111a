/**
 * `npm run mutants:model`: spoils the compiled rules of the model one mutation at a time, and says which the tests of the
 * model notice. Ends with 1 if fewer than `--floor` percent are killed, or if the list of equivalents is not true.
 *
 * It stands beside the rooms and imports none: the model is read as files, as its tests are.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { equivalents } from './equivalent.ts';
import { compiledIn, mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { mutateHelp, mutateOptions } from './mutate-options.ts';
import type { MutateOptions } from './mutate-options.ts';
import { tryAll } from './pool.ts';
import type { Tried } from './pool.ts';
import { sampleOf } from './sample.ts';
import { rowOf, scoreOf, scoreText } from './tell.ts';

/** Statements of the guides, which no rule can contradict, and lists of exports. */
const isWording = (file: string): boolean => /\/requirement\/|\/index\.js$/.test(file);

/** Properties over thousands of random courses: they take longer than all other tests together. */
const isSlow = (file: string): boolean => file.endsWith('reachable.test.js');

const root = resolve(import.meta.dirname, '../../..');
const model = join(root, 'dist/src/model');

try {
  const options = mutateOptions(process.argv.slice(2));
  if (options.help) say(mutateHelp);
  else await mutate(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 64;
}

async function mutate(options: MutateOptions): Promise<void> {
  const beganMs = realClock.nowMs();
  const mutants = sampleOf(mutantsIn(options.sources), options.oneIn, options.seed);
  const settings = {
    worker: join(import.meta.dirname, 'worker.js'),
    tests: testsOf(options.slow),
    workers: options.workers,
    longestMs: options.slow ? 120_000 : 20_000,
    clock: realClock,
  };
  const tried: Tried[] = [];
  await tryAll(mutants, settings, (one) => {
    tried.push(one);
    if (!options.survivors || one.fate.fate === 'survived') say(`${rowOf(one)}\n`);
  });
  const score = scoreOf(tried, equivalents, options.oneIn === 1 && options.sources.length === 0);
  say(`${scoreText(score)}in ${Math.round((realClock.nowMs() - beganMs) / 1000)} s\n`);
  if (score.percent < options.floor || score.untrue.length > 0) process.exitCode = 1;
}

/** Every mutant of the sources that one of these parts of paths is of. */
function mutantsIn(parts: readonly string[]): readonly Mutant[] {
  const mutants = compiledIn(model)
    .filter((file) => !isWording(file))
    .flatMap((file) => mutantsOf(file, root))
    .filter(({ source }) => parts.length === 0 || parts.some((part) => source.includes(part)));
  if (mutants.length > 0) return mutants;
  throw new UsageError(`mutants:model: no source of the model is called ${parts.join(' or ')}`);
}

function testsOf(withSlow: boolean): readonly string[] {
  return readdirSync(model, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js') && (withSlow || !isSlow(file)))
    .map((file) => join(model, file))
    .toSorted();
}

function say(text: string): void {
  process.stdout.write(text);
}
