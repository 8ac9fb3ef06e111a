import { BenchError } from '../../errors.ts';
import type { MayAct } from '../../transport/index.ts';
import type { Typed } from './dialogue.ts';
import { Gathering, mostCharacters, type HeardMessage } from './gather.ts';
import { isLook } from './look.ts';
import type { Place } from './place.ts';
import { isAlike, type Prompt } from './prompt.ts';
import type { Question } from './question.ts';
import type { QuestionAnswer } from './session-options.ts';
import { mask, noAnswer, press, type, type Deadline, type Talk } from './talk.ts';

/** What a command came to. */
export interface Asked {
  readonly lines: readonly string[];
  /** Just before it was typed. */
  readonly askedMs: number;
  /** When the last byte of its prompt came. */
  readonly answeredMs: number;
  readonly prompt: Prompt;
  readonly messages: readonly HeardMessage[];
  /** What came back is what was typed, as far as a scrolled row shows. */
  readonly echoWhole: boolean;
}

const mostAnswers = 20;

/**
 * Types a line at the prompt where the console stands, and waits for the prompt behind its output. Questions
 * are answered as told, or refused. Throws `NoAnswer`, and `BenchError` for a question nobody foresaw.
 */
export async function ask(
  talk: Talk,
  what: Typed,
  deadline: Deadline,
  answers: readonly QuestionAnswer[] = [],
): Promise<Asked> {
  const before = talk.ear.place;
  const gathering = new Gathering(talk.ear, what.shown);
  try {
    const askedMs = talk.clock.nowMs();
    const asked = { ...deadline, askedMs, received: talk.ear.received };
    const mayAct = isLook(what.typed) ? undefined : talk.settings.mayAct;
    await type(talk, what, asked, mayAct);
    const prompt = await untilPrompt(talk, gathering, { before, answers, deadline: asked, mayAct });
    return {
      lines: gathering.lines(before.at === 'prompt' ? [prompt, before.prompt] : [prompt]),
      askedMs,
      answeredMs: talk.ear.lastByteMs,
      prompt,
      messages: gathering.messages,
      echoWhole: gathering.echo === 'whole',
    };
  } finally {
    gathering.stop();
  }
}

interface Under {
  readonly before: Place;
  readonly answers: readonly QuestionAnswer[];
  readonly deadline: Deadline;
  /** Asked before an answer is given to what the command asks back. */
  readonly mayAct: MayAct | undefined;
}

async function untilPrompt(talk: Talk, gathering: Gathering, under: Under): Promise<Prompt> {
  const { before, answers, deadline, mayAct } = under;
  let refused: Question | undefined;
  for (let answered = 0; answered <= mostAnswers;) {
    const look = (): Place | 'full' | undefined => (gathering.isFull ? 'full' : arrival(talk, gathering));
    const place = await talk.ear.wait(look, deadline.untilMs, deadline.signal);
    if (place === 'full') throw noAnswer(talk, deadline, `it says more than ${mostCharacters} characters`);
    if (place?.at === 'prompt') {
      if (!(await trusted(talk, place.prompt, { before, gathering, deadline }))) continue;
      if (refused) throw unforeseen(talk, deadline, refused);
      return place.prompt;
    }
    if (place?.at === 'more') {
      await press(talk, ' ', deadline);
      continue;
    }
    if (place?.at !== 'question' || isLogin(place.question, answers))
      throw noAnswer(talk, deadline, whyNot(place));
    const answer = answerTo(place.question, answers);
    if (answer === undefined) refused = place.question;
    else await mayAct?.();
    await reply(talk, place.question, answer, deadline);
    answered++;
  }
  throw noAnswer(talk, deadline, `it asked more than ${mostAnswers} questions`);
}

/** Something to act on; a prompt or question that was there before the command was read is not. */
function arrival(talk: Talk, gathering: Gathering): Place | undefined {
  const { place } = talk.ear;
  if (place.at === 'closed' || place.at === 'booting') return place;
  if (gathering.messages.some(({ message }) => message === 'rebooting')) return { at: 'booting' };
  if (place.at === 'unknown') return undefined;
  if (place.at === 'question' && place.question.kind === 'username') return place;
  return gathering.echo === 'none' ? undefined : place;
}

function whyNot(place: Place | undefined): string | undefined {
  if (place?.at === 'booting') return 'the unit reboots';
  if (place?.at === 'closed') return 'the line was closed';
  return place && 'the console asks for a login';
}

interface Doubt {
  readonly before: Place;
  readonly gathering: Gathering;
  readonly deadline: Deadline;
}

/**
 * A prompt like the one that the command was typed at ends it; if the output gives reason to doubt, it has to stay
 * for a while: twice as long as the longest pause in the output, or as long as any doubt lasts. One of another name may be a line of output that paused there: it has to stay, and to come again
 * when Enter is pressed.
 */
async function trusted(talk: Talk, prompt: Prompt, { before, gathering, deadline }: Doubt): Promise<boolean> {
  const ours = gathering.echo === 'whole' && before.at === 'prompt' && isAlike(before.prompt, prompt);
  const { doubtMs, settleMs } = talk.settings;
  const quietMs = ours && !gathering.doubtful ? Math.min(doubtMs, 2 * gathering.pausedMs) : doubtMs;
  if (quietMs <= settleMs) return true;
  const { ear } = talk;
  const { received } = ear;
  const moved = (): true | undefined => (ear.received === received ? undefined : true);
  const untilMs = Math.min(deadline.untilMs, ear.lastByteMs + quietMs);
  if (await ear.wait(moved, untilMs, deadline.signal)) return false;
  if (ours) return true;
  await type(talk, { typed: '', shown: '' }, deadline);
  const again = await ear.wait(() => settledPrompt(talk), deadline.untilMs, deadline.signal);
  return again?.hostname === prompt.hostname;
}

function settledPrompt({ ear }: Talk): Prompt | undefined {
  return ear.place.at === 'prompt' ? ear.place.prompt : undefined;
}

function isLogin({ kind }: Question, answers: readonly QuestionAnswer[]): boolean {
  return kind === 'username' && !answers.some(({ question }) => question === 'username');
}

/** The answer that was given for a question; the one about error reporting is always put off. */
export function answerTo(question: Question, answers: readonly QuestionAnswer[]): string | undefined {
  const found = answers.find(({ question: wanted }) =>
    typeof wanted === 'string' ? wanted === question.kind : question.text.includes(wanted.contains),
  );
  return found?.answer ?? (question.kind === 'error-reporting' ? 'A' : undefined);
}

/** Answers a question, or refuses it when there is no answer. */
export async function reply(
  talk: Talk,
  question: Question,
  answer: string | undefined,
  deadline: Deadline,
): Promise<void> {
  const secret = question.kind === 'password' || question.kind.endsWith('-password');
  if (answer !== undefined)
    return type(talk, { typed: answer, shown: secret ? '' : answer, secret }, deadline);
  // Ctrl-C leaves a question whose Enter would go ahead and whose letters would be taken for a name.
  if (question.kind === 'value' || secret) return press(talk, '\u0003', deadline);
  // Its Enter would take what stands in the brackets, and in the end write it to flash.
  if (question.kind === 'setup') return press(talk, '\u001a', deadline);
  return type(talk, refusal(question), deadline);
}

function refusal({ kind }: Question): Typed {
  const typed = kind === 'save' ? 'C' : kind === 'pre-configure' || kind === 'yes-or-no' ? 'no' : 'n';
  return { typed, shown: typed };
}

function unforeseen(talk: Talk, { command }: Deadline, { text }: Question): BenchError {
  return new BenchError(
    talk.settings.name,
    `${JSON.stringify(command)} over ${talk.line.name} asked ${JSON.stringify(mask(talk, text))}, which was refused: ` +
      `no answer to it was given with the command`,
  );
}
