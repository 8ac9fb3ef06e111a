import { createInterface } from 'node:readline';
import type { Answerer } from '../draft/index.ts';
import { printable } from './terminal.ts';

/** Questions on a terminal. They are printed as errors are, so that the draft itself may be redirected. */
export function answerOnTerminal(): Answerer & { close(): void } {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  let over = false;
  let waiting: ((answer: string | undefined) => void) | undefined;
  // Ctrl-D and Ctrl-C end the questions; whoever waits for an answer is told.
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    over = true;
    waiting?.(undefined);
  });
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (over) return resolve(undefined);
        waiting = resolve;
        lines.question(printable(question), resolve);
      }),
    say: (text) => void process.stderr.write(`${printable(text)}\n`),
    close: () => lines.close(),
  };
}
