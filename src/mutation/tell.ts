import type { Equivalent } from './equivalent.ts';
import type { Mutant } from './mutants.ts';
import type { Tried } from './pool.ts';

/** What mutants came to, all in all. */
export interface Score {
  readonly killed: number;
  readonly survived: readonly Mutant[];
  /** Survivors of which it is known that they change nothing. */
  readonly equivalent: number;
  readonly void: number;
  /** Entries of the list of equivalents that were noticed after all, or that no mutant is of any more. */
  readonly untrue: readonly Equivalent[];
  /** Killed of those that could be, in percent. */
  readonly percent: number;
}

const isOf = (mutant: Mutant, { source, was, is }: Equivalent): boolean =>
  mutant.source === source && mutant.was === was && mutant.is === is;

/**
 * The score of mutants that were tried. `all` says whether those were all there are: only then it is known that no
 * mutant is of an entry any more.
 */
export function scoreOf(tried: readonly Tried[], equivalents: readonly Equivalent[], all: boolean): Score {
  const killed = tried.filter(({ fate }) => fate.fate === 'killed');
  const alive = tried.filter(({ fate }) => fate.fate === 'survived').map(({ mutant }) => mutant);
  const survived = alive.filter((mutant) => !equivalents.some((each) => isOf(mutant, each)));
  const untrue = equivalents.filter((each) => {
    const wasTried = all || tried.some(({ mutant }) => isOf(mutant, each));
    return wasTried && !alive.some((mutant) => isOf(mutant, each));
  });
  const possible = killed.length + survived.length;
  return {
    killed: killed.length,
    survived,
    equivalent: alive.length - survived.length,
    void: tried.length - possible - (alive.length - survived.length),
    untrue,
    percent: possible === 0 ? 0 : (100 * killed.length) / possible,
  };
}

/** One mutant in the table: where, what, and who noticed it. */
export function rowOf({ mutant, fate }: Tried): string {
  const where = `${mutant.source}:${mutant.line}`;
  const who =
    fate.fate === 'killed' ? `killed by ${fate.by}` : fate.fate === 'void' ? `void: ${fate.why}` : 'SURVIVED';
  return `${where}  ${mutant.kind}: ${mutant.was} → ${mutant.is}  ${who}`;
}

/** The score in a few lines. */
export function scoreText(score: Score): string {
  const { killed, survived, equivalent, percent, untrue } = score;
  const lines = [
    `${killed} mutants killed, ${survived.length} survived, ${equivalent} change nothing, ${score.void} are no programs: ${percent.toFixed(1)} %`,
    ...untrue.map(
      ({ source, was, is }) => `listed as changing nothing, and it is not so: ${source}: ${was} → ${is}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
