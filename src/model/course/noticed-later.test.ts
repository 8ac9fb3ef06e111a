import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import type { Predicted } from '../rule.ts';
import { noticedMs } from './noticed.ts';
import { staysIfNoticedLater } from './noticed-later.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const group = {
  units: { primary: 'active', secondary: 'standby-ready' },
  monitored: ['inside', 'outside'],
  down: { primary: [], secondary: [] },
} as const;
const pair: PairState = { ...group, failoverLink: 'up', stateLink: 'up' };
const deaf: Stimulus = { stimulus: 'segment-silent', nameif: 'inside' };
const cut: Stimulus = { stimulus: 'failover-link-down' };

/** What is said to stay after the link is cut: the active unit, and its mate. */
const [active, ready] = predict(pair, cut, settings) as readonly [Predicted, Predicted];

describe('how long the pair may take to notice', () => {
  const rows: readonly (readonly [Stimulus, number])[] = [
    [{ stimulus: 'unit-silent', unit: 'primary' }, 0],
    [{ stimulus: 'told-standby', unit: 'primary' }, 0],
    [{ stimulus: 'state-link-down' }, 0],
    [{ stimulus: 'interface-down', unit: 'primary', nameif: 'inside' }, 7000],
    [deaf, 32_000],
    [cut, 17_000],
    [{ stimulus: 'told-write-standby', unit: 'primary' }, 2000],
  ];
  for (const [stimulus, expected] of rows)
    it(`${stimulus.stimulus}: ${expected} ms`, () => {
      expect(noticedMs(pair, stimulus, settings)).to.equal(expected);
    });

  it('is as long as the slower of two groups takes', () => {
    const slow: PairState = { ...pair, group2: { ...group, settings: { interfaceHoldMs: 50_000 } } };
    expect(noticedMs(slow, deaf, settings)).to.equal(57_000);
    const quick: PairState = { ...pair, group2: { ...group, settings: { interfaceHoldMs: 5000 } } };
    expect(noticedMs(quick, deaf, settings)).to.equal(32_000);
  });
});

describe('what stays', () => {
  const stays = (
    prediction: Predicted,
    stimulus: Stimulus,
    leastMs: number,
    met: readonly PairState[] = [pair],
  ): boolean => staysIfNoticedLater(prediction, { met, stimulus, since: [cut], leastMs }, settings);

  it('does so as well where the pair notices the earlier stimulus last, or has noticed it', () => {
    expect(stays(active, deaf, 1000)).to.equal(true);
    // Without the link the standby unit may fail by a network that both hear nothing on.
    expect(stays(ready, deaf, 1000)).to.equal(false);
    expect(stays(ready, deaf, 31_999)).to.equal(false);
    expect(stays(ready, deaf, 32_000)).to.equal(true);
  });

  it('does so in every state that the earlier stimulus may have met', () => {
    const unwatched: PairState = { ...pair, monitored: ['outside'], unmonitored: ['inside'] };
    expect(stays(ready, deaf, 1000, [unwatched])).to.equal(true);
    expect(stays(ready, deaf, 1000, [unwatched, pair])).to.equal(false);
    expect(stays(ready, deaf, 1000, [])).to.equal(true);
  });

  it('is the same unit, of the same group, in the same states', () => {
    expect(stays({ ...active, who: 'secondary' }, deaf, 1000)).to.equal(false);
    expect(stays({ ...active, group: 1 }, deaf, 1000)).to.equal(false);
    expect(stays({ ...active, states: ready.states }, deaf, 1000)).to.equal(false);
  });

  it('is told by a stay, not by what becomes so', () => {
    const lost: Stimulus = { stimulus: 'interface-down', unit: 'primary', nameif: 'inside' };
    const taken: PairState = { ...pair, units: { primary: 'active', secondary: 'standby-ready' } };
    const [takes] = predict(taken, lost, settings);
    expect(takes?.prediction).to.equal('becomes');
    expect(
      staysIfNoticedLater(
        { ...active, who: 'secondary', states: takes?.states ?? [] },
        { met: [taken], stimulus: lost, since: [], leastMs: 0 },
        settings,
      ),
    ).to.equal(false);
  });
});
