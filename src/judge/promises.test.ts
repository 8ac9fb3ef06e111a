/**
 * What the judge promises, on a timeline as the bench records it: the real player, sessions and parsers over simulated
 * units on a virtual clock. The same promises on made-up timelines stand in `evidence.test.ts` and `broken-pair.test.ts`.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { bringUp } from '../bench/index.ts';
import { openPair } from '../explore/open-pair.ts';
import type { JourneyPair } from '../explore/journey.ts';
import { carryVirtualTraffic } from '../explore/virtual-probes.ts';
import { play } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Entry } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { renumbered, run } from './made.test-support.ts';
import { honest } from './stories.test-support.ts';
import type { ScenarioVerdict } from './verdict.ts';

const pair: JourneyPair = {
  unitPollMs: 500,
  unitHoldMs: 3000,
  interfacePollMs: 1000,
  interfaceHoldMs: 5000,
  bootMs: 8000,
  syncMs: 1000,
  policy: { count: 1 },
  interfaces: [
    { nameif: 'outside', monitored: true },
    { nameif: 'inside', monitored: true },
  ],
  stateLink: 'dedicated',
  keyed: false,
};
const asked = { title: 'asked', requirements: [], begin: 'primary', target: 'active' } as const;
const scenarios: readonly Scenario[] = [
  { ...asked, name: 'dark', fault: 'unit-power-loss', watch: 'failover', outageAtMost: 8000 },
  { ...asked, name: 'link-down', fault: 'failover-link-down', watch: 'nothing' },
  { ...asked, name: 'forced', fault: 'told-standby', watch: 'failover' },
];

/** Plays them on a virtual bench and gives what was recorded. */
async function recorded(
  toPlay: readonly Scenario[],
  defects: readonly string[] = [],
): Promise<readonly Entry[]> {
  // As often as the judge wants it: a judge that misses looks has nothing to say.
  const opened = openPair(pair, 7, defects, 1000);
  const never = new AbortController().signal;
  await opened.run(bringUp(opened.bench, never));
  opened.pace.stir();
  carryVirtualTraffic(opened.bench, opened.simulated.flows, { everyMs: 100, batchEveryMs: 1000 });
  for (const scenario of toPlay) await opened.run(play(opened.bench, scenario, never));
  await opened.close();
  opened.book.record({ kind: 'ended', atMs: opened.book.now() });
  return opened.book.entries;
}

const outcomes = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(judge(entries).scenarios.map(({ scenario, outcome }) => [scenario, outcome]));

describe('the judge, of what a bench recorded,', function () {
  this.timeout(120_000);
  let entries: readonly Entry[] = [];
  before(async () => {
    entries = await recorded(scenarios);
  });

  it('passes an honest pair', () => {
    const verdict = judge(entries);
    expect(verdict.outcome, JSON.stringify(verdict.scenarios.map(({ because }) => because))).to.equal('pass');
    expect(verdict.scenarios).to.have.lengthOf(3);
    saysAll(verdict.scenarios);
  });

  it('passes nothing of which something was deleted (P2)', () => {
    const places = fc.uniqueArray(fc.nat(entries.length - 1), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, (gone) => {
        const left = entries.filter((_, at) => !gone.includes(at));
        expect(judge(left).outcome).to.not.equal('pass');
      }),
      { numRuns: 25 },
    );
  });

  it('passes nothing that was truncated or shuffled (P2)', () => {
    fc.assert(
      fc.property(fc.nat(entries.length - 1), fc.boolean(), (at, isHead) => {
        const left = isHead ? entries.slice(0, at) : entries.slice(at + 1);
        expect(judge(left).outcome).to.not.equal('pass');
      }),
      { numRuns: 25 },
    );
    const all = { minLength: entries.length, maxLength: entries.length };
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries], all), (shuffled) => {
        expect(judge(shuffled).outcome).to.not.equal('pass');
      }),
      { numRuns: 8 },
    );
  });

  it('passes no scenario of which a whole stream is gone, as if it had never been (P2)', () => {
    const streams: Readonly<Record<string, (entry: Entry) => boolean>> = {
      'the console of the primary': (entry) => entry.kind === 'observation' && entry.unit === 'primary',
      'the console of the secondary': (entry) => entry.kind === 'observation' && entry.unit === 'secondary',
      'what the units were asked after the fault': (entry) =>
        entry.kind === 'observation' && entry.unit !== undefined && entry.seq > faultAt(entries),
      'the actions': ({ kind }) => kind === 'action' || kind === 'action-begun',
      'the ends of actions': ({ kind }) => kind === 'action',
      'the phases': ({ kind }) => kind === 'phase',
      'the ends of scenarios': ({ kind }) => kind === 'scenario-ended',
    };
    for (const [stream, isIn] of Object.entries(streams))
      for (const [name, outcome] of outcomes(renumbered(entries.filter((entry) => !isIn(entry)))))
        expect(outcome, `${name} without ${stream}`).to.not.equal('pass');
    const unprobed = entries.filter(
      (entry) => !(entry.kind === 'observation' && entry.saw.sight === 'probes'),
    );
    expect(judge(renumbered(unprobed)).scenarios[0]?.findings.map(({ rule }) => rule)).to.not.include(
      'traffic comes back',
    );
  });

  it('fails no honest pair over answers that are gone, whenever that was (P2)', () => {
    const last = entries.at(-1);
    const lastMs = last?.kind === 'ended' ? last.atMs : 0;
    fc.assert(
      fc.property(fc.nat(Math.floor(lastMs)), fc.integer({ min: 1000, max: 60_000 }), (fromMs, forMs) => {
        const left = entries.filter(
          (entry) =>
            !(entry.kind === 'observation' && entry.askedMs >= fromMs && entry.askedMs <= fromMs + forMs),
        );
        for (const [name, outcome] of outcomes(renumbered(left)))
          expect(outcome, `${name} without ${fromMs} to ${fromMs + forMs}`).to.not.equal('fail');
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes in any time zone and locale (P4)', function () {
    const judgeUrl = pathToFileURL(join(import.meta.dirname, 'judge.ts')).href;
    const script = `import { judge } from ${JSON.stringify(judgeUrl)}; import { readFileSync } from 'node:fs'; process.stdout.write(JSON.stringify(judge(JSON.parse(readFileSync(0, 'utf8')))));`;
    const input = JSON.stringify([...entries]);
    const bytes = [
      { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'C' },
    ].map((env) => {
      const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, ...env },
        input,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        timeout: 60_000,
      });
      expect(child.stderr).to.equal('');
      return child.stdout;
    });
    expect(bytes).to.deep.equal([JSON.stringify(judge(entries)), JSON.stringify(judge(entries))]);
  });

  it('measures a takeover that comes too late, and fails it, instead of waiting for it in vain (P7)', async () => {
    const [dark] = judge(await recorded(scenarios.slice(0, 1), ['slow-takeover'])).scenarios;
    expect(dark?.outcome, dark?.because).to.equal('fail');
    expect(dark?.measured?.loMs).to.be.above(dark?.window?.hiMs ?? Infinity);
    expect(dark?.measured?.hiMs).to.be.finite;
  });
});

/** Expected, by which requirement, seen, by whom, when, and how sure, in one sentence each. */
function saysAll(verdicts: readonly ScenarioVerdict[]): void {
  for (const { scenario, findings } of verdicts)
    for (const finding of findings) {
      const { expected, requirements, seen, evidence, who } = finding;
      const told = `${scenario}: ${JSON.stringify(finding)}`;
      expect(expected, told).to.match(/\S+ \S+/);
      expect(requirements, told).to.not.be.empty;
      expect(evidence, told).to.not.be.empty;
      expect(`${seen} ${who ?? ''}`, told).to.match(/primary|secondary|both units|probe/);
      expect(seen, told).to.match(/\d+\.\d+ s|\d+ probes?|no probe/);
      expect(seen, told).to.not.match(/\. [A-Z]|\.$/);
    }
}

describe('every finding', () => {
  it('says what was expected, by which requirement, what was seen, by whom, when, and how sure that is', () => {
    saysAll(judge(run(...honest)).scenarios);
    saysAll(judge(run(...honest.map((story) => ({ ...story, turns: [], links: [] })))).scenarios);
  });
});

/** Number of the first fault. */
const faultAt = (entries: readonly Entry[]): number =>
  entries.find((entry) => entry.kind === 'phase' && entry.phase === 'fault')?.seq ?? 0;
