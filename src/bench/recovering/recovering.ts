import type { Notebook } from '../notebook.ts';
import type { BenchDoors, DoorsOpening } from '../opening/doors.ts';

/** What recovery works with. */
export interface Recovering extends DoorsOpening {
  readonly doors: BenchDoors;
  readonly notebook: Notebook;
  readonly signal: AbortSignal;
  /** Where the texts lie that the intents of a run refer to, the first to be looked at first. */
  readonly texts: (run: string) => readonly string[];
  /** Asked where nothing but a look at the rack can tell; true where it is as it was. */
  readonly ask: (question: string) => Promise<boolean>;
}
