import type { Topology } from '../topology/index.ts';
import { ownLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';

/** Lines of the user's own, as they are written in the topology. */
export function ownSteps({ pair }: Topology): readonly BootstrapStep[] {
  if (pair.extra.length === 0) return [];
  return [
    { why: 'the lines of your own', source: 'the topology, pair.extra', lines: pair.extra.map(ownLine) },
  ];
}
