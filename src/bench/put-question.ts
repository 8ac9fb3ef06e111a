import type { Clock } from '../clock.ts';
import { ConfigurationRefused, isRefusal, NoAnswer } from '../device/index.ts';
import type { AskOptions, Configured } from '../device/index.ts';
import type { AnswerGiven } from '../pair/index.ts';
import { commandBoundMs } from './place.ts';
import type { UnitConsole } from './unit-console.ts';

/** What became of something that was typed: an answer, or why there is none; instants of the clock. */
export interface Put {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly answer?: AnswerGiven;
  readonly unanswered?: string;
}

/** Where and how something is typed. */
export type Typing = Pick<AskOptions, 'context' | 'answers' | 'signal'>;

/**
 * Types a command at the enabled prompt and takes what is answered, a refusal too. A unit that is silent for ten
 * seconds gives no answer. Throws `BenchError` when the line is gone or it asks back what nobody foresaw.
 */
export function putCommand(
  console: UnitConsole,
  clock: Clock,
  command: string,
  typing: Typing,
): Promise<Put> {
  return answered(clock, async () => {
    const { output } = await console.session.run(command, { ...typing, boundMs: commandBoundMs });
    return { outcome: isRefusal(output) ? 'refused' : 'accepted', text: output };
  });
}

/**
 * Types lines in configuration mode and takes what is answered to all of them, up to the first refusal. A unit that
 * is silent for ten seconds gives no answer. Throws `BenchError` as `putCommand` does.
 */
export function putLines(
  console: UnitConsole,
  clock: Clock,
  lines: readonly string[],
  typing: Typing,
): Promise<Put> {
  return answered(clock, async () => {
    const typed = lines.map((line) => ({ typed: line, shown: line }));
    try {
      const configured = await console.session.configure(typed, { ...typing, boundMs: commandBoundMs });
      return { outcome: 'accepted', text: wordsOf(configured) };
    } catch (error) {
      if (!(error instanceof ConfigurationRefused)) throw error;
      return { outcome: 'refused', text: error.answers.join('\n') };
    }
  });
}

function wordsOf({ entering, lines }: Configured): string {
  return [...entering, ...lines.flatMap(({ answers }) => answers)].join('\n');
}

async function answered(clock: Clock, put: () => Promise<AnswerGiven>): Promise<Put> {
  const askedMs = clock.nowMs();
  try {
    const answer = await put();
    return { askedMs, answeredMs: clock.nowMs(), answer };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { askedMs, answeredMs: clock.nowMs(), unanswered: error.message };
  }
}
