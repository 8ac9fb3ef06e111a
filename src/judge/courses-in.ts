import type { Run } from '../model/index.ts';
import type { Entry } from '../timeline/index.ts';
import { docketOf } from './in-order.ts';

/**
 * What each scenario of a run did to the pair, as far as the evidence is whole: the steady state that it began with, and
 * every strike that took effect. None for one that proved no steady state.
 */
export function coursesIn(entries: Iterable<Entry>): readonly Run[] {
  const docket = docketOf(entries);
  return [...docket.names].flatMap((name) => docket.partOf(name, true).looked?.course ?? []);
}
