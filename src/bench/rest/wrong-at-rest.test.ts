import { expect } from 'chai';
import { mateOf } from '../../pair/index.ts';
import type { FailoverSighting, HostReport, UnitName } from '../../pair/index.ts';
import type { PairSeen } from '../seen.ts';
import { StillWrong } from './still-wrong.ts';
import { wrongAtRest } from './wrong-at-rest.ts';

type State = HostReport['state'];
type Row = HostReport['interfaces'][number];

const row: Row = { nameif: 'inside', address: '10.0.0.1', health: 'normal', monitoring: 'waiting' };
const host = (unit: UnitName, state: State, health: Row['health'] = 'normal'): HostReport => ({
  unit,
  state,
  interfaces: [{ ...row, health }],
});
const report = (unit: UnitName, mine: State, mates: State, change: Partial<FailoverSighting> = {}) => ({
  sight: 'failover' as const,
  on: true,
  thisHost: host(unit, mine),
  otherHost: host(mateOf(unit), mates),
  failoverLink: 'up' as const,
  settings: { unitPollMs: 500, unitHoldMs: 3000, interfacePollMs: 500, interfacePolicy: { count: 1 } },
  monitoredInterfaces: 1,
  ...change,
});
const seen = (primary: FailoverSighting, secondary: FailoverSighting): PairSeen => ({
  primary: { saw: primary, askedMs: 1, answeredMs: 2 },
  secondary: { saw: secondary, askedMs: 1, answeredMs: 2 },
});
const idsOf = (pair: PairSeen): readonly string[] => wrongAtRest(pair).flatMap((each) => each.requirements);

const rest = seen(
  report('primary', 'active', 'standby-ready'),
  report('secondary', 'standby-ready', 'active'),
);
const both = seen(report('primary', 'active', 'active'), report('secondary', 'active', 'active'));
const secondaryFirst = seen(
  report('primary', 'standby-ready', 'active'),
  report('secondary', 'active', 'standby-ready'),
);

describe('what a pair does although nothing is in its way', () => {
  it('is nothing where one unit is active, the other ready and interfaces wait', () => {
    expect(wrongAtRest(rest)).to.deep.equal([]);
  });

  it('is to have two active units, to disagree, to go by another designation, or to get stuck', () => {
    expect(idsOf(both)).to.deep.equal(['AS-ONE-ACTIVE']);
    const disagreeing = seen(
      report('primary', 'active', 'active'),
      report('secondary', 'standby-ready', 'active'),
    );
    expect(idsOf(disagreeing)).to.include('UH-STATE-EXCHANGED');
    const misnamed = seen(
      report('secondary', 'active', 'standby-ready'),
      report('secondary', 'standby-ready', 'active'),
    );
    expect(idsOf(misnamed)).to.include('CFG-UNIT-PRIMARY');
    const stuck = seen(
      report('primary', 'active', 'sync-config'),
      report('secondary', 'sync-config', 'active'),
    );
    expect(idsOf(stuck)).to.include('REP-AT-ENABLE');
  });

  it('is nothing where a link is down, failover is off, a unit is silent, or both have failed', () => {
    const down = { failoverLink: 'down' as const };
    expect(
      wrongAtRest(
        seen(report('primary', 'active', 'failed', down), report('secondary', 'active', 'failed', down)),
      ),
    ).to.deep.equal([]);
    expect(
      wrongAtRest(
        seen(report('primary', 'active', 'active', { on: false }), report('secondary', 'active', 'active')),
      ),
    ).to.deep.equal([]);
    expect(
      wrongAtRest({ ...both, primary: { saw: { sight: 'silent' }, askedMs: 1, answeredMs: 2 } }),
    ).to.deep.equal([]);
    expect(
      wrongAtRest(seen(report('primary', 'failed', 'failed'), report('secondary', 'failed', 'failed'))),
    ).to.deep.equal([]);
  });

  it('must be said half of the time, at one time or in all, while no link is down', () => {
    const still = new StillWrong();
    still.hear(both, 0);
    still.hear(rest, 20_000);
    still.hear(both, 25_000);
    still.hear(both, 40_000);
    still.hear(rest, 41_000);
    expect(still.for(30_000, 60_000), 'what was said between two words is not known').to.deep.equal([]);
    still.hear(both, 60_000);
    still.hear(both, 74_000);
    expect(still.for(30_000, 74_000)).to.deep.equal([]);
    expect(still.for(30_000, 76_000).map(({ requirements }) => requirements)).to.deep.equal([
      ['AS-ONE-ACTIVE'],
    ]);
    const apart = { failoverLink: 'down' as const };
    still.hear(
      seen(report('primary', 'active', 'failed', apart), report('secondary', 'active', 'failed')),
      77_000,
    );
    still.hear(both, 78_000);
    expect(still.for(30_000, 80_000)).to.deep.equal([]);
  });

  it('is to move the active role again and again, unless an interface had failed', () => {
    const still = new StillWrong();
    for (let at = 0; at < 8; at++) still.hear(at % 2 === 0 ? rest : secondaryFirst, at * 1000);
    expect(still.for(30_000, 8000)[0]?.message).to.match(/given up 7 times/);
    const failed = { thisHost: host('primary', 'active', 'failed') };
    still.hear(
      seen(
        report('primary', 'active', 'standby-ready', failed),
        report('secondary', 'standby-ready', 'active'),
      ),
      8000,
    );
    expect(still.for(30_000, 9000)).to.deep.equal([]);
  });

  it('is to move the active role though the interfaces of a mate that is not found are not known', () => {
    const still = new StillWrong();
    const searching = { otherHost: host('secondary', 'not-detected', 'unknown') };
    const alone = seen(
      report('primary', 'negotiation', 'not-detected', searching),
      report('secondary', 'active', 'negotiation'),
    );
    for (let at = 0; at < 8; at++) still.hear(at % 2 === 0 ? rest : alone, at * 1000);
    expect(still.for(30_000, 8000)[0]?.message).to.match(/given up 7 times/);
  });
});
