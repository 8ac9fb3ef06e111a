import type { ScenarioVerdict, Verdict } from './verdict.ts';

/**
 * What a run ends with. A bench left dirty outranks all: someone must look at it before anything else. A `fail` is
 * a proven fact about the pair, so it outranks trouble with the bench elsewhere in the run, and that outranks what
 * is merely open.
 */
export function exitCodeOf(
  outcome: Verdict['outcome'],
  scenarios: readonly ScenarioVerdict[],
  bench: { readonly isDirty: boolean; readonly isTroubled: boolean },
): Verdict['exitCode'] {
  if (bench.isDirty) return 4;
  if (outcome === 'fail') return 1;
  if (bench.isTroubled || scenarios.some(({ infrastructure }) => infrastructure)) return 3;
  return outcome === 'inconclusive' ? 2 : 0;
}
