import { pause, type Clock } from '../../clock.ts';
import { LeaseLost } from '../../errors.ts';
import type { Line, MayAct } from '../../transport/index.ts';
import type { Typed } from './dialogue.ts';
import type { Ear } from './ear.ts';
import { NoAnswer } from './no-answer.ts';
import type { Secret, SessionOptions } from './session-options.ts';

/** What the parts of a session share: the line, the ear on it, the options, and what is known of the login. */
export interface Talk {
  readonly line: Line;
  readonly clock: Clock;
  readonly ear: Ear;
  readonly settings: Required<SessionOptions>;
  /** Parts of lines that were shown masked; they are masked in errors too. */
  readonly hidden: Set<string>;
  pager: Pager;
  /** The console stands in a context, and not where a login leads. */
  isAway: boolean;
  /** The names in the prompt where commands are typed that ask for no context; unknown before the first. */
  home: string | undefined;
}

/** `on` until it was turned off since the last login; it `stays` where a unit knows no way (PIX 6). */
export type Pager = 'on' | 'off' | 'stays';

/** How long something may still take, and what it is called. */
export interface Deadline {
  /** For people. */
  readonly command: string;
  readonly askedMs: number;
  readonly untilMs: number;
  /** Bytes that had come when it was asked. */
  readonly received: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Types a line and Enter; resolves when it is handed over. `mayAct` is asked before it, and before its Enter where
 * that comes later. Throws `NoAnswer` if the line is closed.
 */
export async function type(talk: Talk, what: Typed, deadline: Deadline, mayAct?: MayAct): Promise<void> {
  await mayAct?.();
  for (const token of hiddenTokens(what)) talk.hidden.add(token);
  talk.ear.expect(what);
  await write(talk, `${what.typed}\r`, deadline, mayAct);
}

/**
 * Asks a console that stands nowhere to say where it stands: Ctrl-U, and Enter. What somebody typed there and left is
 * wiped out first, or the Enter would run it: PIX and ASA erase the line with Ctrl-U as IOS does, and a `[confirm]`
 * takes every key but Enter and `y` for a no. Pages, logins and boots make nothing of it.
 */
export async function wake(talk: Talk, deadline: Deadline): Promise<void> {
  talk.ear.expect({ typed: '', shown: '' });
  await write(talk, '\u0015\r', deadline);
}

/** Presses keys without Enter, as the pager and the boot want them. */
export async function press(talk: Talk, keys: string, deadline: Deadline): Promise<void> {
  talk.ear.leave();
  await write(talk, keys, deadline);
}

async function write(talk: Talk, text: string, deadline: Deadline, mayAct?: MayAct): Promise<void> {
  const { line, clock, settings } = talk;
  const pieces = settings.msPerCharacter > 0 ? Array.from(text) : [text];
  try {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await pause(clock, settings.msPerCharacter, deadline.signal);
      if (index > 0 && index === pieces.length - 1) await mayAct?.();
      await line.write(Uint8Array.from(Buffer.from(piece, 'utf8')));
    }
  } catch (error) {
    if (error instanceof LeaseLost || (talk.ear.place.at !== 'closed' && line.open)) throw error;
    throw noAnswer(talk, deadline, 'the line is closed', error);
  }
}

/** The error that says that nothing, or not the right thing, came. */
export function noAnswer(talk: Talk, deadline: Deadline, why?: string, cause?: unknown): NoAnswer {
  const { ear, settings, line, clock } = talk;
  return new NoAnswer(
    {
      device: settings.name,
      line: line.name,
      command: deadline.command,
      askedMs: deadline.askedMs,
      gaveUpMs: clock.nowMs(),
      silent: ear.received === deadline.received,
      lastLines: ear.lastLines.map((text) => mask(talk, text)),
      where: ear.place,
      ...(why !== undefined && { why }),
    },
    cause === undefined ? undefined : { cause },
  );
}

/** The text without any secret that this session types. */
export function mask(talk: Talk, text: string): string {
  const { password, enable } = talk.settings;
  let masked = text;
  for (const secret of [reveal(password), reveal(enable), ...talk.hidden])
    if (secret !== '') masked = masked.replaceAll(secret, '*****');
  return masked;
}

/** The secret itself; call it where it is typed, and keep it nowhere. */
export function reveal(secret: Secret): string {
  return typeof secret === 'string' ? secret : secret();
}

function hiddenTokens({ typed, shown }: Typed): string[] {
  if (typed === shown) return [];
  const visible = new Set(shown.split(/\s+/));
  return typed.split(/\s+/).filter((token) => token !== '' && !visible.has(token));
}
