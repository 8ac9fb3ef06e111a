import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A change of a text that its tests have to notice: `by` in place of what stands from `from` to `to`. */
export interface Mutation {
  readonly kind:
    | 'comparison'
    | 'condition'
    | 'constant'
    | 'arithmetic'
    | 'truth'
    | 'quantifier'
    | 'fallback'
    | 'row';
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

const marks: Readonly<Record<string, readonly [Mutation['kind'], string]>> = {
  '===': ['comparison', '!=='],
  '!==': ['comparison', '==='],
  '<': ['comparison', '<='],
  '<=': ['comparison', '<'],
  '>': ['comparison', '>='],
  '>=': ['comparison', '>'],
  '&&': ['condition', '||'],
  '||': ['condition', '&&'],
  '*': ['arithmetic', '/'],
  '/': ['arithmetic', '*'],
  '-': ['arithmetic', '+'],
  '+': ['arithmetic', '-'],
};
const words: Readonly<Record<string, readonly [Mutation['kind'], string]>> = {
  true: ['truth', 'false'],
  false: ['truth', 'true'],
  some: ['quantifier', 'every'],
  every: ['quantifier', 'some'],
  max: ['quantifier', 'min'],
  min: ['quantifier', 'max'],
};

/** Every mutation of a text of JavaScript, in its order. Nothing is imported or exported otherwise than before. */
export function mutationsOf(text: string): readonly Mutation[] {
  const tokens = tokensOf(text);
  const found = tokens.flatMap((token, at) => [
    ...ofToken(tokens, token, at),
    ...ofCondition(text, tokens, token, at),
    ...ofRows(tokens, token, at),
  ]);
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

const over = ({ at, text }: Token, kind: Mutation['kind'], by: string): Mutation => ({
  kind,
  from: at,
  to: at + text.length,
  by,
});

function ofToken(tokens: readonly Token[], token: Token, at: number): readonly Mutation[] {
  const { kind, text } = token;
  const before = tokens[at - 1];
  if (kind === 'number') return [over(token, 'constant', String(Number(text.replaceAll('_', '')) + 1))];
  if (kind === 'word') {
    const change = words[text];
    const isMember = before?.text === '.' || before?.text === '?.';
    return change && isMember === (change[0] === 'quantifier') && tokens[at + 1]?.text !== ':'
      ? [over(token, ...change)]
      : [];
  }
  if (kind !== 'mark') return [];
  if (text === '!') return [over(token, 'condition', '')];
  if (text === '??') return fallbackOf(tokens, at);
  const isUnary = /^[+-]$/.test(text) && (!before || /^([(,[{:?=]|=>|return)$/.test(before.text));
  const joinsText = text === '+' && [before, tokens[at + 1]].some((next) => next?.kind === 'text');
  const change = marks[text];
  return change && !isUnary && !joinsText ? [over(token, ...change)] : [];
}

/** What stands in for what is not there is left out. */
function fallbackOf(tokens: readonly Token[], at: number): readonly Mutation[] {
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (
    !mark ||
    !next ||
    !/^(word|number|text)$/.test(next.kind) ||
    !/^[);,\]}]$/.test(tokens[at + 2]?.text ?? '')
  )
    return [];
  return [{ kind: 'fallback', from: mark.at, to: next.at + next.text.length, by: '' }];
}

/** The condition of an `if` or `while` is negated; that of a choice is never true. */
function ofCondition(text: string, tokens: readonly Token[], token: Token, at: number): readonly Mutation[] {
  if (token.kind === 'mark' && token.text === '?')
    return [{ kind: 'condition', from: token.at, to: token.at, by: ' && false ' }];
  const open = tokens[at + 1];
  if (token.kind !== 'word' || !/^(if|while)$/.test(token.text) || open?.text !== '(') return [];
  const to = (tokens[closing(tokens, at + 1)]?.at ?? 0) + 1;
  return [{ kind: 'condition', from: open.at, to, by: `(!${text.slice(open.at, to)})` }];
}

/** Each element of a list is left out, wherever a list stands as a value. */
function ofRows(tokens: readonly Token[], token: Token, at: number): readonly Mutation[] {
  const before = tokens[at - 1];
  if (token.text !== '[' || !before || !/^([=(,:?[]|=>|return|\.\.\.)$/.test(before.text)) return [];
  const end = closing(tokens, at);
  if (/^(=|of)$/.test(tokens[end + 1]?.text ?? '') || isParameter(tokens, at)) return [];
  return elements(tokens, at, end).map(([first, last]) => rowOf(tokens, first, last));
}

/** True within the parameters of a function, where a list takes apart what is given. */
function isParameter(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const { text = '', kind } = tokens[index] ?? {};
    if (kind !== 'mark') continue;
    if (closes.test(text)) depth += 1;
    if (!opens.test(text)) continue;
    if (depth === 0) return text === '(' && /^(=>|\{)$/.test(tokens[closing(tokens, index) + 1]?.text ?? '');
    depth -= 1;
  }
  return false;
}

function rowOf(tokens: readonly Token[], first: number, last: number): Mutation {
  const [from, to] = [tokens[first]?.at ?? 0, (tokens[last]?.at ?? 0) + (tokens[last]?.text.length ?? 0)];
  const comma = tokens[last + 1];
  return { kind: 'row', from, to: comma?.text === ',' ? comma.at + 1 : to, by: '' };
}

/** The first and the last token of each element between two brackets. */
function elements(
  tokens: readonly Token[],
  open: number,
  end: number,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let first = open + 1;
  for (let at = open + 1; at <= end; at += 1) {
    const { text = '' } = tokens[at] ?? {};
    if (at === end || text === ',') {
      if (at > first) found.push([first, at - 1]);
      first = at + 1;
    } else if (/^[([{]$/.test(text)) at = closing(tokens, at);
  }
  return found;
}

const opens = /^[([{]$/;
const closes = /^[)\]}]$/;

/** The place of the bracket that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const { text = '', kind } = tokens[at] ?? {};
    if (kind !== 'mark') continue;
    if (opens.test(text)) depth += 1;
    if (closes.test(text)) depth -= 1;
    if (depth === 0) return at;
  }
  throw new RangeError(`the bracket at ${tokens[open]?.at ?? 0} is never closed`);
}
