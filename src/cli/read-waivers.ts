import { readFileSync } from 'node:fs';
import { TopologyError, UsageError, messageOf } from '../errors.ts';
import { versionNumbers } from '../judge/index.ts';
import type { FirmwareRange, Waiver } from '../judge/index.ts';
import { requirements } from '../model/index.ts';
import { suggestion } from '../nearest.ts';
import { readYaml } from '../topology/index.ts';
import type { YamlSource } from '../topology/index.ts';

const keys = ['requirement', 'firmware', 'reason', 'bug', 'expires'] as const;
type Key = (typeof keys)[number];

/** What is wrong, at a way from the top of the file to a key or an entry. */
interface Mistake {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  readonly message: string;
}

/**
 * Reads a file of waivers: `waivers`, a list, each with requirement, firmware, reason, bug and expires. Throws
 * `UsageError` when it cannot be read, and `TopologyError` with every mistake, by line and column.
 */
export function readWaivers(file: string): readonly Waiver[] {
  const source = readYaml(textOf(file), file, 'file of waivers');
  const mistakes: Mistake[] = [];
  const waivers = listIn(source.value, mistakes).flatMap((value, at) =>
    waiverOf(value, at, source, mistakes),
  );
  if (mistakes.length > 0)
    throw new TopologyError(
      mistakes.map((mistake) => ({ place: source.placeOf(mistake), message: mistake.message })),
    );
  return waivers;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`--waivers ${file}: cannot be read: ${messageOf(cause)}`, { cause });
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(value: unknown, mistakes: Mistake[]): readonly unknown[] {
  if (!isMap(value) || !Array.isArray(value['waivers'])) {
    mistakes.push({ path: [], on: 'value', message: 'expected the key "waivers" with a list' });
    return [];
  }
  for (const key of Object.keys(value))
    if (key !== 'waivers')
      mistakes.push({
        path: [key],
        on: 'key',
        message: `unknown key ${JSON.stringify(key)}${suggestion(key, ['waivers'])}`,
      });
  return value['waivers'];
}

function waiverOf(value: unknown, at: number, source: YamlSource, mistakes: Mistake[]): readonly Waiver[] {
  const path = ['waivers', at];
  if (!isMap(value)) {
    mistakes.push({ path, on: 'value', message: `expected a waiver with ${keys.join(', ')}` });
    return [];
  }
  for (const key of Object.keys(value))
    if (!keys.some((known) => known === key))
      mistakes.push({
        path: [...path, key],
        on: 'key',
        message: `unknown key ${JSON.stringify(key)}${suggestion(key, keys)}`,
      });
  const text = (key: Key): string => {
    const given = value[key];
    const found = typeof given === 'string' ? given.trim() : undefined;
    const why =
      found === undefined
        ? wrongKind(key, given)
        : found === ''
          ? `${key} is empty`
          : complaintOf(key, found);
    if (why !== undefined)
      mistakes.push({ path: given === undefined ? path : [...path, key], on: 'value', message: why });
    return found ?? '';
  };
  const [requirement, firmware, reason, bug, expires] = [
    text('requirement'),
    text('firmware'),
    text('reason'),
    text('bug'),
    text('expires'),
  ];
  const place = source.placeOf({ path, on: 'value' });
  const range = rangeOf(firmware) ?? { text: firmware };
  return [{ requirement, firmware: range, reason, bug, expires, place: `${place.file}:${place.line}` }];
}

const wrongKind = (key: Key, given: unknown): string =>
  given === undefined ? `the key "${key}" is missing` : `expected text for ${key}; put it into quotes`;

/** What is wrong with the text of a key, if anything. */
function complaintOf(key: Key, text: string): string | undefined {
  if (key === 'requirement') {
    const ids: readonly string[] = requirements.map(({ id }) => id);
    return ids.includes(text)
      ? undefined
      : `no requirement is called ${JSON.stringify(text)}${suggestion(text, ids)}`;
  }
  if (key === 'firmware')
    return rangeOf(text)
      ? undefined
      : 'expected any, a version such as 8.0(4), or a range: 8.0(2) to 8.2(5), from 8.0(4), up to 8.2';
  if (key === 'expires')
    return isDay(text) ? undefined : 'expected the last day of the waiver, such as 2026-12-31';
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Undefined for what is no range. */
function rangeOf(text: string): FirmwareRange | undefined {
  if (text === 'any') return { text };
  const both = /^(\S+)(?: to (\S+))?$/.exec(text);
  const open = /^(from|up to) (\S+)$/.exec(text);
  const [from, to] = open
    ? [open[1] === 'from' ? open[2] : undefined, open[1] === 'from' ? undefined : open[2]]
    : [both?.[1], both?.[2] ?? both?.[1]];
  const ends = [from, to].map((end) => (end === undefined ? undefined : versionNumbers(end)));
  const isRead = [from, to].every((end, at) => end === undefined || ends[at] !== undefined);
  if (!isRead || (from === undefined && to === undefined)) return undefined;
  const [low, high] = ends;
  return { ...(low ? { from: low } : {}), ...(high ? { to: high } : {}), text };
}
