import type { LostProbes, ProbeSighting } from '../../pair/index.ts';
import type { Entry } from '../../timeline/index.ts';
import { counted, seconds } from '../words.ts';
import type { Bar, Lane, Tick } from './lane.ts';

interface Batch {
  readonly saw: ProbeSighting;
  readonly seq: number;
}

/** A sender this late no longer measures what it says: the instrument, not the pair. */
const stalledMs = 100;

/** For each flow of probes: when it was watched, what was lost, where the sender itself stalled. */
export function flowLanes(entries: readonly Entry[]): readonly Lane[] {
  const flows = new Map<string, Batch[]>();
  for (const entry of entries) {
    if (entry.kind !== 'observation' || entry.saw.sight !== 'probes') continue;
    const { saw, seq } = entry;
    flows.set(saw.flow, [...(flows.get(saw.flow) ?? []), { saw, seq }]);
  }
  return [...flows].map(([flow, batches]) => ({
    name: `probes ${flow}`,
    bars: [...watched(batches), ...lost(batches)],
    ticks: batches.flatMap(stallTick),
  }));
}

function watched(batches: readonly Batch[]): readonly Bar[] {
  const spans: { first: Batch; last: Batch }[] = [];
  for (const batch of batches) {
    const before = spans.at(-1);
    if (before && before.last.saw.toSeq + 1 === batch.saw.fromSeq) before.last = batch;
    else spans.push({ first: batch, last: batch });
  }
  return spans.map(({ first, last }) => {
    const [fromMs, toMs] = [first.saw.firstSentMs, last.saw.lastSentMs];
    const title = `probes sent ${seconds(fromMs)} to ${seconds(toMs)}, every ${first.saw.everyMs} ms`;
    return { fromMs, toMs, tone: 'through', label: '', title, seq: first.seq };
  });
}

/** A loss that goes on in the next batch is one bar. */
function lost(batches: readonly Batch[]): readonly Bar[] {
  const ranges: { range: LostProbes; seq: number }[] = [];
  for (const { saw, seq } of batches) {
    for (const range of saw.lost) {
      const before = ranges.at(-1);
      if (before && before.range.toSeq + 1 === range.fromSeq) {
        const { fromSeq, firstSentMs } = before.range;
        ranges[ranges.length - 1] = { range: { ...range, fromSeq, firstSentMs }, seq: before.seq };
      } else ranges.push({ range, seq });
    }
  }
  return ranges.map(({ range, seq }) => {
    const label = `${counted(range.toSeq - range.fromSeq + 1, 'probe')} lost`;
    const title = `${label}, numbers ${range.fromSeq} to ${range.toSeq}, sent ${seconds(range.firstSentMs)} to ${seconds(range.lastSentMs)}`;
    return { fromMs: range.firstSentMs, toMs: range.lastSentMs, tone: 'lost', label, title, seq };
  });
}

function stallTick({ saw, seq }: Batch): readonly Tick[] {
  if (saw.worstLatenessMs < stalledMs) return [];
  const title = `the sender was ${seconds(saw.worstLatenessMs)} late: our own stall`;
  return [{ atMs: saw.firstSentMs, tone: 'gap', letter: '!', title, seq }];
}
