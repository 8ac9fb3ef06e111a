import { expect } from 'chai';
import type { GroupState, PairState } from './pair-state.ts';
import { settingsOf, viewsOf } from './pair-state.ts';

const group: GroupState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  monitored: ['inside'],
  down: { primary: [], secondary: [] },
};
const second: GroupState = { ...group, monitored: ['dmz'] };

describe('the groups of a pair', () => {
  it('are the unit itself in Active/Standby failover', () => {
    const pair: PairState = { ...group, failoverLink: 'up', cable: true };
    expect(viewsOf(pair)).to.deep.equal([pair]);
  });

  it('have in common what is of the pair, and nothing that the pair has not', () => {
    const bare: PairState = { ...group, failoverLink: 'down', group2: second };
    expect(viewsOf(bare)).to.deep.equal([
      { ...group, failoverLink: 'down', group: 1 },
      { ...second, failoverLink: 'down', group: 2 },
    ]);
    const shared = {
      failoverLink: 'up',
      cable: true,
      stateLink: 'down',
      stateSharesLink: true,
      disabled: true,
      release: '6.x',
      onCard: ['dmz'],
    } as const;
    expect(viewsOf({ ...group, ...shared, group2: second })).to.deep.equal([
      { ...group, ...shared, group: 1 },
      { ...second, ...shared, group: 2 },
    ]);
  });

  it('run with the timers of the pair, but for their own', () => {
    const settings = {
      unitPollMs: 1000,
      unitHoldMs: 15_000,
      interfacePollMs: 5000,
      interfacePolicy: { count: 1 },
    };
    const own = { ...second, settings: { interfacePollMs: 500 }, failoverLink: 'up' } as const;
    expect(settingsOf(own, settings)).to.deep.equal({ ...settings, interfacePollMs: 500 });
    expect(settingsOf({ ...group, failoverLink: 'up' }, settings)).to.deep.equal(settings);
  });
});
