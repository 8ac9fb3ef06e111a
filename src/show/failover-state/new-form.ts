import type { Cursor, LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import { trailingDate } from '../word/date.ts';
import { healthWord } from '../word/interface-row.ts';
import { leadingState } from '../word/state-word.ts';
import { groupWord, unitWord } from '../word/unit-word.ts';
import type { FailedInterface, FailoverStateFacts, StateRow, UnitStateFacts } from './facts.ts';
import { readSections } from './sections.ts';

const heading = shaped(/^State Last Failure Reason Date\/Time$/i, () => true);
const thisHeading = shaped(/^This host ?- ?(\w+)$/i, (word = '') => unitWord(word));
const otherHeading = shaped(/^Other host ?- ?(\w+)$/i, (word = '') => unitWord(word));

/** Reads the form of 8.x and later, or nothing if its heading is not next. */
export function readNewForm(cursor: Cursor): FailoverStateFacts | undefined {
  if (cursor.read(heading) === undefined) return undefined;
  const thisHost = readUnit(cursor, thisHeading, '`This host - Primary` or `- Secondary`');
  const otherHost = readUnit(cursor, otherHeading, 'a further row of this host, or `Other host - …`');
  return { form: 'new', thisHost, otherHost, ...readSections(cursor) };
}

function readUnit(
  cursor: Cursor,
  unitLine: LineReader<UnitStateFacts['unit']>,
  expected: string,
): UnitStateFacts {
  const unit = cursor.need(unitLine, expected);
  const rows: StateRow[] = [];
  for (let row = cursor.read(stateRow); row !== undefined; row = cursor.read(stateRow)) {
    rows.push({ ...row, interfaces: cursor.readAll(failedInterface) });
    if (row.group === undefined) break;
  }
  if (rows.length === 0) cursor.refuse('a state with the reason of the last failure');
  return { unit, rows };
}

/** `[Group n ]state reason[ date]`: states are known words, dates have a shape, and the reason is what is between. */
function stateRow(text: string): Omit<StateRow, 'interfaces'> | undefined {
  const grouped = /^Group (\d+) (.+)$/i.exec(text);
  const group = grouped === null ? undefined : groupWord(grouped[1] ?? '');
  if (grouped !== null && group === undefined) return undefined;
  const leading = leadingState(grouped?.[2] ?? text);
  if (leading === undefined) return undefined;
  const dated = trailingDate(leading.rest);
  const reason = dated?.before ?? leading.rest;
  return {
    ...(group && { group }),
    state: leading.state,
    ...(reason !== '' && { reason }),
    ...(dated && { at: dated.at }),
  };
}

const failedInterface = shaped(
  /^(?:([^\s:]+) )?([^\s:]+) ?: ([a-z ]+)$/i,
  (context = '', nameif = '', printed = ''): FailedInterface | undefined => {
    const health = healthWord(printed);
    return health && (context === '' ? { nameif, health } : { context, nameif, health });
  },
);
