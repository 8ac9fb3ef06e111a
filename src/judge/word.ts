import type { LinkName } from '../model/index.ts';
import type {
  FailoverSighting,
  FailoverState,
  GroupId,
  HostReport,
  Interval,
  LinkState,
  UnitName,
} from '../pair/index.ts';
import type { Observation } from '../timeline/index.ts';

/** Something that was said, true at some instant between question and answer. */
export type Said = Pick<Observation, 'askedMs' | 'answeredMs' | 'witness' | 'seq'>;

/** What was said of the state of a unit, or of a failover group on it, by the unit itself or by its mate. */
export interface Word extends Said {
  readonly unit: UnitName;
  /** In Active/Active alone. */
  readonly group?: GroupId;
  readonly saidBy: 'itself' | 'mate';
  readonly state: FailoverState;
}

/** What a unit said of a link between both. */
export interface LinkWord extends Said {
  readonly unit: UnitName;
  readonly link: LinkName;
  readonly state: LinkState;
}

/** A unit said unasked that it, or a group on it, changes its role; the change happened not later than the message. */
export interface Turn {
  readonly unit: UnitName;
  readonly group?: GroupId;
  readonly to: 'active' | 'standby';
  readonly atMs: number;
  readonly witness: string;
  readonly seq: number;
}

/** What a unit said of the pair. */
export interface Report extends Said {
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

/** What a unit said of itself and of its mate, group by group where there are two. */
export function wordsOf({ unit, saw, ...rest }: Report): readonly Word[] {
  const { askedMs, answeredMs, witness, seq } = rest;
  const { thisHost, otherHost } = saw;
  const told = (host: HostReport, saidBy: Word['saidBy']): readonly Word[] =>
    statesOf(host).map((state) => ({
      unit: saidBy === 'itself' ? unit : host.unit,
      saidBy,
      ...state,
      askedMs,
      answeredMs,
      witness,
      seq,
    }));
  return [...(thisHost ? told(thisHost, 'itself') : []), ...(otherHost ? told(otherHost, 'mate') : [])];
}

/** What is said of a host: the state of each of its two groups, or that of the unit. */
export function statesOf({ state, groups }: HostReport): readonly Pick<Word, 'state' | 'group'>[] {
  return groups?.length === 2
    ? groups.map((each) => ({ group: each.group, state: each.state }))
    : [{ state }];
}

/** What a unit said of the links, while failover is on: otherwise nobody watches them. */
export function linkWordsOf({ unit, saw, askedMs, answeredMs, witness, seq }: Report): readonly LinkWord[] {
  if (!saw.on) return [];
  const said = { unit, askedMs, answeredMs, witness, seq };
  const { failoverLink, stateLink } = saw;
  return [
    { link: 'failover', state: failoverLink, ...said },
    ...(stateLink ? [{ link: 'state', state: stateLink, ...said } as const] : []),
  ];
}

const turns: Readonly<Record<string, Turn['to'] | undefined>> = {
  'switching-to-active': 'active',
  'switching-to-standby': 'standby',
};

/** The change of role that a message tells of, if it does; of a group where it names one. */
export function turnOf({ saw, unit, answeredMs, witness, seq }: Observation): Turn | undefined {
  if (saw.sight !== 'message' || unit === undefined) return undefined;
  const to = turns[saw.message];
  if (to === undefined) return undefined;
  const [, digit] = /\bgroup[ _]([12])\b/i.exec(saw.text) ?? [];
  const group = digit === undefined ? {} : { group: digit === '1' ? (1 as const) : (2 as const) };
  return { unit, ...group, to, atMs: answeredMs, witness, seq };
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
