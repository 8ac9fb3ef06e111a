/**
 * Text that may hold anything a console can print, made safe to look at: control characters, marks that turn the
 * direction of writing and halves of surrogate pairs are shown, not obeyed. Line ends stay as line ends, and tabs.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(hidden, shown);
}

/** The same in one line, for terminals and attributes. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');
}

const hidden =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** As in source code; the pictures that Unicode has for control characters are missing from too many fonts. */
function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
