import type { Entry } from '../timeline/index.ts';
import { Docket } from './docket.ts';

/**
 * Takes the entries one after the other, in the order of their numbers. A timeline in which a number comes after a
 * higher one was damaged: only then is it gone through a second time, held whole and put in order first. Sorting is
 * stable, so equal numbers keep the order in which they were found.
 */
export function docketOf(entries: Iterable<Entry>, only?: string): Docket {
  return asFound(entries, only) ?? putInOrder(entries, only);
}

/** Absent when a number comes after a higher one. */
function asFound(entries: Iterable<Entry>, only: string | undefined): Docket | undefined {
  const docket = new Docket(only);
  for (const entry of entries) {
    if (docket.last && entry.seq < docket.last.seq) return undefined;
    docket.take(entry);
  }
  return docket;
}

function putInOrder(entries: Iterable<Entry>, only: string | undefined): Docket {
  const found = Array.from(entries, (entry, place) => ({ entry, place }));
  const docket = new Docket(only);
  let before = -1;
  for (const { entry, place } of found.toSorted((a, b) => a.entry.seq - b.entry.seq)) {
    docket.take(entry, place < before);
    before = place;
  }
  return docket;
}
