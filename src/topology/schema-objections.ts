import type { z } from 'zod';
import { knownKeys } from './known-keys.ts';
import { suggestion } from './nearest.ts';
import { objectTo } from './objection.ts';
import type { Objection, Path } from './objection.ts';

type Issue = z.core.$ZodIssue;

/**
 * What the schema finds wrong, in words for the writer of the file. Values are never quoted, lest a password in
 * the wrong place reaches a log; the place shows them well enough.
 */
export function schemaObjections(issues: readonly Issue[], at: Path = []): readonly Objection[] {
  return issues.flatMap((issue) => objectionsOf(issue, [...at, ...issue.path.map(step)]));
}

function objectionsOf(issue: Issue, path: Path): readonly Objection[] {
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
      return [objectTo(path, wrongType(issue, path))];
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
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const meant = branches.filter(
    (branch) =>
      branch.length > 0 && branch.every(({ path: deep }) => deep.length > 0) && !branch.some(isMissing),
  );
  const [only] = meant;
  if (meant.length === 1 && only) return schemaObjections(only, path);
  const [unknown, ...others] = keysUnknownToAll(branches);
  if (unknown !== undefined && others.length === 0) return [unknownKey(path, unknown)];
  return [objectTo(path, issue.message)];
}

/** True for a key that the map lacks at its top: this alternative was not meant. */
function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 1 && issue.input === undefined;
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

function notOneOf(values: readonly string[], input: unknown): string {
  const expected = values.length === 1 ? `expected ${values[0]}` : `expected one of ${values.join(', ')}`;
  if (typeof input !== 'string') return `${expected}, but found ${kindOf(input)}`;
  return `${expected}${suggestion(input, values).replace(/^; known here:.*$/, '')}`;
}

type TypeIssue = Extract<Issue, { code: 'invalid_type' }>;

function wrongType(issue: TypeIssue, path: Path): string {
  if (issue.input === undefined) return `the key ${JSON.stringify(path.at(-1) ?? '')} is missing`;
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
