/** Timelines made up for tests: a scripted pair, asked every tenth of a second, and everything that a run records of it. */
import { mateOf, unitNames } from '../pair/index.ts';
import type {
  FailoverSettings,
  FailoverSighting,
  FailoverState,
  HostReport,
  InterfaceMonitoring,
  LostProbes,
  Stimulus,
  UnitName,
} from '../pair/index.ts';
import type { Entry, EntryToRecord, Phase } from '../timeline/entry.ts';

export const settings: FailoverSettings = {
  unitPollMs: 200,
  unitHoldMs: 800,
  interfacePollMs: 500,
  interfaceHoldMs: 5000,
  interfacePolicy: { count: 1 },
};

/** A change of what a unit is, in milliseconds after the fault began. */
export interface Turn {
  readonly atMs: number;
  readonly unit: UnitName;
  readonly is: FailoverState | 'off';
  /** What the mate says of it from then on, where that differs. */
  readonly mateSays?: FailoverState;
}

/** One scenario, scripted; all times in milliseconds after the fault began unless said otherwise. */
export interface Story {
  readonly name: string;
  readonly fault: readonly Stimulus[];
  readonly heal?: readonly Stimulus[];
  readonly turns: readonly Turn[];
  /** How long the effect of an action is uncertain. */
  readonly effectMs?: number;
  /** No effect was observed, though the fault was acknowledged. */
  readonly isUnseen?: boolean;
  readonly faultFailed?: string;
  readonly healFailed?: string;
  readonly healMs: number;
  readonly endMs: number;
  /** How long a unit is left alone between two questions. */
  readonly everyMs?: number;
  readonly settings?: FailoverSettings;
  readonly monitoring?: (unit: UnitName, atMs: number) => InterfaceMonitoring;
  readonly claimed?: number;
  readonly on?: (atMs: number) => boolean;
  /** Units print no message when they change their role. */
  readonly isQuiet?: boolean;
  /** When probes are lost, and how late their sender is; no probes at all if absent. */
  readonly probes?: { readonly lost: (atMs: number) => boolean; readonly latenessMs?: number };
  readonly extra?: readonly { readonly atMs: number; readonly entry: EntryToRecord }[];
  /** Recorded after the end of the scenario. */
  readonly assertion?: string;
}

const begin: readonly Turn[] = [
  { atMs: -Infinity, unit: 'primary', is: 'active' },
  { atMs: -Infinity, unit: 'secondary', is: 'standby-ready' },
];

interface Noted {
  readonly atMs: number;
  readonly entry: EntryToRecord;
}

/** When the fault begins, since the scenario began. */
const leadMs = 1000;

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
      },
    },
    phase('prepare', 1 - leadMs),
    phase('steady', 100 - leadMs),
    phase('fault', -0.5),
    ...acted(story, 'fault', zeroMs, 0),
    phase('watch', 60),
    phase('heal', story.healMs - 0.5),
    ...(story.heal ? acted(story, 'heal', zeroMs, story.healMs) : []),
    phase('recovered', story.healMs + 60),
    ...unitNames.flatMap((unit) => answers(story, unit, zeroMs)),
    ...(story.isQuiet ? [] : messages(story, zeroMs)),
    ...probes(story, zeroMs),
    ...(story.extra ?? []),
    { atMs: story.endMs, entry: { kind: 'scenario-ended', atMs: zeroMs + story.endMs, scenario } },
  ];
  return notes.toSorted((a, b) => a.atMs - b.atMs).map(({ entry }) => entry);
}

function acted(story: Story, role: 'fault' | 'heal', zeroMs: number, atMs: number): readonly Noted[] {
  const id = `${story.name}-${role}`;
  const did = `the ${role} of ${story.name}`;
  const begunMs = zeroMs + atMs;
  const effect = {
    effectiveMs: { loMs: begunMs, hiMs: begunMs + (story.effectMs ?? 40) },
    effectWitness: 'a switch',
  };
  const why = role === 'fault' ? story.faultFailed : story.healFailed;
  const failed = why === undefined ? {} : { failed: why };
  const isSeen = why === undefined && !(role === 'fault' && story.isUnseen);
  const entry: EntryToRecord = {
    kind: 'action',
    id,
    scenario: story.name,
    did,
    begunMs,
    doneMs: begunMs + 50,
    stimuli: (role === 'fault' ? story.fault : story.heal) ?? [],
    role,
    ...(isSeen ? effect : failed),
  };
  return [
    { atMs, entry: { kind: 'action-begun', id, atMs: begunMs, scenario: story.name, did } },
    { atMs: atMs + 50, entry },
  ];
}

const turnsOf = (story: Story, unit: UnitName): readonly Turn[] =>
  [...begin, ...story.turns].filter((turn) => turn.unit === unit);
const turnAt = (story: Story, unit: UnitName, atMs: number): Turn | undefined =>
  turnsOf(story, unit).findLast((turn) => turn.atMs <= atMs);

function answers(story: Story, unit: UnitName, zeroMs: number): readonly Noted[] {
  const notes: Noted[] = [];
  const every = story.everyMs ?? 80;
  for (
    let askedMs = 110 - leadMs + (unit === 'primary' ? 0 : 37);
    askedMs + 20 < story.endMs;
    askedMs += every + 20
  ) {
    const state = turnAt(story, unit, askedMs + 10)?.is ?? 'off';
    const saw = state === 'off' ? ({ sight: 'silent' } as const) : sighting(story, unit, state, askedMs + 10);
    const entry: EntryToRecord = {
      kind: 'observation',
      askedMs: zeroMs + askedMs,
      answeredMs: zeroMs + askedMs + 20,
      scenario: story.name,
      witness: `console ${unit}`,
      unit,
      saw,
    };
    notes.push({ atMs: askedMs + 20, entry });
  }
  return notes;
}

function sighting(story: Story, unit: UnitName, state: FailoverState, atMs: number): FailoverSighting {
  const mate = mateOf(unit);
  const on = story.on?.(atMs) ?? true;
  const other = turnAt(story, mate, atMs);
  const said = other?.mateSays ?? (other?.is === 'off' ? 'active' : other?.is) ?? 'not-detected';
  const host = (name: UnitName, is: FailoverState): HostReport => ({
    unit: name,
    state: is,
    interfaces: ['inside', 'outside'].map((nameif) => ({
      nameif,
      address: '192.0.2.1',
      health: 'normal',
      monitoring: story.monitoring?.(name, atMs) ?? 'monitored',
    })),
  });
  return {
    sight: 'failover',
    on,
    ...(on ? { thisHost: host(unit, state), otherHost: host(mate, said) } : {}),
    failoverLink: 'up',
    settings: story.settings ?? settings,
    monitoredInterfaces: story.claimed ?? 2,
  };
}

function messages(story: Story, zeroMs: number): readonly Noted[] {
  return story.turns.flatMap(({ atMs, unit, is }) => {
    const message =
      is === 'active' ? 'switching-to-active' : is === 'standby-ready' ? 'switching-to-standby' : undefined;
    if (!message) return [];
    const at = zeroMs + atMs + 5;
    const saw = { sight: 'message', message, text: message } as const;
    const entry: EntryToRecord = {
      kind: 'observation',
      askedMs: at,
      answeredMs: at,
      scenario: story.name,
      witness: `console ${unit}`,
      unit,
      saw,
    };
    return [{ atMs: atMs + 5, entry }];
  });
}

const probeEveryMs = 10;
const batchProbes = 50;

function probes(story: Story, zeroMs: number): readonly Noted[] {
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

/** The entries with numbers that have no hole, as if what was taken out had never been. */
export const renumbered = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry, seq) => ({ ...entry, seq }));

/** `no failover active` on the primary, as it should go. */
export const forced: Story = {
  name: 'forced',
  fault: [{ stimulus: 'told-standby', unit: 'primary' }],
  turns: [
    { atMs: 60, unit: 'primary', is: 'standby-ready' },
    { atMs: 300, unit: 'secondary', is: 'active' },
  ],
  healMs: 2000,
  endMs: 3000,
  probes: { lost: (atMs) => atMs >= 60 && atMs < 310 },
};

/** The active unit loses power and comes back. */
export const activeLoss: Story = {
  name: 'active-loss',
  fault: [{ stimulus: 'unit-silent', unit: 'primary' }],
  heal: [{ stimulus: 'unit-booting', unit: 'primary' }],
  turns: [
    { atMs: 20, unit: 'primary', is: 'off', mateSays: 'active' },
    { atMs: 900, unit: 'primary', is: 'off', mateSays: 'failed' },
    { atMs: 900, unit: 'secondary', is: 'active' },
    { atMs: 3500, unit: 'primary', is: 'sync-config' },
    { atMs: 4500, unit: 'primary', is: 'standby-ready' },
  ],
  healMs: 2500,
  endMs: 6000,
  probes: { lost: (atMs) => atMs >= 20 && atMs < 905 },
};

/** The standby unit loses power and comes back. */
export const standbyLoss: Story = {
  name: 'standby-loss',
  fault: [{ stimulus: 'unit-silent', unit: 'secondary' }],
  heal: [{ stimulus: 'unit-booting', unit: 'secondary' }],
  turns: [
    { atMs: 20, unit: 'secondary', is: 'off', mateSays: 'standby-ready' },
    { atMs: 900, unit: 'secondary', is: 'off', mateSays: 'failed' },
    { atMs: 3500, unit: 'secondary', is: 'sync-config' },
    { atMs: 4500, unit: 'secondary', is: 'standby-ready' },
  ],
  healMs: 1500,
  endMs: 6000,
  probes: { lost: () => false },
};

/** The inside interface of the active unit loses its link. */
export const linkDown: Story = {
  name: 'link-down',
  fault: [{ stimulus: 'interface-down', unit: 'primary', nameif: 'inside' }],
  heal: [{ stimulus: 'interface-up', unit: 'primary', nameif: 'inside' }],
  turns: [
    { atMs: 500, unit: 'primary', is: 'failed' },
    { atMs: 650, unit: 'secondary', is: 'active' },
    { atMs: 4000, unit: 'primary', is: 'standby-ready' },
  ],
  healMs: 2500,
  endMs: 6000,
};

/** The failover link fails in operation and is restored. */
export const failoverLinkDown: Story = {
  name: 'failover-link-down',
  fault: [{ stimulus: 'failover-link-down' }],
  heal: [{ stimulus: 'failover-link-up' }],
  turns: [],
  healMs: 4000,
  endMs: 6000,
  probes: { lost: () => false },
};

/** Every story that an honest pair tells. */
export const honest: readonly Story[] = [forced, activeLoss, standbyLoss, linkDown, failoverLinkDown];
