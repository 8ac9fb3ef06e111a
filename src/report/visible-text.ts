/**
 * Text that may hold anything a console can print, made safe to look at: control characters, marks that turn the
 * direction of writing or show nothing, and halves of surrogate pairs are shown, not obeyed. Line ends stay as line
 * ends, and tabs.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(hidden, shown);
}

/** The same in one line, for terminals and attributes. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replaceAll(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank))
    .replaceAll('\t', ' ');
}

/**
 * JSON in which these characters are written as numbers, which is the same to every reader of JSON: `JSON.stringify`
 * does so for the first set of control characters only.
 */
export function visibleJson(json: string): string {
  return json.replaceAll(hidden, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at), 4)}`).join(''),
  );
}

/** Control and format characters, ends of lines and paragraphs, what is half a character, and what is none. */
const hidden = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu;

/** As in source code; the pictures that Unicode has for control characters are missing from too many fonts. */
function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${hex(code, 5)}}`;
  return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
