import { BenchError, messageOf } from '../../errors.ts';
import type { Change, Changed } from '../journal/changed.ts';
import type { Intent, Journal } from '../journal/journal.ts';
import type { Effect } from '../notebook.ts';

interface Broken {
  readonly intent: Intent;
  readonly restore: () => Promise<Effect>;
}

/** What is broken on a bench at the moment, each thing under a key of its own, and written down before it is broken. */
export class Breakage {
  readonly #journal: Journal;
  readonly #open = new Map<string, Broken>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Whether the way back is known: it is broken, and by us. */
  has(key: string): boolean {
    return this.#open.has(key);
  }

  /** How it was before, and all that it takes to put it back; undefined where nothing of that key is broken. */
  changed(key: string): Changed | undefined {
    return this.#open.get(key)?.intent.of;
  }

  /** Does the deed, with the way back in the journal before it. What is broken already keeps its first way back. */
  async cause(
    key: string,
    change: Change,
    mend: () => Promise<Effect>,
    deed: () => Promise<Effect>,
  ): Promise<Effect> {
    if (!this.#open.has(key)) {
      const restore = async (): Promise<Effect> => {
        const effect = await mend();
        this.mended(key);
        return effect;
      };
      this.#open.set(key, { intent: this.#intend(change, restore), restore });
    }
    return deed();
  }

  /** Takes the way back. Does nothing where nothing of that key is broken. */
  async restore(key: string): Promise<Effect | undefined> {
    return this.#open.get(key)?.restore();
  }

  /** To be told once the bench was seen to be back. Safe twice. */
  mended(key: string): void {
    const broken = this.#open.get(key);
    this.#open.delete(key);
    if (!broken) return;
    try {
      this.#journal.mended(broken.intent);
    } catch (cause) {
      const { restores } = broken.intent;
      const why = `${restores}: it is so again, but that could not be written: ${messageOf(cause)}; make room, then fover recover finds that it is`;
      throw new BenchError('journal', why, { cause });
    }
  }

  #intend(change: Change, restore: () => Promise<Effect>): Intent {
    try {
      return this.#journal.intend(change, restore);
    } catch (cause) {
      const why = `nothing was touched, for how to put it back (${change.restores}) could not be written: ${messageOf(cause)}; look at the space and the rights there`;
      throw new BenchError('journal', why, { cause });
    }
  }
}
