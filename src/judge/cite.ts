import type { Citation, Verdict } from './verdict.ts';

/** The numbers of all entries that a verdict rests on. */
export function citedIn({ scenarios }: Verdict): ReadonlySet<number> {
  return new Set(
    scenarios.flatMap(({ findings, outages, cancelled = [] }) =>
      [...findings, ...outages, ...cancelled].flatMap(({ evidence }) => evidence),
    ),
  );
}

/**
 * The verdict with the place of each entry that it rests on. `offsets` has the place of the first byte of an entry in
 * timeline.ndjson, from 0, by its number; an entry that is not in it is not cited.
 */
export function cite(verdict: Verdict, offsets: ReadonlyMap<number, number>): Verdict {
  const cited = [...citedIn(verdict)]
    .toSorted((a, b) => a - b)
    .flatMap((seq): readonly Citation[] => {
      const offset = offsets.get(seq);
      return offset === undefined ? [] : [{ seq, file: 'timeline.ndjson', byte: offset + 1 }];
    });
  return { ...verdict, cited };
}
