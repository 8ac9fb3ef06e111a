import { BenchError } from '../../errors.ts';
import { ask, answerTo, reply } from './ask.ts';
import type { Place } from './place.ts';
import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';
import { noAnswer, press, reveal, type, type Deadline, type Talk } from './talk.ts';

/** What was tried on the way; everything has a bound. */
interface Way {
  readonly deadline: Deadline;
  /** `enable` was typed, so that the next password asked for is the enable password. */
  enabling: boolean;
  enables: number;
  enablePasswords: number;
  logins: number;
  passwords: number;
  steps: number;
}

const mostSteps = 40;
const mostTries = 3;

/**
 * Brings the console to the enabled prompt, whatever was left there: configuration mode, user mode, a login, a
 * question, a page, a boot. Turns the pager off once a login. Throws `NoAnswer` when the console does not get
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
    steps: 0,
  };
  for (;;) {
    const place = await standing(talk, deadline);
    if (place.at === 'prompt' && place.prompt.mode === 'enable') {
      if (talk.pagerOff) return place.prompt;
      await turnPagerOff(talk, deadline);
      continue;
    }
    if (++way.steps > mostSteps)
      throw noAnswer(talk, deadline, 'the console does not come to its enabled prompt');
    if (place.at === 'prompt') await leaveMode(talk, place.prompt, way);
    else if (place.at === 'question') await settleQuestion(talk, place.question, way);
    else await press(talk, 'q', deadline);
  }
}

/** On PIX 6 the command is unknown; there, pages are turned one by one. */
async function turnPagerOff(talk: Talk, deadline: Deadline): Promise<void> {
  const command = 'terminal pager 0';
  await ask(talk, { typed: command, shown: command }, deadline);
  talk.pagerOff = true;
}

type Settled = Extract<Place, { at: 'prompt' | 'question' | 'more' }>;

/** Where the console stands; one that stands nowhere is woken with Enter, but never in a boot. */
async function standing(talk: Talk, deadline: Deadline): Promise<Settled> {
  const { ear, clock, settings } = talk;
  const { signal, untilMs } = deadline;
  const seen = (): Settled | undefined => settledPlace(ear.place);
  for (;;) {
    if (ear.place.at === 'closed') throw noAnswer(talk, deadline, 'the line is closed');
    if (clock.nowMs() >= untilMs) throw noAnswer(talk, deadline);
    const quietMs = ear.place.at === 'booting' ? settings.bootQuietMs : settings.settleMs * 2;
    const quietAtMs = ear.lastByteMs + quietMs;
    const here =
      seen() ?? (await ear.wait(() => seen() ?? closed(ear.place), Math.min(untilMs, quietAtMs), signal));
    if (here?.at === 'closed') continue;
    if (here) return here;
    if (clock.nowMs() < ear.lastByteMs + quietMs || clock.nowMs() >= untilMs) continue;
    await type(talk, { typed: '', shown: '' }, deadline);
    const wokenMs = Math.min(untilMs, clock.nowMs() + settings.wakeMs);
    await ear.wait(() => seen() ?? closed(ear.place), wokenMs, signal);
  }
}

function settledPlace(place: Place): Settled | undefined {
  return place.at === 'prompt' || place.at === 'question' || place.at === 'more' ? place : undefined;
}

function closed(place: Place): Extract<Place, { at: 'closed' }> | undefined {
  return place.at === 'closed' ? place : undefined;
}

async function leaveMode(talk: Talk, { mode }: Prompt, way: Way): Promise<void> {
  const { deadline } = way;
  if (mode === 'rommon' || mode === 'monitor')
    throw noAnswer(
      talk,
      deadline,
      `the unit stands in its boot monitor (${mode === 'rommon' ? 'ROMMON' : 'PIX monitor'})`,
    );
  way.enabling = mode === 'user';
  if (way.enabling && ++way.enables > mostTries) throw refused(talk, 'the enable password');
  const command = mode === 'user' ? 'enable' : way.steps % 4 === 0 ? 'exit' : 'end';
  await go(talk, command, deadline);
}

async function settleQuestion(talk: Talk, question: Question, way: Way): Promise<void> {
  const { deadline } = way;
  const { settings } = talk;
  if (question.kind === 'username') {
    if (++way.logins > mostTries) throw refused(talk, `the login as ${settings.username}`);
    way.enabling = false;
    talk.pagerOff = false;
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

/** The enable password, and if it is refused the empty one: a unit with blank flash has none. */
function enablePassword(talk: Talk, way: Way): string {
  if (++way.enablePasswords > mostTries) throw refused(talk, 'the enable password');
  return way.enablePasswords % 2 === 1 ? reveal(talk.settings.enable) : '';
}

function loginPassword(talk: Talk, way: Way): string {
  if (++way.passwords > mostTries) throw refused(talk, 'the login password');
  talk.pagerOff = false;
  return reveal(talk.settings.password);
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
