import { expect } from 'chai';
import type { FailoverSettings, Stimulus, UnitName } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { openChanges } from './open-changes.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const cut: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'down',
  monitored: ['inside', 'outside'],
  down: { primary: [], secondary: [] },
};
const down = (unit: UnitName, nameif: string): Stimulus => ({ stimulus: 'interface-down', unit, nameif });
const fails = (who: UnitName): Record<string, unknown> => ({
  prediction: 'becomes',
  who,
  states: ['failed'],
  saidBy: 'itself',
  earliestMs: 0,
  latestMs: Infinity,
  because: 'the failover link is down, and it may be over the policy',
  requirements: [],
  rule: 'open',
});

describe('what may follow without anybody promising it', () => {
  it('is a standby unit over the policy that fails, or not, without the failover link', () => {
    expect(openChanges(cut, down('secondary', 'inside'), settings)).to.deep.equal([fails('secondary')]);
    const silent: Stimulus = { stimulus: 'segment-silent', nameif: 'inside' };
    expect(openChanges(cut, silent, settings)).to.deep.equal([fails('secondary')]);
  });

  it('is nothing with the link, below the policy, of the active unit, and beside a mate that is not ready', () => {
    expect(openChanges({ ...cut, failoverLink: 'up' }, down('secondary', 'inside'), settings)).to.be.empty;
    const two = { ...settings, interfacePolicy: { count: 2 } };
    expect(openChanges(cut, down('secondary', 'inside'), two)).to.be.empty;
    expect(openChanges(cut, down('primary', 'inside'), settings)).to.be.empty;
    const failed: PairState = { ...cut, units: { primary: 'active', secondary: 'failed' } };
    expect(openChanges(failed, down('secondary', 'inside'), settings)).to.be.empty;
  });

  it('is of the group alone whose interface it is, by the policy of that group', () => {
    const { units, down: none } = cut;
    const groups: PairState = {
      ...cut,
      prefers: 'primary',
      group2: {
        units,
        monitored: ['dmz', 'guests'],
        down: none,
        settings: { interfacePolicy: { count: 2 } },
      },
    };
    expect(openChanges(groups, down('secondary', 'inside'), settings)).to.deep.equal([
      { ...fails('secondary'), group: 1 },
    ]);
    expect(openChanges(groups, down('secondary', 'dmz'), settings)).to.be.empty;
    const both = { ...groups, down: { primary: [], secondary: ['inside'] } };
    expect(
      openChanges(both, { stimulus: 'state-link-down' }, settings).map(({ group }) => group),
    ).to.deep.equal([1]);
  });
});
