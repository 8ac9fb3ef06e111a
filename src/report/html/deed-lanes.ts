import type { Action, Entry, Gap } from '../../timeline/index.ts';
import { measuredWords, seconds } from '../words.ts';
import type { Bar, Lane, Shade, Tick } from './lane.ts';

/** What we did, and when we could not see. */
export function deedLanes(entries: readonly Entry[]): readonly Lane[] {
  const gaps = new Map<string, Gap[]>();
  for (const entry of entries)
    if (entry.kind === 'gap') gaps.set(entry.witness, [...(gaps.get(entry.witness) ?? []), entry]);
  const bars = entries.flatMap((entry) => (entry.kind === 'action' ? [actionBar(entry)] : []));
  const ticks = entries.flatMap((entry) => [...faultTick(entry), ...troubleTick(entry)]);
  return [
    ...(bars.length + ticks.length > 0 ? [{ name: 'what we did', bars, ticks }] : []),
    ...[...gaps].map(([witness, of]) => ({
      name: `could not see: ${witness}`,
      bars: of.map(gapBar),
      ticks: [],
    })),
  ];
}

function actionBar(action: Action): Bar {
  const { begunMs, doneMs, did, role, effectiveMs, effectWitness, failed, seq } = action;
  const effect = effectiveMs
    ? `; in effect ${measuredWords(effectiveMs)}, seen by ${effectWitness ?? 'nobody named'}`
    : '';
  const title = `${role}: ${did}, ${seconds(begunMs)} to ${seconds(doneMs)}${effect}${failed === undefined ? '' : `; FAILED: ${failed}`}`;
  return {
    fromMs: begunMs,
    toMs: doneMs,
    tone: failed === undefined ? role : 'infrastructure',
    label: did,
    title,
    seq,
  };
}

/** Faults and their mending are short beside what they cause; a letter marks where they begin. */
function faultTick(entry: Entry): readonly Tick[] {
  if (entry.kind !== 'action' || entry.role === 'setup') return [];
  const { role, begunMs, did, seq } = entry;
  const letter = role === 'fault' ? 'F' : 'H';
  return [{ atMs: begunMs, tone: role, letter, title: `${role}: ${did}`, seq }];
}

function gapBar({ fromMs, toMs, why, seq }: Gap): Bar {
  return {
    fromMs,
    toMs,
    tone: 'gap',
    label: why,
    title: `${seconds(fromMs)} to ${seconds(toMs)}: ${why}`,
    seq,
  };
}

function troubleTick(entry: Entry): readonly Tick[] {
  if (entry.kind !== 'trouble') return [];
  const { atMs, whose, message, seq } = entry;
  return [
    {
      atMs,
      tone: 'infrastructure',
      letter: '!',
      title: `${seconds(atMs)} trouble (${whose}): ${message}`,
      seq,
    },
  ];
}

/** Every time in which a fault was in effect, and the uncertainty of its beginning and of its end. */
export function faultShades(entries: readonly Entry[], endMs: number): readonly Shade[] {
  const actions = entries
    .filter((entry) => entry.kind === 'action')
    .filter(({ failed }) => failed === undefined);
  return actions.flatMap((fault, at) => {
    if (fault.role !== 'fault') return [];
    const heal = actions
      .slice(at + 1)
      .find(({ role, scenario }) => role === 'heal' && scenario === fault.scenario);
    const edges = [fault, ...(heal ? [heal] : [])].flatMap(edgeOf);
    const toMs = heal ? (heal.effectiveMs?.hiMs ?? heal.doneMs) : endMs;
    const title = `in effect: ${fault.did}`;
    return [{ fromMs: fault.effectiveMs?.loMs ?? fault.begunMs, toMs, tone: 'fault', title }, ...edges];
  });
}

function edgeOf({ did, effectiveMs }: Action): readonly Shade[] {
  if (!effectiveMs) return [];
  const { loMs, hiMs } = effectiveMs;
  return [{ fromMs: loMs, toMs: hiMs, tone: 'edge', title: `the effect began in here: ${did}` }];
}
