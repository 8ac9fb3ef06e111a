/**
 * `npm run mutants:model`: spoils the compiled rules of the model one mutation at a time, and says which the tests of the
 * model notice. Ends with 1 if fewer than `--floor` percent are killed, or if the list of equivalents is not true.
 *
 * It stands beside the rooms and imports none: the model is read as files, as its tests are.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { realClock } from '../clock.ts';
import { equivalents } from './equivalent.ts';
import { compiledIn, mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { tryAll } from './pool.ts';
import type { Tried } from './pool.ts';
import { sampleOf } from './sample.ts';
import { rowOf, scoreOf, scoreText } from './tell.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    floor: { type: 'string', default: '100' },
    workers: { type: 'string', default: String(availableParallelism()) },
    slow: { type: 'boolean', default: false },
    survivors: { type: 'boolean', default: false },
  },
});

/** Statements of the guides, which no rule can contradict, and lists of exports. */
const isWording = (file: string): boolean => /\/requirement\/|\/index\.js$/.test(file);

/** Properties over thousands of random courses: they take longer than all other tests together. */
const isSlow = (file: string): boolean => file.endsWith('reachable.test.js');

const root = resolve(import.meta.dirname, '../../..');
const model = join(root, 'dist/src/model');
const tests = readdirSync(model, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js') && (values.slow || !isSlow(file)))
  .map((file) => join(model, file))
  .toSorted();

const wanted = (mutant: Mutant): boolean =>
  positionals.length === 0 || positionals.some((part) => mutant.source.includes(part));
const every = compiledIn(model)
  .filter((file) => !isWording(file))
  .flatMap((file) => mutantsOf(file, root))
  .filter(wanted);
const mutants =
  values.sample === undefined ? every : sampleOf(every, Number(values.sample), Number(values.seed));

const beganMs = realClock.nowMs();
const tried: Tried[] = [];
const settings = {
  worker: join(import.meta.dirname, 'worker.js'),
  tests,
  workers: Number(values.workers),
  longestMs: values.slow ? 120_000 : 20_000,
  clock: realClock,
};
await tryAll(mutants, settings, (one) => {
  tried.push(one);
  if (!values.survivors || one.fate.fate === 'survived') process.stdout.write(`${rowOf(one)}\n`);
});
const score = scoreOf(tried, equivalents, mutants === every && positionals.length === 0);
process.stdout.write(`${scoreText(score)}in ${Math.round((realClock.nowMs() - beganMs) / 1000)} s\n`);
if (score.percent < Number(values.floor) || score.untrue.length > 0) process.exitCode = 1;
