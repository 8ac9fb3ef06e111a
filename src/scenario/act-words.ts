/** Short ways to write the acts of a scenario: what is not said is typed once on the active unit. */
import type { Comparison, Expectation } from '../pair/index.ts';
import type { Ask, Enter, Look } from './act.ts';

type More<T> = Partial<Omit<T, 'means' | 'proves'>> & { readonly expects?: readonly Expectation[] };
type Patterns = string | readonly string[];

/** What is shown has to say each of the patterns. */
export function shows(
  ask: string,
  says: Patterns,
  means: string,
  proves: readonly string[],
  more: More<Ask> = {},
): Ask {
  return { ask, on: 'active', means, proves, ...more, expects: [...saying(says), ...(more.expects ?? [])] };
}

/** What is shown must say none of the patterns. */
export function hides(
  ask: string,
  lacks: Patterns,
  means: string,
  proves: readonly string[],
  more: More<Ask> = {},
): Ask {
  const lacking = listed(lacks).map((each) => ({ lacks: each }));
  const expects = [{ answer: 'accepted' as const }, ...lacking, ...(more.expects ?? [])];
  return { ask, on: 'active', means, proves, ...more, expects };
}

/** What the pattern takes out of an answer compares with what it took out of an earlier one, known by its label. */
export function compares(
  ask: string,
  take: string,
  [is, than]: readonly [Comparison, string],
  means: string,
  proves: readonly string[],
  more: More<Ask> = {},
): Ask {
  return {
    ask,
    on: 'active',
    means,
    proves,
    ...more,
    expects: [{ take, is, than }, ...(more.expects ?? [])],
  };
}

/** The lines are taken in configuration mode; what they change is put back when the scenario is over. */
export function takes(
  enter: Patterns,
  means: string,
  proves: readonly string[],
  more: More<Enter> = {},
): Enter {
  const expects = [{ answer: 'accepted' as const }, ...(more.expects ?? [])];
  return { enter, on: 'active', means, proves, ...more, expects };
}

/** The lines are refused in configuration mode, in words that say each of the patterns. */
export function refuses(
  enter: Patterns,
  says: Patterns,
  means: string,
  proves: readonly string[],
  more: More<Enter> = {},
): Enter {
  const expects = [{ answer: 'refused' as const }, ...saying(says), ...(more.expects ?? [])];
  return { enter, on: 'active', means, proves, ...more, expects };
}

/** The instrument has to show each of the patterns. */
export function seesAt(
  look: string,
  says: Patterns,
  means: string,
  proves: readonly string[],
  more: More<Look> = {},
): Look {
  return { look, means, proves, ...more, expects: [...saying(says), ...(more.expects ?? [])] };
}

const listed = (patterns: Patterns): readonly string[] =>
  typeof patterns === 'string' ? [patterns] : patterns;
const saying = (patterns: Patterns): readonly Expectation[] => listed(patterns).map((says) => ({ says }));
