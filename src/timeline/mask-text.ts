import { entryWords } from './entry-words.ts';

/** A value as JSON in one line, with every string in it masked. */
export type MaskedJson = (value: unknown) => string;

/**
 * Masks by value, so that it does not matter who wrote a secret where: `*` for every character. Lengths stay. A
 * string that is exactly one of the fixed words of an entry (`active`, `primary`) stays as well: it says nothing
 * that our own words do not, and a timeline whose words are stars could not be read.
 */
export function maskedJson(secrets: readonly string[]): MaskedJson {
  const mask = maskText(secrets);
  return (value) =>
    JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? mask(member) : member));
}

/** The same for one string. */
export function maskText(secrets: readonly string[]): (text: string) => string {
  const values = secrets.filter((secret) => secret !== '');
  return (text) => (entryWords.has(text) ? text : stars(text, values));
}

function stars(text: string, secrets: readonly string[]): string {
  if (!secrets.some((secret) => text.includes(secret))) return text;
  const hidden = new Uint8Array(text.length);
  for (const secret of secrets) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
      hidden.fill(1, at, at + secret.length);
  }
  return Array.from(hidden, (hide, at) => (hide ? '*' : text.charAt(at))).join('');
}
