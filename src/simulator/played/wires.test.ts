import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

const [inside, failoverLink] = ['GigabitEthernet0/1', 'GigabitEthernet0/2'];
const forwardDelayMs = 15_000;

/** What a unit shows of an interface, its own and that of its mate: `Normal (Waiting)`. */
async function healthOf(pair: PlayedPair, unit: UnitName, nameif: string): Promise<string[]> {
  const lines = await pair.ask(unit, 'show failover');
  return lines.flatMap((line) => new RegExp(`Interface ${nameif} \\(\\S+\\): (.*)$`).exec(line)?.[1] ?? []);
}

const simulated = (more: string) =>
  testTopology((text) => text.replace('outlet-delay: 100ms', `outlet-delay: 100ms, ${more}`));

/** The lines that are the same on both units of a pair. */
async function commonLines(pair: PlayedPair, unit: UnitName): Promise<string[]> {
  const lines = await pair.ask(unit, 'show running-config');
  return lines.filter((line) => !/Serial Number|failover lan unit|Cryptochecksum|^: Written/.test(line));
}

describe('a switch port without portfast', () => {
  it('loses the hellos of both forward delays, in which the interface is waiting and fails nobody', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.bench.trouble.secondary.setPortfast(inside, false);
    pair.port('secondary', 1, 'down');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    pair.port('secondary', 1, 'up');
    const port = pair.bench.switches[0]!.ports.find(({ alias }) => alias === `secondary ${inside}`)!;
    expect(port.spanningTree).to.equal('listening');
    await pair.clock.advance(forwardDelayMs);
    expect(port).to.include({ spanningTree: 'learning', oper: 'up' });
    expect((await healthOf(pair, 'primary', 'inside'))[0]).to.equal('Normal (Waiting)');
    await pair.clock.advance(forwardDelayMs - 200);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Failed' });
    const tookMs = await pair.until(
      async () => (await healthOf(pair, 'primary', 'inside'))[0] === 'Normal (Monitored)',
    );
    expect(port.spanningTree).to.equal('forwarding');
    expect(tookMs).to.be.at.most(1500);
    await pair.steady('primary');
    pair.close();
  });

  it('with portfast hears the second hello after two poll times', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.port('secondary', 1, 'down');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    pair.port('secondary', 1, 'up');
    expect(await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready')).to.be.at.most(
      1500,
    );
    await pair.steady('primary', 2000);
    pair.close();
  });

  it('is that of the whole switch if the topology says so, with a forward delay of its own', async () => {
    const slow = simulated('spanning-tree: { portfast: false, forward-delay: 4s }');
    const pair = new PlayedPair({}, slow);
    const inner = () =>
      pair.bench.switches[0]!.ports.find(({ alias }) => alias === 'primary GigabitEthernet0/1')!;
    await pair.bootstrap();
    pair.port('primary', 1, 'down');
    await pair.clock.advance(100);
    pair.port('primary', 1, 'up');
    for (const state of ['listening', 'learning', 'forwarding']) {
      expect(inner().spanningTree).to.equal(state);
      await pair.clock.advance(4000);
    }
    pair.close();
  });
});

describe('an interface in the wrong VLAN', () => {
  it('has its link and no traffic: its tests fail, the unit fails over, and is well again where it belongs', async () => {
    const pair = await new PlayedPair().bootstrap();
    const { primary } = pair.bench.trouble;
    primary.isolate(inside);
    const port = pair.bench.switches[0]!.ports.find(({ alias }) => alias === `primary ${inside}`)!;
    expect(port).to.include({ oper: 'up', vlan: 999 });
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(await pair.stateOf('primary')).to.equal('Failed');
    expect(port.oper).to.equal('up');
    expect((await pair.ask('primary', 'show interface ip brief')).join('\n')).to.match(
      /GigabitEthernet0\/1 .* up +up/,
    );
    expect((await pair.lostDuring(300)).lost).to.deep.equal({ out: 0, in: 0 });
    primary.reunite(inside);
    primary.reunite(inside);
    await pair.steady('secondary');
    expect(port.vlan).to.not.equal(999);
    pair.close();
  });
});

describe('two interfaces of one unit in one VLAN', () => {
  it('hear each other, which is not their mate: a unit that is cut off altogether is replaced', async () => {
    const pair = await new PlayedPair().bootstrap();
    for (const name of ['GigabitEthernet0/0', inside, failoverLink]) pair.bench.trouble.primary.isolate(name);
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Active' });
    for (const unit of ['primary', 'secondary'] as const) {
      expect(await pair.stateOf(unit, 'Other'), unit).to.equal('Failed');
      expect((await pair.ask(unit, 'show failover'))[2]).to.equal(
        'Failover LAN Interface: folink GigabitEthernet0/2 (up)',
      );
    }
    pair.close();
  });
});

describe('a cable that is bad', () => {
  it('on the way in: the unit that hears nothing tests its interface, fails, and is replaced', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.bench.trouble.primary.impair(inside, { direction: 'in', loss: 1 });
    await pair.until(
      async () => (await healthOf(pair, 'primary', 'inside'))[0]?.startsWith('Testing') ?? false,
    );
    expect((await healthOf(pair, 'secondary', 'inside'))[0]).to.equal('Normal (Monitored)');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(await pair.stateOf('primary')).to.equal('Failed');
    pair.bench.trouble.primary.repair(inside);
    await pair.steady('secondary');
    pair.close();
  });

  it('on the way out: its mate hears nothing and tests, but is answered by others; nobody fails', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.bench.trouble.primary.impair(inside, { direction: 'out', loss: 1 });
    await pair.until(
      async () => (await healthOf(pair, 'secondary', 'inside'))[0]?.startsWith('Testing') ?? false,
    );
    expect((await healthOf(pair, 'primary', 'inside'))[0]).to.equal('Normal (Monitored)');
    const { sent, lost } = await pair.lostDuring(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    // What goes inwards leaves over the bad cable.
    expect(lost).to.deep.equal({ out: 0, in: sent });
    pair.close();
  });

  it('damages frames that the switch counts as errors where they come in', async () => {
    const pair = await new PlayedPair().bootstrap();
    const port = pair.bench.switches[0]!.ports.find(({ alias }) => alias === `primary ${inside}`)!;
    await pair.lostDuring(100);
    expect(port.damaged).to.equal(0);
    pair.bench.trouble.primary.impair(inside, { direction: 'out', loss: 0.5 });
    const before = port.received.octets;
    await pair.lostDuring(1000);
    expect(port.damaged).to.be.within(30, 80);
    expect(port.received.octets).to.be.greaterThan(before);
    pair.close();
  });

  it('is equally bad for the same seed', async () => {
    const damaged = async (seed: number): Promise<number> => {
      const pair = await new PlayedPair({ seed }).bootstrap();
      pair.bench.trouble.primary.impair(inside, { direction: 'out', loss: 0.5 });
      await pair.lostDuring(2000);
      pair.close();
      return pair.bench.switches[0]!.ports.find(({ alias }) => alias === `primary ${inside}`)!.damaged;
    };
    const [one, again, other] = [await damaged(1), await damaged(1), await damaged(2)];
    expect(again).to.equal(one);
    expect(other).to.not.equal(one);
  });
});

describe('a failover link over a long distance', () => {
  const isFailed = async (pair: PlayedPair): Promise<boolean> =>
    (await pair.ask('primary', 'show failover')).some((line) =>
      /^Failover LAN Interface: .*failed/i.test(line),
    );

  for (const [what, how] of [
    ['a delay of 1 s, and a hold time of 3 s', { delayMs: 1000 }],
    ['a jitter of 2 s, by which hellos overtake each other', { jitterMs: 2000 }],
    ['a third of the frames lost', { loss: 0.33 }],
    ['every frame twice', { duplicates: 1 }],
  ] as const)
    it(`with ${what}: nobody notices`, async () => {
      const pair = await new PlayedPair().bootstrap();
      pair.bench.trouble.primary.impair(failoverLink, { direction: 'in', ...how });
      for (let times = 0; times < 60; times += 1) {
        await pair.clock.advance(480);
        expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
      }
      expect((await pair.lostDuring(300)).lost).to.deep.equal({ out: 0, in: 0 });
      pair.close();
    });

  it('with a delay that grows beyond the hold time: the link fails and comes back, the mate answers elsewhere', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.bench.trouble.secondary.impair(failoverLink, { delayMs: 6000 });
    await pair.until(() => isFailed(pair), 5000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    await pair.until(async () => !(await isFailed(pair)), 5000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    pair.close();
  });

  it('with jitter and duplicates replicates commands in their order and once, and lets a unit join', async () => {
    const pair = await new PlayedPair().bootstrap();
    pair.bench.trouble.primary.impair(failoverLink, { jitterMs: 400, duplicates: 0.5 });
    for (let step = 0; step < 8; step += 1)
      await pair.configure('primary', [
        `interface GigabitEthernet0/${step % 2}`,
        `description step ${step}`,
        'exit',
        `access-list T${step} extended permit udp any any`,
        `no access-list T${step} extended permit udp any any`,
        `access-list T${step} extended permit tcp any any`,
      ]);
    await pair.clock.advance(3000);
    const lines = await commonLines(pair, 'primary');
    expect(lines.filter((line) => line.startsWith('access-list T'))).to.have.lengthOf(8);
    expect(await commonLines(pair, 'secondary')).to.deep.equal(lines);
    pair.power('secondary', 'off');
    await pair.clock.advance(500);
    pair.power('secondary', 'on');
    await pair.clock.advance(4000);
    await pair.enable('secondary');
    await pair.steady('primary');
    expect(await commonLines(pair, 'secondary')).to.deep.equal(lines);
    pair.close();
  });
});

describe('a crossover cable', () => {
  for (const crossover of [true, false])
    it(
      crossover ? 'takes the link from both units' : 'is none: behind a switch only one unit loses it',
      async () => {
        const pair = new PlayedPair(
          {},
          crossover ? simulated(`crossover: [${failoverLink}]`) : testTopology(),
        );
        await pair.bootstrap();
        const linkOf = async (unit: UnitName): Promise<string | undefined> =>
          (await pair.ask(unit, 'show interface ip brief'))
            .find((row) => row.startsWith(failoverLink))
            ?.slice(-6)
            .trim();
        const ports = pair.bench.switches[0]!.ports.filter(({ alias }) => alias.endsWith(failoverLink));
        expect(ports).to.have.lengthOf(crossover ? 0 : 2);
        expect([await linkOf('primary'), await linkOf('secondary')]).to.deep.equal(['up', 'up']);
        pair.bench.trouble.secondary.pullCable(failoverLink);
        await pair.clock.advance(100);
        expect([await linkOf('primary'), await linkOf('secondary')]).to.deep.equal([
          crossover ? 'down' : 'up',
          'down',
        ]);
        await pair.clock.advance(5000);
        expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
        pair.bench.trouble.secondary.plugCable(failoverLink);
        await pair.steady('primary');
        // A unit that is off has no light for its mate either.
        pair.power('secondary', 'off');
        await pair.clock.advance(500);
        expect(await linkOf('primary')).to.equal(crossover ? 'down' : 'up');
        pair.close();
      },
    );
});
