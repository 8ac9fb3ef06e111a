const tab = 0x09;
const backspace = 0x08;
const carriageReturn = 0x0d;
const escape = 0x1b;
const firstPrintable = 0x20;
const rubout = 0x7f;
const longestSequence = 32;

/** Nothing but what is put behind what stands there, and the end of the row. */
const plain = /^[\t\x20-\x7e\x80-\xff]*(?:\r*\n)?$/;

interface Row {
  cells: string[];
  column: number;
}

/**
 * What a terminal would show in one row after `raw` (one character a byte) was written behind `before`:
 * carriage returns and backspaces move, characters overwrite, escape sequences and other controls leave no
 * mark. TABs stay TABs, because units align their tables with them. Costs one step a byte.
 */
export function draw(raw: string, before = ''): string {
  if (plain.test(raw)) return before + raw.replace(/\r*\n$/, '');
  const row: Row = { cells: Array.from(before), column: before.length };
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === carriageReturn) row.column = 0;
    else if (code === backspace) row.column = Math.max(0, row.column - 1);
    else if (code === escape) at = afterSequence(raw, at, row) - 1;
    else if ((code >= firstPrintable && code !== rubout) || code === tab) put(row, raw.charAt(at));
  }
  return row.cells.join('');
}

function put(row: Row, character: string): void {
  while (row.cells.length < row.column) row.cells.push(' ');
  row.cells[row.column++] = character;
}

/** Skips `ESC [ … letter` or `ESC x`, doing the two that units are seen to use in redraws: erase and move. */
function afterSequence(raw: string, start: number, row: Row): number {
  if (raw.charAt(start + 1) !== '[') return isControl(raw, start + 1) ? start + 1 : start + 2;
  const last = Math.min(raw.length, start + longestSequence);
  for (let at = start + 2; at < last; at++) {
    const code = raw.charCodeAt(at);
    if (code < firstPrintable || code === rubout) return at;
    if (code < 0x40) continue;
    act(raw.charAt(at), raw.slice(start + 2, at), row);
    return at + 1;
  }
  return last;
}

function act(letter: string, parameters: string, row: Row): void {
  const count = Math.min(1000, Number(parameters) || 1);
  if (letter === 'K') row.cells.length = Math.min(row.cells.length, row.column);
  else if (letter === 'D') row.column = Math.max(0, row.column - count);
  else if (letter === 'C') row.column = Math.min(row.column + count, row.cells.length);
}

function isControl(raw: string, at: number): boolean {
  return at >= raw.length || raw.charCodeAt(at) < firstPrintable;
}
