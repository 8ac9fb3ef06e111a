import type { Comparison, Expectation, Met, TimedAnswer } from './question.ts';

/** An earlier answer of the same scenario, by its label. */
export type Earlier = (label: string) => TimedAnswer | undefined;

const yes: Met = { met: 'yes', why: '' };

/**
 * Whether the answer is all that was expected of it; of nothing expected it is `open`, for that proves nothing. The
 * first expectation that it does not meet is told.
 */
export function meets(answer: TimedAnswer, expects: readonly Expectation[], earlier: Earlier): Met {
  if (expects.length === 0) return { met: 'open', why: 'nothing was expected of it' };
  const held = expects.map((expectation) => meetsOne(answer, expectation, earlier));
  return held.find(({ met }) => met === 'no') ?? held.find(({ met }) => met === 'open') ?? yes;
}

function meetsOne(answer: TimedAnswer, expectation: Expectation, earlier: Earlier): Met {
  const { outcome, text } = answer;
  if ('answer' in expectation) return unless(outcome === expectation.answer, `it was ${outcome}`);
  if ('says' in expectation)
    return unless(taken(text, expectation.says).length > 0, `it does not say ${quoted(expectation.says)}`);
  if ('lacks' in expectation) {
    const [found] = taken(text, expectation.lacks);
    return unless(found === undefined, `it says ${quoted(found ?? '')}`);
  }
  if ('count' in expectation) return counted(text, expectation);
  const { take } = expectation;
  const own = taken(text, take);
  if (own.length === 0) return { met: 'no', why: `it does not say ${quoted(take)}` };
  if ('between' in expectation) return between(own, expectation.between);
  const { than } = expectation;
  const before = earlier(than);
  if (!before) return { met: 'open', why: `there is no earlier answer ${than}` };
  const theirs = taken(before.text, take);
  if (theirs.length === 0) return { met: 'open', why: `the answer ${than} does not say ${quoted(take)}` };
  if ('grows' in expectation) {
    const by = Number(own[0]) - Number(theirs[0]);
    return grows(by, { from: before, to: answer }, expectation.grows);
  }
  const { is } = expectation;
  return unless(compares(own, is, theirs), `${listed(own)} is not ${is} as ${listed(theirs)} of ${than}`);
}

type Counted = Extract<Expectation, { count: string }>;

function counted(text: string, { count, is: [least, most] }: Counted): Met {
  const { length } = taken(text, count);
  return unless(least <= length && length <= most, `it says ${quoted(count)} ${length} times`);
}

function between([first = '']: readonly string[], [least, most]: readonly [number, number]): Met {
  const value = Number(first);
  return unless(least <= value && value <= most, `${first} is not between ${least} and ${most}`);
}

/** What was counted was so at some moment between asking and answer, both times. */
function grows(
  by: number,
  { from, to }: { readonly from: TimedAnswer; readonly to: TimedAnswer },
  [least, most]: readonly [number, number],
): Met {
  const shortest = Math.round(Math.max(0, to.askedMs - from.answeredMs)) / 1000;
  const longest = Math.round(to.answeredMs - from.askedMs) / 1000;
  if (shortest * most < 10) return { met: 'open', why: `${shortest} s are too short to count in` };
  const [slowest, fastest] = [by / longest, by / shortest];
  const why = `it grew by ${by} in ${longest} s, and not by ${least} to ${most} in a second`;
  if (least <= slowest && fastest <= most) return yes;
  return { met: fastest < least || slowest > most || Number.isNaN(by) ? 'no' : 'open', why };
}

function compares(own: readonly string[], is: Comparison, theirs: readonly string[]): boolean {
  if (is === 'same') return own.join('\n') === theirs.join('\n');
  if (is === 'different') return own.join('\n') !== theirs.join('\n');
  const [a, b] = [Number(own[0]), Number(theirs[0])];
  return { more: a > b, less: a < b, 'at-least': a >= b, 'at-most': a <= b }[is];
}

/** What the pattern takes out, each time: its first group that took part, or all of it. */
function taken(text: string, pattern: string): readonly string[] {
  return [...text.matchAll(new RegExp(pattern, 'gm'))].map(
    ([all, ...groups]) => groups.find((group: string | undefined) => group !== undefined) ?? all,
  );
}

const unless = (holds: boolean, why: string): Met => (holds ? yes : { met: 'no', why });
const quoted = (text: string): string => `«${text}»`;
const listed = (texts: readonly string[]): string => quoted(texts.join(', '));
