import type { Cancel } from '../../clock.ts';

/** Those who wish to be told of something; each is told in the order of its arrival. */
export class Listeners<T> {
  /** Replaced whenever one comes or goes, so that those who are being told stay the same. */
  #all: readonly { readonly listener: (value: T) => void }[] = [];

  get size(): number {
    return this.#all.length;
  }

  add(listener: (value: T) => void): Cancel {
    const entry = { listener };
    this.#all = [...this.#all, entry];
    return () => void (this.#all = this.#all.filter((one) => one !== entry));
  }

  tell(value: T): void {
    for (const { listener } of this.#all) listener(value);
  }
}
