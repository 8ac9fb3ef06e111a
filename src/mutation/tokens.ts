/** A word of JavaScript text, as far as something can be put in its place. */
export interface Token {
  readonly kind: 'word' | 'number' | 'text' | 'regex' | 'mark';
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

const shapes: readonly (readonly [Token['kind'] | 'nothing', RegExp])[] = [
  ['nothing', /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y],
  ['text', /'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"/y],
  ['number', /(?:\d[\d_]*)(?:\.\d+)?n?/y],
  ['word', /[\p{ID_Start}$_#][\p{ID_Continue}$]*/uy],
  ['mark', /=>|\.\.\.|===|!==|\*\*|<=|>=|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|[+\-*/]=|\+\+|--|==|[^]/y],
];
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** After these a slash divides; after anything else it begins a regular expression. */
const endsOperand = ({ kind, text }: Token): boolean =>
  kind === 'number' ||
  kind === 'text' ||
  (kind === 'word' && !/^(return|typeof|case|in|of|await|throw|new)$/.test(text)) ||
  /^[)\]}]$/.test(text);

/** The tokens of a text, without comments. A template is one token, whatever stands in it. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, length] = nextOf(text, at, tokens.at(-1));
    if (kind !== 'nothing') tokens.push({ kind, text: text.slice(at, at + length), at });
    at += length;
  }
  return tokens;
}

function nextOf(
  text: string,
  at: number,
  before: Token | undefined,
): readonly [Token['kind'] | 'nothing', number] {
  if (text[at] === '`') return ['text', templateEnd(text, at) - at];
  const isRegex = text[at] === '/' && !/[/*]/.test(text[at + 1] ?? '') && !(before && endsOperand(before));
  if (isRegex) {
    const length = matched(regex, text, at);
    if (length > 0) return ['regex', length];
  }
  for (const [kind, shape] of shapes) {
    const length = matched(shape, text, at);
    if (length > 0) return [kind, length];
  }
  throw new RangeError(`no token at ${at}`);
}

function matched(shape: RegExp, text: string, at: number): number {
  shape.lastIndex = at;
  return shape.exec(text)?.[0].length ?? 0;
}

/** Where a template ends that begins at `at`: behind the backtick of its own, past those within its expressions. */
function templateEnd(text: string, at: number): number {
  let depth = 0;
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (depth === 0 && sign === '`') return index + 1;
    else if (depth === 0 && text.startsWith('${', index)) {
      depth = 1;
      index += 1;
    } else if (depth > 0 && sign === '`') index = templateEnd(text, index) - 1;
    else if (depth > 0 && sign === '{') depth += 1;
    else if (depth > 0 && sign === '}') depth -= 1;
  }
  throw new RangeError(`the template at ${at} has no end`);
}
