/** A process that watches its event loop with little patience, and then does what it is told to on its command line. */
import { execFileSync } from 'node:child_process';
import { realClock } from '../clock.ts';
import { endWith, leaveWith } from './end-process.ts';
import { exitCodes } from './exit-code.ts';
import { guardExit } from './guard-exit.ts';
import { watchLoop } from './watch-loop.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const acts: Readonly<Record<string, () => void>> = {
  computes: () => {
    for (;;);
  },
  'never lets others': () => {
    const again = (): Promise<unknown> => Promise.resolve().then(again);
    void again();
  },
  'waits for a child': () => void execFileSync('sleep', ['1']),
  'goes on': () => undefined,
};
const [what = '', isBroken] = process.argv.slice(2);

await endWith(async () => {
  guardExit(() => (isBroken ? ['power of primary on'] : []), 'Put it back: fover recover rack.yaml');
  const unwatch = watchLoop(
    {
      ask: () => say('asked'),
      end: (why) => {
        process.stderr.write(`${why.message}\n`);
        leaveWith(exitCodes.internal);
      },
      blind: (why) => say(`blind: ${why}`),
    },
    realClock,
    { beatMs: 20, askAfter: 15, endAfter: 5 },
  );
  await new Promise<void>((resolve) => realClock.after(300, resolve));
  say('now');
  acts[what]?.();
  await new Promise<void>((resolve) => realClock.after(1000, resolve));
  unwatch();
  say('over');
  return exitCodes.pass;
});
