import { citedIn } from '../judge/index.ts';
import type { EntryPlace, Verdict } from '../judge/index.ts';
import { placedEntries } from '../timeline/index.ts';
import type { Entry } from '../timeline/index.ts';

/** A report tells every entry of a run that has no more of them, and of a longer one what was done and what is cited. */
const toldWhole = 20_000;

/** Nobody reads more of them, and a file of another kind may give one for each of its lines. */
const doubtsKept = 1000;

/** The timeline of a stored run, read from its file each time it is gone through: nothing of it is held. */
export class StoredTimeline implements Iterable<Entry> {
  readonly #folder: string;
  #doubts: string[] = [];
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What could not be read when it was gone through last, one sentence each. */
  get doubts(): readonly string[] {
    return this.#doubts;
  }

  *[Symbol.iterator](): Generator<Entry, void, undefined> {
    this.#doubts = [];
    this.#count = 0;
    const keep = (doubt: string): void => {
      if (this.#doubts.length < doubtsKept) this.#doubts.push(doubt);
    };
    for (const { entry } of placedEntries(this.#folder, keep)) {
      this.#count++;
      yield entry;
    }
  }

  /** What a report tells of it once it was judged, and where the entries lie that the verdict rests on. */
  told(verdict: Verdict): {
    readonly entries: readonly Entry[];
    readonly places: ReadonlyMap<number, EntryPlace>;
  } {
    const cited = citedIn(verdict);
    const entries: Entry[] = [];
    const places = new Map<number, EntryPlace>();
    for (const { entry, file, offset } of placedEntries(this.#folder, () => undefined)) {
      const isCited = cited.has(entry.seq);
      if (isCited && !places.has(entry.seq)) places.set(entry.seq, { file, offset });
      if (isCited || entry.kind !== 'observation' || this.#count <= toldWhole) entries.push(entry);
    }
    return { entries, places };
  }
}
