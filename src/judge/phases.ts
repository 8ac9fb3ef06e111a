import type { Phase } from '../timeline/index.ts';

/** The order of things in a scenario that was played to its end. */
const course: readonly Phase[] = ['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered'];

/** What is missing or out of place in the course of the scenario. */
export function phaseFlaws(phases: readonly Phase[]): readonly string[] {
  if (phases.join() === course.join()) return [];
  const missing = course.filter((phase) => !phases.includes(phase));
  return [
    missing.length > 0 ? `it has no phase ${missing.join(', ')}` : `its phases came as ${phases.join(', ')}`,
  ];
}
