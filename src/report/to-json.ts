import type { Verdict } from '../judge/index.ts';

/**
 * The verdict as canonical JSON: keys in the order of their code units, two spaces, a newline at the end. Characters
 * that a terminal would obey are written as numbers, which is the same to every reader of JSON.
 */
export function toJson(verdict: Verdict): string {
  const json = JSON.stringify(inOrder(verdict), undefined, 2);
  return `${json.replaceAll(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** What `JSON.stringify` leaves as it is: the second set of control characters, and marks of the direction of writing. */
const obeyed = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** `Infinity`, an interval without an end, becomes `null` as everywhere in JSON. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, inOrder(member)]),
  );
}
