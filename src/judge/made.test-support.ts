/** Timelines made up for tests: a scripted pair, asked every tenth of a second, and everything that a run records of it. */
import { unitNames } from '../pair/index.ts';
import type { Entry, EntryToRecord, Phase } from '../timeline/entry.ts';
import { answers, messages } from './made-answers.test-support.ts';
import { probes } from './made-probes.test-support.ts';
import { leadMs } from './made-story.test-support.ts';
import type { Noted, Story, Strike } from './made-story.test-support.ts';

/** A whole run of these scenarios, numbered. */
export function run(...stories: readonly Story[]): Entry[] {
  const notes: EntryToRecord[] = [
    {
      kind: 'run',
      atMs: 0,
      startedAt: '2026-01-02T03:04:05.000Z',
      tool: 'fover 0.0.0',
      node: 'v20.0.0',
      topology: { name: 'made up', sha256: '00' },
      bench: 'simulated',
      planned: stories.map(({ name }) => name),
    },
  ];
  let atMs = 100;
  for (const story of stories) {
    notes.push(...told(story, atMs + leadMs));
    atMs += leadMs + story.endMs + 100;
    if (story.assertion !== undefined)
      notes.push({ kind: 'trouble', atMs, scenario: story.name, whose: 'suite', message: story.assertion });
  }
  notes.push({ kind: 'ended', atMs });
  return notes.map((entry, seq) => ({ ...entry, seq }));
}

/** Everything recorded of one scenario, in order; `zeroMs` is when its fault begins. */
function told(story: Story, zeroMs: number): readonly EntryToRecord[] {
  const scenario = story.name;
  const phase = (name: Phase, atMs: number): Noted => ({
    atMs,
    entry: { kind: 'phase', atMs: zeroMs + atMs, scenario, phase: name },
  });
  const notes: Noted[] = [
    {
      atMs: -leadMs,
      entry: {
        kind: 'scenario',
        atMs: zeroMs - leadMs,
        scenario,
        title: `${scenario}, made up`,
        requirements: ['AS-ONE-ACTIVE'],
        fault: 'made up',
        target: 'active',
        ...(story.outageAtMostMs === undefined ? {} : { outageAtMostMs: story.outageAtMostMs }),
      },
    },
    phase('prepare', 1 - leadMs),
    ...groupsToldBy(story, zeroMs),
    phase('steady', 100 - leadMs),
    phase('fault', -0.5),
    ...acted(story, { role: 'fault', atMs: 0, stimuli: story.fault }, zeroMs, 'fault'),
    ...(story.next ?? []).flatMap((strike, at) => acted(story, strike, zeroMs, `next-${at}`)),
    phase('watch', 60),
    phase('heal', story.healMs - 0.5),
    ...(story.heal
      ? acted(story, { role: 'heal', atMs: story.healMs, stimuli: story.heal }, zeroMs, 'heal')
      : []),
    phase('recovered', story.healMs + 60),
    ...unitNames.flatMap((unit) => answers(story, unit, zeroMs)),
    ...(story.isQuiet ? [] : messages(story, zeroMs)),
    ...probes(story, zeroMs),
    ...(story.extra ?? []),
    { atMs: story.endMs, entry: { kind: 'scenario-ended', atMs: zeroMs + story.endMs, scenario } },
  ];
  return notes.toSorted((a, b) => a.atMs - b.atMs).map(({ entry }) => entry);
}

/** How the groups are set, as the primary has it in its running configuration. */
function groupsToldBy({ name, groups }: Story, zeroMs: number): readonly Noted[] {
  if (!groups) return [];
  const at = zeroMs + 2 - leadMs;
  const times = { askedMs: at, answeredMs: at };
  const saw = { sight: 'groups', groups } as const;
  const entry = {
    kind: 'observation',
    ...times,
    scenario: name,
    witness: 'console primary',
    unit: 'primary',
    saw,
  } as const;
  return [{ atMs: 2 - leadMs, entry }];
}

function acted(
  story: Story,
  { role, atMs, stimuli }: Strike,
  zeroMs: number,
  which: string,
): readonly Noted[] {
  const id = `${story.name}-${which}`;
  const did = `the ${which} of ${story.name}`;
  const begunMs = zeroMs + atMs;
  const effect = {
    effectiveMs: { loMs: begunMs, hiMs: begunMs + (story.effectMs ?? 40) },
    effectWitness: 'a switch',
  };
  const why = { fault: story.faultFailed, heal: story.healFailed }[which];
  const failed = why === undefined ? {} : { failed: why };
  const isSeen = why === undefined && !(which === 'fault' && story.isUnseen);
  const entry: EntryToRecord = {
    kind: 'action',
    id,
    scenario: story.name,
    did,
    begunMs,
    doneMs: begunMs + 50,
    stimuli,
    role,
    ...(isSeen ? effect : failed),
  };
  return [
    { atMs, entry: { kind: 'action-begun', id, atMs: begunMs, scenario: story.name, did } },
    { atMs: atMs + 50, entry },
  ];
}

/** The entries with numbers that have no hole, as if what was taken out had never been. */
export const renumbered = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry, seq) => ({ ...entry, seq }));
