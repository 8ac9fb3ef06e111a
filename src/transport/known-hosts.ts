import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BenchError, messageOf } from '../errors.ts';
import { errorCode } from './error-code.ts';

/** A key that is known for a host, and where that is written. */
export interface KnownKey {
  /** As it comes over the wire. */
  readonly key: Buffer;
  /** Counted from 1. */
  readonly line: number;
  /** Nobody may show this key, whoever it is. */
  readonly revoked: boolean;
}

interface Entry extends KnownKey {
  readonly names: string;
}

/** A host as OpenSSH writes it: with its port where that is not the usual one. */
export function knownName({ host, port }: { readonly host: string; readonly port: number }): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
}

/**
 * The keys that a file in the form of OpenSSH's `known_hosts` holds for this name; none if there is no file. Throws
 * `BenchError` for a file that cannot be read, and for a line that is not understood: it might be about this host.
 */
export function knownKeys(file: string, name: string): readonly KnownKey[] {
  return read(file)
    .split('\n')
    .flatMap((text, index) => entryOf(text, index + 1, file))
    .filter(({ names }) => isNamed(names, name));
}

/** Adds a key to the file, which is replaced as a whole; only its owner can read it. Throws `BenchError`. */
export function pinKey(file: string, name: string, key: Buffer): void {
  const type = key.toString('latin1', 4, 4 + key.readUInt32BE(0));
  const before = read(file);
  const between = before === '' || before.endsWith('\n') ? '' : '\n';
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(fresh, { force: true });
    const text = `${before}${between}${name} ${type} ${key.toString('base64')}\n`;
    writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(fresh, file);
  } catch (cause) {
    throw new BenchError(file, `the host key of ${name} could not be kept: ${messageOf(cause)}`, { cause });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return '';
    throw new BenchError(file, `the known hosts could not be read: ${messageOf(cause)}`, { cause });
  }
}

/** `[@marker] names type key [comment]`; blank lines and comments are nothing, and so are authorities. */
function entryOf(text: string, line: number, file: string): readonly Entry[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('@cert-authority ')) return [];
  const [, marker, names = '', base64 = ''] =
    /^(?:(@revoked)\s+)?([^@\s]\S*)\s+[\w@.-]+\s+([\w+/]+=*)(?:\s|$)/.exec(trimmed) ?? [];
  const key = Buffer.from(base64, 'base64');
  if (key.length < 4 || /[*?!]/.test(names))
    throw new BenchError(
      `${file}:${line}`,
      'expected a host, the type of its key, and the key, as OpenSSH writes them; names are written out, without * and ?',
    );
  return [{ names, key, line, revoked: marker !== undefined }];
}

/** Names are separated by commas; one that is hashed is `|1|salt|hash`. */
function isNamed(names: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(names) ?? [];
  if (salt === undefined) return names.toLowerCase().split(',').includes(name);
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}
