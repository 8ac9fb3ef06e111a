/** What a finding, a scenario or a run comes to. Silence never passes: without enough evidence it is inconclusive. */
export type Outcome = 'pass' | 'fail' | 'inconclusive';

const severity: Record<Outcome, number> = { pass: 0, inconclusive: 1, fail: 2 };

/** The worst of several; of none at all, `inconclusive`: empty evidence proves nothing. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes;
  if (first === undefined) return 'inconclusive';
  return rest.reduce((a, b) => (severity[b] > severity[a] ? b : a), first);
}
