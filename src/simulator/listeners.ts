import type { Cancel } from '../clock.ts';

/** Those who wish to be told of something; each is told in the order of its arrival. */
export class Listeners<T> {
  readonly #all = new Set<{ readonly listener: (value: T) => void }>();

  get size(): number {
    return this.#all.size;
  }

  add(listener: (value: T) => void): Cancel {
    const entry = { listener };
    this.#all.add(entry);
    return () => void this.#all.delete(entry);
  }

  tell(value: T): void {
    for (const { listener } of Array.from(this.#all)) listener(value);
  }
}
