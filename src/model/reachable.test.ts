/** What holds of every rule in every state that a pair can come to. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { isActive, unitNames } from '../pair/index.ts';
import type { FailoverSettings, GroupId, Stimulus, UnitName } from '../pair/index.ts';
import { concerns } from './concern.ts';
import { invariants } from './invariant/invariants.ts';
import { viewsOf } from './pair-state.ts';
import { predict } from './predict.ts';
import { requirements } from './requirements.ts';
import type { GroupState, GroupView, PairState } from './pair-state.ts';
import type { Predicted } from './rule.ts';
import { rules } from './rules.ts';
import { stateAfter } from './state-after.ts';

const unit = fc.constantFrom(...unitNames);
const nameif = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('inside', 'b/inside') },
  { weight: 2, arbitrary: fc.constantFrom('outside', 'dmz', 'management', 'b/outside', 'b/spare') },
);
/** Power and interfaces more often than the rest: much needs several of them in a row. */
const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ stimulus: fc.constantFrom('unit-silent', 'unit-booting'), unit }) },
  { weight: 1, arbitrary: fc.constant({ stimulus: 'both-units-booting' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      stimulus: fc.constantFrom('interface-down', 'interface-up', 'interface-up'),
      unit,
      nameif,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      stimulus: fc.constantFrom('interface-cut-off', 'interface-reconnected', 'interface-reconnected'),
      unit,
      nameif,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ stimulus: fc.constantFrom('segment-silent', 'segment-heard'), nameif }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      stimulus: fc.constantFrom('failover-link-down', 'failover-link-up', 'state-link-down', 'state-link-up'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        stimulus: fc.constantFrom('told-standby', 'told-active', 'told-reset'),
        unit,
        group: fc.constantFrom<GroupId>(1, 2),
      },
      { requiredKeys: ['stimulus', 'unit'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      stimulus: fc.constantFrom('told-write-standby', 'told-off', 'told-on', 'told-on'),
      unit,
    }),
  },
);
const course = fc.array(stimulus, { minLength: 5, maxLength: 30, size: 'max' });
const policy = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
);
const settings: fc.Arbitrary<FailoverSettings> = fc
  .record({
    unitPollMs: fc.integer({ min: 200, max: 15_000 }),
    polls: fc.integer({ min: 3, max: 20 }),
    interfacePollMs: fc.integer({ min: 500, max: 15_000 }),
    interfacePolicy: policy,
    isPrinted: fc.boolean(),
  })
  .map(({ unitPollMs, polls, interfacePollMs, interfacePolicy, isPrinted }) => ({
    unitPollMs,
    unitHoldMs: Math.max(800, polls * unitPollMs),
    interfacePollMs,
    interfacePolicy,
    ...(isPrinted ? { interfaceHoldMs: 5 * interfacePollMs } : {}),
  }));

const groupOn = (active: UnitName, monitored: readonly string[]): GroupState => ({
  units: {
    primary: active === 'primary' ? 'active' : 'standby-ready',
    secondary: active === 'secondary' ? 'active' : 'standby-ready',
  },
  monitored,
  down: { primary: [], secondary: [] },
});
const preference = fc.record(
  {
    prefers: unit,
    preemptAfterMs: fc.constantFrom(0, 30_000),
    settings: fc.record({ interfacePolicy: policy }),
  },
  { requiredKeys: [] },
);
const shared = fc.record(
  {
    failoverLink: fc.constant<'up'>('up'),
    stateLink: fc.constant<'up'>('up'),
    stateSharesLink: fc.constant<true>(true),
    cable: fc.constant<true>(true),
    release: fc.constant<'6.x'>('6.x'),
    onCard: fc.constant(['inside', 'b/inside']),
  },
  { requiredKeys: ['failoverLink'] },
);
/** Steady pairs of both modes, with every kind of link and preference. */
const beginning: fc.Arbitrary<PairState> = fc.oneof(
  fc
    .tuple(unit, shared)
    .map(([active, links]) => ({ ...groupOn(active, ['inside', 'outside', 'dmz']), ...links })),
  fc
    .tuple(unit, unit, shared, preference, preference)
    .map(([first, second, { failoverLink, stateLink, stateSharesLink }, own, other]) => ({
      ...groupOn(first, ['inside', 'outside', 'dmz']),
      failoverLink,
      ...(stateLink && { stateLink }),
      ...(stateSharesLink && { stateSharesLink }),
      ...own,
      unmonitored: ['management'],
      group2: { ...groupOn(second, ['b/inside', 'b/outside']), ...other, unmonitored: ['b/spare'] },
    })),
);

/** A stimulus that a pair was struck by: what was said of it, and the pair when all of that has come true. */
interface Step {
  readonly pair: PairState;
  readonly next: Stimulus;
  readonly timers: FailoverSettings;
  readonly predicted: readonly Predicted[];
  readonly after: PairState;
}
type See = (step: Step) => void;

/** Walks through stimuli one after the other, showing every step. */
function walk(begun: PairState, stimuli: readonly Stimulus[], timers: FailoverSettings, see: See): void {
  let pair = begun;
  for (const next of stimuli) {
    const after = stateAfter(pair, next, timers);
    see({ pair, next, timers, predicted: predict(pair, next, timers), after });
    pair = after;
  }
}

/** Walks so many courses, and shows every step; the same ones for the same seed. Throws the shortest that fails. */
const everywhere = (see: See, numRuns: number, seed: number): void =>
  fc.assert(
    fc.property(beginning, course, settings, (begun, stimuli, timers) => walk(begun, stimuli, timers, see)),
    { numRuns, seed },
  );

/** What every law is asked of: five hundred courses, others at each time, walked once for all of them. */
const walks = { numRuns: 500, seed: Math.trunc(Math.random() * 0x7fff_ffff) };
const steps: Step[] = [];

/** Asks a law of every step. Where it fails the courses are walked again, until the shortest is found. */
function everyStep(see: See): void {
  if (steps.length === 0) everywhere((step) => void steps.push(step), walks.numRuns, walks.seed);
  try {
    for (const step of steps) see(step);
  } catch (error) {
    everywhere(see, walks.numRuns, walks.seed);
    throw error;
  }
}

const actives = ({ units }: GroupView): number => unitNames.filter((name) => units[name] === 'active').length;

const viewOf = (pair: PairState, group: GroupId | undefined): GroupView => {
  const view = viewsOf(pair).find((each) => each.group === group);
  expect(view, `group ${group}`).to.not.equal(undefined);
  return view!;
};

/** Rules whose word it is that both may be active. */
const bothMayBeActive = ['failover link down at startup', 'states kept while failover is disabled'];

/** Whether both can come true together, and what is wrong if they cannot. */
function clash(a: Predicted, b: Predicted): string | undefined {
  if (a.group !== b.group) return undefined;
  const apart = !a.states.some((state) => b.states.includes(state));
  if (a.who === b.who && a.saidBy === b.saidBy && apart)
    return `${a.who} cannot be both ${a.states[0]} and ${b.states[0]}`;
  const [one, other] = [a, b].map(({ states, saidBy }) => saidBy === 'itself' && states.every(isActive));
  const isExpected = bothMayBeActive.includes(a.rule);
  return a.who !== b.who && one && other && !isExpected ? 'both units cannot be active' : undefined;
}

describe('the rules, in every state that a pair can come to', () => {
  it('have windows that open before they close, and one sentence each', () => {
    everyStep(({ predicted }) => {
      for (const p of predicted) {
        expect(p.states).to.not.be.empty;
        expect(p.because).to.match(/\S/);
        if (p.prediction === 'stays') expect(p.forMs).to.be.above(0);
        else expect(p.earliestMs).to.be.within(0, p.latestMs);
      }
    });
  });

  it('give the same answer twice, and leave what they were given as it was', () => {
    everyStep(({ pair, next, timers, predicted, after }) => {
      const before = structuredClone({ pair, next, timers });
      expect(predict(pair, next, timers)).to.deep.equal(predicted);
      expect(stateAfter(pair, next, timers)).to.deep.equal(after);
      expect({ pair, next, timers }).to.deep.equal(before);
    });
  });

  it('never contradict each other', () => {
    everyStep(({ predicted }) => {
      for (const a of predicted) for (const b of predicted) expect(clash(a, b)).to.equal(undefined);
    });
  });

  it('keep their own word: what stays is so before, and what becomes is so after', () => {
    everyStep(({ pair, predicted, after }) => {
      for (const { who, group, states, prediction, saidBy } of predicted) {
        const state = viewOf(after, group).units[who];
        if (prediction === 'stays') expect(states).to.include(viewOf(pair, group).units[who]);
        if (saidBy === 'itself') expect(states).to.include(state);
        else expect([...states, 'off']).to.include(state);
      }
    });
  });

  it('never speak of a unit that is off as if it could answer', () => {
    everyStep(({ predicted, after }) => {
      for (const { who, group, saidBy } of predicted)
        if (saidBy === 'itself') expect(viewOf(after, group).units[who]).to.not.equal('off');
    });
  });

  it('make two units active only where that is published', () => {
    const published = ['failover link down at startup', 'forced while failover is disabled'];
    everyStep(({ pair, predicted, after }) => {
      for (const view of viewsOf(after)) {
        if (actives(viewOf(pair, view.group)) === 2 || actives(view) < 2) continue;
        const named = predicted.filter(({ group }) => group === view.group).map(({ rule }) => rule);
        expect(published).to.include.members(named);
      }
    });
  });

  it('break no invariant of a state, but where its exceptions say so', () => {
    everyStep(({ pair, next, timers, after }) => {
      for (const [at, view] of viewsOf(after).entries())
        for (const invariant of invariants) {
          if (invariant.of === 'change')
            expect(
              invariant.broken({ before: viewsOf(pair)[at]!, stimulus: next, after: view, settings: timers }),
            ).to.equal(undefined);
          const isKnown = !Object.values(view.units).includes('invalid') && actives(viewsOf(pair)[at]!) === 1;
          const isLost = next.stimulus === 'unit-silent' || next.stimulus === 'failover-link-up';
          if (invariant.of === 'state' && isKnown && !isLost)
            expect(invariant.broken(view), invariant.name).to.equal(undefined);
        }
    });
  });

  it('speak only of the group that they were asked about, and are asked of it by what concerns it', () => {
    everyStep(({ pair, next, timers, predicted }) => {
      const known = viewsOf(pair).map(({ group }) => group);
      for (const { group, rule } of predicted) {
        expect(known).to.include(group);
        const isBystander = rules.find(({ name }) => name === rule)?.ofBystanders ?? false;
        expect(concerns(viewOf(pair, group), next)).to.equal(!isBystander);
      }
      const { group2, ...first } = pair;
      if (!group2) return;
      const swapped: PairState = { ...first, group2: { ...group2, formerlyActive: [...unitNames] } };
      const ofFirst = (of: readonly Predicted[]): unknown => of.filter(({ group }) => group === 1);
      expect(ofFirst(predict(swapped, next, timers))).to.deep.equal(ofFirst(predicted));
    });
  });

  it('say the same of a pair with its units exchanged, where nothing tells primary from secondary', () => {
    const swap = (of: UnitName): UnitName => (of === 'primary' ? 'secondary' : 'primary');
    const mirror = (pair: PairState): PairState => ({
      ...pair,
      units: { primary: pair.units.secondary, secondary: pair.units.primary },
      down: { primary: pair.down.secondary, secondary: pair.down.primary },
      ...(pair.cutOff && {
        cutOff: { primary: pair.cutOff.secondary, secondary: pair.cutOff.primary },
      }),
      ...(pair.formerlyActive && { formerlyActive: pair.formerlyActive.map(swap) }),
    });
    everyStep(({ pair, next, timers, predicted }) => {
      const isTold = pair.release !== undefined || pair.disabled || pair.group2 !== undefined;
      if (isTold || next.stimulus === 'both-units-booting') return;
      const turned = 'unit' in next ? { ...next, unit: swap(next.unit) } : next;
      const short = ({ who, rule, states }: Predicted): string => `${rule} ${who} ${states[0]}`;
      expect(
        predict(mirror(pair), turned, timers)
          .map((each) => short({ ...each, who: swap(each.who) }))
          .toSorted(),
      ).to.deep.equal(predicted.map(short).toSorted());
    });
  });

  it('name their requirements, all of them in the catalogue', () => {
    const known = requirements.map(({ id }) => id);
    expect(new Set(known).size).to.equal(known.length);
    for (const rule of rules) {
      expect(rule.requirements, rule.name).to.not.be.empty;
      for (const { id } of rule.requirements) expect(known).to.include(id);
    }
    everyStep(({ predicted }) => {
      for (const { rule: name, requirements: named } of predicted) {
        const rule = rules.find((candidate) => candidate.name === name);
        expect(rule?.requirements.map(({ id }) => id)).to.include.members([...named]);
        expect(named).to.not.be.empty;
      }
    });
  });

  it('are all reached', () => {
    const reached = new Set<string>();
    const reach: See = ({ predicted }) => {
      for (const { rule } of predicted) reached.add(rule);
    };
    everywhere(reach, 1500, 7);
    expect(rules.map(({ name }) => name).filter((name) => !reached.has(name))).to.deep.equal([]);
  });

  it('are called by names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).to.equal(rules.length);
  });
});
