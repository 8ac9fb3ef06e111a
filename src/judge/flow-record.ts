import type { Interval, LostProbes, ProbeSighting } from '../pair/index.ts';
import { counted, seconds } from './numbers.ts';

/** One batch of probes with its number in the timeline. */
export interface Batch {
  readonly saw: ProbeSighting;
  readonly seq: number;
}

/** All that is known of one flow in a scenario: its probes in order, those that were lost, and what is wrong with it. */
export interface FlowRecord {
  readonly flow: string;
  readonly everyMs: number;
  /** From the first probe accounted for to the last. */
  readonly covers: Interval;
  readonly breaks: readonly Break[];
  /** Why lost probes may be more or fewer: holes in the numbers, and probes that the instrument was wrong about. */
  readonly flaws: readonly string[];
  /** Why times are less certain than they should be: the sender stalled. */
  readonly stalls: readonly string[];
}

/** Consecutive lost probes, across batches, between the last one through before and the first one through after. */
export interface Break {
  readonly lost: number;
  /** When the first and the last lost probe were sent. */
  readonly sent: Interval;
  /** Not earlier than the last one through before and not later than the first one through after; no end if none came. */
  readonly within: Interval;
  readonly evidence: readonly number[];
}

/** A sender is out of budget when it was later than both, in milliseconds. */
const stallMs = 50;
const stallProbes = 5;

/** Puts together what is known of a flow; its batches are in the order of their numbers. */
export function flowRecordOf(flow: string, batches: readonly Batch[], gaps: readonly string[]): FlowRecord {
  return {
    flow,
    everyMs: batches.reduce((longest, { saw }) => Math.max(longest, saw.everyMs), 0),
    covers: {
      loMs: batches[0]?.saw.firstSentMs ?? Infinity,
      hiMs: batches.at(-1)?.saw.lastSentMs ?? -Infinity,
    },
    breaks: breaksIn(batches),
    flaws: [...gaps, ...batches.flatMap((batch, at) => flawsOf(batch, batches[at - 1]))],
    stalls: batches.flatMap(({ saw }) => stallsOf(saw)),
  };
}

/** Nothing lost, nothing unaccounted for, and the sender in time. */
export function isClean(saw: ProbeSighting): boolean {
  return saw.lost.length === 0 && doesAddUp(saw) && stallsOf(saw).length === 0;
}

function doesAddUp({ lost, received, fromSeq, toSeq }: ProbeSighting): boolean {
  return (
    received + lost.reduce((sum, range) => sum + range.toSeq - range.fromSeq + 1, 0) === toSeq - fromSeq + 1
  );
}

function flawsOf({ saw, seq }: Batch, before: Batch | undefined): readonly string[] {
  const flaws: string[] = [];
  if (!doesAddUp(saw)) flaws.push(`entry ${seq}: the batch does not add up`);
  if (before && saw.fromSeq !== before.saw.toSeq + 1)
    flaws.push(`probes ${before.saw.toSeq + 1} to ${saw.fromSeq - 1} are not accounted for`);
  return flaws;
}

function stallsOf({ worstLatenessMs, everyMs, fromSeq, toSeq }: ProbeSighting): readonly string[] {
  if (worstLatenessMs <= stallMs || worstLatenessMs <= stallProbes * everyMs) return [];
  return [`probes ${fromSeq} to ${toSeq} were sent up to ${seconds(worstLatenessMs)} late`];
}

interface Lost {
  readonly range: LostProbes;
  readonly batch: Batch;
}

/** Merges lost ranges that follow each other without a hole. */
function breaksIn(batches: readonly Batch[]): readonly Break[] {
  const runs: Lost[][] = [];
  for (const batch of batches)
    for (const range of batch.saw.lost) {
      const run = runs.at(-1);
      if (run?.at(-1)?.range.toSeq === range.fromSeq - 1) run.push({ range, batch });
      else runs.push([{ range, batch }]);
    }
  const edges = edgesOf(batches);
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [breakOf(run, first, last, edges)] : [];
  });
}

/** When the probes were sent that batches begin and end with, by their numbers, and the last number of all. */
interface Edges {
  readonly firstSentMs: ReadonlyMap<number, number>;
  readonly lastSentMs: ReadonlyMap<number, number>;
  readonly lastSeq: number | undefined;
}

/** Of a number that is there twice the first counts, so the last is put down first. */
function edgesOf(batches: readonly Batch[]): Edges {
  const back = batches.toReversed();
  return {
    firstSentMs: new Map(back.map(({ saw }) => [saw.fromSeq, saw.firstSentMs])),
    lastSentMs: new Map(back.map(({ saw }) => [saw.toSeq, saw.lastSentMs])),
    lastSeq: batches.at(-1)?.saw.toSeq,
  };
}

/**
 * The probe before the first lost one was sent one interval earlier, and up to the sender's lateness more; the one
 * after the last likewise. Where a batch ends there, the instant is known.
 */
function breakOf(run: readonly Lost[], first: Lost, last: Lost, edges: Edges): Break {
  const before = edges.lastSentMs.get(first.range.fromSeq - 1);
  const after = edges.firstSentMs.get(last.range.toSeq + 1);
  const edge = ({ batch: { saw } }: Lost): number => saw.everyMs + saw.worstLatenessMs;
  const isLast = last.range.toSeq === edges.lastSeq;
  return {
    lost: run.reduce((sum, { range }) => sum + range.toSeq - range.fromSeq + 1, 0),
    sent: { loMs: first.range.firstSentMs, hiMs: last.range.lastSentMs },
    within: {
      loMs: before ?? first.range.firstSentMs - edge(first),
      hiMs: isLast ? Infinity : (after ?? last.range.lastSentMs + edge(last)),
    },
    evidence: [...new Set(run.map(({ batch }) => batch.seq))].toSorted((a, b) => a - b),
  };
}

/** What is wrong with the probes, for people. */
export function doubtsOfFlow({ flow, flaws, stalls }: FlowRecord): readonly string[] {
  const told = (of: readonly string[]): readonly string[] => {
    const [first] = of;
    return first === undefined
      ? []
      : [
          `flow ${flow}: ${first}${of.length > 1 ? `, and ${counted(of.length - 1, 'more doubt')} like it` : ''}`,
        ];
  };
  return [...told(flaws), ...told(stalls)];
}
