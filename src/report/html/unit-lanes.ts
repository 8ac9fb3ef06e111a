import { isActive, isStandby, mateOf, stateOn, unitNames } from '../../pair/index.ts';
import type { ConsoleMessage, FailoverState, GroupId, HostReport, UnitName } from '../../pair/index.ts';
import type { Entry, Observation } from '../../timeline/index.ts';
import { seconds } from '../words.ts';
import type { Lane, Tick, Tone } from './lane.ts';
import { sampleBars } from './sample-bars.ts';
import type { Sample } from './sample-bars.ts';

/**
 * For each unit: what it says it is, with its console's own words above; and what the mate says of it. In
 * Active/Active both for each failover group; words of the console that name no group are above the first.
 */
export function unitLanes(entries: readonly Entry[]): readonly Lane[] {
  const seen = entries.filter((entry) => entry.kind === 'observation');
  const groups = groupsIn(seen);
  return unitNames.flatMap((unit) =>
    (groups.length > 0 ? groups : [undefined]).flatMap((group) => {
      const called = group === undefined ? unit : `${unit}, group ${group}`;
      return [
        {
          name: `${called}, its own word`,
          bars: sampleBars(seen.flatMap((entry) => ownWord(entry, unit, group))),
          ticks: seen.flatMap((entry) => messageTick(entry, unit, group)),
        },
        {
          name: `${called}, as ${mateOf(unit)} says`,
          bars: sampleBars(seen.flatMap((entry) => matesWord(entry, unit, group))),
          ticks: [],
        },
      ];
    }),
  );
}

/** The failover groups that any unit spoke of, in their order; none in Active/Standby. */
function groupsIn(seen: readonly Observation[]): readonly GroupId[] {
  const groups = seen.flatMap(({ saw }) =>
    saw.sight === 'failover' ? [saw.thisHost, saw.otherHost].flatMap((host) => host?.groups ?? []) : [],
  );
  return [...new Set(groups.map(({ group }) => group))].toSorted((a, b) => a - b);
}

function ownWord(entry: Observation, unit: UnitName, group: GroupId | undefined): readonly Sample[] {
  const { saw } = entry;
  if (entry.unit !== unit) return [];
  if (saw.sight === 'silent') return [sample(entry, 'silent', 'off')];
  if (saw.sight === 'unread') return [sample(entry, 'not readable', 'unknown')];
  if (saw.sight !== 'failover') return [];
  if (!saw.on || !saw.thisHost) return [sample(entry, 'failover off', 'unknown')];
  return stateSample(entry, saw.thisHost, group);
}

function matesWord(entry: Observation, unit: UnitName, group: GroupId | undefined): readonly Sample[] {
  const { saw } = entry;
  if (entry.unit !== mateOf(unit) || saw.sight !== 'failover' || !saw.otherHost) return [];
  return stateSample(entry, saw.otherHost, group);
}

function stateSample(entry: Observation, host: HostReport, group: GroupId | undefined): readonly Sample[] {
  const state = stateOn(host, group);
  return state === undefined ? [] : [sample(entry, state, toneOf(state))];
}

function sample({ askedMs, answeredMs, seq }: Observation, word: string, tone: Tone): Sample {
  return { fromMs: askedMs, toMs: answeredMs, word, tone, seq };
}

function toneOf(state: FailoverState): Tone {
  if (isActive(state)) return 'active';
  if (state === 'standby-ready') return 'standby';
  if (isStandby(state) || state === 'negotiation' || state === 'init') return 'moving';
  return state === 'failed' ? 'failed' : 'unknown';
}

const letters: Readonly<Record<ConsoleMessage, string>> = {
  'switching-to-active': 'A',
  'switching-to-standby': 'S',
  'detected-active-mate': 'D',
  'replication-begun': 'R',
  'replication-ended': 'E',
  rebooting: 'X',
  'boot-finished': 'B',
  other: 'm',
};

function messageTick(
  { unit, saw, answeredMs, seq }: Observation,
  of: UnitName,
  group: GroupId | undefined,
): readonly Tick[] {
  if (unit !== of || saw.sight !== 'message') return [];
  if (group !== undefined && group !== groupNamed(saw.text)) return [];
  const title = `${seconds(answeredMs)} console ${of}: ${saw.text}`;
  const tone =
    saw.message === 'switching-to-active' ? 'active' : saw.message === 'other' ? 'phase' : 'standby';
  return [{ atMs: answeredMs, tone, letter: letters[saw.message], title, seq }];
}

/** `Group 2 Switching to Active` is of group 2; what names none stands with group 1. */
function groupNamed(text: string): GroupId {
  return /^\s*Group 2\b/.test(text) ? 2 : 1;
}
