import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { leavesOpen, makesMateBusy } from './leaves-open.ts';

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
  monitored: ['inside', 'outside'],
  down: { primary: [], secondary: [] },
};
const alone: PairState = { ...pair, units: { primary: 'active', secondary: 'off' } };
const nobody: PairState = { ...pair, units: { primary: 'off', secondary: 'off' } };
const disabled: PairState = { ...pair, disabled: true };
const groups: PairState = {
  ...pair,
  prefers: 'primary',
  group2: {
    units: { primary: 'failed', secondary: 'active' },
    monitored: ['dmz'],
    down: { primary: ['dmz'], secondary: [] },
    prefers: 'secondary',
  },
};

const on = <S extends 'unit-silent' | 'unit-booting' | 'told-active' | 'told-standby' | 'told-reset'>(
  stimulus: S,
  unit: 'primary' | 'secondary',
): { stimulus: S; unit: 'primary' | 'secondary' } => ({ stimulus, unit });
const down = (unit: 'primary' | 'secondary', nameif = 'inside'): Stimulus => ({
  stimulus: 'interface-down',
  unit,
  nameif,
});
const both: Stimulus = { stimulus: 'both-units-booting' };
const cut: Stimulus = { stimulus: 'failover-link-down' };

describe('who is active after this', () => {
  const open: readonly (readonly [string, PairState, Stimulus])[] = [
    [
      'failover is turned on again by a unit without a mate',
      { ...alone, disabled: true },
      { stimulus: 'told-on', unit: 'primary' },
    ],
    [
      'the active unit is lost with the failover link down',
      { ...pair, failoverLink: 'down' },
      on('unit-silent', 'primary'),
    ],
    ['a unit boots with failover disabled', { ...alone, disabled: true }, on('unit-booting', 'secondary')],
    ['roles are ordered with failover disabled', disabled, on('told-active', 'secondary')],
    ['the active unit is told to yield with failover disabled', disabled, on('told-standby', 'primary')],
    [
      'the link is lost while a unit boots',
      { ...pair, units: { primary: 'active', secondary: 'invalid' } },
      cut,
    ],
    [
      'nothing failed is reset that a group prefers',
      { ...groups, prefers: 'secondary', preemptAfterMs: 0 },
      on('told-reset', 'secondary'),
    ],
    [
      'a unit is reset beside a silent network',
      { ...pair, silent: ['inside'] },
      on('told-reset', 'secondary'),
    ],
  ];
  for (const [title, state, stimulus] of open)
    it(`is open when ${title}`, () => {
      expect(leavesOpen(state, stimulus, settings)).to.equal(true);
    });

  const known: readonly (readonly [string, PairState, Stimulus])[] = [
    ['the active unit is lost', pair, on('unit-silent', 'primary')],
    ['a unit is lost that was lost before', alone, on('unit-silent', 'secondary')],
    ['the last unit is lost', alone, on('unit-silent', 'primary')],
    ['a unit boots beside an active one', alone, on('unit-booting', 'secondary')],
    ['a unit boots that runs', pair, on('unit-booting', 'secondary')],
    ['both boot', nobody, both],
    ['an interface is lost and nobody runs', nobody, down('primary')],
    ['a unit without a mate loses an interface', alone, down('primary')],
    ['interfaces of a failed group are lost', groups, down('primary', 'dmz')],
    ['an interface is lost with failover disabled', disabled, down('primary')],
    ['roles are ordered', pair, on('told-active', 'secondary')],
    ['the active unit is told to be active', pair, on('told-active', 'primary')],
    ['the active unit is told to yield', pair, on('told-standby', 'primary')],
    ['the standby unit is told to yield', pair, on('told-standby', 'secondary')],
    ['the standby unit writes to its mate', pair, { stimulus: 'told-write-standby', unit: 'secondary' }],
    ['a link of state is lost that there is none of', pair, { stimulus: 'state-link-down' }],
    ['it is back', pair, { stimulus: 'state-link-up' }],
    ['nothing failed is reset', pair, on('told-reset', 'secondary')],
    ['the link is lost in operation', pair, cut],
  ];
  for (const [title, state, stimulus] of known)
    it(`is not open when ${title}`, () => {
      expect(leavesOpen(state, stimulus, settings)).to.equal(false);
    });

  it('is open when it is open in one of the groups', () => {
    const preempting: PairState = { ...groups, group2: { ...pair, prefers: 'secondary', preemptAfterMs: 0 } };
    expect(leavesOpen(preempting, on('told-reset', 'secondary'), settings)).to.equal(true);
    expect(leavesOpen(groups, { ...on('told-active', 'secondary'), group: 1 }, settings)).to.equal(false);
  });

  it('is not open while the mate is written to, which is busy', () => {
    const write: Stimulus = { stimulus: 'told-write-standby', unit: 'primary' };
    expect(leavesOpen(pair, write, settings)).to.equal(false);
    expect([write, cut].map(makesMateBusy)).to.deep.equal([true, false]);
  });
});
