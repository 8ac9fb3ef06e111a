/**
 * `npm run mutants -- --defect never-takes-over`: plays every defect of the simulator's catalogue, or those that are
 * named, and says which finding catches it. First the suites are rehearsed with a pair in order, or `--rehearsed` names
 * what `npm run rehearse -- --json` printed; then each defect is played in random questions and in the scenarios that
 * exercised what it breaks, until it is caught. Ends with 1 if a defect of the pair passed
 * everything that was played, or if the pair was failed for a defect of the bench.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { messageOf, UsageError } from '../errors.ts';
import { defects } from '../simulator/index.ts';
import { candidatesFor } from './mutant/candidates.ts';
import { defectNamed } from './mutant/defect-named.ts';
import { fateOf } from './mutant/fate-of.ts';
import type { Mutant } from './mutant/mutant.ts';
import { mutantLine, mutantsSum } from './mutant/mutants-text.ts';
import { isMutantOrder, playMutant } from './mutant/play-mutant.ts';
import type { MutantOrder, PlayedMutant } from './mutant/play-mutant.ts';
import { ordersFor } from './rehearsal/orders-for.ts';
import { rehearseAll } from './rehearsal/rehearse-all.ts';
import type { RehearsedSuite } from './rehearsal/rehearsed.ts';
import { shareOut, takeOrders } from './share-out.ts';

/** What `--help` prints. */
const help = `npm run mutants -- [options] [suite…]

Plays defects of the simulated pair and of its bench, and says in which scenario each is caught, and by which finding.
The suites that are named are rehearsed first with a pair in order, all of them without any name. Ends with 1 if a defect
of the pair passed all that was played, or if the pair was failed for a defect of the bench.

  -d, --defect never-takes-over   one defect, as fover simulate --defects lists them; again for more (all)
  -t, --topology simulated        on this topology; again for more (all of those that are simulated)
      --rehearsed stored.json     what npm run rehearse -- --json printed, in place of the rehearsal
      --questions 2               how many random questions each is asked (2)
      --at-most 40                in how many scenarios each is played (40)
      --seed 1                    by which the pair and the questions are drawn (1)
      --workers 1                 in how many processes (as many as there are processors)
      --json                      the outcome as JSON
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    topology: { type: 'string', short: 't', multiple: true, default: [] },
    defect: { type: 'string', short: 'd', multiple: true, default: [] },
    rehearsed: { type: 'string' },
    questions: { type: 'string', default: '2' },
    'at-most': { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    worker: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const workers = Number(values.workers);

if (values.help) say(help.trimEnd());
else if (values.worker) takeOrders(isMutantOrder, playMutant);
else
  await main().catch((error: unknown) => {
    process.stderr.write(`mutants: ${messageOf(error)}\n`);
    process.exitCode = 64;
  });

async function main(): Promise<void> {
  const wanted = values.defect.length > 0 ? values.defect.map(defectNamed) : defects;
  const honest = values.rehearsed === undefined ? await rehearsed() : storedRehearsal(values.rehearsed);
  const orders = wanted.map(({ name }): MutantOrder => ({
    defect: name,
    candidates: candidatesFor(defectNamed(name), honest, Number(values['at-most'])),
    questions: Number(values.questions),
    seed: Number(values.seed),
  }));
  const mutants: Mutant[] = [];
  await shareOut(new URL(import.meta.url), orders, workers, isPlayed, ({ defect }, shared) => {
    const lost =
      'lost' in shared ? [{ where: defect, outcome: 'broken', because: shared.lost, findings: [] }] : [];
    const mutant = fateOf(defectNamed(defect), 'done' in shared ? shared.done.trials : lost);
    mutants.push(mutant);
    if (!values.json) say(mutantLine(mutant));
  });
  say(values.json ? JSON.stringify(mutants, null, 2) : `\n${mutantsSum(mutants)}`);
  if (mutants.some(({ fate }) => fate === 'missed' || fate === 'blamed')) process.exitCode = 1;
}

/** The suites played with a pair in order: what it passes is what a defect can be caught by. */
async function rehearsed(): Promise<readonly RehearsedSuite[]> {
  const how = { defects: [], fresh: false, seed: Number(values.seed), verbose: false };
  const suites: RehearsedSuite[] = [];
  await rehearseAll(ordersFor(positionals, values.topology, how), workers, (one) => suites.push(one));
  return suites;
}

/** What `npm run rehearse -- --json` printed. */
function storedRehearsal(path: string): readonly RehearsedSuite[] {
  const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isRehearsal(stored)) return stored.suites;
  throw new UsageError(`${path}: this is not what npm run rehearse -- --json prints`);
}

function isRehearsal(stored: unknown): stored is { readonly suites: readonly RehearsedSuite[] } {
  return typeof stored === 'object' && stored !== null && 'suites' in stored && Array.isArray(stored.suites);
}

function isPlayed(message: unknown): message is PlayedMutant {
  return typeof message === 'object' && message !== null && 'trials' in message;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
