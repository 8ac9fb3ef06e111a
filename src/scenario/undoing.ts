import { configurationsOf, keepRunning, putConfigurationsBack } from '../bench/index.ts';
import type { Bench, ChangedOf, Configurations } from '../bench/index.ts';
import { actsOf, changes, isUndone, typedBy } from './act.ts';
import type { Act } from './act.ts';
import type { Scenario } from './scenario.ts';

type Intent = ReturnType<Bench['journal']['intend']>;
type Undo = ChangedOf<'configurations'>['undo'];

/**
 * Puts back what the acts of a scenario changed in the configurations: how they were, and what undoes the acts, is in the
 * journal before anything is typed, and in the end both units must run with what they ran with before. An act may say
 * what undoes it; what is left then is found by comparing, and typed the other way round.
 */
export class Undoing {
  readonly #bench: Bench;
  readonly #done: Act[] = [];
  #acts: readonly Act[] = [];
  #before: Configurations | undefined;
  #intent: Intent | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Reads what both units run with, if any act of the scenario changes it. Throws `BenchError`. */
  async remember(scenario: Scenario): Promise<void> {
    this.#acts = actsOf(scenario).filter(changes);
    if (this.#acts.length > 0) this.#before = await configurationsOf(this.#bench);
  }

  /** Writes down that the configurations are to be put back, and to what, before the first act that changes them. */
  intend(act: Act): void {
    if (!changes(act)) return;
    if (!this.#done.includes(act)) this.#done.push(act);
    if (this.#intent || !this.#before) return;
    const restores = `the running configurations of both units as they were before «${typedBy(act).join('; ')}»`;
    // A fresh process cannot know how far the acts had come: it undoes all of them.
    const of: ChangedOf<'configurations'> = {
      kind: 'configurations',
      run: this.#bench.journal.run,
      saved: keepRunning(this.#bench, this.#before),
      undo: undoOf(this.#acts),
      key: this.#acts.some(typesKey),
    };
    this.#intent = this.#bench.journal.intend({ restores, of }, () => this.putBack());
  }

  /** Whether something is to be put back. */
  get isPending(): boolean {
    return this.#intent !== undefined;
  }

  /** Undoes what was typed. Safe twice. Throws `BenchError` that says what is otherwise than before in the end. */
  async putBack(): Promise<void> {
    if (!this.#intent || !this.#before) return;
    const done = this.#done.splice(0);
    await putConfigurationsBack(this.#bench, {
      before: this.#before,
      undo: undoOf(done),
      key: done.some(typesKey),
    });
    this.#bench.journal.mended(this.#intent);
  }
}

/** What the acts say undoes them, the last first. */
const undoOf = (acts: readonly Act[]): Undo =>
  acts
    .toReversed()
    .filter(isUndone)
    .map(({ on, in: context, undo: lines }) => ({
      on,
      lines,
      ...(context === undefined ? {} : { context }),
    }));

const typesKey = (act: Act): boolean => typedBy(act).some((line) => /^\s*(?:no )?failover key\b/.test(line));
