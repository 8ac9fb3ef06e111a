import type { Verdict } from '../judge/index.ts';
import { visibleJson } from './visible-text.ts';

/**
 * The verdict as canonical JSON: keys in the order of their code units, two spaces, a newline at the end. Characters
 * that a terminal would obey are written as numbers, which is the same to every reader of JSON.
 */
export function toJson(verdict: Verdict): string {
  return `${visibleJson(JSON.stringify(inOrder(verdict), undefined, 2))}\n`;
}

/** `Infinity`, an interval without an end, becomes `null` as everywhere in JSON. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, inOrder(member)]),
  );
}
