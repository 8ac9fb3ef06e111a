/** No pass without enough evidence: whatever is lost, doubled, shuffled or cut off, nothing becomes a pass. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Entry } from '../timeline/entry.ts';
import { everyWitness } from '../timeline/index.ts';
import { judge } from './judge.ts';
import { judgeScenario } from './judge-scenario.ts';
import { renumbered, run } from './made.test-support.ts';
import { activeLoss, failoverLinkDown, forced, honest } from './stories.test-support.ts';

const passing = run(...honest);
const mixed = run(
  forced,
  { ...activeLoss, turns: activeLoss.turns.slice(0, 1) },
  { ...failoverLinkDown, assertion: 'expected better' },
);

/** What each scenario came to, by name. */
const outcomes = (entries: readonly Entry[]): Map<string, string> =>
  new Map(judge(entries).scenarios.map(({ scenario, outcome }) => [scenario, outcome]));

/** From the beginning of a scenario to that of the next one, or to the end of the run. */
function stretchOf(entries: readonly Entry[], name: string): { readonly from: number; readonly to: number } {
  const from = entries.findIndex((entry) => entry.kind === 'scenario' && entry.scenario === name);
  const next = entries.findIndex((entry, at) => at > from && entry.kind === 'scenario');
  return { from, to: next < 0 ? entries.length : next };
}

const places = (entries: readonly Entry[]): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(entries.length - 1), { minLength: 1, maxLength: 20 });

/** An answer of a unit from the fault to after the takeover. */
const isBlind = (entry: Entry): boolean =>
  entry.kind === 'observation' &&
  entry.saw.sight !== 'probes' &&
  entry.answeredMs > 1000 &&
  entry.answeredMs < 3500;

describe('the judge, of spoilt evidence (P2)', () => {
  for (const [title, entries] of [
    ['an honest', passing],
    ['a broken', mixed],
  ] as const) {
    const before = outcomes(entries);
    const neverBetter = (spoilt: readonly Entry[]): void => {
      for (const [name, outcome] of outcomes(spoilt))
        if (before.get(name) !== 'pass') expect(outcome, name).to.not.equal('pass');
    };
    /** A scenario whose own stretch of numbers lost something does not pass. */
    const neverPasses = (spoilt: readonly Entry[], lost: readonly number[]): void => {
      neverBetter(spoilt);
      const after = outcomes(spoilt);
      for (const name of before.keys()) {
        const { from, to } = stretchOf(entries, name);
        if (lost.some((at) => at >= from && at < to)) expect(after.get(name), name).to.not.equal('pass');
      }
      expect(judge(spoilt).outcome).to.not.equal('pass');
    };

    it(`${title} pair: nothing passes that lost entries`, () => {
      fc.assert(
        fc.property(places(entries), (lost) => {
          const gone = new Set(lost);
          neverPasses(
            entries.filter((_, at) => !gone.has(at)),
            lost,
          );
        }),
        { numRuns: 150 },
      );
    });

    it(`${title} pair: nothing passes that has entries twice`, () => {
      fc.assert(
        fc.property(places(entries), (twice) => {
          const doubled = twice
            .toSorted((a, b) => b - a)
            .reduce<Entry[]>((all, at) => all.toSpliced(at, 0, entries[at]!), [...entries]);
          neverPasses(doubled, twice);
        }),
        { numRuns: 150 },
      );
    });

    it(`${title} pair: nothing passes that was cut off`, () => {
      fc.assert(
        fc.property(fc.nat(entries.length), fc.nat(entries.length), (a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const lost = entries.map((_, at) => at).filter((at) => at < from || at >= to);
          fc.pre(lost.length > 0);
          neverPasses(entries.slice(from, to), lost);
        }),
        { numRuns: 150 },
      );
    });

    it(`${title} pair: nothing becomes a pass by being shuffled`, () => {
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length }),
          (shuffled) => {
            neverBetter(shuffled);
            expect(judge(shuffled).outcome).to.not.equal('pass');
          },
        ),
        { numRuns: 40 },
      );
    });

    it(`${title} pair: every stream of evidence taken away, as if it had never been, leaves nothing that passes`, () => {
      const streams: Readonly<Record<string, (entry: Entry) => boolean>> = {
        'the console of the primary': (entry) => entry.kind === 'observation' && entry.unit === 'primary',
        'the console of the secondary': (entry) => entry.kind === 'observation' && entry.unit === 'secondary',
        'both consoles': (entry) => entry.kind === 'observation' && entry.unit !== undefined,
        'the actions': ({ kind }) => kind === 'action' || kind === 'action-begun',
        'the ends of actions': ({ kind }) => kind === 'action',
        'the phases': ({ kind }) => kind === 'phase',
        'the ends of scenarios': ({ kind }) => kind === 'scenario-ended',
        'the scenarios': ({ kind }) => kind === 'scenario',
      };
      for (const [stream, isIn] of Object.entries(streams)) {
        const left = entries.filter((entry) => !isIn(entry)).map((entry, seq) => ({ ...entry, seq }));
        for (const { scenario, outcome } of judge(left).scenarios)
          expect(outcome, `${scenario} without ${stream}`).to.equal('inconclusive');
      }
    });

    it(`${title} pair: judged twice, the same bytes`, () => {
      fc.assert(
        fc.property(places(entries), (lost) => {
          const gone = new Set(lost);
          const left = entries.filter((_, at) => !gone.has(at));
          expect(JSON.stringify(judge(left))).to.equal(JSON.stringify(judge(structuredClone(left))));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('stood still ourselves: nothing that it touches passes or fails, and all else is as it was', () => {
    const before = outcomes(mixed);
    expect([...before.values()]).to.include.members(['pass', 'fail']);
    for (const [name] of before) {
      const { from, to } = stretchOf(mixed, name);
      const ended = mixed.findIndex((entry, at) => at > from && entry.kind === 'scenario-ended');
      for (const at of [from + 1, from + 2, (from + ended) >> 1, ended - 1, ended, ended + 1, to - 1]) {
        const gap = {
          kind: 'gap',
          fromMs: 1,
          toMs: 9,
          witness: everyWitness,
          why: 'it was stopped',
          seq: 0,
        } as const;
        const after = outcomes(renumbered(mixed.toSpliced(at, 0, gap)));
        for (const [other, outcome] of before)
          expect(after.get(other), `${other}, at ${at}`).to.equal(
            other === name && at <= ended ? 'inconclusive' : outcome,
          );
      }
    }
  });

  it('had its wall clock set: that is told, and nothing hangs on it', () => {
    const step = {
      kind: 'clock-step',
      atMs: 5,
      byMs: -3_600_000,
      wall: '2026-01-01T00:00:00.000Z',
      seq: 0,
    } as const;
    const stepped = renumbered(mixed.flatMap((entry) => [entry, step])).slice(0, -1);
    expect(outcomes(stepped)).to.deep.equal(outcomes(mixed));
    expect(judge(stepped).doubts).to.deep.equal(judge(mixed).doubts);
  });

  it('never throws, whatever the order and the number of the entries', () => {
    fc.assert(
      fc.property(
        fc.subarray(mixed),
        fc.array(fc.constantFrom(...mixed), { maxLength: 10 }),
        (some, more) => {
          const verdict = judge([...more, ...some]);
          expect([0, 1, 2, 3, 4]).to.include(verdict.exitCode);
          for (const { scenario } of verdict.scenarios) judgeScenario(some, scenario);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('blind for the decisive moment: no unit is looked at between fault and takeover', () => {
    const left = run(activeLoss)
      .filter((entry) => !isBlind(entry))
      .map((entry, seq) => ({ ...entry, seq }));
    expect(judge(left).scenarios[0]?.outcome).to.equal('inconclusive');
  });
});
