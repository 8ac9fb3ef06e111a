import type { Entry, PhaseBegun, Phase, ScenarioBegun, ScenarioEnded, Trouble } from '../timeline/index.ts';

/** The entries of one scenario, cut out of a timeline, with what is wrong with them as evidence. */
export interface Part {
  readonly scenario: string;
  readonly begun: ScenarioBegun | undefined;
  readonly ended: ScenarioEnded | undefined;
  /** From its beginning to its end, in the order of their numbers. */
  readonly entries: readonly Entry[];
  /** Troubles within it and after it that name it, or that came up while it was played. */
  readonly troubles: readonly Trouble[];
  /** Why the entries cannot be trusted to be all there is; nothing is judged then. */
  readonly flaws: readonly string[];
}

/** In the order of their numbers. Sorting is stable, so equal numbers keep the order in which they were found. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => a.seq - b.seq);
}

/**
 * Cuts a scenario out. Its part of the timeline runs to where the next one begins, since the suite's own
 * assertions are recorded after its end: numbers missing there may be one of those. `isOver` says that the run is
 * over, so that the part must be closed by another beginning or by the end of the run.
 */
export function partOf(entries: readonly Entry[], scenario: string, isOver: boolean): Part {
  const ordered = inOrder(entries);
  const beginnings = ordered.filter((entry) => entry.kind === 'scenario');
  const begun = beginnings.find((entry) => entry.scenario === scenario);
  if (!begun)
    return {
      scenario,
      begun,
      ended: undefined,
      entries: [],
      troubles: troublesOf(ordered, scenario, []),
      flaws: ['it never began'],
    };
  const next = beginnings.find(({ seq }) => seq > begun.seq);
  const stretch = ordered.filter(({ seq }) => seq >= begun.seq && seq < (next?.seq ?? Infinity));
  const ended = stretch.find(
    (entry): entry is ScenarioEnded => entry.kind === 'scenario-ended' && entry.scenario === scenario,
  );
  const own = stretch.filter(({ seq }) => seq <= (ended?.seq ?? Infinity));
  const flaws = numberingFlaws(stretch, entries);
  const last = stretch.at(-1);
  if (next && last && next.seq !== last.seq + 1)
    flaws.push(`numbers ${last.seq + 1} to ${next.seq - 1} are missing`);
  if (!ended) flaws.push('it never ended');
  if (beginnings.some(({ scenario: name, seq }) => name === scenario && seq !== begun.seq))
    flaws.push('it began more than once');
  if (isOver && !next && last?.kind !== 'ended') flaws.push('what followed it is not on record');
  return { scenario, begun, ended, entries: own, troubles: troublesOf(ordered, scenario, own), flaws };
}

/** What is wrong with the numbers of a stretch of the timeline, one sentence each; `found` is the order as it was found. */
export function numberingFlaws(stretch: readonly Entry[], found: readonly Entry[]): string[] {
  const flaws: string[] = [];
  const places = new Map(found.map((entry, place) => [entry, place]));
  for (const [at, entry] of stretch.entries()) {
    const before = stretch[at - 1];
    if (!before) continue;
    if (entry.seq === before.seq) flaws.push(`number ${entry.seq} is there twice`);
    if (entry.seq > before.seq + 1) flaws.push(`numbers ${before.seq + 1} to ${entry.seq - 1} are missing`);
    if ((places.get(entry) ?? 0) < (places.get(before) ?? 0))
      flaws.push(`number ${entry.seq} is out of order`);
  }
  return abridged(flaws);
}

/** The first few and how many more: half a timeline lost is one doubt, not a thousand. */
function abridged(flaws: readonly string[]): string[] {
  const shown = 3;
  if (flaws.length <= shown) return [...flaws];
  return [...flaws.slice(0, shown), `and ${flaws.length - shown} more like it`];
}

function troublesOf(ordered: readonly Entry[], scenario: string, own: readonly Entry[]): readonly Trouble[] {
  const within = new Set(own);
  return ordered.filter(
    (entry): entry is Trouble =>
      entry.kind === 'trouble' &&
      (entry.scenario === scenario || (entry.scenario === undefined && within.has(entry))),
  );
}

/** The order of things in a scenario that was played to its end. */
const course: readonly Phase[] = ['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered'];

/** What is missing or out of place in the course of the scenario. */
export function phaseFlaws(entries: readonly Entry[]): readonly string[] {
  const phases = entries
    .filter((entry): entry is PhaseBegun => entry.kind === 'phase')
    .map(({ phase }) => phase);
  if (phases.join() === course.join()) return [];
  const missing = course.filter((phase) => !phases.includes(phase));
  return [
    missing.length > 0 ? `it has no phase ${missing.join(', ')}` : `its phases came as ${phases.join(', ')}`,
  ];
}

/** The entries of one phase: from its beginning to the next one's. */
export function inPhase(
  entries: readonly Entry[],
  phase: Phase,
): { readonly atMs: number; readonly entries: readonly Entry[] } | undefined {
  const from = entries.findIndex((entry) => entry.kind === 'phase' && entry.phase === phase);
  const begun = entries[from];
  if (begun?.kind !== 'phase') return undefined;
  const rest = entries.slice(from + 1);
  const to = rest.findIndex(({ kind }) => kind === 'phase');
  return { atMs: begun.atMs, entries: to < 0 ? rest : rest.slice(0, to) };
}
