import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { createSimulatedBench } from '../bench.ts';
import { noSecrets, PlayedPair, testTopology } from '../played-pair.test-support.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { defects } from './index.ts';

async function pairWith(defect: string, unit?: 'primary' | 'secondary'): Promise<PlayedPair> {
  return new PlayedPair({ defects: [unit ? { defect, unit } : { defect }] }).bootstrap();
}

function benchWithNonsense(): unknown {
  return createSimulatedBench(testTopology(), noSecrets, new VirtualClock(), {
    defects: [{ defect: 'nonsense' }],
  });
}

describe('defects of a simulated bench', () => {
  it('are listed with a sentence each, under names of their own', () => {
    const names = defects.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const { name, sentence } of defects) {
      expect(name).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(sentence).to.match(/^[A-Z].*\.$/);
    }
  });

  it('are refused by name, with the names that are known', () => {
    expect(benchWithNonsense).to.throw(UsageError, /"nonsense".*never-takes-over.*slow-takeover/);
  });

  it('are taken from the topology as well', async () => {
    const topology = testTopology((text) =>
      text.replace('outlet-delay: 100ms', 'outlet-delay: 100ms, defects: [{ defect: dead-data-path }]'),
    );
    const pair = await new PlayedPair({}, topology).bootstrap();
    expect((await pair.lostDuring(200)).lost).to.deep.equal({ out: 20, in: 20 });
    pair.close();
  });

  it('never-takes-over: the standby unit stays standby, whoever dies or commands', async () => {
    const pair = await pairWith('never-takes-over', 'secondary');
    await pair.say('secondary', 'failover active', 1000);
    await pair.say('primary', 'no failover active', 1000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    pair.power('primary', 'off');
    await pair.clock.advance(30_000);
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
    pair.close();
  });

  it('slow-takeover: the standby unit waits three hold times', async () => {
    const pair = await pairWith('slow-takeover');
    pair.power('primary', 'off');
    const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(tookMs).to.be.within(8400, 9600);
    pair.close();
  });

  it('both-active: two active units as soon as the failover link is down', async () => {
    const pair = await pairWith('both-active');
    pair.port('primary', 2, 'down');
    await pair.clock.advance(5000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Active' });
    pair.close();
  });

  it('dead-data-path: only the unit that has it passes nothing', async () => {
    const pair = await pairWith('dead-data-path', 'secondary');
    expect((await pair.lostDuring(200)).lost).to.deep.equal({ out: 0, in: 0 });
    await pair.say('secondary', 'failover active', 1000);
    expect(await pair.stateOf('secondary')).to.equal('Active');
    expect((await pair.lostDuring(200)).lost).to.deep.equal({ out: 20, in: 20 });
    pair.close();
  });

  it('outlet-acknowledges-only: the outlet reads on, and the unit runs on', async () => {
    const pair = await pairWith('outlet-acknowledges-only', 'primary');
    pair.power('primary', 'off');
    pair.power('secondary', 'off');
    await pair.clock.advance(1000);
    const [first, second] = pair.bench.pdus[0]!.outlets;
    expect(first).to.include({ power: 'on', pending: false });
    expect(second).to.include({ power: 'off', pending: false });
    expect(pair.bench.units.primary.powered).to.equal(true);
    expect(pair.bench.units.secondary.powered).to.equal(false);
    pair.close();
  });

  it('port-acknowledges-only: the port reads up, and its link stays', async () => {
    const pair = await pairWith('port-acknowledges-only', 'primary');
    pair.port('primary', 1, 'down');
    pair.port('secondary', 1, 'down');
    await pair.clock.advance(100);
    const ports = pair.bench.switches[0]!.ports;
    expect(ports.find(({ name }) => name === 'Gi1/0/3')).to.include({ admin: 'up', oper: 'up' });
    expect(ports.find(({ name }) => name === 'Gi1/0/4')).to.include({ admin: 'down', oper: 'down' });
    pair.close();
  });
});
