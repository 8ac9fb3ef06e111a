import type { ActionBegun, Entry, Trouble } from '../timeline/index.ts';
import { courseOf } from './asked.ts';
import type { Asked } from './asked.ts';
import { doubtsOfFlow, flowsIn } from './flow-record.ts';
import { holdAll } from './hold.ts';
import type { Held } from './hold.ts';
import { seconds } from './numbers.ts';
import { phaseFlaws } from './part.ts';
import type { Part } from './part.ts';
import { proofOf } from './steady.ts';
import { toldIn } from './word.ts';

/** What a look at the evidence brought, before it is brought down to one outcome. */
export interface Examined {
  readonly held: readonly Held[];
  /** Why the pair was not really asked. */
  readonly infrastructure: readonly string[];
  /** Why it cannot pass. */
  readonly hard: readonly string[];
  /** What was noted; it spoils only what depended on it. */
  readonly soft: readonly string[];
}

/** Looks at a scenario: what was asked of the pair, what must follow, and what speaks against believing it. */
export function examine(part: Part): Examined {
  return part.flaws.length > 0 || !part.ended ? unexamined(part) : examineWhole(part, part.ended.atMs);
}

/** Of evidence that may not be all there is, nothing is held against the pair. */
function unexamined(part: Part): Examined {
  return { held: [], infrastructure: benchTroubles(part), hard: [...part.flaws, ...stops(part)], soft: [] };
}

function examineWhole(part: Part, endMs: number): Examined {
  const { entries } = part;
  const proof = proofOf(entries, 'steady');
  const told = toldIn(entries);
  const flows = flowsIn(entries);
  const bench = [...benchTroubles(part), ...failedSetups(entries)];
  const soft = [...told.doubts, ...blindSpots(entries), ...flows.flatMap(doubtsOfFlow)];
  const hard = [
    ...stops(part),
    ...phaseFlaws(entries),
    ...unfinished(entries).map(({ did }) => `whether «${did}» was done is not known`),
  ];
  if (!proof.steady) {
    const missing = proof.missing.map((each) => `no steady state before the fault: ${each}`);
    return { held: [], infrastructure: bench, hard: [...hard, ...missing], soft };
  }
  const open = unfinished(entries);
  const { asked, unasked } = courseOf(
    entries,
    proof.steady,
    Math.min(endMs, ...open.map(({ atMs }) => atMs)),
  );
  const again = proofOf(entries, 'recovered');
  const isCourseKnown =
    unasked.length === 0 && open.length === 0 && asked.some(({ role }) => role === 'fault');
  const held = holdAll({ entries, steady: proof.steady, again, asked, isCourseKnown, told, flows });
  return { held, infrastructure: [...bench, ...unasked], hard: [...hard, ...unjudged(asked, held)], soft };
}

/** A scenario whose fault nothing was held against proves nothing. */
function unjudged(asked: readonly Asked[], held: readonly Held[]): readonly string[] {
  if (!asked.some(({ role }) => role === 'fault')) return ['no fault took effect'];
  return held.some(({ of }) => of === 'fault')
    ? []
    : ['no rule says what must follow from this fault in this state'];
}

const benchTroubles = ({ troubles }: Part): readonly string[] =>
  troubles.filter(({ whose }) => whose === 'bench').map(({ message }) => message);

/** When a witness other than the probes could not see; what it would have said may still be known from others. */
const blindSpots = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'gap' && !entry.witness.startsWith('probe ')
      ? [
          `${entry.witness} could not see from ${seconds(entry.fromMs)} to ${seconds(entry.toMs)} of the run: ${entry.why}`,
        ]
      : [],
  );

/** A pair that could not be brought to where the scenario begins was not really asked. */
const failedSetups = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'action' && entry.role === 'setup' && entry.failed !== undefined
      ? [`«${entry.did}» failed: ${entry.failed}`]
      : [],
  );

const openedBy: Readonly<Partial<Record<Trouble['whose'], string>>> = {
  ours: 'a fault of our own',
  stopped: 'it was stopped',
  unsure: 'an assertion of the suite had nothing to stand on',
};

const stops = ({ troubles }: Part): readonly string[] =>
  troubles.flatMap(({ whose, message }) => {
    const what = openedBy[whose];
    return what === undefined ? [] : [`${what}: ${message}`];
  });

/** An action that begun and of which no end is on record may have been done or not. */
function unfinished(entries: readonly Entry[]): readonly ActionBegun[] {
  const done = new Set(entries.flatMap((entry) => (entry.kind === 'action' ? [entry.id] : [])));
  return entries.filter(
    (entry): entry is ActionBegun => entry.kind === 'action-begun' && !done.has(entry.id),
  );
}
