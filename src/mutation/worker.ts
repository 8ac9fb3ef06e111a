/** Tries the mutants that it is given, one by one; started by `pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { realClock } from '../clock.ts';
import type { Mutant } from './mutants.ts';
import type { Said } from './pool.ts';
import { Trial } from './trial.ts';

const say = (said: Said): void => parentPort?.postMessage(said, []);

if (!isTexts(workerData)) throw new TypeError('a worker is given the paths of test files');
const trial = new Trial(workerData, realClock);
await trial.prove();
parentPort?.on('message', (mutant: Mutant) => {
  void trial.try(mutant).then((fate) => say({ said: 'tried', fate }));
});
say({ said: 'ready' });

function isTexts(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((each) => typeof each === 'string');
}
