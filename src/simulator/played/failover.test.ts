import { expect } from 'chai';
import type { LearningSwitch } from '../fabric/switch/learning-switch.ts';
import { isolationVlan } from '../fabric/switch/vlan-numbers.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

/** The unit hold time of the test pair, with the poll time that a hello may be old already, and the promotion. */
const takeoverMs = { least: 2400, most: 3300 };

async function outageMs(pair: PlayedPair, forMs: number): Promise<number> {
  const { lost } = await pair.lostDuring(forMs);
  return Math.max(lost['out'] ?? 0, lost['in'] ?? 0) * 10;
}

/** Moves a switch port into a VLAN where nobody else is, or back: its link stays up. */
function isolate(pair: PlayedPair, name: string, away = true): void {
  const sw = pair.bench.switches[0] as LearningSwitch;
  const port = sw.portNamed(name)!;
  sw.setVlan(port.index, away ? isolationVlan.id : port.home);
}

function macOf(text: string): string | undefined {
  return /MAC address (\S+),/.exec(text)?.[1];
}

async function run(seed: number): Promise<string> {
  const pair = await new PlayedPair({ seed }).bootstrap();
  pair.power('primary', 'off');
  await pair.lostDuring(5000);
  await pair.ask('secondary', 'show failover history');
  pair.close();
  return `${pair.clock.nowMs()} ${pair.printed.primary} ${pair.printed.secondary}`;
}

describe('a simulated pair on the virtual clock', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  it('comes from blank flash to Active and Standby Ready, and passes traffic both ways', async () => {
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('says on both consoles what the guides say of replication', () => {
    const sending =
      /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate\r\n/;
    expect(pair.printed.primary).to.match(sending);
    expect(pair.printed.secondary).to.match(
      /\tDetected an Active mate\r\nBeginning configuration replication from mate\.\r\nEnd configuration replication from mate\.\r\n/,
    );
  });

  it('fails over when the active unit loses power, once the hold time is over, and not back', async () => {
    pair.power('primary', 'off');
    const outage = await outageMs(pair, 6000);
    expect(outage).to.be.within(takeoverMs.least, takeoverMs.most);
    expect(await pair.stateOf('secondary')).to.equal('Active');
    expect(await pair.stateOf('secondary', 'Other')).to.equal('Failed');
    expect(pair.printed.secondary).to.include('\r\n\tSwitching to Active\r\n');
    const rows = (await pair.ask('secondary', 'show failover')).join('\n');
    expect(rows).to.include('Interface inside (10.1.1.1): Normal (Waiting)');
    expect(rows).to.include('Interface inside (10.1.1.2): Unknown (Monitored)');

    pair.power('primary', 'on');
    expect(await outageMs(pair, 8000)).to.equal(0);
    await pair.enable('primary');
    await pair.steady('secondary');
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
  });

  it('marks a standby unit without power as failed, and goes on', async () => {
    pair.power('secondary', 'off');
    expect(await outageMs(pair, 6000)).to.equal(0);
    expect(await pair.stateOf('primary')).to.equal('Active');
    expect(await pair.stateOf('primary', 'Other')).to.equal('Failed');
  });

  it('fails over within an interface poll time when the link of a monitored interface is gone', async () => {
    pair.port('primary', 1, 'down');
    expect(await outageMs(pair, 3000)).to.be.within(10, 750);
    expect(await pair.states()).to.deep.equal({ primary: 'Failed', secondary: 'Active' });
    const rows = (await pair.ask('primary', 'show failover')).join('\n');
    expect(rows).to.include('Interface inside (10.1.1.2): No Link (Waiting)');
    expect((await pair.ask('primary', 'show failover state')).join('\n')).to.match(
      /Failed {9}Ifc Failure +\d\d:/,
    );

    pair.port('primary', 1, 'up');
    await pair.until(async () => (await pair.stateOf('primary')) === 'Standby Ready');
    expect(await pair.stateOf('secondary')).to.equal('Active');
  });

  it('does not fail over to a standby unit with as many failed interfaces', async () => {
    pair.port('secondary', 0, 'down');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    pair.port('primary', 1, 'down');
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Failed' });

    pair.port('secondary', 0, 'up');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(await pair.stateOf('primary')).to.equal('Failed');
  });

  it('does not fail over when the failover link is down in operation, and marks it failed', async () => {
    pair.port('primary', 2, 'down');
    expect(await outageMs(pair, 10_000)).to.equal(0);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    for (const unit of ['primary', 'secondary'] as const) {
      const [, , line] = await pair.ask(unit, 'show failover');
      expect(line).to.equal('Failover LAN Interface: folink GigabitEthernet0/2 (Failed - No Switchover)');
    }
    expect((await pair.ask('secondary', 'failover active')).join()).to.include('ERROR');
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');

    pair.port('primary', 2, 'up');
    await pair.until(async () => {
      const [, , line] = await pair.ask('secondary', 'show failover');
      return line === 'Failover LAN Interface: folink GigabitEthernet0/2 (up)';
    });
    await pair.steady('primary');
  });

  it('has two active units when the failover link is down at startup, and one once it is back', async () => {
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    pair.port('primary', 2, 'down');
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'on');
    await pair.clock.advance(10_000);
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Active' });

    pair.port('primary', 2, 'up');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready');
    expect(await pair.stateOf('primary')).to.equal('Active');
  });

  it('counts new poll and hold times from when they are set, and fails nothing for its silence before', async () => {
    const slow = ['failover polltime unit 15 holdtime 45', 'failover polltime interface 15 holdtime 75'];
    const fast = [
      'failover polltime interface msec 500 holdtime 5',
      'failover polltime unit msec 200 holdtime msec 800',
    ];
    await pair.configure('primary', ['logging enable', 'logging buffered debugging', ...slow]);
    await pair.say('primary', 'write memory', 500);
    // The units look at their interfaces at different moments from now on.
    await pair.clock.advance(7000);
    pair.power('secondary', 'off');
    pair.power('secondary', 'on');
    await pair.clock.advance(120_000);
    await pair.enable('secondary');
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    await pair.say('primary', 'clear logging buffer');
    for (const line of fast) {
      await pair.configure('primary', [line]);
      await pair.clock.advance(20_000);
    }
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    for (const unit of ['primary', 'secondary'] as const)
      expect((await pair.ask(unit, 'show logging')).join('\n'), unit).to.not.match(
        /Testing Interface|Lost Failover communications|No response/,
      );
    pair.power('primary', 'off');
    await pair.clock.advance(1500);
    expect(await pair.stateOf('secondary')).to.equal('Active');
  });

  it('marks the failover link as failed beside a mate that boots and is not heard there, though its port is up', async () => {
    const linkLine = async (): Promise<string | undefined> =>
      (await pair.ask('primary', 'show failover'))[2]?.replace('Failover LAN Interface: folink ', '');
    pair.power('secondary', 'off');
    await pair.clock.advance(5000);
    isolate(pair, 'Gi1/0/5');
    pair.power('secondary', 'on');
    await pair.clock.advance(5000);
    expect(await linkLine()).to.equal('GigabitEthernet0/2 (up)');
    await pair.clock.advance(10_000);
    expect(await linkLine()).to.equal('GigabitEthernet0/2 (Failed - No Switchover)');
    await pair.enable('secondary');
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Active' });

    isolate(pair, 'Gi1/0/5', false);
    await pair.until(async () => (await linkLine()) === 'GigabitEthernet0/2 (up)');
    await pair.steady('primary');
  });

  it('makes the primary unit active when both start together', async () => {
    await pair.say('secondary', 'failover active', 1000);
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'on');
    await pair.clock.advance(8000);
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    await pair.steady('primary');
  });

  it('lets a unit that starts alone become active, and the other join it', async () => {
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    pair.power('secondary', 'on');
    await pair.clock.advance(8000);
    await pair.enable('secondary');
    expect(await pair.stateOf('secondary')).to.equal('Active');
    pair.power('primary', 'on');
    await pair.clock.advance(4000);
    await pair.enable('primary');
    await pair.steady('secondary');
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('is forced over and back by command, with a short outage', async () => {
    await pair.say('primary', 'no failover active', 0);
    expect(await outageMs(pair, 1000)).to.be.at.most(230);
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
    expect(pair.printed.primary).to.match(
      /no failover active\r\nwall\/pri\/act# \r\n\tSwitching to Standby\r\nwall\/pri\/stby# /,
    );
    await pair.steady('secondary');
    await pair.say('primary', 'failover active', 1000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    const history = (await pair.ask('secondary', 'show failover history')).join('\n');
    expect(history).to.include(
      'Active                     Standby Ready              Other unit wants me Standby',
    );
  });

  it('is not forced over by a command that does not reach the active unit: the failover link has just failed', async () => {
    pair.port('primary', 2, 'down');
    await pair.say('secondary', 'failover active', 500);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    expect(pair.printed.secondary).to.not.include('Switching to Active');
  });

  it('keeps the addresses of the network: hosts see one MAC address, whoever is active', async () => {
    const before = (await pair.ask('primary', 'show interface GigabitEthernet0/1')).join('\n');
    await pair.say('primary', 'no failover active', 1000);
    const after = (await pair.ask('secondary', 'show interface GigabitEthernet0/1')).join('\n');
    expect(macOf(after))
      .to.equal(macOf(before))
      .and.to.match(/^5897\.1e/);
    expect(after).to.include('IP address 10.1.1.1, subnet mask 255.255.255.0');
  });

  it('takes over when the active unit crashes, and says so on the way down', async () => {
    await pair.say('primary', 'crashinfo force page-fault');
    await pair.say('primary', '');
    expect(pair.printed.primary).to.include('Rebooting... (status 0x8b)');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
  });

  it('keeps its roles when failover is turned off, and picks them up again', async () => {
    await pair.configure('primary', ['no failover']);
    expect((await pair.ask('primary', 'show failover'))[0]).to.equal('Failover Off ');
    expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
    expect(await pair.say('secondary', '')).to.match(/wall\/sec\/stbyNoFailover# $/);
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
    await pair.configure('primary', ['failover']);
    await pair.configure('secondary', ['failover']);
    await pair.steady('primary');
  });

  it('obeys failover reset, and fails again if the cause persists', async () => {
    pair.port('secondary', 0, 'down');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    await pair.say('primary', 'failover reset', 50);
    const history = (await pair.ask('secondary', 'show failover history')).join('\n');
    expect(history).to.include(
      'Failed                     Standby Ready              Set by the config command',
    );
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
  });
});

describe('a simulated pair, further', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  it('makes the standby unit active as soon as its mate says that it has just booted', async () => {
    pair.power('primary', 'off');
    await pair.clock.advance(150);
    pair.power('primary', 'on');
    expect(await outageMs(pair, 4000)).to.be.within(2000, 2600);
    expect(await pair.stateOf('secondary')).to.equal('Active');
    const history = (await pair.ask('secondary', 'show failover history')).join('\n');
    expect(history).to.include('Standby Ready              Just Active                No Active unit found');
  });

  it('says in its failover state whose configuration it has, and both where it was both', async () => {
    const synced = async (unit: 'primary' | 'secondary') =>
      (await pair.ask(unit, 'show failover state')).filter((line) => line.startsWith('\tSync Done'));
    expect(await synced('primary')).to.deep.equal(['\tSync Done']);
    expect(await synced('secondary')).to.deep.equal(['\tSync Done - STANDBY']);
    pair.power('primary', 'off');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(await synced('secondary')).to.deep.equal(['\tSync Done - STANDBY']);
    pair.power('primary', 'on');
    await pair.steady('secondary');
    await pair.enable('primary');
    expect(await synced('primary')).to.deep.equal(['\tSync Done - STANDBY']);
    expect(await synced('secondary')).to.deep.equal(['\tSync Done', '\tSync Done - STANDBY']);
  });

  it('goes on when the state link is down, and says that it is', async () => {
    pair.port('secondary', 3, 'down');
    expect(await outageMs(pair, 6000)).to.equal(0);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    const there = (await pair.ask('secondary', 'show failover')).join('\n');
    expect(there).to.include('\tLink : stlink GigabitEthernet0/3 (down)\n');
  });

  it('does not fail over while the failover link is down, not even to replace a dead mate', async () => {
    pair.port('secondary', 2, 'down');
    await pair.clock.advance(5000);
    pair.power('primary', 'off');
    await pair.clock.advance(30_000);
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
  });

  it('makes the primary unit active when the units get power within a hold time of each other', async () => {
    for (const unit of ['primary', 'secondary'] as const) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    pair.power('secondary', 'on');
    await pair.clock.advance(1500);
    pair.power('primary', 'on');
    await pair.clock.advance(8000);
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    await pair.steady('primary');
  });

  it('sends a unit that was taking half a configuration back to its flash', async () => {
    pair.power('secondary', 'off');
    await pair.clock.advance(5000);
    pair.power('secondary', 'on');
    await pair.until(() =>
      pair.printed.secondary.endsWith('Beginning configuration replication from mate.\r\n'),
    );
    pair.power('primary', 'off');
    await pair.until(() => pair.printed.secondary.endsWith('Reading from flash...\r\n!!.\r\n'));
    await pair.clock.advance(6000);
    await pair.enable('secondary');
    expect(await pair.stateOf('secondary')).to.equal('Active');
    expect((await pair.ask('secondary', 'show running-config')).join('\n')).to.include('hostname wall');
  });
});

describe('the failover time of a simulated pair', () => {
  /** Unit poll and hold, interface poll and hold, as configured, with the same in milliseconds. */
  const timers = [
    ['msec 200 holdtime msec 800', 'msec 500 holdtime 5', 200, 800, 500, 5000],
    ['1 holdtime 15', '5 holdtime 25', 1000, 15_000, 5000, 25_000],
    ['15 holdtime 45', '15 holdtime 75', 15_000, 45_000, 15_000, 75_000],
  ] as const;
  /** From `just-active` to packets that pass again. */
  const promotionMs = 250;

  for (const [unit, each, unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs] of timers) {
    it(`follows from its timers: ${unit}, ${each}`, async () => {
      const pair = await new PlayedPair().bootstrap();
      await pair.configure('primary', [
        `failover polltime unit ${unit}`,
        `failover polltime interface ${each}`,
      ]);
      await pair.clock.advance(4 * interfacePollMs);

      pair.port('primary', 1, 'down');
      const linkMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active', 120_000);
      expect(linkMs).to.be.at.most(interfacePollMs + promotionMs);
      pair.port('primary', 1, 'up');
      await pair.until(async () => (await pair.stateOf('primary')) === 'Standby Ready', 120_000);
      await pair.clock.advance(4 * interfacePollMs + unitPollMs);

      isolate(pair, 'Gi1/0/4');
      const testedMs = await pair.until(async () => (await pair.stateOf('primary')) === 'Active', 200_000);
      const latestMs = interfaceHoldMs + interfacePollMs + unitPollMs + promotionMs;
      expect(testedMs).to.be.within(interfaceHoldMs - interfacePollMs - 50, latestMs);
      isolate(pair, 'Gi1/0/4', false);
      await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready', 200_000);
      await pair.clock.advance(2 * unitPollMs);

      pair.power('primary', 'off');
      const deadMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active', 120_000);
      expect(deadMs).to.be.within(unitHoldMs - unitPollMs, unitHoldMs + 100 + promotionMs);
      pair.close();
    });
  }
});

describe('interface tests of a simulated pair', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  it('follow a percentage policy: one of two interfaces is 50%', async () => {
    await pair.configure('primary', ['failover interface-policy 100%']);
    pair.port('primary', 1, 'down');
    await pair.clock.advance(5000);
    expect(await pair.stateOf('primary')).to.equal('Active');
    await pair.configure('primary', ['failover interface-policy 50%']);
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(await pair.stateOf('primary')).to.equal('Failed');
  });

  it('do not count an interface that is not monitored', async () => {
    await pair.configure('primary', ['no monitor-interface inside']);
    pair.port('primary', 1, 'down');
    await pair.clock.advance(5000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    const rows = (await pair.ask('primary', 'show failover')).join('\n');
    expect(rows).to.include('Interface inside (10.1.1.1): No Link (Not-Monitored)');
    expect(rows).to.include('Monitored Interfaces 1 of');
  });

  it('never begin without a standby address: the interface is waiting, but its link is still watched', async () => {
    await pair.configure('primary', ['interface GigabitEthernet0/1', 'ip address 10.1.1.1 255.255.255.0']);
    await pair.clock.advance(20_000);
    for (const unit of ['primary', 'secondary'] as const) {
      const rows = (await pair.ask(unit, 'show failover')).join('\n');
      expect(rows, unit).to.include('Interface inside (10.1.1.1): Normal (Waiting)');
      expect(rows, unit).to.include('Interface inside (0.0.0.0): Normal (Waiting)');
      expect(rows, unit).to.include('Interface outside (203.0.113.1): Normal (Monitored)');
    }
    isolate(pair, 'Gi1/0/3');
    await pair.clock.advance(20_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    isolate(pair, 'Gi1/0/3', false);
    pair.port('primary', 1, 'down');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
  });
});

describe('a connection problem behind an interface whose link is up', () => {
  it('is found by the tests at the end of the interface hold time, on the side that hears nothing', async () => {
    const pair = await new PlayedPair().bootstrap();
    isolate(pair, 'Gi1/0/3');
    await pair.clock.advance(3500);
    const testing = (await pair.ask('primary', 'show failover')).join('\n');
    expect(testing).to.include('Interface inside (10.1.1.1): Testing (Monitored)');
    const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(3500 + tookMs).to.be.within(4500, 6200);
    const rows = (await pair.ask('secondary', 'show failover')).join('\n');
    expect(rows).to.include('Interface inside (10.1.1.2): Failed (Waiting)');
    expect(await pair.stateOf('primary')).to.equal('Failed');

    isolate(pair, 'Gi1/0/3', false);
    await pair.until(async () => (await pair.stateOf('primary')) === 'Standby Ready');
    await pair.steady('secondary');
    pair.close();
  });

  it('makes the unit fail again after failover reset, and not the healthy one beside it', async () => {
    for (const waitMs of [6000, 9000, 20_000]) {
      for (const unit of ['primary', 'secondary'] as const) {
        const pair = await new PlayedPair().bootstrap();
        isolate(pair, 'Gi1/0/4');
        await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
        await pair.clock.advance(waitMs);
        await pair.say(unit, 'failover reset', 50);
        expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
        const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) !== 'Standby Ready');
        expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Failed' });
        expect(tookMs).to.be.within(4500, 6200);
        pair.close();
      }
    }
  });

  it("is nobody's fault when neither side hears anything: unknown, and no failover", async () => {
    const topology = testTopology((text) =>
      text.replace(/ {2}- \{ name: (out|in), .*\n/g, '').replace('flows:', 'flows: []'),
    );
    const pair = await new PlayedPair({}, topology).bootstrap();
    isolate(pair, 'Gi1/0/3');
    await pair.clock.advance(20_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    for (const unit of ['primary', 'secondary'] as const) {
      expect((await pair.ask(unit, 'show failover')).join('\n')).to.match(
        /inside \(10\.1\.1\.\d\): Unknown \(Waiting\)/,
      );
    }
    pair.close();
  });
});

describe('failover keys of a simulated pair', () => {
  it('encrypt the failover link when they are the same', async () => {
    const pair = await new PlayedPair().bootstrap(['failover key sesame']);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    expect((await pair.ask('primary', 'show running-config failover')).join('\n')).to.include(
      'failover key *****',
    );
    pair.close();
  });

  it('keep the units apart when they differ, and both say why', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    await pair.configure('primary', ['prompt hostname', 'failover lan unit primary']);
    for (const unit of ['primary', 'secondary'] as const) {
      await pair.configure(unit, [
        'failover lan interface folink GigabitEthernet0/2',
        'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
        'interface GigabitEthernet0/2',
        'no shutdown',
        `failover key ${unit}`,
        'failover',
      ]);
    }
    await pair.clock.advance(40_000);
    for (const unit of ['primary', 'secondary'] as const) {
      expect(pair.printed[unit]).to.include(
        'Failover message decryption failure. Please make sure both units have',
      );
      expect(await pair.stateOf(unit)).to.equal('Active');
    }
    pair.close();
  });
});

describe('the same seed', () => {
  it('gives the same run, byte for byte', async () => {
    const [first, again, other] = [await run(7), await run(7), await run(8)];
    expect(again).to.equal(first);
    expect(other).not.to.equal(first);
  });
});
