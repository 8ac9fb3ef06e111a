import type { FailoverSighting, FailoverState, Interval, UnitName } from '../pair/index.ts';
import type { Observation } from '../timeline/index.ts';

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

/** A `show failover` answer; one whose console and words disagree on the unit counts for nothing. */
export function reportOf(observation: Observation): Report | undefined {
  const { saw, askedMs, answeredMs, witness, seq } = observation;
  if (saw.sight !== 'failover' || isMisplaced(observation)) return undefined;
  const unit = saw.thisHost?.unit ?? observation.unit;
  return unit === undefined ? undefined : { unit, saw, askedMs, answeredMs, witness, seq };
}

/** True if every instant of the interval is told in this order; an answer cannot come before its question. */
export function isInterval({ loMs, hiMs }: Interval): boolean {
  return loMs <= hiMs;
}

/** What a unit said of itself and of its mate. */
export function wordsOf({ unit, saw, askedMs, answeredMs, witness, seq }: Report): readonly Word[] {
  const said = { askedMs, answeredMs, witness, seq };
  const { thisHost, otherHost } = saw;
  return [
    ...(thisHost ? [{ unit, saidBy: 'itself', state: thisHost.state, ...said } as const] : []),
    ...(otherHost
      ? [{ unit: otherHost.unit, saidBy: 'mate', state: otherHost.state, ...said } as const]
      : []),
  ];
}

/** The change of role that a message tells of, if it does. */
export function turnOf({ saw, unit, answeredMs, witness, seq }: Observation): Turn | undefined {
  if (saw.sight !== 'message' || unit === undefined) return undefined;
  if (saw.message === 'switching-to-active') return { unit, to: 'active', atMs: answeredMs, witness, seq };
  return saw.message === 'switching-to-standby'
    ? { unit, to: 'standby', atMs: answeredMs, witness, seq }
    : undefined;
}

/** Why an answer counts for nothing, if it does. */
export function doubtOf(observation: Observation): string | undefined {
  const { saw, witness, seq } = observation;
  if (saw.sight === 'unread')
    return `entry ${seq}: ${witness} answered «${saw.command}» with a line ${saw.line} that was not understood: ${saw.why}`;
  return isMisplaced(observation)
    ? `entry ${seq}: ${witness} is not who it should be, or answered before it was asked`
    : undefined;
}

/** The console of one unit led to the other one, a unit spoke of itself as its mate, or time ran backwards. */
function isMisplaced({ saw, unit, askedMs, answeredMs }: Observation): boolean {
  if (!isInterval({ loMs: askedMs, hiMs: answeredMs })) return true;
  if (saw.sight !== 'failover' || !saw.thisHost) return false;
  return saw.thisHost.unit === saw.otherHost?.unit || (unit !== undefined && unit !== saw.thisHost.unit);
}
