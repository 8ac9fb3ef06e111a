import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { createSimulatedBench, type SimulatedOutlet } from '../bench.ts';
import { noSecrets, PlayedPair, testTopology } from '../played/played-pair.test-support.ts';
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

function outletsOf(pair: PlayedPair): readonly SimulatedOutlet[] {
  return pair.bench.pdus[0]?.outlets ?? [];
}

/** The instants, counted from now, at which the agent of the PDU hears requests that come all at once. */
async function heardBy(pair: PlayedPair, requests: number, withinMs: number): Promise<readonly number[]> {
  const fromMs = pair.clock.nowMs();
  const heard: number[] = [];
  for (let times = 0; times < requests; times += 1)
    pair.bench.pdus[0]?.agent.hear(() => heard.push(pair.clock.nowMs() - fromMs));
  await pair.clock.advance(withinMs);
  return heard;
}

describe('defects of a simulated bench', () => {
  it('are listed with a sentence each, under names of their own', () => {
    const names = defects.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const { name, sentence } of defects) {
      expect(name).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(sentence).to.match(/^[A-Z`].*\.$/);
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

  it('outlet-reports-wish: the outlet reads off, and the unit runs on and draws its watts', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-reports-wish', unit: 'primary' }] });
    pair.power('primary', 'off');
    await pair.clock.advance(60_000);
    expect(outletsOf(pair)[0]).to.include({ power: 'off', pending: false, fault: false, watts: 120 });
    expect(pair.bench.units.primary.powered).to.equal(true);
    pair.close();
  });

  it('outlet-reports-early: the outlet reads off at once, and the unit dies two seconds later', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-reports-early', unit: 'primary' }] });
    pair.power('primary', 'off');
    expect(outletsOf(pair)[0]).to.include({ power: 'off', pending: false });
    expect(await pair.until(() => !pair.bench.units.primary.powered)).to.be.within(1950, 2050);
    pair.close();
  });

  it('outlet-stuck-on: the outlet goes on being on, and says that it was told otherwise', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-stuck-on', unit: 'primary' }] });
    pair.power('primary', 'off');
    await pair.clock.advance(60_000);
    expect(outletsOf(pair)[0]).to.include({ power: 'on', pending: false, fault: true });
    expect(pair.bench.units.primary.powered).to.equal(true);
    pair.close();
  });

  it('outlet-stuck-off: the unit dies and does not come back', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-stuck-off', unit: 'primary' }] });
    pair.power('primary', 'off');
    await pair.clock.advance(1000);
    pair.power('primary', 'on');
    await pair.clock.advance(60_000);
    expect(outletsOf(pair)[0]).to.include({ power: 'off', pending: false, fault: true });
    expect(pair.bench.units.primary.powered).to.equal(false);
    pair.close();
  });

  it('outlet-stays-pending: the command is never done with', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-stays-pending', unit: 'primary' }] });
    pair.power('primary', 'off');
    await pair.clock.advance(600_000);
    expect(outletsOf(pair)[0]).to.include({ power: 'on', pending: true });
    expect(pair.bench.units.primary.powered).to.equal(true);
    pair.close();
  });

  it('outlet-loses-commands: the second command works', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-loses-commands', unit: 'primary' }] });
    const after: boolean[] = [];
    for (let times = 0; times < 2; times += 1) {
      pair.power('primary', 'off');
      await pair.clock.advance(1000);
      after.push(pair.bench.units.primary.powered);
    }
    expect(after).to.deep.equal([true, false]);
    pair.close();
  });

  it('outlet-slow: five seconds instead of a tenth', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-slow', unit: 'primary' }] });
    pair.power('primary', 'off');
    expect(await pair.until(() => !pair.bench.units.primary.powered)).to.be.within(4950, 5050);
    pair.close();
  });

  it('outlet-comes-back: the unit boots again though nobody asked', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'outlet-comes-back', unit: 'primary' }] });
    pair.power('primary', 'off');
    await pair.until(() => !pair.bench.units.primary.powered);
    expect(await pair.until(() => pair.bench.units.primary.powered)).to.be.within(2950, 3050);
    pair.close();
  });

  it('pdu-agent-restarts: the command is forgotten, and the agent silent for a while', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'pdu-agent-restarts' }] });
    let heard = 0;
    const ask = (): void => pair.bench.pdus[0]?.agent.hear(() => (heard += 1));
    ask();
    pair.power('primary', 'off');
    await pair.clock.advance(1000);
    ask();
    expect(outletsOf(pair)[0]).to.include({ power: 'on', pending: false, wish: 'on' });
    await pair.clock.advance(2000);
    ask();
    expect(heard).to.equal(2);
    expect(pair.bench.units.primary.powered).to.equal(true);
    pair.close();
  });

  it('pdu-slow-agent: requests are heard one after the other, two seconds each', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'pdu-slow-agent' }] });
    expect(await heardBy(pair, 3, 10_000)).to.deep.equal([2000, 4000, 6000]);
    pair.close();
  });

  it('pdu-overloaded-agent: of many requests at once only some are heard', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'pdu-overloaded-agent' }] });
    expect(await heardBy(pair, 10, 10_000)).to.deep.equal([150, 300, 450]);
    pair.close();
  });

  for (const [defect, how] of [
    ['pdu-loses-answers', { answersCommands: false }],
    ['pdu-in-use', { inUse: true }],
    ['pdu-read-only', { readOnly: true }],
  ] as const)
    it(`${defect}: what its agent does to a command`, () => {
      const pair = new PlayedPair({ defects: [{ defect }] });
      expect(pair.bench.pdus[0]?.agent).to.include(how);
      const honest = new PlayedPair();
      expect(honest.bench.pdus[0]?.agent).to.include({
        answersCommands: true,
        inUse: false,
        readOnly: false,
      });
      pair.close();
      honest.close();
    });

  it('pdu-staggers-outlets: the second unit comes on three seconds after the first', async () => {
    const pair = new PlayedPair({ defects: [{ defect: 'pdu-staggers-outlets' }] });
    pair.power('primary', 'off');
    pair.power('secondary', 'off');
    await pair.clock.advance(1000);
    pair.power('primary', 'on');
    pair.power('secondary', 'on');
    expect(await pair.until(() => pair.bench.units.primary.powered)).to.be.below(200);
    expect(await pair.until(() => pair.bench.units.secondary.powered)).to.be.within(2900, 3100);
    pair.close();
  });

  it('pdu-outlets-stay-off: no unit comes back with the power of the PDU', async () => {
    const defect = { defect: 'pdu-outlets-stay-off' };
    for (const [wanted, powered] of [[[defect], false] as const, [[], true] as const]) {
      const pair = new PlayedPair({ defects: wanted });
      await pair.clock.advance(1000);
      pair.bench.pduTrouble['strip']?.losePower();
      expect(pair.bench.units.primary.powered).to.equal(false);
      pair.bench.pduTrouble['strip']?.regainPower();
      await pair.clock.advance(60_000);
      expect(pair.bench.units.primary.powered).to.equal(powered);
      pair.close();
    }
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
