import type { FailoverSighting, FailoverState, Interval, UnitName } from '../pair/index.ts';
import type { Entry, Observation } from '../timeline/index.ts';

/** What was said of the state of a unit, by itself or by its mate; true at some instant between question and answer. */
export interface Word {
  readonly unit: UnitName;
  readonly saidBy: 'itself' | 'mate';
  readonly state: FailoverState;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly witness: string;
  readonly seq: number;
}

/** A unit said unasked that it changes its role; the change happened not later than the message. */
export interface Turn {
  readonly unit: UnitName;
  readonly to: 'active' | 'standby';
  readonly atMs: number;
  readonly witness: string;
  readonly seq: number;
}

/** What a unit said of the pair. */
export interface Report extends Pick<Observation, 'askedMs' | 'answeredMs' | 'witness' | 'seq'> {
  readonly unit: UnitName;
  readonly saw: FailoverSighting;
}

/** All that was said of states, in the order of the answers, and what could not be used. */
export interface Told {
  readonly words: readonly Word[];
  readonly turns: readonly Turn[];
  /** One sentence for each answer that counts for nothing. */
  readonly doubts: readonly string[];
}

/** The `show failover` answers among the entries; one whose console and words disagree on the unit counts for nothing. */
export function reportsIn(entries: readonly Entry[]): readonly Report[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'observation' || entry.saw.sight !== 'failover' || isMisplaced(entry)) return [];
    const { saw, askedMs, answeredMs, witness, seq } = entry;
    const unit = saw.thisHost?.unit ?? entry.unit;
    return unit === undefined ? [] : [{ unit, saw, askedMs, answeredMs, witness, seq }];
  });
}

/** Reads what the entries say of states. */
export function toldIn(entries: readonly Entry[]): Told {
  const words = reportsIn(entries).flatMap(wordsOf);
  const observations = entries.filter((entry): entry is Observation => entry.kind === 'observation');
  return {
    words: words.toSorted((a, b) => a.answeredMs - b.answeredMs || a.seq - b.seq),
    turns: observations.flatMap(turnsOf).toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq),
    doubts: observations.flatMap(doubtsOf),
  };
}

/** True if every instant of the interval is told in this order; an answer cannot come before its question. */
export function isInterval({ loMs, hiMs }: Interval): boolean {
  return loMs <= hiMs;
}

function wordsOf({ unit, saw, askedMs, answeredMs, witness, seq }: Report): readonly Word[] {
  const said = { askedMs, answeredMs, witness, seq };
  const { thisHost, otherHost } = saw;
  return [
    ...(thisHost ? [{ unit, saidBy: 'itself', state: thisHost.state, ...said } as const] : []),
    ...(otherHost
      ? [{ unit: otherHost.unit, saidBy: 'mate', state: otherHost.state, ...said } as const]
      : []),
  ];
}

function turnsOf({ saw, unit, answeredMs, witness, seq }: Observation): readonly Turn[] {
  if (saw.sight !== 'message' || unit === undefined) return [];
  if (saw.message === 'switching-to-active') return [{ unit, to: 'active', atMs: answeredMs, witness, seq }];
  return saw.message === 'switching-to-standby'
    ? [{ unit, to: 'standby', atMs: answeredMs, witness, seq }]
    : [];
}

function doubtsOf(observation: Observation): readonly string[] {
  const { saw, witness, seq } = observation;
  if (saw.sight === 'unread')
    return [
      `entry ${seq}: ${witness} answered «${saw.command}» with a line ${saw.line} that was not understood: ${saw.why}`,
    ];
  return isMisplaced(observation)
    ? [`entry ${seq}: ${witness} is not who it should be, or answered before it was asked`]
    : [];
}

/** The console of one unit led to the other one, a unit spoke of itself as its mate, or time ran backwards. */
function isMisplaced({ saw, unit, askedMs, answeredMs }: Observation): boolean {
  if (!isInterval({ loMs: askedMs, hiMs: answeredMs })) return true;
  if (saw.sight !== 'failover' || !saw.thisHost) return false;
  return saw.thisHost.unit === saw.otherHost?.unit || (unit !== undefined && unit !== saw.thisHost.unit);
}
