import type { z } from 'zod';
import { nearest, suggestion } from '../nearest.ts';
import { knownKeys } from './known-keys.ts';
import { objectTo } from './objection.ts';
import type { Objection, Path } from './objection.ts';

type Issue = z.core.$ZodIssue;

/**
 * What the schema finds wrong, in words for the writer of the file. Values are never quoted, lest a password in
 * the wrong place reaches a log; the place shows them well enough.
 */
export function schemaObjections(issues: readonly Issue[], at: Path = []): readonly Objection[] {
  const mistyped = new Set(
    issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? meantKeys(issue, at) : [])),
  );
  return issues
    .map((issue) => ({ issue, path: [...at, ...issue.path.map(step)] }))
    .filter(({ issue, path }) => !(isMissing(issue) && mistyped.has(JSON.stringify(path))))
    .flatMap(({ issue, path }) => objectionsOf(issue, path));
}

/** The keys that unknown ones were probably meant to be: those are not said to be missing as well. */
function meantKeys(issue: Extract<Issue, { code: 'unrecognized_keys' }>, at: Path): readonly string[] {
  const path = [...at, ...issue.path.map(step)];
  const known = knownKeys(path);
  return issue.keys
    .flatMap((key) => nearest(key, known).slice(0, 1))
    .map((meant) => JSON.stringify([...path, meant]));
}

function objectionsOf(issue: Issue, path: Path): readonly Objection[] {
  if (isMissing(issue)) return [objectTo(path, missing(issue, path))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key));
    case 'invalid_key': {
      const why = issue.issues.map(({ message }) => message).join('; ');
      return [{ path, on: 'key', message: `${JSON.stringify(path.at(-1) ?? '')}: ${why}` }];
    }
    case 'invalid_union':
      return unionObjections(issue, path);
    case 'invalid_value':
      return [objectTo(path, notOneOf(issue.values.map(String), issue.input))];
    case 'invalid_type':
      return [objectTo(path, wrongType(issue))];
    case 'too_small':
      return [objectTo(path, tooSmall(issue))];
    default:
      return [objectTo(path, issue.message)];
  }
}

function unknownKey(path: Path, key: string): Objection {
  const message = `unknown key ${JSON.stringify(key)}${suggestion(key, knownKeys(path))}`;
  return { path: [...path, key], on: 'key', message };
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** A union tells of the alternative that was meant, if one shows; else of all of them. */
function unionObjections(issue: UnionIssue, path: Path): readonly Objection[] {
  if (issue.discriminator !== undefined) return kindObjections(issue, path);
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const meant = branches.filter((branch) => branch.length > 0 && branch.every(isDeeper));
  const [only] = meant;
  if (meant.length === 1 && only) return schemaObjections(only, path);
  const [unknown, ...others] = keysUnknownToAll(branches);
  if (unknown !== undefined && others.length === 0) return [unknownKey(path, unknown)];
  return [objectTo(path, issue.message)];
}

/** Without the key that tells the alternatives apart, at least the keys that none of them has can be told. */
function kindObjections(issue: UnionIssue, path: Path): readonly Objection[] {
  const { input } = issue;
  const at = path.slice(0, -1);
  if (typeof input !== 'object' || input === null) return [objectTo(at, issue.message)];
  const known = knownKeys(at);
  const unknown = Object.keys(input).filter((key) => !known.includes(key));
  return [objectTo(path, issue.message), ...unknown.map((key) => unknownKey(at, key))];
}

/** True for a key that a map lacks. */
function isMissing(issue: Issue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
}

/** False for what is wrong with the alternative's own keys: then this alternative was not meant. */
function isDeeper(issue: Issue): boolean {
  return issue.path.length > 0 && !(isMissing(issue) && issue.path.length === 1);
}

function keysUnknownToAll(branches: readonly (readonly Issue[])[]): readonly string[] {
  const unknown = branches.map((branch) =>
    branch.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    ),
  );
  const [first = [], ...rest] = unknown;
  return first.filter((key) => rest.every((keys) => keys.includes(key)));
}

function missing(issue: Issue, path: Path): string {
  const one = issue.code === 'invalid_value' ? `; expected ${oneOf(issue.values.map(String))}` : '';
  return `the key ${JSON.stringify(path.at(-1) ?? '')} is missing${one}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `one of ${values.join(', ')}`;
}

function notOneOf(values: readonly string[], input: unknown): string {
  const expected = `expected ${oneOf(values)}`;
  if (typeof input !== 'string') return `${expected}, but found ${kindOf(input)}`;
  return `${expected}${suggestion(input, values).replace(/^; known here:.*$/, '')}`;
}

type TypeIssue = Extract<Issue, { code: 'invalid_type' }>;

function wrongType(issue: TypeIssue): string {
  if (!issue.message.startsWith('Invalid input')) return issue.message;
  return `expected ${kinds[issue.expected] ?? issue.expected}, but found ${kindOf(issue.input)}`;
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'array') return `expected ${issue.minimum} entry at least, but the list is shorter`;
  if (issue.origin === 'string') return 'expected some text, but found none';
  return issue.message.startsWith('Too small') ? `expected a number from ${issue.minimum} up` : issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' || typeof value === 'bigint' ? 'a number' : 'true or false';
}

function step(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}
