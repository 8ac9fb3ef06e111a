import { readFileSync, statSync } from 'node:fs';
import { TopologyError, UsageError } from '../errors.ts';
import type { Complaint } from '../errors.ts';

/** The secrets of one file, and whether others can read it too. */
export interface SecretsFile {
  readonly values: ReadonlyMap<string, string>;
  /** The permissions that let others in, in octal, such as `644`; absent where only the owner may read. */
  readonly openTo?: string;
}

/** A file of `NAME=value` lines; undefined if there is none. Throws `UsageError` if it cannot be read, and `TopologyError`. */
export function readSecretsFile(file: string): SecretsFile | undefined {
  try {
    const { mode } = statSync(file);
    const values = parseSecrets(readFileSync(file, 'utf8'), file);
    // Windows keeps no such bits; what is seen there are made-up ones.
    const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
    return isOpen ? { values, openTo: (mode & 0o777).toString(8) } : { values };
  } catch (error) {
    if (error instanceof TopologyError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`cannot read the secrets file ${file}: ${String(error)}`, { cause: error });
  }
}

/**
 * Reads `NAME=value` lines, with `#` comments on lines of their own, and single or double quotes around values
 * that need them. Complaints never quote a line: it may hold a secret.
 */
export function parseSecrets(text: string, file: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const complaints: Complaint[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const read = parseLine(line);
    if (read === undefined) continue;
    const complain = (column: number, message: string): void => {
      complaints.push({ place: { file, line: index + 1, column }, message });
    };
    if ('message' in read) complain(read.column, read.message);
    else if (values.has(read.name))
      complain(read.column, `${read.name} is already set above; keep one of them`);
    else values.set(read.name, read.value);
  }
  if (complaints.length > 0) throw new TopologyError(complaints);
  return values;
}

type Read =
  | { readonly name: string; readonly value: string; readonly column: number }
  | { readonly message: string; readonly column: number };

function parseLine(line: string): Read | undefined {
  const column = line.search(/\S/) + 1;
  if (column === 0 || line[column - 1] === '#') return undefined;
  const equals = line.indexOf('=');
  if (equals < 0) return { column, message: 'expected NAME=value, or # before a comment' };
  const name = line
    .slice(0, equals)
    .trim()
    .replace(/^export\s+/, '');
  if (!/^[A-Z][A-Z0-9_]*$/.test(name))
    return {
      column,
      message: 'expected a name of capital letters, digits and underscores before =, such as LAB_ENABLE',
    };
  const behind = line.slice(equals + 1);
  const valueColumn = equals + 2 + (behind.length - behind.trimStart().length);
  const value = unquoted(behind.trim());
  if (value === undefined)
    return {
      column: valueColumn,
      message: `the value of ${name} begins with a quote and does not end with it`,
    };
  if (value === '') return { column: valueColumn, message: `${name} has no value` };
  return { name, value, column };
}

/** The value as meant: without the quotes around it; nothing within them is special. Undefined if they do not match. */
function unquoted(value: string): string | undefined {
  const [quote] = value;
  if (quote !== '"' && quote !== "'") return value;
  return value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : undefined;
}
