/** Evidence that looks like an answer and is none: each was once believed by a judge that knew no better. */
import { expect } from 'chai';
import type { Entry, Observation } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { renumbered, run } from './made.test-support.ts';
import { settings } from './made-story.test-support.ts';
import { activeLoss, failoverLinkDown, forced, standbyLoss } from './stories.test-support.ts';
import type { ScenarioVerdict } from './verdict.ts';

const only = (entries: readonly Entry[]): ScenarioVerdict => judge(entries).scenarios[0]!;

/** The answers of a unit to `show failover`, changed. */
const answers = (entries: readonly Entry[], unit: string, change: (answer: Observation) => Entry): Entry[] =>
  entries.map((entry) =>
    entry.kind === 'observation' && entry.unit === unit && entry.saw.sight === 'failover'
      ? change(entry)
      : entry,
  );

const instants = new Set(['atMs', 'askedMs', 'answeredMs', 'begunMs', 'doneMs', 'loMs', 'hiMs']);

/** Everything from the fault on happens that much later, in milliseconds; nobody looked in between. */
function faultLater(entries: readonly Entry[], ms: number): Entry[] {
  const from = entries.findIndex((entry) => entry.kind === 'phase' && entry.phase === 'fault');
  return entries.map((entry, at) => {
    if (at < from) return entry;
    const text = JSON.stringify(entry, (key, value: unknown) =>
      instants.has(key) && typeof value === 'number' ? value + ms : value,
    );
    const moved: Entry = JSON.parse(text);
    return moved;
  });
}

const isProbes = (entry: Entry): boolean => entry.kind === 'observation' && entry.saw.sight === 'probes';

/** A batch of probes, or a look at a unit around the fault. */
const isNear = (entry: Entry): boolean =>
  entry.kind === 'observation' && (isProbes(entry) || (entry.askedMs > 1050 && entry.askedMs < 1500));

describe('the judge, of what proves less than it seems', () => {
  it('a change that may have come before the fault: nobody looked for long before it', () => {
    const entries = renumbered(run(forced).filter((entry) => !isNear(entry)));
    expect(only(faultLater(entries, 500)).outcome).to.equal('pass');
    const verdict = only(faultLater(entries, 5000));
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.because).to.include('too uncertain to tell');
  });

  it('a message of a switch that the unit itself denies afterwards does not shorten the time', () => {
    const said = { sight: 'message', message: 'switching-to-active', text: 'Switching to Active' } as const;
    const at = 1100 + 500;
    const early = {
      kind: 'observation',
      askedMs: at,
      answeredMs: at,
      witness: 'console secondary',
      unit: 'secondary',
      saw: said,
    } as const;
    const verdict = only(run({ ...activeLoss, isQuiet: true, extra: [{ atMs: 500, entry: early }] }));
    expect(verdict.outcome).to.equal('pass');
    expect(verdict.measured?.hiMs).to.be.above(900);
  });

  it('what follows an action of which no end is on record may be the answer to it', () => {
    const begun = {
      kind: 'action-begun',
      id: 'x',
      atMs: 1100 + 1400,
      did: 'failover active on primary',
    } as const;
    const turns = [...forced.turns, { atMs: 1500, unit: 'primary', is: 'active' } as const];
    expect(only(run({ ...forced, turns, endMs: 4000 })).outcome).to.equal('fail');
    const verdict = only(run({ ...forced, turns, endMs: 4000, extra: [{ atMs: 1400, entry: begun }] }));
    expect(verdict.findings.filter(({ outcome }) => outcome === 'fail')).to.deep.equal([]);
    expect(verdict.outcome).to.equal('inconclusive');
  });

  it('what follows a healing that was not seen to work may be the answer to it', () => {
    const turns = [
      ...activeLoss.turns.slice(0, 3),
      { atMs: 3500, unit: 'secondary', is: 'standby-ready' } as const,
    ];
    expect(only(run({ ...activeLoss, turns })).outcome).to.equal('fail');
    const verdict = judge(run({ ...activeLoss, turns, healFailed: 'outlet 1 still reads off' }));
    expect(verdict).to.deep.include({ outcome: 'inconclusive', exitCode: 3 });
    expect(verdict.scenarios[0]?.findings.map(({ outcome }) => outcome)).to.deep.equal(['pass', 'pass']);
  });

  it('a steady state on whose timers the units disagree', () => {
    const other = { ...settings, unitHoldMs: 900 };
    const entries = answers(run(forced), 'secondary', (answer) =>
      answer.saw.sight === 'failover' ? { ...answer, saw: { ...answer.saw, settings: other } } : answer,
    );
    expect(only(entries).because).to.include('the units report different timers');
  });

  it('a steady state in which one unit says otherwise of its mate', () => {
    const turns = [
      { atMs: -999, unit: 'secondary', is: 'standby-ready', mateSays: 'failed' } as const,
      ...forced.turns,
    ];
    expect(only(run({ ...forced, turns })).because).to.match(
      /primary says that secondary is failed, which says that it is standby-ready/,
    );
  });

  it('a unit that speaks of itself as its own mate', () => {
    const entries = answers(run(forced), 'primary', (answer) =>
      answer.saw.sight === 'failover' && answer.saw.thisHost
        ? { ...answer, saw: { ...answer.saw, otherHost: answer.saw.thisHost } }
        : answer,
    );
    const verdict = only(entries);
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.doubts?.join()).to.include('is not who it should be');
  });

  for (const story of [activeLoss, standbyLoss, failoverLinkDown])
    it(`probes that end before ${story.name} is over`, () => {
      const entries = run(story);
      const early = renumbered(
        entries.filter((entry) => !(isProbes(entry) && 'askedMs' in entry && entry.askedMs > 1700)),
      );
      const verdict = only(early);
      expect(verdict.outcome, verdict.because).to.equal('inconclusive');
      expect(verdict.because).to.match(/traffic .*not all of the time is accounted for/);
    });

  it('a batch of probes that does not add up', () => {
    const entries = run(failoverLinkDown).map((entry): Entry =>
      entry.kind === 'observation' && entry.saw.sight === 'probes' && entry.askedMs > 3000
        ? { ...entry, saw: { ...entry.saw, received: entry.saw.received - 1 } }
        : entry,
    );
    expect(only(entries).because).to.include('the batch does not add up');
  });

  it('probes that the instrument was wrong about', () => {
    const gap = {
      kind: 'gap',
      fromMs: 1500,
      toMs: 1600,
      witness: 'probe out',
      why: '3 probes came late',
    } as const;
    const probes = { lost: (atMs: number) => atMs >= 400 && atMs < 430 };
    const verdict = only(run({ ...failoverLinkDown, probes, extra: [{ atMs: 900, entry: gap }] }));
    expect(verdict.outcome).to.equal('inconclusive');
    expect(verdict.because).to.include('3 probes came late');
  });

  it('probes of which nothing is told but that they could not see: the process that sent them is gone', () => {
    const gap = {
      kind: 'gap',
      fromMs: 0,
      toMs: 9000,
      witness: 'probe out',
      why: 'the probes were not accounted for',
    } as const;
    for (const story of [failoverLinkDown, forced]) {
      const { probes: _none, ...blind } = story;
      const verdict = only(run({ ...blind, extra: [{ atMs: 900, entry: gap }] }));
      expect(verdict.outcome).to.equal('inconclusive');
      expect(verdict.because).to.include('the probes were not accounted for');
    }
  });

  it('a scenario that this bench cannot play is told as pending and counts neither way, but alone proves nothing', () => {
    const pending = { kind: 'pending', atMs: 1, scenario: 'no-dmz', why: 'dmz is not cabled' } as const;
    const planned = { planned: ['forced', 'no-dmz'] };
    const entries = run(forced);
    const verdict = judge(renumbered(entries.toSpliced(-1, 0, { ...pending, seq: 0 })), planned);
    expect(verdict).to.deep.include({ outcome: 'pass', exitCode: 0 });
    expect(verdict.scenarios.map(({ scenario }) => scenario)).to.deep.equal([
      entries[1]?.kind === 'scenario' ? entries[1].scenario : '',
    ]);
    const [first, last] = [entries[0], entries.at(-1)];
    const alone = [first, { ...pending, seq: 1 }, last].flatMap((entry) => (entry ? [entry] : []));
    expect(judge(renumbered(alone), { planned: ['no-dmz'] })).to.deep.include({
      outcome: 'inconclusive',
      exitCode: 2,
    });
  });

  it('an assertion of the suite outside of every scenario fails the run all the same', () => {
    const entries = run(forced);
    const loose = {
      kind: 'trouble',
      atMs: 1,
      whose: 'suite',
      message: 'after all: expected silence',
    } as const;
    const verdict = judge(renumbered(entries.toSpliced(-1, 0, { ...loose, seq: 0 })));
    expect(verdict).to.deep.include({ outcome: 'fail', exitCode: 1 });
    expect(verdict.scenarios[0]?.outcome).to.equal('pass');
  });
});
