/** What became of the probes of a made-up scenario. */
import type { LostProbes } from '../pair/index.ts';
import type { EntryToRecord } from '../timeline/entry.ts';
import type { Noted, Story } from './made-story.test-support.ts';

const probeEveryMs = 10;
const batchProbes = 50;

/** The batches of the flow `out`. */
export function probes(story: Story, zeroMs: number): readonly Noted[] {
  if (!story.probes) return [];
  const { lost: isLost, latenessMs = 0.2 } = story.probes;
  const notes: Noted[] = [];
  for (
    let fromMs = -900, fromSeq = 7;
    fromMs < story.endMs - 600;
    fromMs += batchProbes * probeEveryMs, fromSeq += batchProbes
  ) {
    const sent = (at: number): number => zeroMs + fromMs + at * probeEveryMs;
    const lost: LostProbes[] = [];
    for (let at = 0; at < batchProbes; at++) {
      if (!isLost(fromMs + at * probeEveryMs)) continue;
      const last = lost.at(-1);
      if (last?.toSeq === fromSeq + at - 1)
        lost[lost.length - 1] = { ...last, toSeq: fromSeq + at, lastSentMs: sent(at) };
      else
        lost.push({
          fromSeq: fromSeq + at,
          toSeq: fromSeq + at,
          firstSentMs: sent(at),
          lastSentMs: sent(at),
        });
    }
    const count = lost.reduce((sum, range) => sum + range.toSeq - range.fromSeq + 1, 0);
    const atMs = zeroMs + fromMs + 550;
    const entry: EntryToRecord = {
      kind: 'observation',
      askedMs: atMs,
      answeredMs: atMs,
      scenario: story.name,
      witness: 'probe out',
      saw: {
        sight: 'probes',
        flow: 'out',
        fromSeq,
        toSeq: fromSeq + batchProbes - 1,
        firstSentMs: sent(0),
        lastSentMs: sent(batchProbes - 1),
        everyMs: probeEveryMs,
        received: batchProbes - count,
        duplicated: 0,
        lost,
        worstLatenessMs: latenessMs,
      },
    };
    notes.push({ atMs: fromMs + 550, entry });
  }
  return notes;
}
