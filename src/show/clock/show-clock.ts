import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import { trailingDate, wholeDate } from '../word/date.ts';

/** The appliance's own clock: shown, and never used to measure. */
export interface ClockFacts {
  /** As printed, without the mark: `12:40:33.800 UTC Wed Aug 16 2017`. */
  readonly at: string;
  readonly time: string;
  /** Any word, `GMT/BST` too. */
  readonly zone: string;
  /** Absent where the firmware does not print it. */
  readonly weekday?: string;
  readonly month: string;
  readonly day: number;
  readonly year: number;
  /** The mark before the time: `*` not authoritative, `.` authoritative but not synchronised, none otherwise. */
  readonly mark: '*' | '.' | 'none';
  /** `NTP`, `user configuration`, `hardware calendar`; only in `show clock detail`. */
  readonly source?: string;
  readonly summerTimeStarts?: string;
  readonly summerTimeEnds?: string;
}

/** `show clock`, also with `detail`. */
export const showClock: ShowParser<ClockFacts> = showParser('show clock [detail]', readClock);

function readClock(cursor: Cursor): ClockFacts {
  const clock = cursor.need(clockLine, 'a time and a date, such as `12:40:33.800 UTC Wed Aug 16 2017`');
  const source = cursor.read(
    shaped(/^(?:Time source is (.+)|No time source)$/i, (words = '') => words || 'none'),
  );
  const starts = cursor.read(shaped(/^Summer time starts (.+)$/i, (date = '') => wholeDate(date)));
  const ends = cursor.read(shaped(/^Summer time ends (.+)$/i, (date = '') => wholeDate(date)));
  return {
    ...clock,
    ...(source !== undefined && { source }),
    ...(starts !== undefined && { summerTimeStarts: starts }),
    ...(ends !== undefined && { summerTimeEnds: ends }),
  };
}

function clockLine(text: string): ClockFacts | undefined {
  const dated = trailingDate(text);
  if (dated === undefined || dated.before !== '') return undefined;
  const mark = dated.at.startsWith('*') ? '*' : dated.at.startsWith('.') ? '.' : 'none';
  const at = mark === 'none' ? dated.at : dated.at.slice(1);
  const [time = '', zone = '', ...date] = at.split(' ');
  const [month = '', day = '', year = ''] = date.slice(-3);
  const weekday = date.length > 3 ? date[0] : undefined;
  return {
    at,
    time,
    zone,
    ...(weekday !== undefined && { weekday }),
    month,
    day: Number(day),
    year: Number(year),
    mark,
  };
}
