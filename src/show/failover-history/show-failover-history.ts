import type { GroupId } from '../../pair/index.ts';
import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import { wholeDate } from '../word/date.ts';
import { leadingState } from '../word/state-word.ts';
import { groupWord } from '../word/unit-word.ts';
import type { FailoverHistoryFacts, MateHistory, TransitionFacts } from './facts.ts';
import { continuesReason, isNote } from './reason.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type Transition = Omit<TransitionFacts, 'at' | 'notes'>;

/** `show failover history`, with the group column of Active/Active, and with `details` of the mate. */
export const showFailoverHistory: ShowParser<FailoverHistoryFacts> = showParser(
  'show failover history [details]',
  (cursor) => {
    const own = readTable(cursor);
    const mate = readMate(cursor);
    return { ...own, ...(mate && { mate }) };
  },
);

const bar = shaped(/^=+(?:[a-z-]+=+)?$/i, () => true);
const heading = shaped(/^(?:Group )?From State To State Reason$/i, () => true);
const collected = shaped(/^PEER History Collected at (.+)$/i, (date = '') => wholeDate(date));

function readMate(cursor: Cursor): MateHistory | undefined {
  const collectedAt = cursor.read(collected);
  return collectedAt === undefined ? undefined : { collectedAt, ...readTable(cursor) };
}

function readTable(cursor: Cursor): Pick<FailoverHistoryFacts, 'transitions' | 'complete'> {
  cursor.need(bar, 'a bar of `=` above the heading');
  cursor.need(heading, '`From State  To State  Reason`');
  cursor.need(bar, 'a bar of `=` below the heading');
  const transitions: TransitionFacts[] = [];
  for (let at = cursor.read(wholeDate); at !== undefined; at = cursor.read(wholeDate)) {
    do transitions.push(readTransition(cursor, at));
    while (transitionRow(cursor.peek() ?? '') !== undefined);
  }
  const complete = cursor.read(bar) !== undefined;
  if (!complete) cursor.end('an instant, the continuation of a reason, or the closing bar of `=`');
  return { transitions, complete };
}

function readTransition(cursor: Cursor, at: string): TransitionFacts {
  const row: Draft<Transition> = { ...cursor.need(transitionRow, 'a change of state: `from  to  reason`') };
  const notes: string[] = [];
  cursor.readAll((line, column) => {
    if (notes.length === 0 && continuesReason(row.reason, line)) row.reason = `${row.reason} ${line}`;
    else if (isNote(line) || standsUnderReason(line, column)) notes.push(line);
    else return undefined;
    return true;
  });
  return { at, ...row, notes };
}

/** Where columns are kept, any text may stand under a reason: the column of the reasons begins at the 54th. */
function standsUnderReason(line: string, column: number): boolean {
  return column >= 48 && wholeDate(line) === undefined && transitionRow(line) === undefined && !bar(line);
}

/** Two known states in a row, then the reason; a group number before them in Active/Active. */
function transitionRow(text: string): Transition | undefined {
  const numbered = /^([012]) (.+)$/.exec(text);
  const from = leadingState(numbered?.[2] ?? text);
  const to = from && leadingState(from.rest);
  if (from === undefined || to === undefined) return undefined;
  const group = numbered === null ? undefined : groupOf(numbered[1] ?? '');
  return { ...(group !== undefined && { group }), from: from.state, to: to.state, reason: to.rest };
}

function groupOf(digit: string): 0 | GroupId {
  return groupWord(digit) ?? 0;
}
