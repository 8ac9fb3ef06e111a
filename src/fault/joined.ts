import type { Effect } from '../bench/index.ts';

/** Several effects as one: from the first of them to the last. */
export const joined = (effects: readonly Effect[]): Effect => ({
  effectMs: {
    loMs: Math.min(...effects.map(({ effectMs }) => effectMs.loMs)),
    hiMs: Math.max(...effects.map(({ effectMs }) => effectMs.hiMs)),
  },
  witness: effects.map(({ witness }) => witness).join(', '),
});
