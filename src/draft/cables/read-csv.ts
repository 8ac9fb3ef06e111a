import { TopologyError } from '../../errors.ts';
import type { Complaint, Place } from '../../errors.ts';

/** One cell, without the quotes and blanks around it. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
}

const longestText = 512 * 1024;
const mostRows = 5000;
const mostCells = 64;
const longestCell = 200;

/**
 * Reads a table of cells with commas, semicolons or tabs between them, whichever the first line has most of; quotes
 * as in RFC 4180. Empty rows and those that begin with # are passed over. Throws `TopologyError` with each place.
 */
export function readCsv(text: string, file: string): readonly (readonly Cell[])[] {
  const at = (line: number, column: number): Place => ({ file, line, column });
  if (text.length > longestText)
    refuse(at(1, 1), `the file is longer than ${longestText} characters; is it a cable list?`);
  const rows = split(text.replace(/^\uFEFF/, ''), at).filter(
    (row) => row.some((cell) => cell.text !== '') && row[0]?.text.startsWith('#') !== true,
  );
  if (rows.length > mostRows) refuse(at(1, 1), `there are more than ${mostRows} rows; is it a cable list?`);
  const complaints = rows.flatMap((row) => cellComplaints(row));
  if (complaints.length > 0) throw new TopologyError(complaints.slice(0, 20));
  return rows;
}

function refuse(place: Place, message: string): never {
  throw new TopologyError([{ place, message }]);
}

function cellComplaints(row: readonly Cell[]): readonly Complaint[] {
  const many = row[mostCells];
  return [
    ...(many ? [{ place: many.place, message: `a row has ${mostCells} cells at most` }] : []),
    ...row
      .filter(({ text }) => text.length > longestCell || /\p{Cc}/u.test(text))
      .map(({ place, text }) => ({
        place,
        message:
          text.length > longestCell
            ? `a cell is longer than ${longestCell} characters`
            : 'a cell holds a control character or a line break',
      })),
  ];
}

/** Each character is looked at once: a text without end costs no more than its length. */
function split(text: string, at: (line: number, column: number) => Place): readonly (readonly Cell[])[] {
  const separator = separatorOf(text.slice(0, 4096));
  const rows: Cell[][] = [[]];
  let [line, lineBegin, index] = [1, 0, 0];
  while (index <= text.length) {
    const begin = index;
    const place = at(line, begin - lineBegin + 1);
    let cell = '';
    if (text[index] === '"') {
      const end = closing(text, index);
      if (end === undefined) return refuse(place, 'this quote is never closed');
      cell = text.slice(index + 1, end).replaceAll('""', '"');
      line += cell.match(/\n/g)?.length ?? 0;
      index = end + 1;
    }
    const rest = nextOf(text, index, separator);
    cell += text.slice(index, rest);
    rows.at(-1)?.push({ text: cell.trim(), place });
    index = rest + 1;
    if (text[rest] === separator) continue;
    if (text[rest] === '\r' && text[index] === '\n') index++;
    line++;
    lineBegin = index;
    if (index < text.length) rows.push([]);
    else break;
  }
  return rows;
}

function separatorOf(beginning: string): string {
  const header = beginning.split(/\r\n|\r|\n/).find((row) => row.trim() !== '' && !row.startsWith('#')) ?? '';
  const count = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Where a quoted cell ends; two quotes in it are one. */
function closing(text: string, begin: number): number | undefined {
  for (let index = begin + 1; index < text.length; index++) {
    if (text[index] !== '"') continue;
    if (text[index + 1] !== '"') return index;
    index++;
  }
  return undefined;
}

function nextOf(text: string, from: number, separator: string): number {
  for (let index = from; index < text.length; index++) {
    const char = text[index];
    if (char === separator || char === '\n' || char === '\r') return index;
  }
  return text.length;
}
