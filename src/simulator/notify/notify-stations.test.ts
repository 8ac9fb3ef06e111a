import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair } from '../played/played-pair.test-support.ts';

const coldStart = '1.3.6.1.6.3.1.1.5.1';

describe('the notification that a unit has started', () => {
  let pair: PlayedPair;
  let told: UnitName[];
  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.configure('primary', ['snmp-server host inside 10.1.1.77 community lab version 2c']);
    await pair.say('primary', 'write memory', 500);
    told = [];
    pair.bench.onTrap((unit, _host, _port, { oid }) => {
      if (oid === coldStart) told.push(unit);
    });
  });
  afterEach(() => pair.close());

  const restart = async (unit: UnitName): Promise<void> => {
    pair.power(unit, 'off');
    await pair.clock.advance(1000);
    pair.power(unit, 'on');
    await pair.clock.advance(1000);
  };

  it('comes from the standby unit too, once, when it is ready', async () => {
    await restart('secondary');
    expect(told).to.deep.equal([]);
    await pair.until(() => told.length > 0);
    await pair.enable('secondary');
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
    await pair.say('secondary', 'failover active', 2000);
    expect(told).to.deep.equal(['secondary']);
  });

  it('comes from each unit of a pair that boots', async () => {
    await Promise.all([restart('primary'), restart('secondary')]);
    await pair.until(() => told.length === 2);
    expect(told).to.have.members(['primary', 'secondary']);
  });

  it('comes from a unit without failover', async () => {
    pair.power('secondary', 'off');
    await pair.enable('primary');
    await pair.configure('primary', ['no failover']);
    await pair.say('primary', 'write memory', 500);
    await restart('primary');
    await pair.until(() => told.includes('primary'));
  });
});
