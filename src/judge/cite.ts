import type { Citation, Verdict } from './verdict.ts';

/** The numbers of all entries that a verdict rests on. */
export function citedIn({ scenarios }: Verdict): ReadonlySet<number> {
  return new Set(
    scenarios.flatMap(({ findings, outages, cancelled = [] }) =>
      [...findings, ...outages, ...cancelled].flatMap(({ evidence }) => evidence),
    ),
  );
}

/** In which file of the timeline an entry lies, and its first byte there, from 0. */
export interface EntryPlace {
  readonly file: string;
  readonly offset: number;
}

/**
 * The verdict with the place of each entry that it rests on. `places` has it by the number of the entry; one that is not
 * in it is not cited.
 */
export function cite(verdict: Verdict, places: ReadonlyMap<number, EntryPlace>): Verdict {
  const cited = [...citedIn(verdict)]
    .toSorted((a, b) => a - b)
    .flatMap((seq): readonly Citation[] => {
      const place = places.get(seq);
      return place ? [{ seq, file: place.file, byte: place.offset + 1 }] : [];
    });
  return { ...verdict, cited };
}
