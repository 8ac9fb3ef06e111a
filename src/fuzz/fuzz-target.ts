import { Chance } from './chance.ts';
import { minimised } from './minimise.ts';
import { spoiled } from './spoil.ts';
import type { FuzzTarget } from './target.ts';
import { tryInput } from './try-input.ts';

/** An input that broke the contract of its target. */
export interface Failure {
  readonly seed: number;
  readonly broken: string;
  /** The smallest input that does the same. */
  readonly input: Uint8Array;
}

/** What came of one target. */
export interface Fuzzed {
  readonly target: string;
  readonly samples: number;
  readonly inputs: number;
  readonly bytes: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowest: { readonly seed: number; readonly tookMs: number; readonly bytes: number };
  readonly failures: readonly Failure[];
}

/** Which seeds. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** Of a target that opens a socket for each input, so many seeds are one. */
export const costlyOneIn = 50;

const mostFailures = 5;

/** The input that a seed stands for. */
export function inputOf(target: FuzzTarget, seed: number): Uint8Array {
  return spoiled(target.samples(), new Chance(seed));
}

/** Tries the inputs of these seeds, and makes those smaller that break the contract; ends early after five of them. */
export async function fuzzTarget(target: FuzzTarget, { from, count }: Seeds): Promise<Fuzzed> {
  const outcomes = new Map<string, number>();
  const failures: Failure[] = [];
  let slowest = { seed: from, tookMs: 0, bytes: 0 };
  let [inputs, bytes] = [0, 0];
  const samples = target.samples();
  const tried = target.isCostly ? Math.ceil(count / costlyOneIn) : count;
  for (let seed = from; seed < from + tried && failures.length < mostFailures; seed++) {
    const input = spoiled(samples, new Chance(seed));
    const { outcome, broken, tookMs } = await tryInput(target, input);
    inputs++;
    bytes += input.length;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (tookMs > slowest.tookMs) slowest = { seed, tookMs, bytes: input.length };
    if (broken !== undefined) failures.push({ seed, broken, input: await minimised(target, input, outcome) });
  }
  return { target: target.name, samples: samples.length, inputs, bytes, outcomes, slowest, failures };
}
