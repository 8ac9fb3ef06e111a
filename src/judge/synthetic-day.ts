import { unitNames } from '../pair/index.ts';
import type { FailoverSighting, HostReport, UnitName } from '../pair/index.ts';
import type { Entry, EntryToRecord, Phase } from '../timeline/index.ts';

/**
 * What a day is made of: scenario after scenario of some four hundred entries, as a suite plays them, or one scenario
 * whose watch lasts the day.
 */
export type Shape = 'scenarios' | 'watch';

const scenarioEntries = 400;
const stepMs = 250;
/** Of twelve steps of a watch, one brings a batch of probes for each of three that bring the answers of both units. */
const probesEvery = 4;
const probesInBatch = 10;

const interfaces: HostReport['interfaces'] = ['outside', 'inside', 'dmz'].map((nameif) => ({
  nameif,
  address: '192.0.2.1',
  health: 'normal',
  monitoring: 'monitored',
}));

const settings: FailoverSighting['settings'] = {
  unitPollMs: 500,
  unitHoldMs: 3000,
  interfacePollMs: 500,
  interfaceHoldMs: 5000,
  interfacePolicy: { count: 1 },
};

/** The words of one `show failover`, as long as on a box. */
const raw = '\tInterface outside (192.0.2.1): Normal (Monitored)\r\n'.repeat(30);

/** Makes up the timeline of a run entry by entry: so many of them, give or take one scenario, in a mix as of a real run. */
export function* syntheticDay(entries: number, shape: Shape): Generator<Entry, void, undefined> {
  let seq = 0;
  const number = (entry: EntryToRecord): Entry => ({ ...entry, seq: seq++ });
  const each = shape === 'watch' ? entries : scenarioEntries;
  const planned = Array.from({ length: Math.max(1, Math.round(entries / each)) }, (_, at) => `made-up-${at}`);
  yield number({
    kind: 'run',
    atMs: 0,
    startedAt: '2026-01-02T03:04:05.000Z',
    tool: 'fover 0.0.0',
    node: 'v20.0.0',
    topology: { name: 'made up', sha256: '00' },
    bench: 'simulated',
    planned,
  });
  let atMs = 0;
  for (const scenario of planned) {
    for (const entry of played(scenario, each, atMs)) {
      atMs = instantOf(entry);
      yield number(entry);
    }
  }
  yield number({ kind: 'ended', atMs });
}

const instantOf = (entry: EntryToRecord): number =>
  'atMs' in entry
    ? entry.atMs
    : 'answeredMs' in entry
      ? entry.answeredMs
      : 'doneMs' in entry
        ? entry.doneMs
        : entry.toMs;

/** The failover link goes down and is marked as failed, nothing else follows, and it comes up again: every answer must be looked at. */
function* played(
  scenario: string,
  entries: number,
  fromMs: number,
): Generator<EntryToRecord, void, undefined> {
  let atMs = fromMs;
  let probes = 0;
  let failoverLink: FailoverSighting['failoverLink'] = 'up';
  const phase = (name: Phase): EntryToRecord => ({ kind: 'phase', atMs, scenario, phase: name });
  function* asked(steps: number): Generator<EntryToRecord, void, undefined> {
    for (let step = 0; step < steps; step++) {
      atMs += stepMs;
      if (step % probesEvery === 0) yield batch(scenario, atMs, probes++);
      else for (const unit of unitNames) yield answer(scenario, unit, atMs, failoverLink);
    }
  }
  function* did(role: 'fault' | 'heal'): Generator<EntryToRecord, void, undefined> {
    const id = `${scenario}-${role}`;
    yield { kind: 'action-begun', id, atMs, scenario, did: `failover link, ${role}` };
    const begunMs = atMs;
    failoverLink = role === 'fault' ? 'failed' : 'up';
    atMs += 100;
    const effectiveMs = { loMs: begunMs, hiMs: begunMs + 50 };
    const stimuli = [{ stimulus: role === 'fault' ? 'failover-link-down' : 'failover-link-up' }] as const;
    yield {
      kind: 'action',
      id,
      scenario,
      did: `failover link, ${role}`,
      begunMs,
      doneMs: atMs,
      role,
      stimuli,
      effectiveMs,
    };
  }
  const begun = { title: scenario, requirements: [], fault: 'failover-link-down', target: 'active' };
  const edge = 8;
  yield { kind: 'scenario', atMs, scenario, ...begun };
  yield phase('prepare');
  yield phase('steady');
  yield* asked(edge);
  yield phase('fault');
  yield* did('fault');
  yield phase('watch');
  yield* asked(Math.max(edge, Math.round(((entries - 50) * probesEvery) / (2 * probesEvery - 1))));
  yield phase('heal');
  yield* did('heal');
  yield phase('recovered');
  yield* asked(edge * 2);
  yield { kind: 'scenario-ended', atMs, scenario };
}

function answer(
  scenario: string,
  unit: UnitName,
  atMs: number,
  failoverLink: FailoverSighting['failoverLink'],
): EntryToRecord {
  const hosts = unitNames.map((name): HostReport => ({
    unit: name,
    state: name === 'primary' ? 'active' : 'standby-ready',
    interfaces,
  }));
  const [thisHost, otherHost] = unit === 'primary' ? hosts : hosts.toReversed();
  const saw: FailoverSighting = {
    sight: 'failover',
    on: true,
    ...(thisHost ? { thisHost } : {}),
    ...(otherHost ? { otherHost } : {}),
    failoverLink,
    settings,
    monitoredInterfaces: interfaces.length,
  };
  const times = { askedMs: atMs - 40, answeredMs: atMs };
  return { kind: 'observation', ...times, scenario, witness: `console ${unit}`, unit, saw, raw };
}

/** A single probe of a scenario is lost, as on any wire. */
function batch(scenario: string, atMs: number, count: number): EntryToRecord {
  const everyMs = (stepMs * probesEvery) / probesInBatch;
  const fromSeq = count * probesInBatch;
  const firstSentMs = atMs - everyMs * probesInBatch;
  const lostMs = firstSentMs + 3 * everyMs;
  const range = { fromSeq: fromSeq + 3, toSeq: fromSeq + 3, firstSentMs: lostMs, lastSentMs: lostMs };
  const lost = count === 30 ? [range] : [];
  return {
    kind: 'observation',
    askedMs: atMs,
    answeredMs: atMs,
    scenario,
    witness: 'probe inside-to-outside',
    saw: {
      sight: 'probes',
      flow: 'inside-to-outside',
      fromSeq,
      toSeq: fromSeq + probesInBatch - 1,
      firstSentMs,
      lastSentMs: firstSentMs + (probesInBatch - 1) * everyMs,
      everyMs,
      received: probesInBatch - lost.length,
      duplicated: 0,
      lost,
      worstLatenessMs: 0.4,
    },
  };
}
