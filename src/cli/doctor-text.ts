import { styleText } from 'node:util';
import { healthOf } from '../doctor/index.ts';
import type { ExaminedRow, Health, Outcome, Row } from '../doctor/index.ts';
import { printable } from './terminal.ts';

/** The worst first. */
const order: readonly Outcome[] = ['wrong', 'unknown', 'warning', 'ok'];
const colours = { wrong: 'red', unknown: 'yellow', warning: 'yellow', ok: 'green' } as const;
/** How much is told of what is well; all of it stands in the JSON. */
const mostOfOk = 80;

const summaries: Readonly<Record<Health, string>> = {
  wrong: 'Something is wrong with this bench.',
  unreached: 'Something of this bench could not be reached; what depends on it is unknown.',
  unclear: 'Nothing is wrong as far as can be told; something could not be told.',
  good: 'Nothing is wrong with this bench.',
};

/** Rows for people: a device after the other, the one with the worst first; with what to do under what is not well. */
export function doctorText(rows: readonly ExaminedRow[], isColoured: boolean): string {
  const shown = rows.filter(({ because }) => because !== 'unconfigured');
  const devices = [...new Set(rows.map(({ device }) => device))];
  const rowsOf = (device: string): readonly Row[] =>
    shown.filter((row) => row.device === device).toSorted((a, b) => rank(a) - rank(b));
  const worst = (device: string): number => Math.min(...rowsOf(device).map(rank));
  const told = devices
    .toSorted((a, b) => worst(a) - worst(b))
    .flatMap((device) => [device, ...tableOf(rowsOf(device), isColoured), ...waiting(rows, device), '']);
  const counts = order.map((each) => `${rows.filter(({ outcome }) => outcome === each).length} ${each}`);
  return `${told.join('\n')}\n${counts.join(', ')}\n${summaries[healthOf(rows)]}\n`;
}

function rank({ outcome }: Row): number {
  return order.indexOf(outcome);
}

function tableOf(rows: readonly Row[], isColoured: boolean): readonly string[] {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.flatMap((row) => linesOf(row, width, isColoured));
}

function linesOf(row: Row, width: number, isColoured: boolean): readonly string[] {
  const { what, outcome, wanted, do: todo } = row;
  const said = oneLine(row.said);
  const isCut = outcome === 'ok' && said.length > mostOfOk;
  const mark = outcome.padEnd(7);
  const under = ' '.repeat(13);
  return [
    `  ${isColoured ? styleText(colours[outcome], mark) : mark}  ${what.padEnd(width)}  ${isCut ? `${said.slice(0, mostOfOk - 1)}…` : said}`,
    ...(wanted === undefined ? [] : [`${under}wanted: ${oneLine(wanted)}`]),
    ...(todo === undefined ? [] : [`${under}do: ${oneLine(todo)}`]),
  ];
}

/** What cannot be seen before the pair is configured is one line, not one for each. */
function waiting(rows: readonly Row[], device: string): readonly string[] {
  const waits = rows.filter((row) => row.device === device && row.because === 'unconfigured');
  const [first] = waits;
  return first ? [`  later    ${waits.length} more: ${oneLine(first.said)}`] : [];
}

/** What devices say goes to a terminal: on one line, and without what would move its cursor. */
function oneLine(text: string): string {
  return printable(text.replaceAll(/\s*\n\s*/g, ' '));
}
