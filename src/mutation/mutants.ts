import { readFileSync, readdirSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { mutationsOf } from './mutations.ts';
import type { Mutation } from './mutations.ts';

/** One mutation of one file. */
export interface Mutant extends Mutation {
  /** The compiled file, and where the mutation stands in the source: for people. */
  readonly file: string;
  readonly source: string;
  readonly line: number;
  /** The text that is changed, and what it is changed to, in one line each. */
  readonly was: string;
  readonly is: string;
}

/** The files of a folder that are compiled sources and no tests. */
export const compiledIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !/\.(test|test-support)\.js$/.test(file))
    .map((file) => join(folder, file))
    .toSorted();

/** Every mutant of a compiled file, with its place in the source by the source map beside it. */
export function mutantsOf(file: string, root: string): readonly Mutant[] {
  const text = readFileSync(file, 'utf8');
  const map = new SourceMap(payloadOf(`${file}.map`));
  return mutationsOf(text).map((mutation): Mutant => {
    const { line, column } = placeOf(text, mutation.from);
    const entry = map.findEntry(line, column);
    return {
      ...mutation,
      file,
      source: relative(root, file)
        .replace(/^dist\//, '')
        .replace(/\.js$/, '.ts'),
      line: 'originalLine' in entry ? entry.originalLine + 1 : line + 1,
      ...changed(text, mutation),
    };
  });
}

type Payload = ConstructorParameters<typeof SourceMap>[0];

function payloadOf(file: string): Payload {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isPayload(read)) throw new TypeError(`${file}: no source map`);
  return read;
}

const isPayload = (read: unknown): read is Payload =>
  typeof read === 'object' && read !== null && 'mappings' in read;

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** So many characters are shown on either side of a mutation, and of the mutated text itself. */
const shownAround = 32;
const shownWithin = 48;

/** The text around the mutation, before and after it, on one line. */
function changed(text: string, { from, to, by }: Mutation): Pick<Mutant, 'was' | 'is'> {
  const before = text.slice(Math.max(0, from - shownAround), from);
  const after = text.slice(to, to + shownAround);
  const within = text.slice(from, to);
  const short = within.length > shownWithin ? `${within.slice(0, shownWithin)}…` : within;
  const line = (inner: string): string => `${before}${inner}${after}`.replaceAll(/\s+/g, ' ').trim();
  return { was: line(short), is: line(by) };
}

/** The text with the mutation in it. */
export const mutated = (text: string, { from, to, by }: Mutation): string =>
  text.slice(0, from) + by + text.slice(to);
