import { referencePattern } from '../topology/index.ts';
import type { SecretRef, Secrets } from '../topology/index.ts';

/** A literal part of a line, or a secret by reference. */
type LinePart = { readonly text: string } | { readonly secret: SecretRef };

/** One line of configuration; it can be shown masked, and revealed only to be sent. */
export type BootstrapLine = readonly LinePart[];

/** `line`enable password ${ref}``: a line whose blanks are filled with words, numbers or secrets. */
export function line(
  texts: TemplateStringsArray,
  ...blanks: readonly (string | number | SecretRef)[]
): BootstrapLine {
  const parts = texts.flatMap((text, index): LinePart[] => {
    const blank = blanks[index];
    if (blank === undefined) return [{ text }];
    return [{ text }, typeof blank === 'object' ? { secret: blank } : { text: String(blank) }];
  });
  return joined(parts);
}

/** A line of the user's own, in which `${NAME}` stands for a secret. */
export function ownLine(text: string): BootstrapLine {
  const parts: LinePart[] = [];
  let end = 0;
  for (const match of text.matchAll(referencePattern)) {
    parts.push({ text: text.slice(end, match.index) }, { secret: { secret: match[1] ?? '' } });
    end = match.index + match[0].length;
  }
  return joined([...parts, { text: text.slice(end) }]);
}

/** The line as people may see it: `enable password ${LAB_ENABLE}`. */
export function maskLine(parts: BootstrapLine): string {
  return parts.map((part) => ('text' in part ? part.text : `\${${part.secret.secret}}`)).join('');
}

/** The line as it is sent. Throws `UsageError` for a secret that is not known. Never log the result. */
export function revealLine(parts: BootstrapLine, secrets: Secrets): string {
  return parts.map((part) => ('text' in part ? part.text : secrets.reveal(part.secret))).join('');
}

/** Neighbouring texts made one, empty ones left out. */
function joined(parts: readonly LinePart[]): BootstrapLine {
  const whole: LinePart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if ('text' in part && part.text === '') continue;
    if ('text' in part && last && 'text' in last) whole[whole.length - 1] = { text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}
