import { styleText } from 'node:util';
import { healthOf } from '../doctor/index.ts';
import type { ExaminedRow, Health, Outcome, Row } from '../doctor/index.ts';
import { visibleLine } from '../report/index.ts';

/** The worst first. */
const order: readonly Outcome[] = ['wrong', 'unknown', 'warning', 'ok'];
const colours = { wrong: 'red', unknown: 'yellow', warning: 'yellow', ok: 'green' } as const;
/** How many characters are told of what is well, and of what is unknown for one reason; all of it stands in the JSON. */
const most = 72;

const summaries: Readonly<Record<Health, string>> = {
  wrong: 'Something is wrong with this bench.',
  unreached: 'Something of this bench could not be reached; what depends on it is unknown.',
  unclear: 'Nothing is wrong as far as can be told; something could not be told.',
  good: 'Nothing is wrong with this bench.',
};

/** Rows for people: a device after the other, the one with the worst first; with what to do under what is not well. */
export function doctorText(rows: readonly ExaminedRow[], isColoured: boolean): string {
  const devices = [...new Set(rows.map(({ device }) => device))];
  const rowsOf = (device: string): readonly Row[] =>
    rows.filter((row) => row.device === device).toSorted((a, b) => rank(a) - rank(b));
  const worst = (device: string): number => Math.min(...rowsOf(device).map(rank));
  const told = devices
    .toSorted((a, b) => worst(a) - worst(b))
    .flatMap((device) => [visibleLine(device), ...tableOf(rowsOf(device), isColoured), '']);
  const counts = order.map((each) => `${rows.filter(({ outcome }) => outcome === each).length} ${each}`);
  return `${told.join('\n')}\n${counts.join(', ')}\n${summaries[healthOf(rows)]}\n`;
}

/** What waits for the pair to be configured is the least of what is not well. */
function rank({ outcome, because }: Row): number {
  return order.indexOf(outcome) + (because === 'unconfigured' ? 1.5 : 0);
}

/** What is unknown for one reason is told once. */
function tableOf(rows: readonly Row[], isColoured: boolean): readonly string[] {
  const firsts = rows.filter(
    (row, at) => rows.findIndex((other) => other === row || isAlike(row, other)) === at,
  );
  const width = Math.max(...firsts.map(({ what }) => what.length));
  return firsts.flatMap((row) => {
    const others = rows.filter((other) => other !== row && isAlike(row, other)).map(({ what }) => what);
    const more = `and for the same reason ${others.length} more: ${others.join(', ')}`;
    return [
      ...linesOf(row, width, isColoured),
      ...(others.length === 0 ? [] : [`${under}${cut(visibleLine(more))}`]),
    ];
  });
}

function isAlike(one: Row, other: Row): boolean {
  return one.outcome === 'unknown' && other.outcome === 'unknown' && one.said === other.said;
}

const under = ' '.repeat(13);

function linesOf(row: Row, width: number, isColoured: boolean): readonly string[] {
  const { what, outcome, wanted, do: todo } = row;
  const said = visibleLine(row.said);
  const mark = outcome.padEnd(7);
  const shown = isColoured ? styleText(colours[outcome], mark, { validateStream: false }) : mark;
  return [
    `  ${shown}  ${visibleLine(what).padEnd(width)}  ${outcome === 'ok' ? cut(said) : said}`,
    ...(wanted === undefined ? [] : [`${under}wanted: ${visibleLine(wanted)}`]),
    ...(todo === undefined ? [] : [`${under}do: ${visibleLine(todo)}`]),
  ];
}

function cut(text: string): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
