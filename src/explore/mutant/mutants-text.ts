import { basename } from 'node:path';
import { notAsked } from '../not-asked.ts';
import type { Mutant } from './mutant.ts';

/** A defect in a line: where it was caught first and in how many, or how it got away. */
export function mutantLine({ defect, kind, played, caught, otherwise, fate }: Mutant): string {
  const [first] = caught;
  const head = `${marks[fate]} ${defect.padEnd(30)} ${kind.padEnd(9)}`;
  if (fate === 'caught' && first) {
    const on = first.topology === undefined ? '' : ` on ${basename(first.topology, '.yaml')}`;
    return `${head} caught in ${caught.length} of ${played}: ${first.requirement} by «${first.rule}», ${first.where}${on}`;
  }
  const why = reasonOf(defect);
  const told = [otherwise[0], why === undefined ? undefined : `not asked about at random: ${why}`];
  return [`${head} ${fate}, ${played} played`, ...told.filter((words) => words !== undefined)].join('; ');
}

const marks: Readonly<Record<Mutant['fate'], string>> = {
  caught: '✔',
  'told apart': '✔',
  noticed: '?',
  missed: '✘',
  blamed: '✘',
  unseen: '–',
  'not asked': '–',
};

/** Why no random question is asked about a defect, where it is written down. */
function reasonOf(defect: string): string | undefined {
  return Object.entries(notAsked).find(([, names]) => names.includes(defect))?.[0];
}

/** How many of each fate, of the pair and of the bench. */
export function mutantsSum(mutants: readonly Mutant[]): string {
  const lines = (['firmware', 'bench'] as const).map((kind) => {
    const mine = mutants.filter((one) => one.kind === kind);
    const fates = Object.keys(marks)
      .map((fate) => [fate, mine.filter((one) => one.fate === fate).length] as const)
      .filter(([, count]) => count > 0)
      .map(([fate, count]) => `${count} ${fate}`);
    return `${mine.length} defects of the ${kind}: ${fates.join(', ') || 'none'}`;
  });
  return lines.join('\n');
}
