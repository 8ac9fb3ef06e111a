/** Whether the event loop of this process still turns: whatever blocks it blocks signals, healing and every bound. */
import { Worker } from 'node:worker_threads';
import type { Cancel, Clock } from '../clock.ts';
import { messageOf } from '../errors.ts';

/** How long it may stand still, counted in beats, for those stop together with a machine that sleeps. */
export interface Patience {
  readonly beatMs: number;
  /** After so many missed beats the run is asked to stop: the loop may turn again by itself. */
  readonly askAfter: number;
  /** After so many more it does not turn by itself; the process is ended. */
  readonly endAfter: number;
}

/** Twenty seconds, and five. */
const usual: Patience = { beatMs: 500, askAfter: 40, endAfter: 10 };

/** What the other thread is given. */
export interface Watched extends Patience {
  readonly beats: Int32Array;
}

/** What the other thread says here, in the middle of whatever keeps the loop. */
export type Said = 'ask' | 'end';

/** Where it finds whom to say it to, on the global object of this thread. */
export const earName = 'fover.loop-stands-still';

/** What comes of it; `end` must not return. */
export interface WhenStill {
  ask(why: Error): void;
  end(why: Error): void;
  /** It cannot be watched here. */
  blind(why: string): void;
}

/**
 * Watches the loop from another thread until the returned function is called. A computation without end is told of by
 * an interrupt of V8; a call that hangs in the operating system is told of once it returns, and on standard error at once.
 */
export function watchLoop(then: WhenStill, clock: Clock, patience = usual): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let cancel: Cancel | undefined;
  const beat = (): void => {
    Atomics.add(beats, 0, 1);
    cancel = clock.after(patience.beatMs, beat);
  };
  beat();
  const why = stillness(patience);
  const hear = (said: Said): void => then[said](why);
  Object.defineProperty(globalThis, Symbol.for(earName), { value: hear, configurable: true });
  const watched: Watched = { ...patience, beats };
  const worker = new Worker(watcherFile(), { workerData: watched });
  worker.on('error', (error) => then.blind(messageOf(error)));
  worker.unref();
  return () => {
    cancel?.();
    Reflect.deleteProperty(globalThis, Symbol.for(earName));
    void worker.terminate();
  };
}

function stillness({ beatMs, askAfter }: Patience): Error {
  const forMs = beatMs * askAfter;
  return new Error(
    `nothing ran in this process for ${forMs / 1000} s, and nothing was seen: a suite computes without end or waits without letting go, or the terminal is held (Ctrl-S)`,
  );
}

/** The same file beside this one: TypeScript in a checkout, JavaScript once built. */
function watcherFile(): URL {
  return new URL(`./loop-watcher.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
}
