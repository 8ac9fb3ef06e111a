/** One non-blank line of output. */
export interface OutputLine {
  /** Counted from 1 in the text that was given, blank lines included. */
  readonly number: number;
  /** With every run of blanks and TABs as one blank, and none at either end: the grammar never looks at columns. */
  readonly text: string;
  /** As it came, without its line end. */
  readonly raw: string;
  /** The column where the text begins, TABs standing every eight. Documents lose it: a hint, never the only one. */
  readonly column: number;
}

/** What the pager prints at the end of a page, and takes back; it belongs to the terminal, not to the output. */
const pagerMark = /<--- More --->[\b ]*/g;

/** The non-blank lines of `text`, in order. Carriage returns count as blanks: appliances print several for one line. */
export function outputLines(text: string): readonly OutputLine[] {
  const lines: OutputLine[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = squeeze(raw.includes('<') ? raw.replace(pagerMark, ' ') : raw);
    if (line === '') continue;
    lines.push({ number: index + 1, text: line, raw: raw.replaceAll('\r', ''), column: columnOf(raw) });
  }
  return lines;
}

/** Of what was printed last: the pager, and the appliance itself, go back to the beginning of a line. */
function columnOf(raw: string): number {
  const shown = raw.replace(pagerMark, '');
  let column = 0;
  for (const sign of shown.includes('\r') ? lastPrinted(shown) : shown) {
    if (sign !== ' ' && sign !== '\t') break;
    column = sign === ' ' ? column + 1 : column + 8 - (column % 8);
  }
  return column;
}

function lastPrinted(shown: string): string {
  return shown.split('\r').findLast((part) => squeeze(part) !== '') ?? '';
}

/** Blanks, TABs and carriage returns only: any other odd character is left in, and so refused by the grammar. */
function squeeze(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (from < to && isBlank(raw.charCodeAt(from))) from += 1;
  while (to > from && isBlank(raw.charCodeAt(to - 1))) to -= 1;
  const text = raw.slice(from, to);
  return /[\t\r]| {2}/.test(text) ? text.replace(/[ \t\r]+/g, ' ') : text;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
