import type { ConsoleMessage } from '../../pair/index.ts';
import { matchEcho, type Expectation } from './echo.ts';
import type { DialogueEvent } from './event.ts';
import { bootStep, gluedMessageAt, isProgress, readMessage } from './message.ts';
import { splitPrompt, type Prompt } from './prompt.ts';
import { parseQuestion } from './question.ts';
import { draw } from './screen.ts';

/** The row under way and what is known about it; bytes are held as one character each. */
export interface RowState {
  /** What has arrived and has not been told. */
  readonly raw: string;
  /** What stands in the row before it: a prompt or question that was told when it settled. */
  readonly head: string | undefined;
  readonly expected: Expectation | undefined;
  /** Messages are output of the command under way, which prints old ones. */
  readonly quoting: boolean;
  /** How far a boot has come; 0 when there is none. */
  readonly boot: number;
}

/** What a row came to: the events, and what is known now. */
export interface RowReading {
  readonly events: readonly DialogueEvent[];
  readonly expected: Expectation | undefined;
  readonly boot: number;
}

/** Tells a row that has ended. */
export function readRow(row: RowState): RowReading {
  if (row.head === undefined) return readFresh(row, draw(row.raw), false);
  const head = row.head.trimEnd();
  const text = draw(row.raw, row.head);
  if (text.startsWith(head)) return readBehind(row, text.slice(head.length).replace(/^ /, ''), false);
  const redrawn = splitPrompt(text);
  return readBehind(row, redrawn ? redrawn.rest : text, false);
}

/** Tells what stands behind a prompt or a question. */
function readBehind(row: RowState, text: string, cut: boolean): RowReading {
  const blank = text.trim() === '';
  const known =
    (cut && blank ? undefined : readEcho(row, text)) ??
    readGlued(row, (before) => readBehind(before, draw(before.raw), true)) ??
    readWhole(row, text) ??
    readProgress(row, text);
  if (known) return known;
  if (!blank && row.expected) return tell(row, echoed(row.expected, 'differs', row.raw));
  return tell(row, { event: 'line', text, cut, glued: true, raw: bytes(row.raw) });
}

/** Tells a row that nothing was told of yet. */
function readFresh(row: RowState, text: string, cut: boolean): RowReading {
  const line: DialogueEvent = { event: 'line', text, cut, glued: false, raw: bytes(row.raw) };
  if (text.trim() === '') return tell(row, line);
  const echo = readEcho(row, text);
  if (echo && isWholeOrContinued(row, echo)) return echo;
  const split = splitPrompt(text);
  const question = cut ? parseQuestion(text) : undefined;
  return (
    (split && readPassing(row, split.prompt, split.rest)) ??
    (question && tell(row, { event: 'question', question, settled: false, raw: bytes(row.raw) })) ??
    readGlued(row, (before) => readFresh(before, draw(before.raw), true)) ??
    readWhole(row, text) ??
    tell(row, line)
  );
}

/** A row with a prompt that something came after before it could settle. */
function readPassing(row: RowState, prompt: Prompt, rest: string): RowReading | undefined {
  if (rest.trim() === '') return tell(row, { event: 'prompt', prompt, settled: false, raw: bytes(row.raw) });
  // Where the row was redrawn, its bytes cannot be parted, and all of them go with what was drawn last.
  const at = Math.max(0, row.raw.lastIndexOf(rest));
  const behind = { ...row, raw: row.raw.slice(at) };
  const reading = readEcho(behind, rest) ?? readWhole(behind, rest) ?? readProgress(behind, rest);
  if (!reading) return undefined;
  const before: DialogueEvent = { event: 'prompt', prompt, settled: false, raw: bytes(row.raw.slice(0, at)) };
  return { ...reading, events: [before, ...reading.events] };
}

function readEcho(row: RowState, text: string): RowReading | undefined {
  const { expected } = row;
  // Progress dots may stand between a prompt and what is typed there.
  const match = expected && (matchEcho(expected, text) ?? matchEcho(expected, text.replace(/^\.+/, '')));
  if (!expected || !match) return undefined;
  const reading = tell(row, echoed(expected, match.extent, row.raw));
  return {
    ...reading,
    expected: match.extent === 'whole' ? undefined : { ...expected, echoed: match.echoed },
  };
}

function isWholeOrContinued(row: RowState, reading: RowReading): boolean {
  return reading.expected === undefined || (row.expected?.echoed ?? 0) > 0;
}

function echoed(expected: Expectation, extent: 'whole' | 'part' | 'differs', raw: string): DialogueEvent {
  const text = expected.secret ? '' : expected.shown;
  return { event: 'echo', text, extent, raw: bytes(raw) };
}

function readProgress(row: RowState, text: string): RowReading | undefined {
  if (!isProgress(text)) return undefined;
  return tell(row, { event: 'message', message: 'other', text: text.trim(), raw: bytes(row.raw) });
}

/** A row that is one message from end to end. */
function readWhole(row: RowState, text: string): RowReading | undefined {
  const known = row.quoting ? undefined : readMessage(text, row.boot > 0);
  if (!known) return undefined;
  const message = known.boot === undefined ? known.message : bootMessage(row.boot, known.boot, known.message);
  const reading = tell(row, { event: 'message', message, text: text.trim(), raw: bytes(row.raw) });
  if (known.message === 'boot-finished') return { ...reading, boot: 0 };
  return known.boot === undefined ? reading : { ...reading, boot: known.boot, expected: undefined };
}

/** `rebooting` is told once a boot: at its first sign, and again when the boot starts over. */
function bootMessage(before: number, now: number, message: ConsoleMessage): ConsoleMessage {
  const first = before < bootStep.rebooting || now < before;
  return message === 'rebooting' && !first ? 'other' : message;
}

/** A row that a message was printed into: what came before the message, read as `before` reads it, and the message. */
function readGlued(row: RowState, before: (row: RowState) => RowReading): RowReading | undefined {
  const at = row.quoting ? -1 : gluedMessageAt(row.raw);
  if (at <= 0) return undefined;
  // Units do not indent these messages: blanks before one are the beginning of a line that it was printed into.
  const cutOff = draw(row.raw.slice(0, at));
  if (cutOff === '' || (row.head !== undefined && cutOff.trim() === '')) return undefined;
  const first = before({ ...row, raw: row.raw.slice(0, at) });
  const rest = {
    ...row,
    raw: row.raw.slice(at),
    head: undefined,
    expected: first.expected,
    boot: first.boot,
  };
  const text = draw(rest.raw);
  const line: DialogueEvent = { event: 'line', text, cut: false, glued: false, raw: bytes(rest.raw) };
  const then = readWhole(rest, text) ?? tell(rest, line);
  return { ...then, events: [...first.events, ...then.events] };
}

function tell(row: RowState, event: DialogueEvent): RowReading {
  return { events: [event], expected: row.expected, boot: row.boot };
}

/** The bytes that a string of one character a byte stands for. */
export function bytes(raw: string): Uint8Array {
  return new Uint8Array(Buffer.from(raw, 'latin1'));
}
