import { expect } from 'chai';
import type { Stimulus } from '../pair/index.ts';
import { factsAfter } from './facts-after.ts';
import type { GroupView } from './pair-state.ts';

const view: GroupView = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  stateLink: 'up',
  monitored: ['inside', 'dmz'],
  unmonitored: ['outside'],
  down: { primary: [], secondary: [] },
};
const { stateLink: _, ...stateless } = view;
const none = { primary: [], secondary: [] };
const at = (stimulus: string, nameif: string): Stimulus =>
  ({ stimulus, unit: 'primary', nameif }) as Stimulus;

describe('what a stimulus leaves before anybody has acted on it', () => {
  const rows: readonly (readonly [GroupView, Stimulus, Partial<GroupView>])[] = [
    [
      view,
      { stimulus: 'unit-silent', unit: 'primary' },
      { units: { primary: 'off', secondary: 'standby-ready' } },
    ],
    [view, { stimulus: 'unit-booting', unit: 'primary' }, {}],
    [view, { stimulus: 'told-active', unit: 'secondary' }, {}],
    [view, { stimulus: 'told-off', unit: 'primary' }, { disabled: true }],
    [{ ...view, disabled: true }, { stimulus: 'unit-booting', unit: 'primary' }, { disabled: true }],
    [view, { stimulus: 'failover-link-down' }, { failoverLink: 'down' }],
    [{ ...view, failoverLink: 'down' }, { stimulus: 'failover-link-up' }, { failoverLink: 'up' }],
    [view, { stimulus: 'state-link-down' }, { stateLink: 'down' }],
    [{ ...view, stateLink: 'down' }, { stimulus: 'state-link-up' }, { stateLink: 'up' }],
    [{ ...view, stateLink: 'down' }, { stimulus: 'told-reset', unit: 'primary' }, { stateLink: 'down' }],
    [stateless, { stimulus: 'state-link-down' }, {}],
    [stateless, { stimulus: 'failover-link-down' }, { failoverLink: 'down' }],
    [
      { ...view, stateSharesLink: true },
      { stimulus: 'failover-link-down' },
      { stateSharesLink: true, failoverLink: 'down', stateLink: 'down' },
    ],
    [
      { ...view, stateSharesLink: true, failoverLink: 'down', stateLink: 'down' },
      { stimulus: 'failover-link-up' },
      { stateSharesLink: true, failoverLink: 'up', stateLink: 'up' },
    ],
    [{ ...view, stateSharesLink: true }, { stimulus: 'state-link-down' }, { stateSharesLink: true }],
    [view, at('interface-down', 'inside'), { down: { primary: ['inside'], secondary: [] } }],
    [view, at('interface-down', 'outside'), { down: none }],
    [
      { ...view, down: { primary: ['inside', 'dmz'], secondary: ['inside'] } },
      at('interface-up', 'inside'),
      { down: { primary: ['dmz'], secondary: ['inside'] } },
    ],
    [view, at('interface-cut-off', 'dmz'), { cutOff: { primary: ['dmz'], secondary: [] } }],
    [
      { ...view, cutOff: { primary: ['dmz'], secondary: [] } },
      at('interface-reconnected', 'dmz'),
      { cutOff: none },
    ],
    [view, { stimulus: 'segment-silent', nameif: 'dmz' }, { silent: ['dmz'] }],
    [view, { stimulus: 'segment-silent', nameif: 'outside' }, { silent: [] }],
    [
      { ...view, silent: ['dmz', 'inside'] },
      { stimulus: 'segment-heard', nameif: 'dmz' },
      { silent: ['inside'] },
    ],
  ];
  for (const [before, stimulus, changed] of rows)
    it(`${Object.values(stimulus).join(' ')}: ${JSON.stringify(changed)}`, () => {
      const { stateLink, ...kept } = before;
      const { disabled: _disabled, ...base } = { ...kept, ...(stateLink && { stateLink }) };
      expect(factsAfter(before, stimulus)).to.deep.equal({ ...base, ...changed });
    });

  it('is on again by the command alone', () => {
    expect(factsAfter({ ...view, disabled: true }, { stimulus: 'told-on', unit: 'primary' })).to.deep.equal(
      view,
    );
  });
});
