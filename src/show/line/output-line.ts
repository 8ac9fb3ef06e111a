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
    const line = squeeze(raw.replace(pagerMark, ' '));
    const printed = raw.replaceAll('\r', '');
    if (line !== '') lines.push({ number: index + 1, text: line, raw: printed, column: columnOf(raw) });
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
  const single = raw.replace(/[ \t\r]+/g, ' ');
  const from = single.startsWith(' ') ? 1 : 0;
  return single.slice(from, single.length > from && single.endsWith(' ') ? -1 : undefined);
}
