import { ConfigurationRefused, isRefusal, NoAnswer } from '../../device/index.ts';
import type { AskOptions, Configured } from '../../device/index.ts';
import type { AnswerGiven } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { boundOf } from './place.ts';
import { keyWord } from './topology-words.ts';
import type { UnitConsole } from '../unit-console.ts';

/** What became of something that was typed: an answer, or why there is none; instants of the clock. */
export interface Put {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly answer?: AnswerGiven;
  readonly unanswered?: string;
}

/** What typing needs of a bench: the time, and the failover key where it is typed. */
type Desk = Pick<Bench, 'clock' | 'topology' | 'secrets'>;

/** Where and how something is typed. */
export type Typing = Pick<AskOptions, 'context' | 'answers' | 'signal'>;

/**
 * Types a command at the enabled prompt and takes what is answered, a refusal too. A unit that is silent for ten
 * seconds, or thirty where its mate is to run it, gives no answer. Throws `BenchError` when the line is gone or it asks back what nobody foresaw.
 */
export function putCommand(console: UnitConsole, desk: Desk, command: string, typing: Typing): Promise<Put> {
  return answered(desk, async () => {
    const { output } = await console.run(command, { ...typing, boundMs: boundOf(command) });
    return { outcome: isRefusal(output) ? 'refused' : 'accepted', text: output };
  });
}

/**
 * Types lines in configuration mode and takes what is answered to all of them, up to the first refusal. A unit that
 * is silent as long as `putCommand` waits gives no answer. Throws `BenchError` as that does.
 */
export function putLines(
  console: UnitConsole,
  desk: Desk,
  lines: readonly string[],
  typing: Typing,
): Promise<Put> {
  return answered(desk, async () => {
    const typed = lines.map((line) => ({ typed: withKey(desk, line), shown: line }));
    try {
      const boundMs = Math.max(...lines.map(boundOf));
      const configured = await console.configure(typed, { ...typing, boundMs });
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

/** The failover key in the place of its word; what is shown has the word. */
function withKey({ topology, secrets }: Desk, line: string): string {
  const { key } = topology.pair.failover;
  return key ? line.replaceAll(`{${keyWord}}`, () => secrets.reveal(key)) : line;
}

async function answered({ clock }: Desk, put: () => Promise<AnswerGiven>): Promise<Put> {
  const askedMs = clock.nowMs();
  try {
    const answer = await put();
    return { askedMs, answeredMs: clock.nowMs(), answer };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { askedMs, answeredMs: clock.nowMs(), unanswered: error.message };
  }
}
