import type { Trouble } from '../timeline/index.ts';
import type { Looked } from './look.ts';
import type { Part } from './part.ts';

/**
 * A look at a scenario together with the troubles that speak of it. Of evidence that may not be all there is, nothing
 * is held against the pair.
 */
export function examine(part: Part): Looked {
  const { looked, flaws } = part;
  const bench = benchTroubles(part);
  if (!looked || flaws.length > 0)
    return {
      held: [],
      cancelled: [],
      outages: [],
      infrastructure: bench,
      hard: [...flaws, ...stops(part)],
      soft: [],
    };
  return {
    ...looked,
    infrastructure: [...bench, ...looked.infrastructure],
    hard: [...stops(part), ...looked.hard],
  };
}

const benchTroubles = ({ troubles }: Part): readonly string[] =>
  troubles.filter(({ whose }) => whose === 'bench').map(({ message }) => message);

const openedBy: Readonly<Partial<Record<Trouble['whose'], string>>> = {
  ours: 'a fault of our own',
  stopped: 'it was stopped',
  unsure: 'an assertion of the suite had nothing to stand on',
};

const stops = ({ troubles }: Part): readonly string[] =>
  troubles.flatMap(({ whose, message }) => {
    const what = openedBy[whose];
    return what === undefined ? [] : [`${what}: ${message}`];
  });
