import type { Entry } from '../timeline/index.ts';

/** How many flaws are told one by one: half a timeline lost is one doubt, not a thousand. */
const shown = 3;

/** Watches the numbers of a stretch of the timeline, and notes what is wrong with them. */
export class Numbering {
  readonly #first: string[] = [];
  #count = 0;
  #last: number | undefined;

  /** The number of the last entry. */
  get last(): number | undefined {
    return this.#last;
  }

  /** What is wrong, one sentence each: the first few, and how many more. */
  get flaws(): readonly string[] {
    const more = this.#count - shown;
    return more > 0 ? [...this.#first, `and ${more} more like it`] : this.#first;
  }

  /** Entries come in the order of their numbers; one that was found before the last one was out of order there. */
  take({ seq }: Entry, wasOutOfOrder: boolean): void {
    const last = this.#last;
    this.#last = seq;
    if (last === undefined) return;
    if (seq === last) this.#note(`number ${seq} is there twice`);
    if (seq > last + 1) this.#note(`numbers ${last + 1} to ${seq - 1} are missing`);
    if (wasOutOfOrder) this.#note(`number ${seq} is out of order`);
  }

  #note(flaw: string): void {
    this.#count++;
    if (this.#first.length < shown) this.#first.push(flaw);
  }
}
