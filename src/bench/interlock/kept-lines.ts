import { z } from 'zod';
import { momentShape } from './moment.ts';

const unit = z.enum(['primary', 'secondary']);
const feed = z.object({ pdu: z.string().min(1), outlet: z.string().min(1) }).readonly();

/** One thing that befell a feed. */
export const lineShape = z.discriminatedUnion('saw', [
  /** About to be told off; written before that. */
  z.object({ saw: z.literal('told-off'), unit, feed, at: momentShape }).readonly(),
  /** Read off since. */
  z.object({ saw: z.literal('off'), feed, at: momentShape }).readonly(),
  /** About to be told on; written before that. */
  z.object({ saw: z.literal('told-on'), unit, feed, at: momentShape }).readonly(),
  /** Its PDU said yes to that. */
  z.object({ saw: z.literal('yes-on'), feed, at: momentShape }).readonly(),
  /** Read on since, when it had settled. */
  z.object({ saw: z.literal('on'), feed, at: momentShape }).readonly(),
]);

/** One line of what is kept of the power of a bench. */
export type PowerLine = z.output<typeof lineShape>;

/** Where such lines are kept between runs. */
export interface PowerLines {
  /** What is kept, the first first. Throws `BenchError` when a part of it cannot be read: it may be the part that forbids. */
  read(): readonly PowerLine[];
  /** Adds a line. Has reached the disk when it returns. Throws `BenchError` when it could not be written, and nothing of it is left. */
  add(line: PowerLine): void;
  /** Puts these in the place of all that is kept, at once or not at all. */
  replace(lines: readonly PowerLine[]): void;
}

/** In memory, for a bench that ends with its process. */
export function linesInMemory(begin: readonly PowerLine[] = []): PowerLines {
  let lines = [...begin];
  return {
    read: () => lines,
    add: (line) => void lines.push(line),
    replace: (others) => (lines = [...others]),
  };
}
