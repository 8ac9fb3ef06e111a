import { takeLease } from '../bench/index.ts';
import type { BenchFolder, DoorsOpening, Fence, LeaseWish } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import type { Stopping } from './stopping.ts';
import type { Terminal } from './terminal.ts';

/** What a command says of itself when it takes a bench. */
type Holding = Pick<LeaseWish, 'run' | 'say' | 'signal'> & {
  /** Told once when the bench is another's by then. */
  readonly onLost?: (why: Error) => void;
};

/**
 * Takes a bench for this process, until it ends: however it does, short of a kill, the bench is given back then. Nothing
 * where nothing is kept of it. Throws `BenchError` where somebody else holds it.
 */
async function holdBench(
  kept: BenchFolder | undefined,
  { onLost, ...wish }: Holding,
): Promise<Fence | undefined> {
  const command = ['fover', ...process.argv.slice(2)].join(' ');
  const fence = await takeLease(kept, { command, clock: realClock, ...wish });
  if (!fence) return undefined;
  fence.signal.addEventListener('abort', () => fence.lost && onLost?.(fence.lost), { once: true });
  // Beside the topology this is done when the call comes back.
  process.once('exit', () => void fence.release().catch(() => undefined));
  return fence;
}

/** The same for what is recorded in a folder: it is asked to stop when the bench is another's. */
export function holdForRun(
  kept: BenchFolder | undefined,
  folder: string,
  terminal: Terminal,
  stopping: Stopping,
): Promise<Fence | undefined> {
  return holdBench(kept, {
    run: folder,
    say: (text) => terminal.say(text),
    signal: stopping.signal,
    onLost: (why) => stopping.stop(why),
  });
}

/** The same for a bench that is worked at by hand. */
export async function holding<Of extends DoorsOpening>(bench: Of, signal?: AbortSignal): Promise<Of> {
  const say = (text: string): void => bench.progress.say(text);
  const fence = await holdBench(bench.kept, { say, ...(signal ? { signal } : {}) });
  return { ...bench, fence };
}
