import type { Interval, LostProbes, ProbeSighting } from '../pair/index.ts';
import type { Entry } from '../timeline/index.ts';
import { counted, seconds } from './numbers.ts';

/** One batch of probes with its number in the timeline. */
interface Batch {
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

/** How the witness of a flow is called. */
const probeOf = 'probe ';

/**
 * Reads the flows of a scenario, by name. One of which only gaps are told is there as well: nobody knows what became
 * of its probes, and that is not the same as having none.
 */
export function flowsIn(entries: readonly Entry[]): readonly FlowRecord[] {
  const flows = new Map<string, Batch[]>();
  for (const entry of entries) {
    if (entry.kind === 'gap' && entry.witness.startsWith(probeOf)) {
      const flow = entry.witness.slice(probeOf.length);
      flows.set(flow, flows.get(flow) ?? []);
    }
    if (entry.kind !== 'observation' || entry.saw.sight !== 'probes') continue;
    const { saw, seq } = entry;
    const batches = flows.get(saw.flow) ?? [];
    batches.push({ saw, seq });
    flows.set(saw.flow, batches);
  }
  return [...flows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([flow, batches]) =>
      recordOf(
        flow,
        batches.toSorted((a, b) => a.saw.fromSeq - b.saw.fromSeq || a.seq - b.seq),
        entries,
      ),
    );
}

function recordOf(flow: string, batches: readonly Batch[], entries: readonly Entry[]): FlowRecord {
  const gaps = entries.flatMap((entry) =>
    entry.kind === 'gap' && entry.witness === `${probeOf}${flow}`
      ? [`${entry.why}, at ${seconds(entry.fromMs)} of the run`]
      : [],
  );
  return {
    flow,
    everyMs: Math.max(0, ...batches.map(({ saw }) => saw.everyMs)),
    covers: {
      loMs: batches[0]?.saw.firstSentMs ?? Infinity,
      hiMs: batches.at(-1)?.saw.lastSentMs ?? -Infinity,
    },
    breaks: breaksIn(batches),
    flaws: [...gaps, ...batches.flatMap((batch, at) => flawsOf(batch, batches[at - 1]))],
    stalls: batches.flatMap(({ saw }) => stallsOf(saw)),
  };
}

function flawsOf({ saw, seq }: Batch, before: Batch | undefined): readonly string[] {
  const flaws: string[] = [];
  const lost = saw.lost.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0);
  if (saw.received + lost !== saw.toSeq - saw.fromSeq + 1)
    flaws.push(`entry ${seq}: the batch does not add up`);
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
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [breakOf(run, first, last, batches)] : [];
  });
}

/**
 * The probe before the first lost one was sent one interval earlier, and up to the sender's lateness more; the one
 * after the last likewise. Where a batch ends there, the instant is known.
 */
function breakOf(run: readonly Lost[], first: Lost, last: Lost, batches: readonly Batch[]): Break {
  const before = batches.find(({ saw }) => saw.toSeq === first.range.fromSeq - 1)?.saw.lastSentMs;
  const after = batches.find(({ saw }) => saw.fromSeq === last.range.toSeq + 1)?.saw.firstSentMs;
  const edge = ({ batch: { saw } }: Lost): number => saw.everyMs + saw.worstLatenessMs;
  const isLast = last.range.toSeq === batches.at(-1)?.saw.toSeq;
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
