import type { Finding } from './verdict.ts';

/** A scenario as far as it counts here: live, or read from a verdict on the disk. */
interface Counted {
  readonly outcome: string;
  readonly findings: readonly Pick<Finding, 'outcome' | 'requirements'>[];
}

/**
 * Ids of the requirements that a scenario exercised: those that its passing findings name, if it passed as a whole.
 * To name a requirement is not enough: somebody looked, and what was seen was as it should be.
 */
export function exercisedBy({ outcome, findings }: Counted): readonly string[] {
  if (outcome !== 'pass') return [];
  const passed = findings.filter((finding) => finding.outcome === 'pass');
  return [...new Set(passed.flatMap(({ requirements }) => requirements))];
}
