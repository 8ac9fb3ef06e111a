import type { Wrong } from './wrong-at-rest.ts';

/** Ends a run whose pair does not come to rest by its own doing. What is wrong with it is for the judge to tell. */
export class PairUnsettled extends Error {
  override readonly name = 'PairUnsettled';
  readonly wrongs: readonly Wrong[];

  constructor(message: string, wrongs: readonly Wrong[]) {
    super(`pair: ${message}`);
    this.wrongs = wrongs;
  }
}
