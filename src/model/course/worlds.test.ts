import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { noticedMs } from './noticed.ts';
import { worldsAfter } from './worlds.ts';
import type { Pause, Worlds } from './worlds.ts';

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
const lost: Stimulus = { stimulus: 'unit-silent', unit: 'primary' };
const cut: Stimulus = { stimulus: 'failover-link-down' };
const pause = (leastMs: number, mostMs: number, isSettled = false): Pause => ({ leastMs, mostMs, isSettled });
const roles = (worlds: Worlds): readonly string[] =>
  worlds.map(({ units: { primary, secondary } }) => `${primary}/${secondary}`);

describe('the states that a pair may be in', () => {
  it('hold a change from its earliest time on, and are without it up to its latest', () => {
    const met = (leastMs: number, mostMs: number): readonly string[] =>
      roles(worldsAfter([pair], lost, settings, pause(leastMs, mostMs)).met);
    expect(met(0, 12_999)).to.have.members(['off/standby-ready']);
    expect(met(0, 13_000)).to.have.members(['off/standby-ready', 'off/active']);
    expect(met(17_000, 20_000)).to.have.members(['off/standby-ready', 'off/active']);
    expect(met(17_001, 20_000)).to.have.members(['off/active']);
  });

  it('may come about later, whether or not there was time for it', () => {
    const { later } = worldsAfter([pair], lost, settings, pause(0, 0));
    expect(roles(later)).to.have.members(['off/standby-ready', 'off/active']);
    expect(roles(worldsAfter([pair], lost, settings, pause(0, 0, true)).met)).to.deep.equal(['off/active']);
  });

  it('have each group moved by itself, and both in the end', () => {
    const { units, monitored, down } = pair;
    const groups: PairState = { ...pair, prefers: 'primary', group2: { units, monitored, down } };
    const moved = (worlds: Worlds): readonly string[] =>
      worlds.map((world) => `${world.units.secondary} ${world.group2?.units.secondary}`);
    const { met } = worldsAfter([groups], lost, settings, pause(14_000, 14_000));
    expect(moved(met)).to.have.members([
      'standby-ready standby-ready',
      'active standby-ready',
      'standby-ready active',
      'active active',
    ]);
    expect(moved(worldsAfter([groups], lost, settings, pause(0, 0, true)).met)).to.deep.equal([
      'active active',
    ]);
  });

  it('are as before until the pair must have noticed what shows in no change', () => {
    const links = (leastMs: number): readonly string[] =>
      worldsAfter([pair], cut, settings, pause(leastMs, leastMs)).met.map(({ failoverLink }) => failoverLink);
    const overMs = noticedMs(pair, cut, settings);
    expect(links(overMs - 1)).to.have.members(['up', 'down']);
    expect(links(overMs)).to.deep.equal(['down']);
    // A standby unit that fails shows that it was noticed, though its mate stays what it is.
    const gone: Stimulus = { stimulus: 'interface-down', unit: 'secondary', nameif: 'inside' };
    const { met } = worldsAfter([pair], gone, settings, pause(0, 0));
    expect(roles(met)).to.have.members(['active/standby-ready', 'active/failed']);
  });

  it('are unknown when one of them leaves open who is active, until the pair was seen', () => {
    const open: PairState = { ...pair, failoverLink: 'down' };
    expect(worldsAfter([pair, open], lost, settings, pause(60_000, 60_000))).to.deep.equal({
      met: [],
      later: [],
    });
    expect(worldsAfter([pair, open], lost, settings, pause(60_000, 60_000, true)).met).to.have.length(2);
    const write: Stimulus = { stimulus: 'told-write-standby', unit: 'primary' };
    expect(worldsAfter([pair], write, settings, pause(60_000, 60_000)).met).to.deep.equal([]);
  });

  it('are with and without what nobody promises', () => {
    const over: PairState = { ...pair, failoverLink: 'down' };
    const gone: Stimulus = { stimulus: 'interface-down', unit: 'secondary', nameif: 'inside' };
    expect(roles(worldsAfter([over], gone, settings, pause(0, 0)).later)).to.have.members([
      'active/standby-ready',
      'active/failed',
    ]);
  });

  it('are worked out as long as there are no more than 64', () => {
    const many = (count: number): Worlds =>
      Array.from({ length: count }, (_, n) => ({ ...pair, onCard: [`card ${n}`] }));
    for (const [count, left] of [
      [64, 64],
      [65, 0],
    ] as const) {
      const { met, later } = worldsAfter(many(count), cut, settings, pause(60_000, 60_000));
      expect([met.length, later.length]).to.deep.equal([left, left]);
    }
    expect(worldsAfter([pair, pair], cut, settings, pause(60_000, 60_000)).met).to.have.length(1);
  });
});
