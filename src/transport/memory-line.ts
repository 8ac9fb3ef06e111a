import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';

/** What a line in memory is called, and how slow it is. */
export interface MemoryLineOptions {
  /** For people and logs; the two ends are told apart by `a` and `b`. */
  readonly name?: string;
  /** How long bytes, and the news of a hang-up, are under way in each direction; none by default. */
  readonly latencyMs?: number;
}

/**
 * Two ends of one line in memory: what is written to one arrives at the other, in order, after the latency. It
 * takes its time from the clock alone, so on a virtual clock it is as deterministic as the clock.
 */
export function memoryLines(clock: Clock, options: MemoryLineOptions = {}): readonly [Line, Line] {
  const { name = 'memory', latencyMs = 0 } = options;
  const reach = (end: () => CarriedLine) => ({
    async send(bytes: Uint8Array): Promise<void> {
      const copy = Uint8Array.from(bytes);
      clock.after(latencyMs, () => end().arrived(copy));
    },
    async end(): Promise<void> {
      clock.after(latencyMs, () => end().ended(new BenchError(end().name, 'the far end closed the line')));
    },
  });
  const a: CarriedLine = new CarriedLine(
    `${name} a`,
    clock,
    reach(() => b),
  );
  const b: CarriedLine = new CarriedLine(
    `${name} b`,
    clock,
    reach(() => a),
  );
  return [a, b];
}
