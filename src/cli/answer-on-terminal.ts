import { createInterface } from 'node:readline';
import type { Answerer } from '../draft/index.ts';
import { visibleText } from '../report/index.ts';

/** Where answers come from, and where questions are printed; the terminal itself, or streams in a test. */
export interface AnswerStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** More answers than there are questions come from somebody who pastes something else. */
const mostAhead = 1000;

/**
 * Questions on a terminal. They are printed as errors are, so that the draft itself may be redirected. What is typed
 * or pasted ahead of a question answers it.
 */
export function answerOnTerminal(
  { input, output }: AnswerStreams = { input: process.stdin, output: process.stderr },
): Answerer & { close(): void } {
  const lines = createInterface({ input, output, terminal: true });
  const ahead: string[] = [];
  let over = false;
  let waiting: ((answer: string | undefined) => void) | undefined;
  const answer = (text: string | undefined): boolean => {
    const asked = waiting;
    waiting = undefined;
    asked?.(text);
    return asked !== undefined;
  };
  lines.on('line', (text) => {
    if (!answer(text) && ahead.length < mostAhead) ahead.push(text);
  });
  // Ctrl-D and Ctrl-C end the questions; whoever waits for an answer is told.
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    over = true;
    answer(undefined);
  });
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const next = ahead.shift();
        if (next !== undefined || over) {
          output.write(`${visibleText(question)}${visibleText(next ?? '')}\n`);
          return resolve(next);
        }
        waiting = resolve;
        lines.setPrompt(visibleText(question));
        return lines.prompt();
      }),
    say: (text) => void output.write(`${visibleText(text)}\n`),
    close: () => lines.close(),
  };
}
