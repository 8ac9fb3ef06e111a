import type { Finding, ScenarioVerdict, Verdict } from '../judge/index.ts';
import { mateOf } from '../pair/index.ts';
import type {
  FailoverSighting,
  FailoverState,
  Interval,
  Sighting,
  Stimulus,
  UnitName,
} from '../pair/index.ts';
import type { Action, Entry, EntryToRecord, Manifest, Phase } from '../timeline/index.ts';

/** A run as it might have been, written by hand: a pass, a fail, an inconclusive, an infrastructure and a pending one. */
export interface TestRun {
  readonly verdict: Verdict;
  readonly entries: readonly Entry[];
  readonly manifest: Manifest;
}

const settings = {
  unitPollMs: 300,
  unitHoldMs: 2000,
  interfacePollMs: 500,
  interfaceHoldMs: 5000,
  interfacePolicy: { count: 1 },
} as const;

/** Writes entries down in order and gives them their numbers. */
class Pen {
  readonly entries: Entry[] = [];

  write(entry: EntryToRecord): number {
    const seq = this.entries.length;
    this.entries.push({ seq, ...entry });
    return seq;
  }

  see(
    atMs: number,
    saw: Sighting,
    witness: string,
    scenario?: string,
    unit?: UnitName,
    raw?: string,
  ): number {
    return this.write({
      kind: 'observation',
      askedMs: atMs,
      answeredMs: atMs + 40,
      witness,
      saw,
      ...(scenario === undefined ? {} : { scenario }),
      ...(unit === undefined ? {} : { unit }),
      ...(raw === undefined ? {} : { raw }),
    });
  }

  phase(atMs: number, scenario: string, phase: Phase): void {
    this.write({ kind: 'phase', atMs, scenario, phase });
  }

  act(
    scenario: string,
    role: Action['role'],
    did: string,
    atMs: number,
    effectiveMs: Interval,
    stimuli: readonly Stimulus[],
  ): number {
    const id = `a${this.entries.length}`;
    this.write({ kind: 'action-begun', id, atMs, scenario, did });
    const doneMs = effectiveMs.hiMs;
    return this.write({
      kind: 'action',
      id,
      scenario,
      did,
      begunMs: atMs,
      doneMs,
      effectiveMs,
      effectWitness: 'outlet 1 of pdu1',
      stimuli,
      role,
    });
  }
}

/** The output of `show failover` of a unit, and what is read from it. */
function told(
  unit: UnitName,
  own: FailoverState,
  mates: FailoverState,
): { saw: FailoverSighting; raw: string } {
  const health = mates === 'failed' ? 'unknown' : 'normal';
  const interfaces = [
    { nameif: 'inside', address: '198.51.100.1', health, monitoring: 'monitored' },
  ] as const;
  const raw = `show failover\r\nFailover On\r\nFailover unit ${unit}\r\n\tThis host: ${unit} - ${own}\r\n\tOther host: ${mateOf(unit)} - ${mates}\r\nfw> `;
  return {
    saw: {
      sight: 'failover',
      on: true,
      thisHost: { unit, state: own, interfaces },
      otherHost: { unit: mateOf(unit), state: mates, interfaces },
      failoverLink: 'up',
      stateLink: 'up',
      settings,
      monitoredInterfaces: 2,
    },
    raw,
  };
}

function probes(fromSeq: number, fromMs: number, lost: readonly (readonly [number, number])[]): Sighting {
  const at = (seq: number): number => fromMs + (seq - fromSeq) * 10;
  const gone = lost.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    sight: 'probes',
    flow: 'inside-to-outside',
    fromSeq,
    toSeq: fromSeq + 99,
    firstSentMs: fromMs,
    lastSentMs: at(fromSeq + 99),
    everyMs: 10,
    received: 100 - gone,
    duplicated: 0,
    lost: lost.map(([first, last]) => ({
      fromSeq: first,
      toSeq: last,
      firstSentMs: at(first),
      lastSentMs: at(last),
    })),
    worstLatenessMs: 1.5,
  };
}

const titles = {
  'power-loss-of-active': 'The active unit loses power',
  'failover-link-down': 'The failover link goes down in operation',
  'port-of-active': 'The inside switch port of the active unit is shut',
  'forced-failover': 'The active unit is told to stand by',
} as const;

/** A scenario of 20 s from `beginMs`: the active unit goes at 5 s, its mate takes over, it comes back at 13 s. */
function play(
  pen: Pen,
  scenario: keyof typeof titles,
  beginMs: number,
  takesOver: boolean,
): { first: number; change: number } {
  const title = titles[scenario];
  pen.write({
    kind: 'scenario',
    atMs: beginMs,
    scenario,
    title,
    requirements: ['AS-2', 'UH-1'],
    fault: 'power-loss',
    target: 'active',
  });
  for (const [phase, at] of [
    ['prepare', 0],
    ['steady', 1000],
    ['fault', 4500],
    ['watch', 5300],
    ['heal', 12_500],
    ['recovered', 13_400],
  ] as const)
    pen.phase(beginMs + at, scenario, phase);
  const first = pen.entries.length;
  let change = first;
  for (let at = 0; at < 20_000; at += 500) {
    const now = beginMs + at;
    if (at === 5000)
      pen.act(
        scenario,
        'fault',
        'outlet 1 of pdu1 off (primary)',
        now - 300,
        { loMs: now - 200, hiMs: now + 50 },
        [{ stimulus: 'unit-silent', unit: 'primary' }],
      );
    if (at === 13_000)
      pen.act(
        scenario,
        'heal',
        'outlet 1 of pdu1 on (primary)',
        now - 300,
        { loMs: now - 200, hiMs: now + 50 },
        [{ stimulus: 'unit-booting', unit: 'primary' }],
      );
    const dark = at >= 5000 && at < 15_000;
    const over = takesOver && at >= 7000;
    const primary = told(
      'primary',
      over ? (at < 17_000 ? 'cold-standby' : 'standby-ready') : 'active',
      over ? 'active' : 'standby-ready',
    );
    const secondary = told(
      'secondary',
      over ? 'active' : 'standby-ready',
      over && at < 17_000 ? 'failed' : over ? 'standby-ready' : 'active',
    );
    if (dark) pen.see(now, { sight: 'silent' }, 'console primary', scenario, 'primary');
    else pen.see(now, primary.saw, 'console primary', scenario, 'primary', primary.raw);
    const seq = pen.see(now + 90, secondary.saw, 'console secondary', scenario, 'secondary', secondary.raw);
    if (at === 7000) {
      change = seq;
      if (over)
        pen.see(
          now - 60,
          { sight: 'message', message: 'switching-to-active', text: 'Switching to Active' },
          'console secondary',
          scenario,
          'secondary',
          '\r\n\tSwitching to Active\r\n',
        );
    }
    if (at % 1000 === 0) {
      const from = Math.round(now / 10);
      const lost: [number, number][] =
        at === 5000 ? [[from, from + 99]] : at === 6000 ? [[from, from + (takesOver ? 84 : 99)]] : [];
      pen.see(now, probes(from, now, lost), 'probe inside-to-outside', scenario);
      pen.see(
        now,
        { sight: 'outlet', pdu: 'pdu1', outlet: '1', power: at >= 5000 && at < 13_000 ? 'off' : 'on' },
        'pdu pdu1',
        scenario,
      );
    }
  }
  pen.write({ kind: 'scenario-ended', atMs: beginMs + 20_000, scenario });
  return { first, change };
}

const finding = (outcome: Finding['outcome'], evidence: readonly number[]): Finding => ({
  rule: 'unit-silent-mate-takes-over',
  requirements: ['AS-2', 'UH-1'],
  outcome,
  expected:
    'secondary becomes active between 1.400 s and 2.300 s after primary fell silent, for the hold time is 2 s',
  seen:
    outcome === 'fail'
      ? 'secondary said standby-ready for the whole watch'
      : 'secondary said active 1.97 s after the outlet went off',
  who: 'secondary',
  ...(outcome === 'fail' ? {} : { measured: { loMs: 1840.2, hiMs: 2090.7000000001 } }),
  window: { loMs: 1400, hiMs: 2300 },
  evidence,
});

const verdictOf = (
  scenario: keyof typeof titles,
  fromMs: number,
  outcome: Finding['outcome'],
  evidence: readonly number[],
): ScenarioVerdict => ({
  scenario,
  title: titles[scenario],
  outcome,
  infrastructure: false,
  because:
    outcome === 'fail'
      ? 'secondary never became active, which it had to do by 2.300 s (AS-2)'
      : 'every prediction was seen in its window',
  requirements: ['AS-2', 'UH-1'],
  fromMs,
  toMs: fromMs + 20_000,
  findings: [
    finding(outcome, evidence),
    {
      rule: 'never-two-active',
      requirements: ['AS-9'],
      outcome: 'pass',
      expected: 'never both active',
      seen: 'never both active in 80 sightings',
      who: 'primary',
      evidence: evidence.slice(0, 1),
    },
  ],
  outages: [
    {
      flow: 'inside-to-outside',
      fromMs: fromMs + 5000,
      toMs: fromMs + 6860,
      lasted: { loMs: 1840, hiMs: outcome === 'fail' ? null : 1860 },
      lost: 185,
      evidence: evidence.slice(-1),
    },
  ],
  ...(outcome === 'fail' ? {} : { measured: { loMs: 1840.2, hiMs: 2090.7000000001 } }),
  window: { loMs: 1400, hiMs: 2300 },
  assertions: [],
});

/** A run that fails, with one of everything in it. */
export function liveRun(): TestRun {
  const pen = new Pen();
  const known = {
    tool: 'fover 0.1.0',
    node: 'v20.19.0',
    topology: { name: 'lab-two', sha256: '5e'.repeat(32) },
    bench: 'simulated',
  } as const;
  const startedAt = '2026-02-03T04:05:06.789Z';
  const planned = [...Object.keys(titles), 'reload-of-active'];
  pen.write({ kind: 'run', atMs: 0, startedAt, ...known, planned });
  pen.write({
    kind: 'action',
    id: 'b1',
    did: 'configure primary from blank flash',
    begunMs: 200,
    doneMs: 3800,
    stimuli: [],
    role: 'setup',
  });
  const passed = play(pen, 'power-loss-of-active', 5000, true);
  const failed = play(pen, 'failover-link-down', 26_000, false);
  const blind = 'port-of-active';
  pen.write({
    kind: 'scenario',
    atMs: 47_000,
    scenario: blind,
    title: titles[blind],
    requirements: ['IH-3'],
    fault: 'port-shut',
    target: 'active',
  });
  pen.phase(47_000, blind, 'prepare');
  const gap = pen.write({
    kind: 'gap',
    fromMs: 48_000,
    toMs: 53_000,
    scenario: blind,
    witness: 'console secondary',
    why: 'the console server closed the line',
  });
  pen.write({ kind: 'scenario-ended', atMs: 55_000, scenario: blind });
  const broken = 'forced-failover';
  pen.write({
    kind: 'scenario',
    atMs: 56_000,
    scenario: broken,
    title: titles[broken],
    requirements: ['OPS-1'],
    fault: 'told-standby',
    target: 'active',
  });
  pen.write({
    kind: 'action',
    id: 'z',
    scenario: broken,
    did: 'outlet 2 of pdu1 off',
    begunMs: 57_000,
    doneMs: 59_000,
    stimuli: [],
    role: 'fault',
    failed: 'the outlet still reads on after 2 s',
  });
  pen.write({
    kind: 'trouble',
    atMs: 59_000,
    scenario: broken,
    whose: 'bench',
    message: 'pdu1 acknowledged and did nothing',
  });
  pen.write({ kind: 'scenario-ended', atMs: 60_000, scenario: broken });
  pen.write({
    kind: 'pending',
    atMs: 60_100,
    scenario: 'reload-of-active',
    why: 'the bench has no way to reload',
  });
  pen.write({ kind: 'ended', atMs: 60_500 });
  const nothing = { findings: [], outages: [], assertions: [] };
  const scenarios: readonly ScenarioVerdict[] = [
    verdictOf('power-loss-of-active', 5000, 'pass', [passed.first, passed.change]),
    verdictOf('failover-link-down', 26_000, 'fail', [failed.first, failed.change]),
    {
      ...nothing,
      scenario: blind,
      title: titles[blind],
      outcome: 'inconclusive',
      infrastructure: false,
      because: `secondary could not be seen from 48 s to 53 s (#${gap})`,
      requirements: ['IH-3'],
      fromMs: 47_000,
      toMs: 55_000,
      window: { loMs: 0, hiMs: null },
      doubts: ['line 12 of show failover was not read'],
    },
    {
      ...nothing,
      scenario: broken,
      title: titles[broken],
      outcome: 'inconclusive',
      infrastructure: true,
      because: 'outlet 2 of pdu1 never went off',
      requirements: ['OPS-1'],
      fromMs: 56_000,
      toMs: 60_000,
      measured: { loMs: 900, hiMs: Infinity },
      assertions: ['expected 2 to equal 3'],
    },
  ];
  const verdict: Verdict = {
    format: 1,
    outcome: 'fail',
    exitCode: 1,
    bench: 'simulated',
    startedAt,
    topology: known.topology,
    tool: known.tool,
    scenarios,
    doubts: ['timeline.ndjson, line 40: is no entry'],
    troubles: ['pdu1 acknowledged and did nothing'],
  };
  const files = [{ name: 'timeline.ndjson', bytes: 1, sha256: '00' }];
  return {
    verdict,
    entries: pen.entries,
    manifest: {
      format: 1,
      ...known,
      startedAt,
      planned,
      ended: { atMs: 60_500, entries: pen.entries.length, files },
    },
  };
}
