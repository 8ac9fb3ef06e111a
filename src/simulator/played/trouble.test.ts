import { expect } from 'chai';
import type { SimulatedBenchOptions } from '../bench.ts';
import { PlayedPair, primaryLines, secondaryLines, testTopology } from './played-pair.test-support.ts';

const units = ['primary', 'secondary'] as const;
const logging = ['logging enable', 'logging standby', 'logging trap 6', 'logging host inside 10.1.1.77'];

/** A unit hold time of the test pair, its unit poll time, and the promotion. */
const takeoverMs = { least: 2400, most: 3300 };

function logOf(pair: PlayedPair): string[] {
  const texts: string[] = [];
  pair.bench.onSyslog((unit, _host, _port, text) => texts.push(`${unit}: ${text.slice(5, -1)}`));
  return texts;
}

/** Both units configured and turned on, whatever comes of it. */
async function turnedOn(
  made: SimulatedBenchOptions['made'],
  secondary: readonly string[] = secondaryLines,
): Promise<{ pair: PlayedPair; heard: string[] }> {
  const pair = new PlayedPair(made ? { made } : {});
  const heard = logOf(pair);
  await pair.clock.advance(2500);
  for (const unit of units) await pair.enable(unit);
  await pair.configure('primary', [...primaryLines, ...logging, 'failover']);
  await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
  await pair.configure('secondary', [...secondary, 'failover']);
  return { pair, heard };
}

describe('a unit that hangs', () => {
  it('answers nothing, holds its links, and is replaced after the hold time; power brings it back', async () => {
    const pair = await new PlayedPair().bootstrap();
    const shell = pair.bench.units.primary.openShell('lab');
    let ended = false;
    shell.onClosed(() => (ended = true));
    pair.bench.trouble.primary.hang();
    expect(await pair.say('primary', 'show clock')).to.equal('');
    expect(pair.bench.units.primary).to.include({ powered: true, reachable: false });
    expect(pair.bench.units.primary.checkPassword('lab', 'labpass')).to.equal(false);
    const ports = pair.bench.switches[0]!.ports.filter(({ alias }) => alias.startsWith('primary'));
    expect(ports.map(({ oper }) => oper)).to.deep.equal(['up', 'up', 'up', 'up']);
    const { lost } = await pair.lostDuring(6000);
    expect((lost['out'] ?? 0) * 10).to.be.within(takeoverMs.least, takeoverMs.most);
    expect(await pair.stateOf('secondary')).to.equal('Active');
    expect(await pair.stateOf('secondary', 'Other')).to.equal('Failed');
    await pair.clock.advance(60_000);
    expect(await pair.say('primary', '')).to.equal('');
    expect(ended).to.equal(false);

    pair.power('primary', 'off');
    await pair.clock.advance(500);
    expect(ended).to.equal(true);
    pair.power('primary', 'on');
    await pair.clock.advance(4000);
    await pair.enable('primary');
    await pair.steady('secondary');
    pair.close();
  });

  it('is one that has the defect and crashes', async () => {
    const pair = await new PlayedPair({ defects: [{ defect: 'hangs-on-crash' }] }).bootstrap();
    await pair.say('primary', 'crashinfo force page-fault');
    await pair.say('primary', '', 10_000);
    expect(pair.printed.primary).to.not.include('Rebooting');
    expect(pair.bench.units.primary.powered).to.equal(true);
    expect(await pair.stateOf('secondary')).to.equal('Active');
    pair.close();
  });
});

describe('a service card', () => {
  const module = { model: 'SSM-IDS-20', hardware: '1.0', software: '5.0(0.11)S91(0.11)' };
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair({ made: { primary: { module }, secondary: { module } } }).bootstrap();
    await pair.configure('primary', logging);
    await pair.clock.advance(500);
  });

  afterEach(() => pair.close());

  it('is shown for both units', async () => {
    const row = '\t\tslot 1: SSM-IDS-20 hw/sw rev (1.0/5.0(0.11)S91(0.11)) status (Up)';
    for (const unit of units) {
      const rows = (await pair.ask(unit, 'show failover')).filter((line) => line.includes('slot 1'));
      expect(rows, unit).to.deep.equal([row, row]);
    }
    expect((await pair.ask('primary', 'show module')).join('\n')).to.match(/ {2}1 .*SSM-IDS-20[^]* {2}1 Up /);
  });

  it('makes the active unit fail over within two seconds when it dies, and standby when it is mended', async () => {
    const heard = logOf(pair);
    pair.bench.trouble.primary.breakModule();
    const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(tookMs).to.be.at.most(2300);
    expect(await pair.states()).to.deep.equal({ primary: 'Failed', secondary: 'Active' });
    const there = (await pair.ask('secondary', 'show failover')).join('\n');
    expect(there).to.match(/Other host: Primary - Failed [^]*slot 1: SSM-IDS-20 .* status \(Unresponsive\)/);
    expect(there.match(/Interface \S+ \(\S+\): (Failed|No Link)/)).to.equal(null);
    expect((await pair.ask('primary', 'show failover history')).join('\n')).to.include(
      'Active                     Failed                     Detected service card failure',
    );
    expect((await pair.ask('secondary', 'show failover history')).join('\n')).to.include(
      'Standby Ready              Just Active                Service card in other unit has failed',
    );
    expect((await pair.ask('secondary', 'show failover state')).join('\n')).to.match(
      /Failed +Service card failure +\d\d:/,
    );
    await pair.clock.advance(1000);
    expect(heard).to.include.members([
      'secondary: %ASA-1-104001: (Secondary) Switching to ACTIVE - Service card in other unit has failed.',
      'secondary: %ASA-1-103005: (Secondary) Other firewall reporting failure. Reason: SSM card failure',
      'primary: %ASA-1-104003: (Primary) Switching to FAILED.',
    ]);

    pair.bench.trouble.primary.mendModule();
    await pair.until(async () => (await pair.stateOf('primary')) === 'Standby Ready');
    expect(await pair.stateOf('secondary')).to.equal('Active');
  });

  it('leaves the failed unit open to failover exec', async () => {
    pair.bench.trouble.secondary.breakModule();
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed');
    expect(await pair.ask('primary', 'failover exec standby show version | include Serial')).to.deep.equal([
      'Serial Number: TST0000000B',
    ]);
  });

  it('does not matter when the card of the mate is dead as well', async () => {
    pair.bench.trouble.secondary.breakModule();
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    pair.bench.trouble.primary.breakModule();
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Failed' });
  });

  it('can be shut down and reset from the command line', async () => {
    await pair.say('primary', 'hw-module module 1 shutdown');
    expect(await pair.say('primary', '')).to.include('Shutdown issued for module in slot 1');
    await pair.until(async () => (await pair.stateOf('primary')) === 'Failed');
    expect((await pair.ask('primary', 'show failover')).join('\n')).to.include('status (Shut Down)');
    await pair.say('primary', 'hw-module module 1 reset noconfirm');
    await pair.until(async () => (await pair.stateOf('primary')) === 'Standby Ready');
    expect((await pair.ask('primary', 'show failover')).join('\n')).to.not.include('Shut Down');
  });

  it('keeps the unit failed although failover reset says that it is not', async () => {
    pair.bench.trouble.secondary.breakModule();
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed');
    await pair.say('primary', 'failover reset', 50);
    expect((await pair.ask('secondary', 'show failover history')).join('\n')).to.include(
      'Failed                     Standby Ready              Set by the config command',
    );
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Failed', 3000);
  });
});

describe('a monitored interface that is shut down by its administrator', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.configure('primary', logging);
    await pair.clock.advance(500);
  });

  afterEach(() => pair.close());

  it('is shut down on both units, and counts for nothing', async () => {
    const heard = logOf(pair);
    await pair.configure('primary', ['interface GigabitEthernet0/0', 'shutdown']);
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    for (const unit of units) {
      const shown = (await pair.ask(unit, 'show failover')).join('\n');
      expect(shown.match(/Interface outside \(\S+\): Link Down \(Shutdown\)/g), unit).to.have.length(2);
      expect(await pair.ask(unit, 'show interface ip brief')).to.satisfy((rows: string[]) =>
        rows.some((row) => row.startsWith('GigabitEthernet0/0 ') && row.includes('administratively down')),
      );
    }
    expect(heard).to.include(
      'primary: %ASA-4-411003: Configuration status on interface outside changed state to downup',
    );
    await pair.configure('primary', ['interface GigabitEthernet0/0', 'no shutdown']);
    await pair.steady('primary');
    expect(heard).to.include(
      'primary: %ASA-4-411004: Configuration status on interface outside changed state to up',
    );
  });

  it('is no failure where it is shut down on the standby unit alone', async () => {
    await pair.configure('secondary', ['interface GigabitEthernet0/0', 'shutdown']);
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    const shown = (await pair.ask('primary', 'show failover')).join('\n');
    expect(shown).to.include('Interface outside (203.0.113.1): Normal (Waiting)');
    expect(shown).to.include('Interface outside (203.0.113.2): Link Down (Shutdown)');
  });
});

describe('a link that is lost', () => {
  for (const end of ['unit', 'switch'] as const) {
    it(`at the end of the ${end} fails the unit over, and the ${end} shows where`, async () => {
      const pair = await new PlayedPair().bootstrap();
      const { trouble } = pair.bench;
      if (end === 'unit') trouble.primary.pullCable('GigabitEthernet0/1');
      else pair.port('primary', 1, 'down');
      const tookMs = await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
      expect(tookMs).to.be.at.most(800);
      expect(await pair.stateOf('primary')).to.equal('Failed');
      const port = pair.bench.switches[0]!.ports.find(({ name }) => name === 'Gi1/0/3');
      expect(port).to.include({ oper: 'down', admin: end === 'unit' ? 'up' : 'down' });
      const brief = (await pair.ask('primary', 'show interface ip brief')).join('\n');
      expect(brief)
        .to.match(/GigabitEthernet0\/1 .* down +down/)
        .and.not.match(/0\/1 .*administratively/);
      if (end === 'unit') trouble.primary.plugCable('GigabitEthernet0/1');
      else pair.port('primary', 1, 'up');
      await pair.steady('secondary');
      pair.close();
    });
  }

  it('may be pulled twice, and is plugged once', async () => {
    const pair = await new PlayedPair().bootstrap();
    const { primary } = pair.bench.trouble;
    for (const one of ['GigabitEthernet0/3', 'GigabitEthernet0/3', 'nowhere']) primary.pullCable(one);
    await pair.clock.advance(1000);
    expect((await pair.ask('primary', 'show failover')).join('\n')).to.include(
      'Link : stlink GigabitEthernet0/3 (down)',
    );
    for (const one of ['GigabitEthernet0/3', 'GigabitEthernet0/3']) primary.plugCable(one);
    await pair.clock.advance(1000);
    expect((await pair.ask('primary', 'show failover')).join('\n')).to.include(
      'Link : stlink GigabitEthernet0/3 (up)',
    );
    pair.close();
  });
});

describe('two primary units', () => {
  it('have one address on the failover link, never hear each other, and are both active', async () => {
    const { pair, heard } = await turnedOn(undefined, [...secondaryLines, 'failover lan unit primary']);
    await pair.clock.advance(20_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Active' });
    for (const unit of units) {
      const shown = await pair.ask(unit, 'show failover interface');
      expect(shown[2], unit).to.equal('\t\tMy IP Address    : 172.31.0.1');
    }
    expect(pair.printed.secondary).to.not.include('Detected an Active mate');
    heard.splice(0);
    await pair.configure('secondary', [
      'interface GigabitEthernet0/1',
      'nameif inside',
      'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2',
      'no shutdown',
    ]);
    await pair.clock.advance(1000);
    expect(heard.join('\n')).to.match(
      /primary: %ASA-4-405001: Received ARP request collision from 10\.1\.1\.1\/5897\S+ on interface inside/,
    );
    await pair.configure('secondary', ['failover lan unit secondary']);
    await pair.steady('primary');
    pair.close();
  });
});

describe('units that are not alike', () => {
  const cases: readonly {
    readonly what: string;
    readonly made?: SimulatedBenchOptions['made'];
    readonly secondary?: readonly string[];
    readonly says: string;
    /** Nothing if no message is known. */
    readonly logs?: string;
    readonly reason: string;
  }[] = [
    {
      what: 'in their licence',
      made: { secondary: { licence: { 'AnyConnect for Cisco VPN Phone': 'Enabled' } } },
      says: "Mate's license (AnyConnect for Cisco VPN Phone Disabled) is not compatible with my license (AnyConnect for Cisco VPN Phone Enabled). Failover will be disabled.",
      logs: 'primary: %ASA-1-105045: (Primary) Mate license (AnyConnect for Cisco VPN Phone Enabled) is not compatible with my license (AnyConnect for Cisco VPN Phone Disabled).',
      reason: 'Other unit has different license',
    },
    {
      what: 'in the major version of their software',
      made: { secondary: { firmware: '8.4(5)' } },
      says: '   Mate version 9.2(4) is not compatible with ours 8.4(5)',
      logs: 'primary: %ASA-1-103006: (Primary) Mate version 8.4(5) is not compatible with ours 9.2(4).',
      reason: 'Other unit has different software version',
    },
    {
      what: 'in their chassis',
      made: { secondary: { model: 'ASA5515' } },
      says: "Mate's chassis (ASA5525) is different from my chassis (ASA5515). Failover will be disabled.",
      logs: 'primary: %ASA-1-105046: (Primary) Mate has a different chassis',
      reason: 'Other unit has different chassis configuration',
    },
    {
      what: 'in their RAM',
      made: { secondary: { memoryMb: 4096 } },
      says: "Mate's RAM (8192 MB) is different from my RAM (4096 MB). Failover will be disabled.",
      reason: 'Other unit has different chassis configuration',
    },
    {
      what: 'in the number of their interfaces',
      made: { secondary: { moreInterfaces: ['GigabitEthernet1/0'] } },
      says: "Mate's interfaces (9) are different from my interfaces (10). Failover will be disabled.",
      logs: 'primary: %ASA-1-105038: (Primary) Interface count mismatch',
      reason: 'Other unit has different chassis configuration',
    },
    {
      what: 'in their service cards',
      made: { primary: { module: { model: 'SSM-AIP-10', hardware: '1.0', software: '6.0(1)' } } },
      says: "Mate's card in slot 1 (SSM-AIP-10) is different from my card (empty). Failover will be disabled.",
      logs: 'primary: %ASA-1-105047: (Primary) Mate has a NONE card in slot 1 which is different from my SSM-AIP-10',
      reason: 'Other unit has different card configuration',
    },
    {
      what: 'in their firewall mode',
      secondary: ['firewall transparent', ...secondaryLines],
      says: "Mate's operational mode (Routed) is not compatible with my mode (Transparent). Failover will be disabled.",
      logs: 'primary: %ASA-1-105044: (Primary) Mate operational mode (Transparent) is not compatible with my mode (Routed).',
      reason: 'Other unit has different operating mode',
    },
  ];

  for (const { what, made, secondary, says, logs, reason } of cases) {
    it(`${what} are no pair: failover disables itself on the joining one, the active one goes on`, async () => {
      const { pair, heard } = await turnedOn(made, secondary);
      await pair.clock.advance(10_000);
      expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
      expect(pair.printed.secondary).to.include(`\r\n${says}\r\n`);
      expect(await pair.ask('secondary', 'show running-config failover')).to.include('no failover');
      expect((await pair.ask('secondary', 'show failover history')).join('\n')).to.include(
        `Negotiation                Disabled                   ${reason}`,
      );
      expect(await pair.stateOf('primary')).to.equal('Active');
      expect((await pair.lostDuring(300)).lost).to.deep.equal({ out: 0, in: 0 });
      if (logs !== undefined) expect(heard).to.include(logs);
      await pair.configure('secondary', ['failover']);
      await pair.clock.advance(5000);
      expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
      pair.close();
    });
  }

  it('are written in a topology', async () => {
    const made = '{ boot: 2s, made: { secondary: { memory: 4096, more-interfaces: [GigabitEthernet1/0] } },';
    const pair = new PlayedPair(
      {},
      testTopology((text) => text.replace('{ boot: 2s,', made)),
    );
    await pair.clock.advance(2500);
    for (const [unit, memory, more] of [
      ['primary', 8192, 0],
      ['secondary', 4096, 1],
    ] as const) {
      await pair.enable(unit);
      const version = await pair.ask(unit, 'show version');
      expect(version.join('\n')).to.match(new RegExp(`ASA5525, +${memory} MB RAM, `));
      const interfaces = await pair.ask(unit, 'show interface');
      expect(interfaces.filter((line) => line.startsWith('Interface GigabitEthernet1/0 '))).to.have.length(
        more,
      );
    }
    pair.close();
  });

  it('in the minor version of their software are a pair, and say that they differ', async () => {
    const { pair, heard } = await turnedOn({ secondary: { firmware: '9.5(2)' } });
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready');
    const stars = '************WARNING****WARNING****WARNING********************************';
    expect(pair.printed.secondary).to.include(
      `${stars}\r\n   Mate version 9.2(4) is not identical with ours 9.5(2)\r\n${stars}\r\n`,
    );
    expect(heard).to.include(
      'primary: %ASA-1-103007: (Primary) Mate version 9.5(2) is not identical with ours 9.2(4).',
    );
    expect(await pair.ask('primary', 'show failover')).to.include('Version: Ours 9.2(4), Mate 9.5(2)');
    expect((await pair.ask('primary', 'show failover')).join('\n')).to.match(
      /Other host[^]*slot 0: ASA5525 hw\/sw rev \(1\.0\/9\.5\(2\)\) status/,
    );
    pair.close();
  });

  it('without a licence for failover do not turn it on', async () => {
    const pair = new PlayedPair({ made: { primary: { licence: { Failover: 'Disabled' } } } });
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', primaryLines);
    await pair.say('primary', 'configure terminal');
    expect(await pair.ask('primary', 'failover')).to.deep.equal(['ERROR: Command requires failover license']);
    expect(await pair.ask('primary', 'show version')).to.satisfy((lines: string[]) =>
      lines.some((line) => /^Failover +: Disabled/.test(line)),
    );
    pair.close();
  });
});
