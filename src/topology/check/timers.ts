import { guide } from '../guide.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import type { Topology } from '../schema.ts';

type TimerName = 'unit-poll' | 'unit-hold' | 'interface-poll' | 'interface-hold';

interface Range {
  readonly name: TimerName;
  /** Whole seconds from and to. */
  readonly seconds: readonly [number, number];
  readonly milliseconds?: readonly [number, number];
  readonly source: string;
}

/**
 * What the appliance takes. The guide ends the unit hold time in milliseconds at 990; a live unit took 999
 * and printed it, so that is let through.
 */
const ranges: readonly Range[] = [
  { name: 'unit-poll', seconds: [1, 15], milliseconds: [200, 999], source: guide.unitHealth },
  { name: 'unit-hold', seconds: [1, 45], milliseconds: [800, 999], source: guide.unitHealth },
  { name: 'interface-poll', seconds: [1, 15], milliseconds: [500, 999], source: guide.interfaceHealth },
  { name: 'interface-hold', seconds: [5, 75], source: guide.interfaceHealth },
];

const ratios = [
  { hold: 'unit-hold', poll: 'unit-poll', times: 3, source: guide.unitHealth },
  { hold: 'interface-hold', poll: 'interface-poll', times: 5, source: guide.interfaceHealth },
] as const;

/** Poll and hold times within the guides' ranges, and in their ratios. */
export function checkTimers({ pair: { failover } }: Topology): readonly Objection[] {
  return [
    ...ranges
      .filter((range) => !isInRange(failover[range.name], range))
      .map((range) =>
        objectTo(
          at(range.name),
          `${range.name} is ${spell(failover[range.name])}; expected ${rangeInWords(range)} (${range.source})`,
        ),
      ),
    ...ratios
      .filter(({ hold, poll, times }) => failover[hold] < times * failover[poll])
      .map(({ hold, poll, times, source }) =>
        objectTo(
          at(hold),
          `${hold} (${spell(failover[hold])}) must be at least ${times} times ${poll} (${spell(failover[poll])}): ${spell(times * failover[poll])} or more (${source})`,
        ),
      ),
  ];
}

function at(name: TimerName): readonly string[] {
  return ['pair', 'failover', name];
}

function isInRange(ms: number, { seconds, milliseconds }: Range): boolean {
  if (milliseconds && ms >= milliseconds[0] && ms <= milliseconds[1]) return true;
  return ms % 1000 === 0 && ms >= seconds[0] * 1000 && ms <= seconds[1] * 1000;
}

function rangeInWords({ seconds, milliseconds }: Range): string {
  const fine = milliseconds ? `${milliseconds[0]}ms to ${milliseconds[1]}ms, or ` : '';
  return `${fine}whole seconds from ${seconds[0]}s to ${seconds[1]}s`;
}

/** Milliseconds as the topology writes them. */
function spell(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}
