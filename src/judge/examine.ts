import type { Trouble } from '../timeline/index.ts';
import { heldAs } from './hold.ts';
import type { Looked } from './look.ts';
import type { Part } from './part.ts';
import type { Finding } from './verdict.ts';

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
      hard: [...flaws, ...stops(part), ...unsure(part)],
      soft: [],
    };
  return {
    ...looked,
    held: [...looked.held, ...unrest(part).map((finding) => heldAs('always', finding))],
    infrastructure: [...bench, ...looked.infrastructure],
    // An assertion that had nothing to stand on says less of why than whatever took the ground from it.
    hard: [...stops(part), ...looked.hard, ...unsure(part)],
  };
}

/** What the pair was seen to do instead of coming to rest, although nothing was in its way. */
const unrest = ({ troubles }: Part): readonly Finding[] =>
  troubles
    .filter(({ whose }) => whose === 'pair')
    // It is waited for more than once in a scenario, and may be as restless each time.
    .filter(({ message }, at, all) => all.findIndex((each) => each.message === message) === at)
    .map(({ seq, message, requirements = [] }) => ({
      rule: 'coming to rest',
      requirements,
      outcome: 'fail',
      expected: 'where nothing is in its way the pair comes to rest, one unit active and the other ready',
      seen: message,
      evidence: [seq],
    }));

const benchTroubles = ({ troubles }: Part): readonly string[] =>
  troubles.filter(({ whose }) => whose === 'bench').map(({ message }) => message);

const openedBy: Readonly<Partial<Record<Trouble['whose'], string>>> = {
  ours: 'a fault of our own',
  stopped: 'it was stopped',
};

const stops = ({ troubles }: Part): readonly string[] =>
  troubles.flatMap(({ whose, message }) => {
    const what = openedBy[whose];
    return what === undefined ? [] : [`${what}: ${message}`];
  });

const unsure = ({ troubles }: Part): readonly string[] =>
  troubles
    .filter(({ whose }) => whose === 'unsure')
    .map(({ message }) => `an assertion of the suite had nothing to stand on: ${message}`);
