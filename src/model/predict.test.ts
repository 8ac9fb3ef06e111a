import { expect } from 'chai';
import type { FailoverSettings, FailoverState, Stimulus, UnitName } from '../pair/index.ts';
import { predict } from './predict.ts';
import type { PairState } from './pair-state.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const two: FailoverSettings = { ...settings, interfacePolicy: { count: 2 } };
const half: FailoverSettings = { ...settings, interfacePolicy: { percent: 50 } };

const pairOf = (
  primary: FailoverState | 'off',
  secondary: FailoverState | 'off',
  more: Partial<PairState> = {},
): PairState => ({
  units: { primary, secondary },
  failoverLink: 'up',
  monitored: ['inside', 'outside', 'dmz'],
  down: { primary: [], secondary: [] },
  ...more,
});
const steady = pairOf('active', 'standby-ready');
const linkDown = { failoverLink: 'down' } as const;
const formerlyPrimary: Partial<PairState> = { formerlyActive: ['primary'] };
const insideDown = (unit: UnitName): Partial<PairState> => ({
  down: { primary: [], secondary: [], [unit]: ['inside'] },
});

const down = (unit: UnitName, nameif = 'inside'): Stimulus => ({ stimulus: 'interface-down', unit, nameif });
const up = (unit: UnitName, nameif = 'inside'): Stimulus => ({ stimulus: 'interface-up', unit, nameif });
const silent = (unit: UnitName): Stimulus => ({ stimulus: 'unit-silent', unit });
const booting = (unit: UnitName): Stimulus => ({ stimulus: 'unit-booting', unit });
const standDown: Stimulus = { stimulus: 'told-standby', unit: 'primary' };
const stepUp: Stimulus = { stimulus: 'told-active', unit: 'secondary' };
const linkLost: Stimulus = { stimulus: 'failover-link-down' };
const linkBack: Stimulus = { stimulus: 'failover-link-up' };

/** A prediction in short: who, what, whose word, from when to when. */
const told = (pair: PairState, stimulus: Stimulus, timers: FailoverSettings): readonly string[] =>
  predict(pair, stimulus, timers).map((p) => {
    const by = p.saidBy === 'mate' ? ', says the mate' : '';
    const when = p.prediction === 'stays' ? `for ${p.forMs}` : `${p.earliestMs}..${p.latestMs}`;
    return `${p.rule}: ${p.who} ${p.prediction} ${p.states[0] ?? ''}${by} ${when}`;
  });

type Row = readonly [string, PairState, Stimulus, readonly string[], FailoverSettings?];

const something: readonly Row[] = [
  [
    'no failover active on the active unit',
    steady,
    standDown,
    [
      'forced failover: secondary becomes active 0..2000',
      'forced failover: primary becomes standby-ready 0..2000',
    ],
  ],
  [
    'failover active on the standby unit',
    steady,
    stepUp,
    [
      'forced failover: secondary becomes active 0..2000',
      'forced failover: primary becomes standby-ready 0..2000',
    ],
  ],
  [
    'the active unit is lost',
    steady,
    silent('primary'),
    [
      'active unit lost: secondary becomes active 13000..17000',
      'active unit lost: primary becomes failed, says the mate 13000..17000',
    ],
  ],
  [
    'the standby unit is lost',
    steady,
    silent('secondary'),
    [
      'standby unit lost: secondary becomes failed, says the mate 13000..17000',
      'standby unit lost: primary stays active for 18000',
    ],
  ],
  [
    'a failed standby unit is lost',
    pairOf('active', 'failed'),
    silent('secondary'),
    ['standby unit lost: primary stays active for 18000'],
  ],
  [
    'the standby unit is lost, the failover link too',
    pairOf('active', 'standby-ready', linkDown),
    silent('secondary'),
    ['standby unit lost: primary stays active for 18000'],
  ],
  [
    'the formerly active unit boots',
    pairOf('off', 'active', formerlyPrimary),
    booting('primary'),
    [
      'formerly active unit recovers: primary becomes standby-ready 0..Infinity',
      'formerly active unit recovers: secondary stays active for 2000',
    ],
  ],
  [
    'the standby unit boots',
    pairOf('active', 'off'),
    booting('secondary'),
    [
      'standby unit recovers: secondary becomes standby-ready 0..Infinity',
      'standby unit recovers: primary stays active for 2000',
    ],
  ],
  [
    'a unit boots alone',
    pairOf('off', 'off'),
    booting('secondary'),
    ['unit boots alone: secondary becomes active 0..Infinity'],
  ],
  [
    'the second of both units boots',
    pairOf('off', 'init'),
    booting('primary'),
    [
      'both units boot: primary becomes active 0..Infinity',
      'both units boot: secondary becomes standby-ready 0..Infinity',
    ],
  ],
  [
    'a unit boots, the failover link is down',
    pairOf('off', 'active', linkDown),
    booting('primary'),
    [
      'failover link down at startup: primary becomes active 0..Infinity',
      'failover link down at startup: secondary stays active for 2000',
    ],
  ],
  [
    'an interface of the active unit goes down',
    steady,
    down('primary'),
    [
      'interface failure on the active unit: secondary becomes active 0..7000',
      'interface failure on the active unit: primary becomes failed 0..7000',
    ],
  ],
  [
    'the second of two allowed goes down',
    pairOf('active', 'standby-ready', insideDown('primary')),
    down('primary', 'outside'),
    [
      'interface failure on the active unit: secondary becomes active 0..7000',
      'interface failure on the active unit: primary becomes failed 0..7000',
    ],
    two,
  ],
  [
    'the first of two allowed goes down',
    steady,
    down('primary'),
    [
      'interface failure below the policy: primary stays active for 32000',
      'interface failure below the policy: secondary stays standby-ready for 32000',
    ],
    two,
  ],
  [
    'one of three goes down, half may',
    steady,
    down('primary'),
    [
      'interface failure below the policy: primary stays active for 32000',
      'interface failure below the policy: secondary stays standby-ready for 32000',
    ],
    half,
  ],
  [
    'two of three go down, half may',
    pairOf('active', 'standby-ready', insideDown('primary')),
    down('primary', 'dmz'),
    [
      'interface failure on the active unit: secondary becomes active 0..7000',
      'interface failure on the active unit: primary becomes failed 0..7000',
    ],
    half,
  ],
  [
    'an unmonitored interface goes down',
    steady,
    down('primary', 'management'),
    [
      'interface failure below the policy: primary stays active for 32000',
      'interface failure below the policy: secondary stays standby-ready for 32000',
    ],
  ],
  [
    'an interface of the standby unit goes down',
    steady,
    down('secondary'),
    [
      'interface failure on the standby unit: secondary becomes failed 0..7000',
      'interface failure on the standby unit: primary stays active for 32000',
    ],
  ],
  [
    'the same, the failover link is down',
    pairOf('active', 'standby-ready', linkDown),
    down('secondary'),
    ['interface failure on the standby unit: primary stays active for 32000'],
  ],
  [
    'an interface of the active unit goes down, the standby unit is failed',
    pairOf('active', 'failed', insideDown('secondary')),
    down('primary'),
    ['standby unit already failed: primary stays active for 32000'],
  ],
  [
    'an interface of the active unit goes down, the standby unit is off',
    pairOf('active', 'off'),
    down('primary'),
    ['standby unit already failed: primary stays active for 32000'],
  ],
  [
    'an interface of the active unit goes down, the failover link is down',
    pairOf('active', 'standby-ready', linkDown),
    down('primary'),
    [
      'no failover without failover link: primary stays active for 32000',
      'no failover without failover link: secondary stays standby-ready for 32000',
    ],
  ],
  [
    'the interface of a failed unit is back',
    pairOf('failed', 'active', { ...insideDown('primary'), ...formerlyPrimary }),
    up('primary'),
    [
      'interface recovers: primary becomes standby-ready 0..Infinity',
      'interface recovers: secondary stays active for 2000',
    ],
  ],
  [
    'an interface that never mattered is back',
    pairOf('active', 'standby-ready', insideDown('primary')),
    up('primary'),
    [
      'interface recovers: primary stays active for 2000',
      'interface recovers: secondary stays standby-ready for 2000',
    ],
    two,
  ],
  [
    'one of two dead interfaces of a unit that is alone is back',
    pairOf('active', 'off', { down: { primary: ['inside', 'outside'], secondary: [] } }),
    up('primary'),
    ['interface recovers: primary stays active for 2000'],
  ],
  [
    'the failover link is lost',
    steady,
    linkLost,
    [
      'failover link lost in operation: primary stays active for 18000',
      'failover link lost in operation: secondary stays standby-ready for 18000',
    ],
  ],
  [
    'the failover link is back',
    pairOf('active', 'standby-ready', linkDown),
    linkBack,
    [
      'failover link restored: primary stays active for 2000',
      'failover link restored: secondary stays standby-ready for 2000',
    ],
  ],
];

/** Rows of which the guides say nothing: no rule may. */
const nothing: readonly (readonly [string, PairState, Stimulus, FailoverSettings?])[] = [
  ['no failover active on the standby unit', steady, { stimulus: 'told-standby', unit: 'secondary' }],
  ['failover active on the active unit', steady, { stimulus: 'told-active', unit: 'primary' }],
  ['no failover active beside a failed standby', pairOf('active', 'failed'), standDown],
  ['no failover active beside a booting standby', pairOf('active', 'sync-config'), standDown],
  ['failover active with the failover link down', pairOf('active', 'standby-ready', linkDown), stepUp],
  ['the active unit is lost beside a failed standby', pairOf('active', 'failed'), silent('primary')],
  [
    'the active unit is lost, the failover link is down',
    pairOf('active', 'standby-ready', linkDown),
    silent('primary'),
  ],
  ['one of two active units is lost', pairOf('active', 'active'), silent('primary')],
  ['a unit that is off is lost', pairOf('active', 'off'), silent('secondary')],
  ['a running unit boots', steady, booting('secondary')],
  ['a unit boots beside a failed mate', pairOf('off', 'failed'), booting('primary')],
  ['a unit with a dead interface boots', pairOf('off', 'active', insideDown('primary')), booting('primary')],
  [
    'a unit boots beside an active mate with a dead interface',
    pairOf('off', 'active', insideDown('secondary')),
    booting('primary'),
  ],
  [
    'an interface that is down goes down',
    pairOf('active', 'standby-ready', insideDown('primary')),
    down('primary'),
    two,
  ],
  [
    'the same interface is down on both units',
    pairOf('active', 'standby-ready', { down: { primary: ['inside'], secondary: ['outside'] } }),
    down('primary', 'outside'),
    two,
  ],
  ['an interface of a unit that is off goes down', pairOf('active', 'off'), down('secondary')],
  ['an interface goes down while both are active', pairOf('active', 'active'), down('primary')],
  ['an interface goes down while none is active', pairOf('standby-ready', 'failed'), down('primary')],
  [
    'the last network is lost on which the units hear each other with the failover link down',
    pairOf('active', 'standby-ready', { ...linkDown, silent: ['inside', 'outside'] }),
    down('primary', 'dmz'),
    two,
  ],
  ['an interface that is up comes up', steady, up('primary')],
  [
    'one of two dead interfaces of the active unit is back, and its mate cannot take over',
    pairOf('active', 'standby-ready', {
      ...linkDown,
      down: { primary: ['inside', 'outside'], secondary: [] },
    }),
    up('primary'),
  ],
  [
    'an interface of a unit that is off comes up',
    pairOf('off', 'active', insideDown('primary')),
    up('primary'),
  ],
  [
    'the failover link is lost, and no interface is monitored',
    pairOf('active', 'standby-ready', { monitored: [], unmonitored: ['outside'] }),
    linkLost,
  ],
  [
    'the only interface is lost with the failover link down, and is not monitored',
    pairOf('active', 'standby-ready', { ...linkDown, monitored: [], unmonitored: ['outside'] }),
    down('primary', 'outside'),
  ],
  ['the failover link is lost twice', pairOf('active', 'standby-ready', linkDown), linkLost],
  ['the failover link is lost while both are active', pairOf('active', 'active'), linkLost],
  ['the failover link comes up that is up', steady, linkBack],
  ['the failover link is back while both are active', pairOf('active', 'active', linkDown), linkBack],
  [
    'the failover link is back, an interface of the active unit is dead',
    pairOf('active', 'standby-ready', { ...linkDown, ...insideDown('primary') }),
    linkBack,
  ],
];

describe('predict', () => {
  for (const [title, pair, stimulus, expected, timers = settings] of something)
    it(`speaks when ${title}`, () => {
      expect(told(pair, stimulus, timers)).to.deep.equal(expected);
    });

  for (const [title, pair, stimulus, timers = settings] of nothing)
    it(`says nothing when ${title}`, () => {
      expect(told(pair, stimulus, timers)).to.deep.equal([]);
    });

  it('says the same of the secondary as of the primary', () => {
    const mirrored = predict(pairOf('standby-ready', 'active'), silent('secondary'), settings);
    expect(mirrored.map(({ who }) => who)).to.deep.equal(['primary', 'secondary']);
  });
});
