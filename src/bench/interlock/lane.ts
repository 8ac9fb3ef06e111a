import { BenchError } from '../../errors.ts';

/** More than any rack has outlets that are switched as one. */
const mostWaiting = 64;

/** Commands to one device, one at a time, in the order in which they came; so many of them may wait. */
export class Lane {
  readonly #device: string;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(device: string) {
    this.#device = device;
  }

  /** Throws `BenchError` when too many wait already. */
  async take<T>(command: () => Promise<T>): Promise<T> {
    if (this.#waiting >= mostWaiting)
      throw new BenchError(this.#device, `${mostWaiting} commands wait for it already; it does not answer`);
    this.#waiting += 1;
    const mine = this.#last.then(command).finally(() => (this.#waiting -= 1));
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
