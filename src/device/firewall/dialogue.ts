import type { Expectation } from './echo.ts';
import type { DialogueEvent } from './event.ts';
import { isProgress, quotesMessages } from './message.ts';
import { parseGluedPrompts, parsePrompt } from './prompt.ts';
import { parseQuestion } from './question.ts';
import { bytes, readRow, type RowReading, type RowState } from './row.ts';
import { draw } from './screen.ts';

/** All that is remembered of a dialogue between two calls: one row at most, and what was typed into it. */
export interface DialogueState extends RowState {
  /** A page was turned: the row begins with what wipes the pager's mark out. */
  readonly wiping: boolean;
  /** How much of the pager's mark the row spells; -1 if it holds anything else. */
  readonly pager: number;
  /** Characters looked at so far; what the bound on cost is tested with. */
  readonly work: number;
}

/** The state after some bytes, and what was in them. */
export interface Heard {
  readonly state: DialogueState;
  readonly events: readonly DialogueEvent[];
}

/** What is about to be typed, without its Enter. */
export interface Typed {
  readonly typed: string;
  /** The form for people; a secret is masked in it. */
  readonly shown: string;
  /** A password, asked for by a question. */
  readonly secret?: boolean;
}

const pagerMark = '<--- More --->';
const lineFeed = 0x0a;
/** A longer row is told in pieces. Redraws of one long command, scrolled at every character, fit in. */
export const rowLimit = 65_536;

/** A dialogue in which nothing was said yet. */
export const silence: DialogueState = {
  raw: '',
  head: undefined,
  expected: undefined,
  quoting: false,
  boot: 0,
  wiping: false,
  pager: 0,
  work: 0,
};

/** Announces what is typed next, so that its echo can be told from output. */
export function typed(state: DialogueState, what: Typed): DialogueState {
  const expected: Expectation = { ...what, secret: what.secret ?? false, echoed: 0 };
  return { ...state, expected, quoting: quotesMessages(what.typed) };
}

/**
 * Hears bytes. Rows are told when they end and the pager's mark when it is complete, so the same bytes give the
 * same events however they are chopped; the row under way waits for more bytes or for `settled`. Looks at every
 * byte a bounded number of times.
 */
export function receive(state: DialogueState, arrived: Uint8Array): Heard {
  const text = Buffer.from(arrived).toString('latin1');
  const events: DialogueEvent[] = [];
  let now = state;
  let { pager } = state;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    // In a row that cannot spell the mark any more, nothing happens before its end.
    if (pager < 0) at = rowEnd(text, at, from + rowLimit - now.raw.length - 1);
    pager = pagerAfter(pager, text.charAt(at));
    const length = now.raw.length + at + 1 - from;
    const ended = text.charCodeAt(at) === lineFeed || length >= rowLimit;
    if (!ended && pager < pagerMark.length) continue;
    const row = { ...now, raw: now.raw + text.slice(from, at + 1), work: now.work + length };
    const told = ended ? endRow(row) : turnPage(row);
    events.push(...told.events);
    now = told.state;
    from = at + 1;
    pager = 0;
  }
  return { state: { ...now, raw: now.raw + text.slice(from), pager, work: now.work + text.length }, events };
}

/** Where the row at `at` ends in the text: at its line feed, where it is full, or with the text. */
function rowEnd(text: string, at: number, fullAt: number): number {
  const feedAt = text.indexOf('\n', at);
  return Math.max(at, Math.min(feedAt < 0 ? text.length - 1 : feedAt, fullAt));
}

/**
 * Tells the row under way as a prompt or a question, if it is one. Call it when nothing came for a quiet time:
 * a prompt is only a prompt at the end of what has arrived.
 */
export function settled(state: DialogueState): Heard {
  const { row, wiped } = unwiped({ ...state, work: state.work + state.raw.length });
  const behind = draw(row.raw);
  if (behind.trim() === '') return { state, events: [] };
  const text = draw(row.raw, row.head);
  const event = row.head !== undefined && isProgress(behind) ? progress(behind, row) : waiting(text, row);
  if (!event) return { state: { ...state, work: row.work }, events: [] };
  const next = { ...row, ...afterWaiting(row, event), raw: '', head: text, wiping: false, pager: -1 };
  return { state: next, events: [withWiped(wiped, event)] };
}

/** The row under way as a terminal would show it. */
export function underWay(state: DialogueState): string {
  return draw(state.raw, state.head);
}

function progress(text: string, state: DialogueState): DialogueEvent | undefined {
  if (state.expected && state.expected.typed !== '') return undefined;
  return { event: 'message', message: 'other', text: text.trim(), raw: bytes(state.raw) };
}

function waiting(text: string, state: DialogueState): DialogueEvent | undefined {
  if (isHalfOverwritten(text, state.raw)) return undefined;
  const prompt = parsePrompt(text) ?? parseGluedPrompts(text);
  if (prompt) return { event: 'prompt', prompt, settled: true, raw: bytes(state.raw) };
  const question = parseQuestion(text);
  return question && { event: 'question', question, settled: true, raw: bytes(state.raw) };
}

/** What a carriage return began to overwrite is neither what stood there nor what is going to. */
function isHalfOverwritten(text: string, raw: string): boolean {
  const returned = raw.lastIndexOf('\r');
  const since = returned < 0 ? '' : draw(raw.slice(returned + 1)).trimEnd();
  return since !== '' && since !== text.trimEnd();
}

/** A settled prompt ends what was: a boot, a page of old messages, an Enter that was typed for a prompt. */
function afterWaiting(
  state: DialogueState,
  told: DialogueEvent,
): Pick<DialogueState, 'expected' | 'quoting' | 'boot'> {
  if (told.event === 'message') return state;
  const expected = state.expected?.typed === '' && !state.expected.secret ? undefined : state.expected;
  const quoting = told.event === 'prompt' && !expected ? false : state.quoting;
  return { expected, quoting, boot: 0 };
}

function endRow(state: DialogueState): Heard {
  const { row, wiped } = unwiped(state);
  const { events, expected, boot } = row.raw.endsWith('\n') ? readRow(row) : readPiece(row);
  const [first, ...others] = events;
  return {
    state: { ...row, ...nextRow, expected, boot },
    events: first ? [withWiped(wiped, first), ...others] : [],
  };
}

/** A row that is too long to wait for its end. */
function readPiece(row: DialogueState): RowReading {
  const text = draw(row.raw, row.head).slice(row.head?.length ?? 0);
  const piece: DialogueEvent = {
    event: 'line',
    text,
    cut: true,
    glued: row.head !== undefined,
    raw: bytes(row.raw),
  };
  return { events: [piece], expected: row.expected, boot: row.boot };
}

const nextRow = { raw: '', head: undefined, wiping: false } as const;

function turnPage(state: DialogueState): Heard {
  return {
    state: { ...state, ...nextRow, wiping: true },
    events: [{ event: 'more', raw: bytes(state.raw) }],
  };
}

/** The mark counts where nothing else stands in its row. */
function pagerAfter(before: number, character: string): number {
  if (before >= 0 && character === pagerMark.charAt(before)) return before + 1;
  return before === 0 && character <= ' ' ? 0 : -1;
}

// A turned page is wiped out with CR, blanks, CR, or with backspaces; the blanks are not the next line's.
const wipe = /^ ?(?:\r+ {1,20}\r+|[\b]{1,20} {1,20}[\b]{1,20})/;

function unwiped(state: DialogueState): { readonly row: DialogueState; readonly wiped: string } {
  if (!state.wiping) return { row: state, wiped: '' };
  const wiped = wipe.exec(state.raw)?.[0] ?? '';
  return { row: { ...state, raw: state.raw.slice(wiped.length) }, wiped };
}

function withWiped(wiped: string, event: DialogueEvent): DialogueEvent {
  return wiped === '' ? event : { ...event, raw: Uint8Array.from([...bytes(wiped), ...event.raw]) };
}
