import { operation } from '../model/index.ts';
import type { Interval, Outcome } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { FlowRecord } from './flow-record.ts';
import { rounded, roundedInterval, seconds, span } from './numbers.ts';
import { outagesOf } from './traffic.ts';
import type { Finding, Outage } from './verdict.ts';

/**
 * Holds the longest interruption of each flow since the first strike against the limit that the scenario sets. Passes
 * only if the longest that it may have been keeps the limit, and fails only if the shortest breaks it; an interruption
 * of which no end was seen may have been any longer.
 */
export function holdOutages(
  limitMs: number,
  asked: readonly Asked[],
  flows: readonly FlowRecord[],
  endMs: number,
): readonly Finding[] {
  const first = asked[0];
  if (!first) return [];
  const overMs = asked.findLast(({ isAsked }) => isAsked)?.untilMs ?? endMs;
  return flows.map((flow) => {
    const mine = outagesOf(flow).filter(({ toMs }) => toMs >= first.effect.loMs);
    const longest = longestOf(mine);
    const unseen = unseenOf(flow, { loMs: first.effect.loMs, hiMs: overMs });
    const kept = keepsLimit(mine, limitMs);
    const outcome = kept === 'pass' && unseen !== undefined ? 'inconclusive' : kept;
    return {
      rule: 'outage within the limit',
      requirements: [operation.trafficAfterwards.id],
      outcome,
      expected: `flow ${flow.flow} is interrupted for at most ${seconds(limitMs)}, as the scenario demands`,
      seen: seenOf(flow, longest, outcome === 'inconclusive' ? unseen : undefined),
      ...(longest && Number.isFinite(hiOf(longest))
        ? { measured: roundedInterval({ loMs: longest.lasted.loMs, hiMs: hiOf(longest) }) }
        : {}),
      window: { loMs: 0, hiMs: rounded(limitMs) },
      evidence: [...new Set([first.seq, ...mine.flatMap(({ evidence }) => evidence)])].toSorted(
        (a, b) => a - b,
      ),
    };
  });
}

/**
 * Whether no interruption was longer than that: surely none, surely one, or nobody knows. How much of the time was seen
 * is for others to say.
 */
export function keepsLimit(outages: readonly Outage[], limitMs: number): Outcome {
  if (outages.some(({ lasted }) => lasted.loMs > limitMs)) return 'fail';
  return outages.every((outage) => hiOf(outage) <= limitMs) ? 'pass' : 'inconclusive';
}

/** The one that may have been the longest; absent if there is none. */
export const longestOf = (outages: readonly Outage[]): Outage | undefined =>
  outages.reduce<Outage | undefined>((a, b) => (a && hiOf(a) >= hiOf(b) ? a : b), undefined);

const hiOf = ({ lasted }: Outage): number => lasted.hiMs ?? Infinity;

/** Why the probes do not account for all of the time, if they do not. */
function unseenOf({ flaws, covers }: FlowRecord, time: Interval): string | undefined {
  const [flaw] = flaws;
  if (flaw !== undefined) return flaw;
  return covers.loMs <= time.loMs && covers.hiMs >= time.hiMs
    ? undefined
    : 'not all of the time is accounted for';
}

function seenOf({ flow }: FlowRecord, longest: Outage | undefined, unseen: string | undefined): string {
  const but = unseen === undefined ? '' : `, but ${unseen}`;
  if (!longest) return `no probe of flow ${flow} was lost${but}`;
  const { lasted, fromMs } = longest;
  const time =
    lasted.hiMs === null
      ? `at least ${seconds(lasted.loMs)}, to the last probe`
      : span({ ...lasted, hiMs: lasted.hiMs });
  return `the longest interruption by the probes of flow ${flow} lasted ${time}, from ${seconds(fromMs)} of the run${but}`;
}
