import { approach } from './approach.ts';
import { answerTo, reply } from './ask.ts';
import { Gathering } from './gather.ts';
import type { Place } from './place.ts';
import type { QuestionAnswer } from './session-options.ts';
import { noAnswer, type, type Deadline, type Talk } from './talk.ts';

/** A command that was typed and not waited for. */
export interface Fired {
  /** Just before it was typed. */
  readonly askedMs: number;
  /** When its echo had come, or the line closed; the unit read the command in between. */
  readonly readMs: number;
  /** The line closed before anything came back. */
  readonly closed: boolean;
}

/**
 * Types a command that takes the console or the line with it: `reload noconfirm`, `no failover active` over
 * SSH. Comes back when its echo has come or the line closed; with answers, when the last of them was typed.
 * Throws `NoAnswer` if neither happens in time, and if it asks what there is no answer to.
 */
export async function fire(
  talk: Talk,
  command: string,
  deadline: Deadline,
  answers: readonly QuestionAnswer[],
): Promise<Fired> {
  await approach(talk, deadline);
  const gathering = new Gathering(talk.ear, command);
  try {
    const askedMs = talk.clock.nowMs();
    const asked = { ...deadline, askedMs, received: talk.ear.received };
    await type(talk, { typed: command, shown: command }, asked, talk.settings.mayAct);
    const read = (): Place | undefined =>
      gathering.echo !== 'none' || isGone(talk.ear.place) ? talk.ear.place : undefined;
    const place = await talk.ear.wait(read, deadline.untilMs, deadline.signal);
    if (!place) throw noAnswer(talk, asked);
    const readMs = gathering.echoedMs ?? talk.clock.nowMs();
    await answerAll(talk, asked, answers);
    return { askedMs, readMs, closed: gathering.echo === 'none' && place.at === 'closed' };
  } finally {
    gathering.stop();
  }
}

const mostQuestions = 20;

/** A reload of many contexts asks the same for each of them, so that an answer may serve more than once. */
async function answerAll(talk: Talk, deadline: Deadline, answers: readonly QuestionAnswer[]): Promise<void> {
  const unused = new Set(answers);
  for (let asked = 0; asked < mostQuestions && unused.size > 0; asked++) {
    const place = await talk.ear.wait(() => somewhere(talk.ear.place), deadline.untilMs, deadline.signal);
    if (place?.at !== 'question') return;
    const { question } = place;
    const answer = answerTo(question, answers);
    for (const one of unused) if (answerTo(question, [one]) !== undefined) unused.delete(one);
    await talk.settings.mayAct?.();
    await reply(talk, place.question, answer, deadline);
    if (answer === undefined)
      throw noAnswer(talk, deadline, `it asked ${JSON.stringify(place.question.text)}, which was refused`);
  }
}

function somewhere(place: Place): Place | undefined {
  return place.at === 'unknown' ? undefined : place;
}

function isGone(place: Place): boolean {
  return place.at === 'closed' || place.at === 'booting';
}
