import { approach } from './approach.ts';
import { ask, type Asked } from './ask.ts';
import { ConfigurationRefused } from './configuration-refused.ts';
import type { Typed } from './dialogue.ts';
import type { HeardMessage } from './gather.ts';
import { isRefusal } from './refusal.ts';
import type { QuestionAnswer } from './session-options.ts';
import { mask, type Deadline, type Talk } from './talk.ts';

/** A line of configuration: what is typed, and the masked form that messages and logs show. */
export interface ConfigLine {
  readonly typed: string;
  readonly shown: string;
}

/** A line that was accepted, with what the unit said to it: `WARNING: …`, `INFO: …` and their like. */
export interface ConfiguredLine {
  readonly shown: string;
  readonly answers: readonly string[];
}

/** What a configuration came to. */
export interface Configured {
  /** What the unit said on entering configuration mode: a standby warns that nothing is replicated from it. */
  readonly entering: readonly string[];
  readonly lines: readonly ConfiguredLine[];
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly messages: readonly HeardMessage[];
}

/** A deadline for the next line, which is named by its masked form. */
export type DeadlineOf = (shown: string) => Deadline;

// A row as long as this may be scrolled, and then its echo proves nothing.
const scrolledFrom = 40;

/**
 * Types the lines in configuration mode, one by one, each when the unit has answered the one before, and leaves
 * with `end`. Throws `ConfigurationRefused` at the first line that the unit answers with an error; the mode is
 * left then too.
 */
export async function configure(
  talk: Talk,
  lines: readonly ConfigLine[],
  deadline: DeadlineOf,
  answers: readonly QuestionAnswer[],
): Promise<Configured> {
  const entering = 'configure terminal';
  await approach(talk, deadline(entering));
  const asked = [await ask(talk, plain(entering), deadline(entering), answers)];
  try {
    refuseUnlessAccepted(talk, plain(entering), asked[0]);
    for (const line of lines) {
      const last = await ask(talk, line, deadline(line.shown), answers);
      asked.push(last);
      refuseUnlessAccepted(talk, line, last);
    }
  } catch (error) {
    if (error instanceof ConfigurationRefused) await approach(talk, deadline('end'));
    throw error;
  }
  await approach(talk, deadline('end'));
  return summary(talk, lines, asked);
}

function summary(talk: Talk, lines: readonly ConfigLine[], asked: readonly Asked[]): Configured {
  const [entered, ...answered] = asked;
  return {
    entering: spoken(talk, entered),
    lines: lines.map(({ shown }, index) => ({ shown, answers: spoken(talk, answered[index]) })),
    askedMs: entered?.askedMs ?? talk.clock.nowMs(),
    answeredMs: asked.at(-1)?.answeredMs ?? talk.clock.nowMs(),
    messages: asked.flatMap(({ messages }) => messages),
  };
}

function refuseUnlessAccepted(talk: Talk, line: Typed, asked: Asked | undefined): void {
  const answers = spoken(talk, asked);
  const why = whyRefused(line, asked, answers);
  if (why === undefined) return;
  const { settings, line: carrier } = talk;
  throw new ConfigurationRefused({
    device: settings.name,
    carrier: carrier.name,
    line: line.shown,
    answers,
    why,
  });
}

function whyRefused(line: Typed, asked: Asked | undefined, answers: readonly string[]): string | undefined {
  if (answers.some(isRefusal)) return 'the unit answered with an error';
  if (asked && !asked.echoWhole && line.typed.length < scrolledFrom)
    return 'what came back of it is not what was typed; does the console lose characters that are typed too fast?';
  const leaves = /^\s*(?:end|exit|quit)\s*$/.test(line.typed);
  if (asked?.prompt.mode !== 'config' && !leaves) return 'the unit left configuration mode';
  return undefined;
}

function spoken(talk: Talk, asked: Asked | undefined): readonly string[] {
  return (asked?.lines ?? []).filter((text) => text.trim() !== '').map((text) => mask(talk, text.trimEnd()));
}

function plain(command: string): Typed {
  return { typed: command, shown: command };
}
