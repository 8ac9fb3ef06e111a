import { expect } from 'chai';
import type { FailoverSighting, FailoverState, HostReport, UnitName } from '../../pair/index.ts';
import { mateOf } from '../../pair/index.ts';
import type { PairSeen } from '../seen.ts';
import { activeUnit, missingForSteady } from './steady.ts';

const host = (
  unit: UnitName,
  state: HostReport['state'],
  change: Partial<HostReport['interfaces'][number]> = {},
): HostReport => ({
  unit,
  state,
  interfaces: [
    { nameif: 'inside', address: '10.0.0.1', health: 'normal', monitoring: 'monitored', ...change },
  ],
});

const report = (
  unit: UnitName,
  mine: HostReport['state'],
  mates: HostReport['state'],
  change = {},
): FailoverSighting => ({
  sight: 'failover',
  on: true,
  thisHost: host(unit, mine, change),
  otherHost: host(mateOf(unit), mates),
  failoverLink: 'up',
  settings: { unitPollMs: 500, unitHoldMs: 3000, interfacePollMs: 500, interfacePolicy: { count: 1 } },
  monitoredInterfaces: 1,
});

const seen = (primary: FailoverSighting, secondary: FailoverSighting): PairSeen => ({
  primary: { saw: primary, askedMs: 1, answeredMs: 2 },
  secondary: { saw: secondary, askedMs: 1, answeredMs: 2 },
});

const good = seen(
  report('primary', 'active', 'standby-ready'),
  report('secondary', 'standby-ready', 'active'),
);

describe('steady state', () => {
  it('is proven by both units agreeing, with every monitored interface normal', () => {
    expect(missingForSteady(good)).to.deep.equal([]);
    expect(activeUnit(good)).to.equal('primary');
  });

  const missing: readonly (readonly [string, PairSeen, RegExp])[] = [
    ['one unit has not answered', { primary: good.primary } as PairSeen, /secondary has not answered/],
    [
      'a unit is silent',
      { ...good, primary: { saw: { sight: 'silent' }, askedMs: 1, answeredMs: 2 } },
      /primary has not answered/,
    ],
    [
      'both are active',
      seen(report('primary', 'active', 'active'), report('secondary', 'active', 'active')),
      /both units are active/,
    ],
    [
      'the standby still synchronizes',
      seen(report('primary', 'active', 'bulk-sync'), report('secondary', 'bulk-sync', 'active')),
      /secondary is bulk-sync/,
    ],
    [
      'the units disagree',
      seen(report('primary', 'active', 'failed'), report('secondary', 'standby-ready', 'active')),
      /do not agree/,
    ],
    [
      'an interface still waits',
      seen(
        report('primary', 'active', 'standby-ready', { monitoring: 'waiting' }),
        report('secondary', 'standby-ready', 'active'),
      ),
      /inside of this host is normal \(waiting\)/,
    ],
    [
      'an interface has no link',
      seen(
        report('primary', 'active', 'standby-ready', { health: 'no-link' }),
        report('secondary', 'standby-ready', 'active'),
      ),
      /no-link/,
    ],
    [
      'the failover link is down',
      seen(
        { ...report('primary', 'active', 'standby-ready'), failoverLink: 'down' },
        report('secondary', 'standby-ready', 'active'),
      ),
      /failover link is down/,
    ],
    [
      'failover is off',
      seen(
        { ...report('primary', 'active', 'standby-ready'), on: false },
        report('secondary', 'standby-ready', 'active'),
      ),
      /failover is off on primary/,
    ],
    [
      'the consoles are swapped',
      seen(report('secondary', 'standby-ready', 'active'), report('primary', 'active', 'standby-ready')),
      /leads to the secondary unit/,
    ],
  ];
  for (const [when, pair, reason] of missing) {
    it(`is not proven when ${when}`, () => {
      expect(missingForSteady(pair).join('; ')).to.match(reason);
    });
  }

  it('does not mind an interface that is not monitored', () => {
    const down = { health: 'link-down', monitoring: 'not-monitored' } as const;
    expect(
      missingForSteady(
        seen(
          report('primary', 'active', 'standby-ready', down),
          report('secondary', 'standby-ready', 'active'),
        ),
      ),
    ).to.deep.equal([]);
  });

  it('names no active unit when both say they are', () => {
    expect(
      activeUnit(seen(report('primary', 'active', 'active'), report('secondary', 'active', 'active'))),
    ).to.equal(undefined);
  });
});

/** Group 1 and group 2 of this host and of the other one. */
const grouped = (
  unit: UnitName,
  mine: readonly [FailoverState, FailoverState],
  mates: readonly [FailoverState, FailoverState],
): FailoverSighting => {
  const whole = report(unit, mine[0], mates[0]);
  const groupsOf = (of: HostReport, [one, two]: readonly [FailoverState, FailoverState]): HostReport => ({
    ...of,
    groups: [
      { group: 1, state: one },
      { group: 2, state: two },
    ],
  });
  return {
    ...whole,
    thisHost: groupsOf(whole.thisHost!, mine),
    otherHost: groupsOf(whole.otherHost!, mates),
  };
};

describe('steady state of failover groups', () => {
  const apart = ['active', 'standby-ready'] as const;
  const crossed = ['standby-ready', 'active'] as const;

  it('is each of them active on one unit, be it the same or not', () => {
    const split = seen(grouped('primary', apart, crossed), grouped('secondary', crossed, apart));
    expect(missingForSteady(split)).to.deep.equal([]);
    expect([activeUnit(split), activeUnit(split, 1), activeUnit(split, 2)]).to.deep.equal([
      'primary',
      'primary',
      'secondary',
    ]);
    const all = ['active', 'active'] as const;
    const none = ['standby-ready', 'standby-ready'] as const;
    const together = seen(grouped('primary', none, all), grouped('secondary', all, none));
    expect(missingForSteady(together)).to.deep.equal([]);
    expect([activeUnit(together, 1), activeUnit(together, 2)]).to.deep.equal(['secondary', 'secondary']);
  });

  const missing: readonly (readonly [string, PairSeen, RegExp])[] = [
    [
      'group 2 is active on both',
      seen(
        grouped('primary', ['active', 'active'], ['standby-ready', 'active']),
        grouped('secondary', ['standby-ready', 'active'], ['active', 'active']),
      ),
      /^both units are active for group 2$/,
    ],
    [
      'group 2 failed on one',
      seen(
        grouped('primary', ['active', 'failed'], crossed),
        grouped('secondary', crossed, ['active', 'failed']),
      ),
      /^primary is failed for group 2$/,
    ],
    [
      'the units disagree about group 2',
      seen(grouped('primary', apart, ['standby-ready', 'failed']), grouped('secondary', crossed, apart)),
      /^the units do not agree about each other for group 2$/,
    ],
    [
      'one unit knows of no groups',
      seen(grouped('primary', apart, crossed), report('secondary', 'standby-ready', 'active')),
      /^one unit has no group 2$/,
    ],
  ];
  for (const [when, pair, reason] of missing)
    it(`is not proven when ${when}`, () => expect(missingForSteady(pair).join('; ')).to.match(reason));

  it('names no active unit of a group that nobody has', () => {
    expect(activeUnit(good, 2)).to.equal(undefined);
  });
});
