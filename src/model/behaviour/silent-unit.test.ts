import { expect } from 'chai';
import type { FailoverSettings, UnitName } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';

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
  monitored: [],
  down: { primary: [], secondary: [] },
};
const told = (of: PairState, unit: UnitName, by?: 'software'): readonly string[] =>
  predict(of, { stimulus: 'unit-silent', unit, ...(by && { by }) }, settings)
    .filter(({ prediction }) => prediction === 'becomes')
    .map((each) => {
      const from = each.prediction === 'becomes' ? each.earliestMs : 0;
      const named = each.requirements.filter(
        (id) => id === 'AS-TRIGGER-SOFTWARE' || id === 'UH-CABLE-STATES',
      );
      return [each.who, each.states[0], from, ...named].join(' ');
    });

describe('a unit that falls silent', () => {
  it('by its software is lost by the hold time, which the requirement of it is about', () => {
    expect(told(pair, 'primary')).to.deep.equal(['secondary active 13000', 'primary failed 13000']);
    expect(told(pair, 'primary', 'software')).to.deep.equal([
      'secondary active 13000 AS-TRIGGER-SOFTWARE',
      'primary failed 13000',
    ]);
  });

  it('is sensed through a cable if it has no power, and not if its software failed', () => {
    const cable: PairState = { ...pair, cable: true };
    expect(told(cable, 'primary')).to.deep.equal(['secondary active 0 UH-CABLE-STATES', 'primary failed 0']);
    expect(told(cable, 'primary', 'software')).to.deep.equal([
      'secondary active 13000 AS-TRIGGER-SOFTWARE',
      'primary failed 13000',
    ]);
    expect(told(cable, 'secondary')).to.deep.equal(['secondary failed 0']);
    expect(told(cable, 'secondary', 'software')).to.deep.equal(['secondary failed 13000']);
  });

  it('is one of the failures of a group, whatever stopped it', () => {
    const groups: PairState = { ...pair, group2: pair };
    expect(told(groups, 'primary', 'software')).to.deep.equal(told(groups, 'primary'));
  });
});
