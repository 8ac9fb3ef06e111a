/** What holds of every rule in every state that a pair can come to. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { isActive, unitNames } from '../pair/index.ts';
import type { FailoverSettings, Stimulus } from '../pair/index.ts';
import { predict } from './predict.ts';
import { requirements } from './requirements.ts';
import type { PairState } from './pair-state.ts';
import type { Predicted } from './rule.ts';
import { rules } from './rules.ts';
import { stateAfter } from './state-after.ts';

const unit = fc.constantFrom(...unitNames);
const nameif = fc.constantFrom('inside', 'outside', 'dmz', 'management');
const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  fc.record({
    stimulus: fc.constantFrom('unit-silent', 'unit-booting', 'told-standby', 'told-active'),
    unit,
  }),
  fc.record({ stimulus: fc.constantFrom('interface-down', 'interface-up'), unit, nameif }),
  fc.record({ stimulus: fc.constantFrom('failover-link-down', 'failover-link-up') }),
);
const settings: fc.Arbitrary<FailoverSettings> = fc
  .record({
    unitPollMs: fc.integer({ min: 200, max: 15_000 }),
    polls: fc.integer({ min: 3, max: 20 }),
    interfacePollMs: fc.integer({ min: 500, max: 15_000 }),
    interfacePolicy: fc.oneof(
      fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
    ),
    isPrinted: fc.boolean(),
  })
  .map(({ unitPollMs, polls, interfacePollMs, interfacePolicy, isPrinted }) => ({
    unitPollMs,
    unitHoldMs: Math.max(800, polls * unitPollMs),
    interfacePollMs,
    interfacePolicy,
    ...(isPrinted ? { interfaceHoldMs: 5 * interfacePollMs } : {}),
  }));

const begin = (active: 'primary' | 'secondary'): PairState => ({
  units: {
    primary: active === 'primary' ? 'active' : 'standby-ready',
    secondary: active === 'secondary' ? 'active' : 'standby-ready',
  },
  failoverLink: 'up',
  monitored: ['inside', 'outside', 'dmz'],
  down: { primary: [], secondary: [] },
});

/** Walks through stimuli one after the other, showing every step. */
function walk(
  begun: 'primary' | 'secondary',
  course: readonly Stimulus[],
  timers: FailoverSettings,
  see: (pair: PairState, next: Stimulus, predicted: readonly Predicted[]) => void,
): void {
  let pair = begin(begun);
  for (const next of course) {
    see(pair, next, predict(pair, next, timers));
    pair = stateAfter(pair, next, timers);
  }
}

const everywhere = (
  see: (pair: PairState, next: Stimulus, timers: FailoverSettings, predicted: readonly Predicted[]) => void,
): void =>
  fc.assert(
    fc.property(unit, fc.array(stimulus, { maxLength: 12 }), settings, (begun, course, timers) =>
      walk(begun, course, timers, (pair, next, predicted) => see(pair, next, timers, predicted)),
    ),
    { numRuns: 1500 },
  );

const actives = (of: PairState): number => unitNames.filter((name) => of.units[name] === 'active').length;

/** Whether both can come true together, and what is wrong if they cannot. */
function clash(a: Predicted, b: Predicted): string | undefined {
  const apart = !a.states.some((state) => b.states.includes(state));
  if (a.who === b.who && a.saidBy === b.saidBy && apart)
    return `${a.who} cannot be both ${a.states[0]} and ${b.states[0]}`;
  const [one, other] = [a, b].map(({ states, saidBy }) => saidBy === 'itself' && states.every(isActive));
  const isExpected = a.rule === 'failover link down at startup';
  return a.who !== b.who && one && other && !isExpected ? 'both units cannot be active' : undefined;
}

describe('the rules, in every state that a pair can come to', () => {
  it('have windows that open before they close, and one sentence each', () => {
    everywhere((_pair, _next, _timers, predicted) => {
      for (const p of predicted) {
        expect(p.states).to.not.be.empty;
        expect(p.because).to.match(/\S/);
        if (p.prediction === 'stays') expect(p.forMs).to.be.above(0);
        else expect(p.earliestMs).to.be.within(0, p.latestMs);
      }
    });
  });

  it('give the same answer twice, and leave what they were given as it was', () => {
    everywhere((pair, next, timers, predicted) => {
      const before = structuredClone({ pair, next, timers });
      expect(predict(pair, next, timers)).to.deep.equal(predicted);
      expect(stateAfter(pair, next, timers)).to.deep.equal(stateAfter(pair, next, timers));
      expect({ pair, next, timers }).to.deep.equal(before);
    });
  });

  it('never contradict each other', () => {
    everywhere((_pair, _next, _timers, predicted) => {
      for (const a of predicted) for (const b of predicted) expect(clash(a, b)).to.equal(undefined);
    });
  });

  it('keep their own word: what stays is so before, and what becomes is so after', () => {
    everywhere((pair, next, timers, predicted) => {
      const after = stateAfter(pair, next, timers);
      for (const { who, states, prediction, saidBy } of predicted) {
        const state = after.units[who];
        if (prediction === 'stays') expect(states).to.include(pair.units[who]);
        if (saidBy === 'itself') expect(states).to.include(state);
        else expect([...states, 'off']).to.include(state);
      }
    });
  });

  it('never speak of a unit that is off as if it could answer', () => {
    everywhere((pair, next, timers, predicted) => {
      const after = stateAfter(pair, next, timers);
      for (const { who, saidBy } of predicted)
        if (saidBy === 'itself') expect(after.units[who]).to.not.equal('off');
    });
  });

  it('make two units active only where that is published', () => {
    everywhere((pair, next, timers, predicted) => {
      if (actives(pair) < 2 && actives(stateAfter(pair, next, timers)) === 2)
        expect(predicted.map(({ rule }) => rule)).to.include('failover link down at startup');
    });
  });

  it('name their requirements, all of them in the catalogue', () => {
    const known = requirements.map(({ id }) => id);
    expect(new Set(known).size).to.equal(known.length);
    for (const rule of rules) {
      expect(rule.requirements, rule.name).to.not.be.empty;
      for (const { id } of rule.requirements) expect(known).to.include(id);
    }
    everywhere((_pair, _next, _timers, predicted) => {
      for (const { rule: name, requirements: named } of predicted) {
        const rule = rules.find((candidate) => candidate.name === name);
        expect(rule?.requirements.map(({ id }) => id)).to.include.members([...named]);
        expect(named).to.not.be.empty;
      }
    });
  });

  it('are called by names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).to.equal(rules.length);
  });
});
