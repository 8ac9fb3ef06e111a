import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { asError } from '../errors.ts';
import { collected } from './collected.ts';
import type { Collected } from './collected.ts';
import { mutated } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { Realm } from './realm.ts';

/** What became of a mutant: noticed by a test, or by none; or no program at all, so that it proves nothing. */
export type Fate =
  | { readonly fate: 'killed'; readonly by: string }
  | { readonly fate: 'survived' }
  | { readonly fate: 'void'; readonly why: string };

/**
 * A test that takes longer is asked only about what lies in its folder: those are properties over a great many
 * courses, which reach nearly everything. In milliseconds.
 */
const longestElsewhereMs = 400;

/** Tries mutants on the tests that reach them, the quickest first. */
export class Trial {
  readonly #realm = new Realm();
  readonly #tests: readonly string[];
  readonly #clock: Clock;
  readonly #tookMs = new Map<string, number>();

  constructor(tests: readonly string[], clock: Clock) {
    this.#tests = tests;
    this.#clock = clock;
  }

  /** Runs every test on the unchanged sources; rejects with the first that fails. They are timed on the way. */
  async prove(): Promise<void> {
    for (const file of this.#tests)
      for (const { title, run } of await this.#read(file, this.#realm.with())) await this.#timed(title, run);
  }

  /** What becomes of the mutant. */
  async try(mutant: Mutant): Promise<Fate> {
    const text = mutated(readFileSync(mutant.file, 'utf8'), mutant);
    const read = this.#realm.with(mutant.file, text);
    const tests: Collected[] = [];
    for (const file of this.#tests) {
      if (!this.#realm.reach(file).has(mutant.file)) continue;
      try {
        const found = await this.#read(file, read);
        const isNear = mutant.file.startsWith(dirname(file));
        tests.push(...found.filter(({ title }) => isNear || this.#took(title) <= longestElsewhereMs));
      } catch (error) {
        if (error instanceof SyntaxError) return { fate: 'void', why: error.message };
        return { fate: 'killed', by: `${file}: it cannot be read` };
      }
    }
    for (const { title, run } of tests.toSorted((a, b) => this.#took(a.title) - this.#took(b.title))) {
      try {
        await run();
      } catch {
        return { fate: 'killed', by: title };
      }
    }
    return { fate: 'survived' };
  }

  /** How long a test takes by itself; one that is new, as a row of a table makes it, takes no time. */
  #took(title: string): number {
    return this.#tookMs.get(title) ?? 0;
  }

  #read(file: string, read: (file: string) => Promise<void>): Promise<readonly Collected[]> {
    return collected(() => read(file));
  }

  async #timed(title: string, run: () => Promise<void>): Promise<void> {
    const beganMs = this.#clock.nowMs();
    try {
      await run();
    } catch (error) {
      throw new Error(`${title} fails without any mutation: ${asError(error).message}`, { cause: error });
    }
    this.#tookMs.set(title, this.#clock.nowMs() - beganMs);
  }
}
