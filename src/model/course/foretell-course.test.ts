import { expect } from 'chai';
import * as fc from 'fast-check';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import { stateAfter } from '../state-after.ts';
import { foretellCourse } from './foretell-course.ts';
import type { Timed } from './foretell-course.ts';
import { openChanges } from './open-changes.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const pair: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  stateLink: 'up',
  monitored: ['inside', 'outside'],
  down: { primary: [], secondary: [] },
};

const lost: Stimulus = { stimulus: 'unit-silent', unit: 'primary' };
const booting: Stimulus = { stimulus: 'unit-booting', unit: 'primary' };
const down: Stimulus = { stimulus: 'interface-down', unit: 'primary', nameif: 'inside' };
const up: Stimulus = { stimulus: 'interface-up', unit: 'primary', nameif: 'inside' };
const at = (atMs: number, stimulus: Stimulus, more: Partial<Timed> = {}): Timed => ({
  atMs,
  stimulus,
  ...more,
});

/** Each stimulus with what it brings and, behind a stroke, what of that was made void and by which. */
const told = (...course: readonly Timed[]): readonly string[] =>
  foretellCourse(pair, course, settings).map(({ met, predicted, cancelled }) => {
    const says = predicted.map(({ who, prediction, states }) => `${who} ${prediction} ${states[0] ?? ''}`);
    const isVoid = cancelled.map(({ prediction: { who }, by, fromMs }) => `${who} by ${by} at ${fromMs}`);
    return `${met.length}: ${says.join(', ')} | ${isVoid.join(', ')}`;
  });

describe('a course of stimuli', () => {
  it('is the same as one by one when each has played out', () => {
    expect(told(at(0, down), at(60_000, up))).to.deep.equal([
      '1: secondary becomes active, primary becomes failed | ',
      '1: primary becomes standby-ready, secondary stays active | ',
    ]);
  });

  it('cancels what a heal before detection makes void, and asks nothing of what it cannot know', () => {
    expect(told(at(0, down), at(3000, up))).to.deep.equal([
      '1: secondary becomes active, primary becomes failed | secondary by 1 at 3000, primary by 1 at 3000',
      '2:  | ',
    ]);
  });

  it('knows that nothing can have happened before the earliest time', () => {
    const [, second] = foretellCourse(
      pair,
      [at(0, lost), at(2000, { stimulus: 'state-link-down' })],
      settings,
    );
    expect(second?.met.map(({ units }) => units.secondary)).to.deep.equal(['standby-ready']);
  });

  it('takes an instant that is not known for all that it may be', () => {
    const boot = (byMs: number): readonly string[] =>
      foretellCourse(
        pair,
        [at(0, lost), at(12_900, { stimulus: 'state-link-down' }, { byMs })],
        settings,
      ).map(({ met }) => met.map(({ units }) => units.secondary).join());
    expect(boot(12_950)[1]).to.equal('standby-ready');
    expect(boot(13_100)[1]).to.equal('standby-ready,active');
    expect(told(at(0, lost, { byMs: 2000 }), at(18_000, booting))[0]).to.match(/by 1 at 16000/);
    expect(told(at(0, lost), at(18_000, booting))[0]).to.match(/\| $/);
  });

  it('takes stimuli of one strike as one after the other, with none of them void', () => {
    const outside: Stimulus = { stimulus: 'interface-down', unit: 'primary', nameif: 'outside' };
    expect(told(at(0, down), at(0, outside, { withPrevious: true }), at(60_000, up))).to.deep.equal([
      '1: secondary becomes active, primary becomes failed | ',
      '1:  | ',
      '1: secondary stays active | ',
    ]);
    const [first] = told(at(0, down), at(0, outside, { withPrevious: true }), at(3000, up));
    expect(first).to.match(/by 2 at 3000/);
  });

  it('counts from any instant on', () => {
    expect(told(at(100_000, lost), at(102_000, { stimulus: 'state-link-down' }))[1]).to.match(/^1: /);
  });

  it('is over when its latest time has passed, and not at that very instant', () => {
    const [first] = told(at(0, lost), at(17_000, booting));
    expect(first).to.match(/\| secondary by 1 at 17000, primary by 1 at 17000$/);
    expect(told(at(0, lost), at(17_001, booting))[0]).to.match(/\| $/);
  });

  it('goes on from where the pair was seen, whatever was pending', () => {
    const seen: PairState = { ...pair, units: { primary: 'standby-ready', secondary: 'active' } };
    const back: Stimulus = { stimulus: 'told-active', unit: 'primary' };
    const stateLink: Stimulus = { stimulus: 'state-link-down' };
    expect(told(at(0, down), at(3000, back, { seen }), at(100_000, stateLink))[2]).to.equal(
      '1: primary stays active, secondary stays standby-ready | ',
    );
  });

  it('has nobody wait or notice late within one strike', () => {
    const stand: Stimulus = { stimulus: 'told-standby', unit: 'primary' };
    const off: Stimulus = { stimulus: 'interface-cut-off', unit: 'primary', nameif: 'inside' };
    expect(told(at(0, stand), at(0, off, { withPrevious: true }))[1]).to.equal(
      '1: primary becomes failed, secondary stays active | ',
    );
    expect(foretellCourse(pair, [at(0, stand), at(10, off)], settings)[1]?.isOpen).to.equal(true);
  });

  it('keeps what a second fault has nothing to do with', () => {
    expect(told(at(0, lost), at(2000, { stimulus: 'state-link-down' }))[0]).to.equal(
      '1: secondary becomes active, primary becomes failed | ',
    );
  });

  it('cancels what a second fault prevents', () => {
    const both = told(at(0, lost), at(2000, { stimulus: 'unit-silent', unit: 'secondary' }));
    expect(both[0]).to.contain('secondary by 1 at 2000');
    const cut = told(at(0, lost), at(2000, { stimulus: 'failover-link-down' }));
    expect(cut[0]).to.contain('secondary by 1 at 2000');
  });

  it('is not too late to cancel what has no time, and too late for what is over', () => {
    const boot = [at(0, lost), at(60_000, booting), at(120_000, lost)] as const;
    expect(told(...boot)[1]).to.match(/\| primary by 2 at 60000$/);
    expect(told(...boot)[0]).to.match(/\| $/);
  });

  it('takes a pair that was seen to be done, or seen as it is, by its word', () => {
    const [, , third] = told(at(0, lost), at(60_000, booting), at(120_000, lost, { isSettled: true }));
    expect(third).to.equal('1: primary becomes failed, secondary stays active | ');
    const seen: PairState = { ...pair, units: { primary: 'standby-ready', secondary: 'active' } };
    const [, again] = told(at(0, down), at(3000, { stimulus: 'told-active', unit: 'primary' }, { seen }));
    expect(again).to.match(/^1: primary becomes active, secondary becomes standby-ready/);
  });

  it('cancels a command by the contrary one', () => {
    const course = told(
      at(0, { stimulus: 'told-standby', unit: 'primary' }),
      at(500, { stimulus: 'told-standby', unit: 'secondary' }),
    );
    expect(course[0]).to.contain('secondary by 1 at 500');
  });

  it('asks nothing of a mate that is written to, until it was seen ready again', () => {
    const written: Stimulus = { stimulus: 'told-write-standby', unit: 'primary' };
    expect(told(at(0, written), at(10_000, down))[1]).to.equal('0:  | ');
    expect(told(at(0, written), at(10_000, down, { isSettled: true, seen: pair }))[1]).to.equal(
      '1: secondary becomes active, primary becomes failed | ',
    );
    expect(told(at(0, down), at(1000, written))[0]).to.match(/secondary by 1 at 1000, primary by 1 at 1000$/);
  });

  describe('with a network that both units hear nothing on', () => {
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'inside' };
    const cut: Stimulus = { stimulus: 'failover-link-down' };
    const kept = '1: primary stays active, secondary stays standby-ready | ';

    it('promises the standby unit nothing when the failover link is lost before the tests are over', () => {
      const [first, second] = told(at(0, deaf), at(7000, cut));
      expect(first).to.equal(`${kept}secondary by 1 at 7000`);
      expect(second).to.equal('2: primary stays active | ');
      expect(told(at(0, deaf), at(7000, cut, { seen: pair }))[1]).to.equal(kept);
      expect(told(at(0, deaf), at(90_000, cut))[1]).to.equal(kept);
    });

    it('promises as much when both come in one strike', () => {
      expect(told(at(0, deaf), at(0, cut, { withPrevious: true }))).to.deep.equal([kept, kept]);
      expect(told(at(0, deaf), at(0, cut))[1]).to.equal('2: primary stays active | ');
    });

    it('promises it nothing whatever comes next', () => {
      const [, second] = told(at(0, deaf), at(7000, cut), at(8000, { stimulus: 'failover-link-up' }));
      expect(second).to.equal('2: primary stays active | primary by 2 at 1000');
    });

    it('promises it nothing where the pair was seen right before, and had not noticed yet', () => {
      const seen: PairState = { ...pair, stateLink: 'down' };
      const [, first, second] = told(
        at(0, { stimulus: 'state-link-down' }),
        at(100_000, deaf, { seen }),
        at(107_000, cut),
      );
      expect(first).to.equal(`${kept}secondary by 2 at 7000`);
      expect(second).to.equal('2: primary stays active | ');
    });

    it('takes back what it promised when they begin after the failover link was lost', () => {
      const [first] = told(at(0, cut), at(0, deaf));
      expect(first).to.match(/secondary by 1 at 0$/);
      expect(first).to.not.contain('primary by');
    });

    it('may meet a standby unit that failed by them afterwards', () => {
      const [, , back] = foretellCourse(
        pair,
        [at(0, cut), at(60_000, deaf), at(200_000, { stimulus: 'segment-heard', nameif: 'inside' })],
        settings,
      );
      expect(back?.met.map(({ units }) => units.secondary)).to.have.members(['standby-ready', 'failed']);
      expect(back?.predicted.map(({ who, prediction }) => `${who} ${prediction}`)).to.deep.equal([
        'primary stays',
      ]);
    });

    it('promises nothing while a unit boots or its interfaces wait, and takes it as it is for all else', () => {
      const joined: PairState = { ...pair, units: { primary: 'standby-ready', secondary: 'active' } };
      const boot = [at(0, lost), at(60_000, booting)];
      const heard: Stimulus = { stimulus: 'segment-heard', nameif: 'inside' };
      // Two polls of five seconds, and twice the forward delay of spanning tree.
      for (const afterMs of [500, 39_999, 40_000]) {
        const seen = { seen: joined, isSettled: true } as const;
        const last = (stimulus: Stimulus): readonly unknown[] => {
          const struck = foretellCourse(pair, [...boot, at(60_000 + afterMs, stimulus, seen)], settings).at(
            -1,
          );
          return [struck?.predicted.length, struck?.isOpen];
        };
        expect(last(deaf), `${afterMs}`).to.deep.equal(afterMs >= 40_000 ? [2, false] : [0, true]);
        expect(last(cut)).to.deep.equal([2, false]);
        expect(last({ stimulus: 'unit-silent', unit: 'secondary' })).to.deep.equal([2, false]);
      }
      const together: Stimulus = { stimulus: 'both-units-booting' };
      for (const [afterMs, stimulus] of [
        [39_999, deaf],
        [40_000, deaf],
        [39_999, heard],
        [40_000, heard],
      ] as const) {
        const seen: PairState = { ...pair, ...(stimulus === heard && { silent: ['inside'] }) };
        const [, struck] = foretellCourse(
          pair,
          [at(0, together), at(afterMs, stimulus, { seen, isSettled: true })],
          settings,
        );
        expect(struck?.isOpen, `${stimulus.stimulus} ${afterMs}`).to.equal(afterMs < 40_000);
      }
    });

    it('does not know what a reset that restores nothing makes of it', () => {
      const reset: Stimulus = { stimulus: 'told-reset', unit: 'secondary' };
      const [, open] = foretellCourse(pair, [at(0, deaf), at(90_000, reset)], settings);
      expect(open?.isOpen).to.equal(true);
      const [closed] = foretellCourse(pair, [at(0, reset)], settings);
      expect(closed?.isOpen).to.equal(false);
    });
  });

  it('does not know whether a standby unit fails without the failover link, and knows it once the link is back', () => {
    const cut: Stimulus = { stimulus: 'failover-link-down' };
    const gone: Stimulus = { stimulus: 'interface-cut-off', unit: 'secondary', nameif: 'inside' };
    const [linkLost, , back] = foretellCourse(
      pair,
      [at(0, cut), at(5000, gone), at(200_000, { stimulus: 'failover-link-up' })],
      settings,
    );
    expect(linkLost?.cancelled.map(({ prediction: { who } }) => who)).to.deep.equal(['secondary']);
    expect(back?.met.map(({ units }) => units.secondary)).to.have.members(['standby-ready', 'failed']);
    expect(back?.predicted.map(({ who, prediction }) => `${who} ${prediction}`)).to.deep.equal([
      'primary stays',
    ]);
  });

  it('does not know whether interfaces are monitored that may wait after a failover, but for their links', () => {
    const forced: Stimulus = { stimulus: 'told-active', unit: 'secondary' };
    const swapped: PairState = { ...pair, units: { primary: 'standby-ready', secondary: 'active' } };
    const cutOff = (unit: 'primary' | 'secondary'): Stimulus => ({
      stimulus: 'interface-cut-off',
      unit,
      nameif: 'inside',
    });
    const says = (afterMs: number, stimulus: Stimulus): string => {
      const struck = foretellCourse(
        pair,
        [at(0, forced), at(afterMs, stimulus, { seen: swapped, isSettled: true })],
        settings,
      )[1];
      const words = (struck?.predicted ?? []).map(({ who, prediction }) => `${who} ${prediction}`);
      return `${words.join(', ')}${struck?.isOpen ? ' open' : ''}`;
    };
    // The command takes up to two seconds, two polls are ten, and spanning tree forwards after thirty.
    expect(says(41_999, cutOff('secondary'))).to.equal(' open');
    expect(says(42_000, cutOff('secondary'))).to.equal('primary becomes, secondary becomes');
    expect(says(41_999, cutOff('primary'))).to.equal('secondary stays open');
    expect(says(42_000, cutOff('primary'))).to.equal('primary becomes, secondary stays');
    expect(says(100, { stimulus: 'interface-down', unit: 'secondary', nameif: 'inside' })).to.equal(
      'primary becomes, secondary becomes',
    );
    expect(says(100, { stimulus: 'segment-silent', nameif: 'inside' })).to.equal(' open');
    const two = { ...settings, interfacePolicy: { count: 2 } };
    const deaf = at(
      100,
      { stimulus: 'segment-silent', nameif: 'inside' },
      { seen: swapped, isSettled: true },
    );
    const [, below] = foretellCourse(pair, [at(0, forced), deaf], two);
    expect(below?.met).to.have.length(2);
    expect(below?.predicted.map(({ who, prediction }) => `${who} ${prediction}`)).to.deep.equal([
      'secondary stays',
    ]);
    expect(below?.isOpen).to.equal(false);
    // The group that polls least often waits for longest.
    const group2 = { ...pair, monitored: ['dmz'], settings: { interfacePollMs: 15_000 } };
    const waits = [60_000, 62_000].map(
      (afterMs) =>
        foretellCourse(
          { ...pair, prefers: 'primary', group2 },
          [at(0, forced), at(afterMs, cutOff('secondary'), { isSettled: true })],
          settings,
        )[1]?.isOpen,
    );
    expect(waits).to.deep.equal([true, false]);
  });

  it('knows nothing of what comes after a unit was lost whose mate may still miss the failover link', () => {
    const course = [
      at(0, { stimulus: 'failover-link-down' }),
      at(100_000, { stimulus: 'failover-link-up' }),
      at(100_000, lost),
      at(300_000, booting),
    ];
    const foretold = foretellCourse(pair, course, settings);
    expect(foretold.map(({ isOpen }) => isOpen)).to.deep.equal([false, false, true, true]);
    expect(foretold[3]?.predicted).to.deep.equal([]);
  });

  it('does not know whether a link is lost at startup or in operation while a unit boots', () => {
    const cut: Stimulus = { stimulus: 'failover-link-down' };
    const course = [at(0, lost), at(60_000, booting), at(60_100, cut)];
    expect(foretellCourse(pair, course, settings).map(({ isOpen }) => isOpen)).to.deep.equal([
      false,
      false,
      true,
    ]);
    const joined: PairState = { ...pair, units: { primary: 'standby-ready', secondary: 'active' } };
    const [, , operating] = foretellCourse(
      pair,
      [at(0, lost), at(60_000, booting), at(200_000, cut, { seen: joined })],
      settings,
    );
    expect(operating?.isOpen).to.equal(false);
  });

  describe('in groups that preempt', () => {
    const group = { ...pair, prefers: 'primary', preemptAfterMs: 0 } as const;
    const groups: PairState = {
      ...group,
      group2: { ...group, monitored: ['dmz'], prefers: 'secondary', preemptAfterMs: 20_000 },
    };
    const foretold = (...course: readonly Timed[]): readonly string[] =>
      (foretellCourse(groups, course, settings).at(-1)?.predicted ?? []).map(
        (each) => `${each.group} on ${each.who} ${each.prediction} ${each.states[0]}`,
      );
    const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'inside' };
    const away: Stimulus = { stimulus: 'unit-silent', unit: 'secondary' };
    const back: Stimulus = { stimulus: 'unit-booting', unit: 'secondary' };

    it('has the standby group alone open whose network is silent without the failover link', () => {
      const quiet: PairState = {
        ...groups,
        prefers: 'primary',
        group2: { ...group, monitored: ['dmz', 'guests'] },
      };
      const [, , again] = foretellCourse(
        quiet,
        [
          at(0, { stimulus: 'failover-link-down' }),
          at(60_000, { stimulus: 'segment-silent', nameif: 'dmz' }),
          at(200_000, { stimulus: 'segment-heard', nameif: 'dmz' }),
        ],
        settings,
      );
      expect(
        again?.met.map(({ units, group2 }) => `${units.secondary} ${group2?.units.secondary}`),
      ).to.have.members(['standby-ready standby-ready', 'standby-ready failed']);
      expect(
        again?.predicted.map((each) => `${each.group} on ${each.who} ${each.prediction} ${each.states[0]}`),
      ).to.have.members([
        '1 on primary stays active',
        '1 on secondary stays standby-ready',
        '2 on primary stays active',
      ]);
    });

    it('promises nobody to stay what a preemption may still take from him', () => {
      const stay = foretold(at(0, deaf));
      expect(stay).to.include.members(['2 on primary stays active', '2 on secondary stays standby-ready']);
      const pending = foretold(at(0, away), at(60_000, back), at(90_000, deaf));
      expect(pending.filter((each) => each.startsWith('2 '))).to.deep.equal([]);
      // The delay is not over, so that group 2 is still where it was, but it may go while it is watched.
      const before = foretold(at(0, away), at(60_000, back), at(70_000, { stimulus: 'state-link-down' }));
      expect(before).to.deep.equal(['1 on primary stays active']);
    });

    it('does not know whether a reset that restores nothing makes a group preempt', () => {
      const reset: Stimulus = { stimulus: 'told-reset', unit: 'secondary' };
      expect(foretold(at(0, reset), at(60_000, deaf))).to.deep.equal([]);
    });
  });

  it('says nothing where there are too many ways', () => {
    const flapping = Array.from({ length: 40 }, (_, n) => at(n * 1000, n % 2 === 0 ? down : up));
    const told40 = foretellCourse(pair, flapping, settings);
    expect(told40).to.have.length(40);
    for (const { met } of told40) expect(met.length).to.be.at.most(64);
  });

  const unit = fc.constantFrom<'primary' | 'secondary'>('primary', 'secondary');
  const stimuli: fc.Arbitrary<readonly Stimulus[]> = fc.array(
    fc.oneof(
      fc.record({
        stimulus: fc.constantFrom('unit-silent', 'unit-booting', 'told-standby', 'told-active'),
        unit,
      }),
      fc.record({
        stimulus: fc.constantFrom('interface-down', 'interface-up'),
        unit,
        nameif: fc.constantFrom('inside', 'outside'),
      }),
      fc.record({ stimulus: fc.constantFrom('failover-link-down', 'failover-link-up', 'state-link-down') }),
    ),
    { maxLength: 8 },
  );

  it('that is given time is foretold as one by one, with nothing cancelled, until something is open', () => {
    fc.assert(
      fc.property(stimuli, (drawn) => {
        let state = pair;
        for (const { timed, met, predicted, cancelled } of foretellCourse(
          pair,
          drawn.map((stimulus, n) => at(n * 1_000_000, stimulus, { isSettled: true })),
          settings,
        )) {
          expect(met).to.deep.equal([state]);
          expect(predicted).to.deep.equal(predict(state, timed.stimulus, settings));
          expect(cancelled).to.deep.equal([]);
          // Of what comes after that, there is more than one way.
          if (openChanges(state, timed.stimulus, settings).length > 0) return;
          state = stateAfter(state, timed.stimulus, settings);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('whatever its pauses, holds the course in which all has played out, and demands no more than that', () => {
    const paused = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(stimuli, paused, (drawn, pauses) => {
        let atMs = 0;
        const course = drawn.map((stimulus, n) => at((atMs += pauses[n] ?? 0), stimulus));
        const foretold = foretellCourse(pair, course, settings);
        expect(foretellCourse(pair, course, settings)).to.deep.equal(foretold);
        for (const { timed, met, predicted, cancelled } of foretold) {
          for (const world of met) {
            const rules = predict(world, timed.stimulus, settings).map(({ rule, who }) => `${rule} ${who}`);
            const inEach = predicted.filter((each) => !('mayBeSo' in each));
            expect(rules).to.include.members(inEach.map(({ rule, who }) => `${rule} ${who}`));
          }
          for (const { prediction, by, fromMs } of cancelled) {
            expect(predicted).to.include(prediction);
            expect(fromMs).to.equal((course[by]?.atMs ?? NaN) - timed.atMs);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
