import { BenchError } from '../errors.ts';
import type { Line } from './line.ts';

/**
 * A line that can also send the BREAK of a serial line. Nothing but this call ever sends one: a break leads a booting
 * appliance to ROMMON, and it stays there.
 */
export interface BreakLine extends Line {
  /** Throws `BenchError` on a closed line, and where the carrier cannot. */
  sendBreak(): Promise<void>;
}

/** How long a serial line is held: all devices notice a quarter of a second, none needs more than half a one. */
export const breakMs = 400;

/** The line with a way to send a break. */
export function withBreak(line: Line, signal: () => Promise<void>): BreakLine {
  return {
    name: line.name,
    get open() {
      return line.open;
    },
    write: (bytes) => line.write(bytes),
    onBytes: (listener) => line.onBytes(listener),
    onClosed: (listener) => line.onClosed(listener),
    close: () => line.close(),
    sendBreak: async () => {
      if (!line.open) throw new BenchError(line.name, 'could not send a break: the line is closed');
      await signal();
    },
  };
}
