import { entryWords } from './entry-words.ts';
import { secretForms } from './mask-automaton.ts';
import type { SecretForms } from './mask-automaton.ts';
import { SecretFinder, shortestCut } from './mask-finder.ts';

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
  const forms = secretForms(secrets);
  const isClean = (text: string): boolean =>
    forms.none || entryWords.has(text) || !forms.mayBeIn(text, shortestCut);
  return (text) => (isClean(text) ? text : stars(text, forms));
}

function stars(text: string, forms: SecretForms): string {
  let hidden: Uint8Array | undefined;
  const finder = new SecretFinder(forms);
  const hide = (at: number): void => {
    hidden ??= new Uint8Array(text.length);
    hidden[at] = 1;
  };
  for (let at = 0; at < text.length; at++) finder.read(text.charCodeAt(at), at, hide);
  const found = hidden;
  return found ? Array.from(found, (isHidden, at) => (isHidden ? '*' : text.charAt(at))).join('') : text;
}
