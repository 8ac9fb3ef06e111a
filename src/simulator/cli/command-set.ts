import { parameter, type ReadParameter, type Vocabulary } from './parameter.ts';

/** A command as it was understood: its words spelt out, and the values of its parameters. */
export interface Call {
  readonly line: string;
  readonly values: readonly string[];
}

/** What a typed line came to. `at` is where in the line the trouble begins. */
export type Understood<Context> =
  | { readonly kind: 'command'; readonly call: Call; readonly run: (call: Call, context: Context) => void }
  | { readonly kind: 'invalid'; readonly at: number; readonly words: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'incomplete' };

interface Word {
  readonly text: string;
  readonly at: number;
}

interface Node<Context> {
  readonly keywords: Map<string, Node<Context>>;
  readonly parameters: {
    readonly kind: string;
    readonly read: ReadParameter;
    readonly next: Node<Context>;
  }[];
  /** Takes the rest of the line as it is. */
  rest?: (call: Call, context: Context) => void;
  run?: (call: Call, context: Context) => void;
}

/**
 * The commands of one mode. A command is written as its grammar: `failover polltime unit <1-15>`; words may be
 * abbreviated as far as they stay unique, `a|b` is either word, `<line>` is the rest of the line.
 */
export class CommandSet<Context> {
  readonly #root: Node<Context> = empty();

  add(grammars: string | readonly string[], run: (call: Call, context: Context) => void): this {
    for (const grammar of typeof grammars === 'string' ? [grammars] : grammars) {
      for (const words of alternatives(grammar.split(' '))) this.#add(words, run);
    }
    return this;
  }

  understand(line: string, vocabulary: Vocabulary): Understood<Context> {
    const words = wordsOf(line);
    const spelt: string[] = [];
    const values: string[] = [];
    let node = this.#root;
    for (const [count, word] of words.entries()) {
      const step = choose(node, word.text, vocabulary);
      if (step === 'ambiguous') return { kind: 'ambiguous' };
      if (step) {
        spelt.push(step.spelt);
        if (step.isValue) values.push(step.spelt);
        node = step.next;
      } else if (node.rest) {
        const rest = line.slice(word.at).trim();
        return {
          kind: 'command',
          call: { line: [...spelt, rest].join(' '), values: [...values, rest] },
          run: node.rest,
        };
      } else return { kind: 'invalid', at: word.at, words: count };
    }
    if (!node.run) return { kind: 'incomplete' };
    return { kind: 'command', call: { line: spelt.join(' '), values }, run: node.run };
  }

  /** What may stand next after a line: keywords, and parameters in angle brackets. */
  next(line: string, vocabulary: Vocabulary): readonly string[] {
    let node = this.#root;
    const words = wordsOf(line);
    const open = line === '' || line.endsWith(' ') ? undefined : words.pop();
    for (const word of words) {
      const step = choose(node, word.text, vocabulary);
      if (!step || step === 'ambiguous') return [];
      node = step.next;
    }
    const keywords = [...node.keywords.keys()].filter((one) =>
      one.startsWith(open?.text.toLowerCase() ?? ''),
    );
    if (open) return keywords;
    const parameters = node.parameters.map(({ kind }) => `<${kind}>`);
    return [...keywords, ...parameters, ...(node.rest ? ['LINE'] : []), ...(node.run ? ['<cr>'] : [])];
  }

  #add(words: readonly string[], run: (call: Call, context: Context) => void): void {
    let node = this.#root;
    for (const word of words) {
      if (word === '<line>') {
        node.rest = run;
        return;
      }
      node = word.startsWith('<') ? parameterNode(node, word.slice(1, -1)) : keywordNode(node, word);
    }
    node.run = run;
  }
}

function empty<Context>(): Node<Context> {
  return { keywords: new Map(), parameters: [] };
}

function keywordNode<Context>(node: Node<Context>, word: string): Node<Context> {
  const next = node.keywords.get(word) ?? empty<Context>();
  node.keywords.set(word, next);
  return next;
}

function parameterNode<Context>(node: Node<Context>, kind: string): Node<Context> {
  const known = node.parameters.find((one) => one.kind === kind);
  if (known) return known.next;
  const next = empty<Context>();
  node.parameters.push({ kind, read: parameter(kind), next });
  return next;
}

interface Step<Context> {
  readonly spelt: string;
  readonly isValue: boolean;
  readonly next: Node<Context>;
}

function choose<Context>(
  node: Node<Context>,
  text: string,
  vocabulary: Vocabulary,
): Step<Context> | 'ambiguous' | undefined {
  const lower = text.toLowerCase();
  const exact = node.keywords.get(lower);
  if (exact) return { spelt: lower, isValue: false, next: exact };
  const meant = [...node.keywords].filter(([keyword]) => keyword.startsWith(lower));
  const [only] = meant;
  if (meant.length === 1 && only) return { spelt: only[0], isValue: false, next: only[1] };
  for (const { read, next } of node.parameters) {
    const spelt = read(text, vocabulary);
    if (spelt !== undefined) return { spelt, isValue: true, next };
  }
  return meant.length > 1 ? 'ambiguous' : undefined;
}

function wordsOf(line: string): Word[] {
  return [...line.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: match.index }));
}

/** Every reading of a grammar whose words may be `a|b`. */
function alternatives(words: readonly string[]): string[][] {
  return words.reduce<string[][]>(
    (readings, word) => word.split('|').flatMap((one) => readings.map((reading) => [...reading, one])),
    [[]],
  );
}
