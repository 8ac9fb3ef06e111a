import { BenchError } from '../../errors.ts';
import { ask, answerTo, reply } from './ask.ts';
import type { Place } from './place.ts';
import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';
import { noAnswer, press, reveal, type, wake, type Deadline, type Talk } from './talk.ts';

/** What was tried on the way; everything has a bound. */
interface Way {
  readonly deadline: Deadline;
  /** `enable` was typed, so that the next password asked for is the enable password. */
  enabling: boolean;
  enables: number;
  enablePasswords: number;
  logins: number;
  passwords: number;
  connects: number;
  steps: number;
}

const mostSteps = 40;
const mostTries = 3;

/**
 * Brings the console to the enabled prompt, whatever was left there: configuration mode, user mode, a login, a
 * question, a page, a boot, a context. Turns the pager off once a login. Throws `NoAnswer` when the console does not get
 * there in time or stands in a boot monitor, and `BenchError` when a password is refused.
 */
export async function approach(talk: Talk, deadline: Deadline): Promise<Prompt> {
  const way: Way = {
    deadline,
    enabling: false,
    enables: 0,
    enablePasswords: 0,
    logins: 0,
    passwords: 0,
    connects: 0,
    steps: 0,
  };
  for (;;) {
    const place = await standing(talk, deadline);
    if (place.at === 'prompt' && place.prompt.mode === 'enable') {
      if (talk.pager === 'on') {
        if ((await turnPagerOff(talk, deadline)) === 'chassis') await connect(talk, place.prompt, way);
      } else if (isElsewhere(talk, place.prompt)) await goHome(talk, deadline);
      else return place.prompt;
      continue;
    }
    if (++way.steps > mostSteps)
      throw noAnswer(talk, deadline, 'the console does not come to its enabled prompt');
    if (place.at === 'prompt') await leaveMode(talk, place.prompt, way);
    else if (place.at === 'question') await settleQuestion(talk, place.question, way);
    else await press(talk, 'q', deadline);
  }
}

/** A prompt with two names is that of a context, or of a system execution space that shows its name (`prompt context`). */
function isElsewhere({ isAway, home }: Talk, prompt: Prompt): boolean {
  return !isAway && prompt.context !== undefined && namesIn(prompt) !== home;
}

/** Where somebody else left the console in a context, or a login leads to one. In single context mode it is refused. */
async function goHome(talk: Talk, deadline: Deadline): Promise<void> {
  const command = 'changeto system';
  const { prompt } = await ask(talk, { typed: command, shown: command }, deadline);
  talk.home = namesIn(prompt);
}

function namesIn({ hostname, context = '' }: Prompt): string {
  return `${hostname}/${context}`;
}

/** On PIX 6 the command is unknown; there, pages are turned one by one. A chassis around an ASA does not know it either. */
async function turnPagerOff(talk: Talk, deadline: Deadline): Promise<'unit' | 'chassis'> {
  const command = 'terminal pager 0';
  const { lines } = await ask(talk, { typed: command, shown: command }, deadline);
  if (lines.some((line) => /^\s*% Invalid Command at/i.test(line))) return 'chassis';
  talk.pager = lines.some((line) => /^\s*(?:ERROR\b|%|Type help|Usage:)/i.test(line)) ? 'stays' : 'off';
  return 'unit';
}

/** The prompt of a Firepower chassis looks like one of an ASA; what runs in it is a command away. */
async function connect(talk: Talk, { text }: Prompt, way: Way): Promise<void> {
  if (++way.connects > 1)
    throw noAnswer(
      talk,
      way.deadline,
      `${text} is the prompt of a chassis (FXOS), and "connect asa" did not lead from it to an ASA`,
    );
  await go(talk, 'connect asa', way.deadline);
}

type Settled = Extract<Place, { at: 'prompt' | 'question' | 'more' }>;

/** Where the console stands; one that stands nowhere is woken, but never in a boot. */
async function standing(talk: Talk, deadline: Deadline): Promise<Settled> {
  const { ear, clock, settings } = talk;
  const { signal, untilMs } = deadline;
  const seen = (): Settled | undefined => settledPlace(ear.place);
  for (;;) {
    if (ear.place.at === 'closed') throw noAnswer(talk, deadline, 'the line is closed');
    if (clock.nowMs() >= untilMs) throw noAnswer(talk, deadline);
    const quietAtMs = ear.lastByteMs + quietMsOf(talk);
    const here =
      seen() ?? (await ear.wait(() => seen() ?? closed(ear.place), Math.min(untilMs, quietAtMs), signal));
    if (here?.at === 'closed') continue;
    if (here) return here;
    if (clock.nowMs() < ear.lastByteMs + quietMsOf(talk) || clock.nowMs() >= untilMs) continue;
    await wake(talk, deadline);
    const wokenMs = Math.min(untilMs, clock.nowMs() + settings.wakeMs);
    await ear.wait(() => seen() ?? closed(ear.place), wokenMs, signal);
  }
}

/** How long a console may say nothing before it is woken. */
function quietMsOf({ ear, settings }: Talk): number {
  if (ear.place.at === 'booting') return settings.bootQuietMs;
  return settings.settleMs * 2 + (ear.doubting ? settings.doubtMs : 0);
}

function settledPlace(place: Place): Settled | undefined {
  return place.at === 'prompt' || place.at === 'question' || place.at === 'more' ? place : undefined;
}

function closed(place: Place): Extract<Place, { at: 'closed' }> | undefined {
  return place.at === 'closed' ? place : undefined;
}

async function leaveMode(talk: Talk, prompt: Prompt, way: Way): Promise<void> {
  const { deadline } = way;
  const { mode } = prompt;
  if (mode === 'rommon' || mode === 'monitor')
    throw noAnswer(
      talk,
      deadline,
      `the unit stands in its boot monitor (${mode === 'rommon' ? 'ROMMON' : 'PIX monitor'})`,
    );
  if (mode === 'ftd')
    throw noAnswer(
      talk,
      deadline,
      'the unit runs Firepower Threat Defense, whose prompt leads to no enabled prompt',
    );
  way.enabling = mode === 'user';
  if (way.enabling) countEnable(talk, way);
  await go(talk, leaving(prompt, way), deadline);
}

function leaving({ mode, submode }: Prompt, way: Way): string {
  if (mode === 'user') return 'enable';
  if (mode === 'chassis') return submode === undefined ? 'top' : 'exit';
  return way.steps % 4 === 0 ? 'exit' : 'end';
}

/** A login of its own begins with `enable`: what was set for the one before it does not hold. */
function countEnable(talk: Talk, way: Way): void {
  talk.pager = 'on';
  if (++way.enables <= mostTries) return;
  if (way.enablePasswords > 0) throw refused(talk, 'the enable password');
  throw noAnswer(talk, way.deadline, '"enable" was typed three times and led nowhere');
}

async function settleQuestion(talk: Talk, question: Question, way: Way): Promise<void> {
  const { deadline } = way;
  const { settings } = talk;
  if (question.kind === 'username') {
    if (++way.logins > mostTries) throw refused(talk, `the login as ${settings.username}`);
    way.enabling = false;
    talk.pager = 'on';
    await go(talk, settings.username, deadline);
  } else if (question.kind === 'new-password' || question.kind === 'repeat-password') {
    await secretly(talk, reveal(settings.enable), deadline);
  } else if (question.kind === 'password') {
    await secretly(talk, way.enabling ? enablePassword(talk, way) : loginPassword(talk, way), deadline);
  } else {
    await reply(talk, question, answerTo(question, []), deadline);
    await somewhere(talk, deadline);
  }
}

/**
 * The enable password; if it is refused the empty one, because a unit with blank flash has none, and then that of the
 * login, which is asked for where `aaa authentication enable console` is configured.
 */
function enablePassword(talk: Talk, way: Way): string {
  if (++way.enablePasswords > mostTries) throw refused(talk, 'the enable password');
  if (way.enablePasswords === 1) return reveal(talk.settings.enable);
  return way.enablePasswords === 2 ? '' : reveal(talk.settings.password);
}

/** A console that was left at `Password:` does not say which one it asks for. */
function loginPassword(talk: Talk, way: Way): string {
  if (++way.passwords > mostTries) throw refused(talk, 'the login password');
  talk.pager = 'on';
  const { password, enable } = talk.settings;
  return way.logins === 0 && way.passwords === 2 ? reveal(enable) : reveal(password);
}

async function go(talk: Talk, typed: string, deadline: Deadline): Promise<void> {
  await type(talk, { typed, shown: typed }, deadline);
  await somewhere(talk, deadline);
}

async function secretly(talk: Talk, typed: string, deadline: Deadline): Promise<void> {
  await type(talk, { typed, shown: '', secret: true }, deadline);
  await somewhere(talk, deadline);
}

/** Waits until the console stands somewhere again; silence is for the next step to notice. */
async function somewhere(talk: Talk, { untilMs, signal }: Deadline): Promise<void> {
  const wokenMs = Math.min(untilMs, talk.clock.nowMs() + talk.settings.wakeMs);
  await talk.ear.wait(() => (talk.ear.place.at === 'unknown' ? undefined : talk.ear.place), wokenMs, signal);
}

function refused(talk: Talk, what: string): BenchError {
  return new BenchError(
    talk.settings.name,
    `${what} was refused over ${talk.line.name}; are the login and enable secrets of the topology those of this unit?`,
  );
}
