import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import { stateWord } from '../word/state-word.ts';
import { groupWord, unitWord } from '../word/unit-word.ts';
import type { FailoverStateFacts, StateRow, UnitStateFacts } from './facts.ts';
import { barred, readSections } from './sections.ts';

type StateOnly = Pick<StateRow, 'group' | 'state'>;

const unitLine = shaped(/^(Primary|Secondary)(?: ?\|(?: ([^|]+?) ?\|)?)?$/i, (name = '', word = '') => {
  const unit = unitWord(name);
  const state = word === '' ? undefined : stateWord(word);
  if (unit === undefined || (word !== '' && state === undefined)) return undefined;
  return { unit, rows: state === undefined ? [] : [{ state }] };
});

const groupLine = shaped(
  /^Group (\d+) ?\| ([^|]+?) ?\|?$/i,
  (number = '', word = ''): StateOnly | undefined => {
    const group = groupWord(number);
    const state = stateWord(word);
    return group && state && { group, state };
  },
);

/** Reads the pipe form of 7.x (document 77809, «Use of the show failover Command»), or nothing if it is not next. */
export function readOldForm(cursor: Cursor): FailoverStateFacts | undefined {
  if (cursor.read(barred('My State')) === undefined) return undefined;
  const mine = readUnit(cursor);
  cursor.need(barred('Other State'), '`====Other State====`');
  const theirs = readUnit(cursor);
  const sections = readSections(cursor);
  const reasons = cursor.read(barred('Failed Reason')) === undefined ? {} : readReasons(cursor);
  return {
    form: 'old',
    thisHost: withReason(mine, reasons.mine),
    otherHost: withReason(theirs, reasons.theirs),
    ...sections,
  };
}

function readUnit(cursor: Cursor): { unit: UnitStateFacts['unit']; rows: readonly StateOnly[] } {
  const { unit, rows } = cursor.need(unitLine, '`Primary | Active |` or the like');
  const states = rows.length > 0 ? rows : cursor.readAll(groupLine);
  if (states.length === 0) cursor.refuse('`Group 1 | Active |` or the like');
  return { unit, rows: states };
}

const mineLine = shaped(/^My Fail Reason ?:(?: (.+))?$/i, (rest = '') => rest);
const theirsLine = shaped(/^Other Fail Reason ?:(?: (.+))?$/i, (rest = '') => rest);
const reasonLine = shaped(/^([a-z]+(?: [a-z]+)? failure|None|Unknown)$/i, (words = '') => words);

function readReasons(cursor: Cursor): { mine?: string; theirs?: string } {
  const mine = cursor.need(mineLine, '`My Fail Reason:`') || cursor.read(reasonLine);
  const theirs =
    cursor.need(theirsLine, 'a known reason, or `Other Fail Reason:`') || cursor.read(reasonLine);
  return { ...(mine !== undefined && { mine }), ...(theirs !== undefined && { theirs }) };
}

function withReason(
  host: { unit: UnitStateFacts['unit']; rows: readonly StateOnly[] },
  reason?: string,
): UnitStateFacts {
  const rows = host.rows.map((row) => ({ ...row, ...(reason !== undefined && { reason }), interfaces: [] }));
  return { unit: host.unit, rows };
}
