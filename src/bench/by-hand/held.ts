/** What somebody changed by hand and has not put back: intents in the journal of the bench, beside those of runs. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Change, Changed } from '../journal/changed.ts';
import { JournalFile } from '../journal/journal-file.ts';
import type { WrittenIntent } from '../journal/read-journal.ts';
import { makeBenchFolder } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';

/** By whom such an intent is, as its line says. */
const byHandWord = 'by hand';

/** Reads and writes the journal for hands. A line is on the disk before anything is changed, as those of a run are. */
export class HeldByHand {
  readonly #kept: BenchFolder;
  readonly #file: JournalFile;
  readonly #clock: Clock;

  constructor(kept: BenchFolder, clock: Clock) {
    this.#kept = kept;
    this.#file = new JournalFile(kept.journal);
    this.#clock = clock;
  }

  /** What is not as it was, the first first; that of runs among it. */
  get all(): readonly WrittenIntent[] {
    return this.#file.read().open;
  }

  /** What was changed by hand alone: what a run changed is put back by it, or by recovery. */
  get open(): readonly WrittenIntent[] {
    return this.all.filter(({ run }) => run === byHandWord);
  }

  /** Lines of the journal that are not understood, in words: nobody knows what they held open. */
  get unread(): readonly string[] {
    return this.#file.read().unread;
  }

  /** What was changed by hand, if this thing is among it. */
  find(isIt: (of: Changed) => boolean): WrittenIntent | undefined {
    return this.open.find(({ of }) => isIt(of));
  }

  /** Call before the deed, and do not do it where this throws. */
  intend({ restores, of }: Change): void {
    makeBenchFolder(this.#kept);
    const order = this.open.length + 1;
    const when = this.#clock.wall().toISOString();
    this.#file.append({ intent: randomUUID(), run: byHandWord, order, when, restores, of });
  }

  /** Call after the thing was seen to be back. */
  mended({ intent: mended }: WrittenIntent): void {
    this.#file.append({ mended, when: this.#clock.wall().toISOString() });
    this.#file.trim();
  }
}
