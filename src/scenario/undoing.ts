import { configurationsOf, differencesBetween, putLines } from '../bench/index.ts';
import type { Bench, Configurations } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { actsOf, isUndone, typedBy } from './act.ts';
import type { Act } from './act.ts';
import type { Scenario } from './scenario.ts';
import { unitAt } from './unit-at.ts';

type Intent = ReturnType<Bench['journal']['intend']>;

/**
 * Puts back what the acts of a scenario changed in the configurations: what undoes each is in the journal before it
 * is typed, and in the end both units must run with what they ran with before.
 */
export class Undoing {
  readonly #bench: Bench;
  readonly #intents = new Map<Act, Intent>();
  #before: Configurations | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Reads what both units run with, if any act of the scenario changes it. Throws `BenchError`. */
  async remember(scenario: Scenario): Promise<void> {
    if (actsOf(scenario).some(changes)) this.#before = await configurationsOf(this.#bench);
  }

  /** Writes down what undoes the act, before it is done. Safe twice. */
  intend(act: Act): void {
    if (!isUndone(act) || this.#intents.has(act)) return;
    const { undo } = act;
    const restores = `configuration of ${act.on}: «${undo.join('; ')}» typed after «${typedBy(act).join('; ')}»`;
    this.#intents.set(
      act,
      this.#bench.journal.intend(restores, () => this.#undo(act, undo)),
    );
  }

  /** Types what undoes the acts, the last first. Throws `BenchError` when a unit refuses or is silent. */
  async undo(): Promise<void> {
    for (const [act] of [...this.#intents].toReversed()) if (isUndone(act)) await this.#undo(act, act.undo);
  }

  /**
   * What both units run with that they did not before, in words; empty when nothing was to be changed. Asks once the
   * pair is `steady` again.
   */
  async leftovers(steady: () => Promise<boolean>): Promise<readonly string[]> {
    if (!this.#before) return [];
    await steady();
    return differencesBetween(this.#before, await configurationsOf(this.#bench));
  }

  async #undo(act: Exclude<Act, { look: string }>, lines: readonly string[]): Promise<void> {
    const unit = unitAt(this.#bench, act.on, act.in);
    const context = act.in === undefined ? {} : { context: act.in };
    const { answer, unanswered } = await putLines(
      this.#bench.consoles[unit],
      this.#bench.clock,
      lines,
      context,
    );
    if (answer?.outcome !== 'accepted')
      throw new BenchError(
        `${unit} console`,
        `«${lines.join('; ')}» was not taken: ${unanswered ?? answer?.text.trim() ?? 'no answer'}`,
      );
    const intent = this.#intents.get(act);
    if (intent) this.#bench.journal.mended(intent);
    this.#intents.delete(act);
  }
}

/** True for an act that types configuration, or says that it changes it. */
function changes(act: Act): boolean {
  return 'enter' in act || ('ask' in act && act.undo !== undefined);
}
