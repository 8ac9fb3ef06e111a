import type { Line } from '../../transport/index.ts';
import type { Arrival } from './server-ear.ts';

/** The line as if `arrivals` had not been heard yet: the next listener gets them first, with their instants. */
export function giveBack(line: Line, arrivals: readonly Arrival[]): Line {
  let unheard = arrivals;
  return {
    name: line.name,
    get open() {
      return line.open;
    },
    write: (bytes) => line.write(bytes),
    onBytes(listener) {
      const first = unheard;
      unheard = [];
      for (const { bytes, atMs } of first) listener(bytes, atMs);
      return line.onBytes(listener);
    },
    onClosed: (listener) => line.onClosed(listener),
    close: () => line.close(),
  };
}
