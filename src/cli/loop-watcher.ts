/** The other thread of `watchLoop`: counts the beats of the first one, and speaks up there when they stay away. */
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import { realClock } from '../clock.ts';
import { earName } from './watch-loop.ts';
import type { Said, Watched } from './watch-loop.ts';

const standardError = 2;
const { beats, beatMs, askAfter, endAfter }: Watched = workerData;

let lastBeat = Atomics.load(beats, 0);
/** Beats that were missed in a row, and at which of them it took notice of being asked. */
let missed = 0;
let noticedAt = Infinity;

function look(): void {
  const beat = Atomics.load(beats, 0);
  if (beat === lastBeat) missed += 1;
  else [missed, noticedAt] = [0, Infinity];
  lastBeat = beat;
  if (missed === askAfter) ask();
  if (missed === askAfter + 2 && noticedAt === Infinity) complain();
  if (missed >= noticedAt + endAfter) say('end', () => undefined);
  realClock.after(beatMs, look);
}

function ask(): void {
  say('ask', () => {
    if (missed >= askAfter) noticedAt = missed;
  });
}

/** Connected for this word only: a process that ends while somebody is says that it waits for a debugger. */
function say(what: Said, taken: () => void): void {
  const expression = `globalThis[Symbol.for(${JSON.stringify(earName)})]?.(${JSON.stringify(what)})`;
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.evaluate', { expression }, () => {
    session.disconnect();
    taken();
  });
}

/** It hangs in the operating system, where no interrupt reaches it: there is nothing to do but to say so. */
function complain(): void {
  const forS = (missed * beatMs) / 1000;
  try {
    writeSync(
      standardError,
      `fover: stands still for ${forS} s in a call to the operating system (a child process that a suite waits for, a held terminal); the bench is put back once that returns\n`,
    );
  } catch {
    // Nobody is there to read it.
  }
}

look();
