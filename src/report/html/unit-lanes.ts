import { isActive, isStandby, mateOf, unitNames } from '../../pair/index.ts';
import type { ConsoleMessage, FailoverState, UnitName } from '../../pair/index.ts';
import type { Entry, Observation } from '../../timeline/index.ts';
import { seconds } from '../words.ts';
import type { Lane, Tick, Tone } from './lane.ts';
import { sampleBars } from './sample-bars.ts';
import type { Sample } from './sample-bars.ts';

/** For each unit: what it says it is, with its console's own words above; and what the mate says of it. */
export function unitLanes(entries: readonly Entry[]): readonly Lane[] {
  const seen = entries.filter((entry) => entry.kind === 'observation');
  return unitNames.flatMap((unit) => [
    {
      name: `${unit}, its own word`,
      bars: sampleBars(seen.flatMap((entry) => ownWord(entry, unit))),
      ticks: seen.flatMap((entry) => messageTick(entry, unit)),
    },
    {
      name: `${unit}, as ${mateOf(unit)} says`,
      bars: sampleBars(seen.flatMap((entry) => matesWord(entry, unit))),
      ticks: [],
    },
  ]);
}

function ownWord(entry: Observation, unit: UnitName): readonly Sample[] {
  const { saw } = entry;
  if (entry.unit !== unit) return [];
  if (saw.sight === 'silent') return [sample(entry, 'silent', 'off')];
  if (saw.sight === 'unread') return [sample(entry, 'not readable', 'unknown')];
  if (saw.sight !== 'failover') return [];
  if (!saw.on || !saw.thisHost) return [sample(entry, 'failover off', 'unknown')];
  return [sample(entry, saw.thisHost.state, toneOf(saw.thisHost.state))];
}

function matesWord(entry: Observation, unit: UnitName): readonly Sample[] {
  const { saw } = entry;
  if (entry.unit !== mateOf(unit) || saw.sight !== 'failover' || !saw.otherHost) return [];
  return [sample(entry, saw.otherHost.state, toneOf(saw.otherHost.state))];
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

function messageTick({ unit, saw, answeredMs, seq }: Observation, of: UnitName): readonly Tick[] {
  if (unit !== of || saw.sight !== 'message') return [];
  const title = `${seconds(answeredMs)} console ${of}: ${saw.text}`;
  const tone =
    saw.message === 'switching-to-active' ? 'active' : saw.message === 'other' ? 'phase' : 'standby';
  return [{ atMs: answeredMs, tone, letter: letters[saw.message], title, seq }];
}
