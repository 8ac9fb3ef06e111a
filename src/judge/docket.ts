import type { Entry, RunBegun, ScenarioBegun, Trouble } from '../timeline/index.ts';
import { Known } from './known.ts';
import { Numbering } from './numbering.ts';
import { OpenPart } from './open-part.ts';
import type { Cut } from './open-part.ts';
import type { Part } from './part.ts';

interface Closed extends Cut {
  readonly hasNext: boolean;
}

/**
 * Takes the entries of a run in the order of their numbers, and looks at each scenario when the next one begins: what
 * is held is the evidence of the scenario that is open, and what came of those before it.
 */
export class Docket {
  /** Every scenario that any entry names, in the order of their first entries. */
  readonly names = new Set<string>();
  readonly troubles: Trouble[] = [];
  /** Troubles that no scenario answers for: they name none and came up while none was played. */
  readonly loose: Trouble[] = [];
  readonly numbering = new Numbering();
  readonly #only: string | undefined;
  readonly #closed = new Map<string, Closed>();
  readonly #repeated = new Set<string>();
  readonly #pending = new Set<string>();
  readonly #known = new Known();
  readonly #troublesOf = new Map<string, Trouble[]>();
  #run: RunBegun | undefined;
  #first: Entry | undefined;
  #last: Entry | undefined;
  #open: OpenPart | undefined;
  #isPlaying = false;

  /** With `only`, no other scenario is looked at. */
  constructor(only?: string) {
    this.#only = only;
  }

  get run(): RunBegun | undefined {
    return this.#run;
  }
  get first(): Entry | undefined {
    return this.#first;
  }
  get last(): Entry | undefined {
    return this.#last;
  }

  /** Every version of firmware that a unit said it runs. */
  get firmware(): readonly string[] {
    return this.#known.firmware;
  }

  /** How many pieces of evidence are held for the scenario that is open. */
  get size(): number {
    return this.#open?.size ?? 0;
  }

  /** Takes the next entry; one that was found before the last one was out of order there. */
  take(entry: Entry, wasOutOfOrder = false): void {
    this.#first ??= entry;
    this.numbering.take(entry, wasOutOfOrder);
    if (entry.kind === 'run') this.#run ??= entry;
    if (entry.kind === 'pending') this.#pending.add(entry.scenario);
    if ('scenario' in entry) this.names.add(entry.scenario);
    this.#known.take(entry);
    if (entry.kind === 'scenario') this.#begin(entry);
    if (entry.kind === 'scenario-ended') this.#isPlaying = false;
    const isOwn = this.#open?.take(entry, wasOutOfOrder) ?? false;
    if (entry.kind === 'trouble') this.#trouble(entry, isOwn ? this.#open?.begun.scenario : undefined);
    this.#last = entry;
  }

  /** Whether it was only said that this bench cannot play it. */
  isPending(scenario: string): boolean {
    const isBegun = this.#closed.has(scenario) || this.#open?.begun.scenario === scenario;
    return this.#pending.has(scenario) && !isBegun;
  }

  /**
   * A scenario as it stands now. `isOver` says that the run is over, so that what belongs to it must be closed by
   * another beginning or by the end of the run.
   */
  partOf(scenario: string, isOver: boolean): Part {
    this.#close();
    const troubles = this.#troublesOf.get(scenario) ?? [];
    const closed = this.#closed.get(scenario);
    if (!closed) return { ...neverBegun, scenario, troubles };
    const { hasNext, ...cut } = closed;
    const flaws = [...cut.flaws];
    if (this.#repeated.has(scenario)) flaws.push('it began more than once');
    if (isOver && !hasNext && this.#last?.kind !== 'ended') flaws.push('what followed it is not on record');
    return { ...cut, flaws, troubles };
  }

  #begin(begun: ScenarioBegun): void {
    this.#isPlaying = true;
    const { scenario, seq } = begun;
    // The same number twice is a flaw of the numbers; the numbering tells it.
    if (this.#open?.begun.scenario === scenario && this.#open.begun.seq === seq) return;
    this.#close(seq);
    if (this.#closed.has(scenario)) this.#repeated.add(scenario);
    else if (this.#only === undefined || this.#only === scenario) this.#open = new OpenPart(begun);
  }

  #close(next?: number): void {
    if (!this.#open) return;
    const { scenario } = this.#open.begun;
    this.#closed.set(scenario, { ...this.#open.cut(this.#known, next), hasNext: next !== undefined });
    this.#open = undefined;
  }

  /** `within` is the scenario between whose beginning and end it came up. */
  #trouble(trouble: Trouble, within: string | undefined): void {
    this.troubles.push(trouble);
    const scenario = trouble.scenario ?? within;
    if (trouble.scenario === undefined && !this.#isPlaying) this.loose.push(trouble);
    if (scenario === undefined) return;
    const known = this.#troublesOf.get(scenario);
    if (known) known.push(trouble);
    else this.#troublesOf.set(scenario, [trouble]);
  }
}

const neverBegun = {
  begun: undefined,
  ended: undefined,
  lastMs: 0,
  flaws: ['it never began'],
  looked: undefined,
} as const;
