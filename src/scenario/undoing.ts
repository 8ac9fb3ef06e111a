import { configurationsOf, differencesBetween, keyWord, linesBetween, putLines } from '../bench/index.ts';
import type { Bench, Configurations, Running } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { actsOf, changes, isUndone, typedBy } from './act.ts';
import type { Act } from './act.ts';
import type { Scenario } from './scenario.ts';
import { unitAt } from './unit-at.ts';

type Intent = ReturnType<Bench['journal']['intend']>;

/**
 * Puts back what the acts of a scenario changed in the configurations: that it is to be put back is in the journal
 * before anything is typed, and in the end both units must run with what they ran with before. An act may say what
 * undoes it; what is left then is found by comparing, and typed the other way round.
 */
export class Undoing {
  readonly #bench: Bench;
  readonly #done: Act[] = [];
  #before: Configurations | undefined;
  #intent: Intent | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Reads what both units run with, if any act of the scenario changes it. Throws `BenchError`. */
  async remember(scenario: Scenario): Promise<void> {
    if (actsOf(scenario).some(changes)) this.#before = await configurationsOf(this.#bench);
  }

  /** Writes down that the configurations are to be put back, before the first act that changes them. */
  intend(act: Act): void {
    if (!changes(act)) return;
    if (!this.#done.includes(act)) this.#done.push(act);
    const restores = `the running configurations of both units as they were before «${typedBy(act).join('; ')}»`;
    this.#intent ??= this.#bench.journal.intend(restores, () => this.putBack());
  }

  /** Whether something is to be put back. */
  get isPending(): boolean {
    return this.#intent !== undefined;
  }

  /** Undoes what was typed. Safe twice. Throws `BenchError` that says what is otherwise than before in the end. */
  async putBack(): Promise<void> {
    if (!this.#intent || !this.#before) return;
    const done = this.#done.splice(0).toReversed();
    for (const act of done) await this.#undo(act);
    if (done.some(typesKey)) await this.#typeKey();
    // What is typed on the active unit goes to the standby one by itself, so the active one comes first.
    for (const where of ['active', 'standby'] as const) {
      const now = await configurationsOf(this.#bench);
      if (differencesBetween(this.#before, now).length === 0) return this.#bench.journal.mended(this.#intent);
      await this.#typeDifferences(this.#before, now, where);
    }
    const left = differencesBetween(this.#before, await configurationsOf(this.#bench));
    if (left.length > 0)
      throw new BenchError('pair', `what the scenario typed was not put back: ${left.join('; ')}`);
    this.#bench.journal.mended(this.#intent);
  }

  /** A refusal here is no harm: what is left is found by comparing. */
  async #undo(act: Act): Promise<void> {
    if (!isUndone(act)) return;
    const console = this.#bench.consoles[await unitAt(this.#bench, act.on)];
    await putLines(console, this.#bench, act.undo, { context: act.in });
  }

  /** The key is shown as asterisks, so that no comparing tells one from another. */
  async #typeKey(): Promise<void> {
    const console = this.#bench.consoles[await unitAt(this.#bench, 'active')];
    const { key } = this.#bench.topology.pair.failover;
    await putLines(console, this.#bench, [key ? `failover key {${keyWord}}` : 'no failover key'], {});
  }

  async #typeDifferences(
    before: Configurations,
    now: Configurations,
    where: 'active' | 'standby',
  ): Promise<void> {
    const unit = await unitAt(this.#bench, where);
    for (const [place, wanted] of before) {
      const lines = wanted.unit === unit ? linesBetween(now.get(place)?.lines ?? [], wanted.lines) : [];
      for (const block of blocksOf(lines)) await this.#typeBlock(wanted, block);
    }
  }

  async #typeBlock({ unit, context }: Running, lines: readonly string[]): Promise<void> {
    await putLines(this.#bench.consoles[unit], this.#bench, lines, { context });
  }
}

const typesKey = (act: Act): boolean => typedBy(act).some((line) => /^\s*(?:no )?failover key\b/.test(line));

/** Lines that belong together: a mode with what is typed in it, up to its exit; any other line by itself. */
function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const last = lines.lastIndexOf('exit');
  if (last < 0) return lines.map((line) => [line]);
  const first = lines.indexOf('exit');
  return [lines.slice(0, first + 1), ...blocksOf(lines.slice(first + 1))].filter(({ length }) => length > 0);
}
