const longest = 240;

/**
 * A text from anywhere as one printable line for a comment: what a device or a file calls itself must not end the
 * comment and go on as YAML, nor move the cursor of a terminal.
 */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\r\n\t\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\uFEFF]/gu, '?')
    .trim();
  return line.length > longest ? `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
