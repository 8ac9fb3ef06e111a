/** Document 77809, «Troubleshoot»: what it describes is caused, and what it quotes is said. */
import { expect } from 'chai';
import { type UnitName, unitNames } from '../../pair/index.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { asaPair, force, pixPair, play } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const stored = [
  'interface Ethernet0',
  ' nameif outside',
  ' security-level 0',
  ' ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2',
  'interface Ethernet1',
  ' nameif inside',
  ' security-level 100',
  ' ip address 192.168.7.1 255.255.255.0 standby 192.168.7.2',
  'access-list 101 extended permit ip any any',
  'logging enable',
  'logging buffered debugging',
  'logging standby',
  'access-group 101 in interface outside',
  'failover',
  'failover polltime unit 1 holdtime 3',
  'failover polltime interface 1 holdtime 5',
  'failover lan interface failover Ethernet3',
  'failover lan enable',
  'failover link state Ethernet2',
  'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
  'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2',
];

describe('document 77809, «Troubleshoot», on a PIX with 7.2(1)', () => {
  let pair: PlayedPair;

  const booted = async (): Promise<void> => {
    await pair.clock.advance(2500);
    for (const unit of unitNames) await pair.enable(unit);
    await pair.steady('primary');
  };
  const started = async (more: readonly string[] = []): Promise<void> => {
    const lines = [...stored, ...more];
    pair = pixPair('7.2(1)', false, {
      flash: { primary: [...lines, 'failover lan unit primary'], secondary: lines },
    });
    await booted();
  };
  const logged = async (unit: UnitName): Promise<string> => (await pair.ask(unit, 'show logging')).join('\n');

  afterEach(() => pair.close());

  walk('pix no memory', async () => {
    await started();
    pair.bench.trouble.secondary.exhaustMemory();
    pair.bench.openSession('inside', 'outside', { protocol: 'tcp', port: 22 });
    await pair.clock.advance(3000);
    expect(await logged('secondary')).to.match(/%PIX-3-210005: LU allocate connection failed$/m);
  });

  walk('pix lost', async () => {
    await started();
    pair.bench.trouble.secondary.isolate('Ethernet1');
    await pair.clock.advance(10_000);
    expect(await logged('primary')).to.match(
      /%PIX-1-105005: \(Primary\) Lost Failover communications with mate on interface inside$/m,
    );
    expect(await logged('secondary')).to.match(
      /%PIX-1-105005: \(Secondary\) Lost Failover communications with mate on interface inside$/m,
    );
  });

  walk('pix bounced', async () => {
    await started();
    await force(pair, 'primary', 'ciscoasa#', 'no failover active');
    await pair.steady('secondary');
    for (const unit of unitNames)
      expect(await logged(unit)).to.match(
        /%PIX-4-411002: Line protocol on Interface outside, changed state to down\n[^]*%PIX-4-411001: Line protocol on Interface outside, changed state to up/,
      );
  });

  walk('pix debug', async () => {
    await started();
    expect(await pair.ask('primary', 'debug fover')).to.deep.equal(['ERROR: % Incomplete command']);
    await play(pair, 'primary', 'ciscoasa', [['#', 'debug fover switch', '#', ['fover event trace on']]]);
    expect((await pair.ask('primary', 'show debug')).join()).to.include('debug fover switch');
    expect(await pair.ask('secondary', 'show debug')).to.deep.equal([]);
  });

  walk('pix traps', async () => {
    await started();
    await pair.configure('primary', [
      'logging trap alerts',
      'logging history alerts',
      'logging host inside 192.168.7.77',
      'snmp-server host inside 192.168.7.78 community lab',
      'snmp-server enable traps syslog',
    ]);
    await pair.clock.advance(500);
    const heard: string[] = [];
    pair.bench.onSyslog?.((unit, host, _port, text) => heard.push(`${unit} ${host} ${text.trim()}`));
    pair.bench.onTrap?.((unit, host) => heard.push(`${unit} ${host} trap`));
    await force(pair, 'primary', 'ciscoasa#', 'no failover active');
    await pair.steady('secondary');
    expect(heard).to.include.members([
      'secondary 192.168.7.77 <161>%PIX-1-104001: (Secondary) Switching to ACTIVE - mate want me Active',
      'primary 192.168.7.77 <161>%PIX-1-104002: (Primary) Switching to STNDBY - Set by the config command.',
      'secondary 192.168.7.78 trap',
      'primary 192.168.7.78 trap',
    ]);
  });

  walk('pix nat 0', async () => {
    await started(['access-list 102 extended permit tcp any any eq www']);
    await pair.configure('primary', ['nat (inside) 0 access-list 102', 'nat (outside) 0 access-list 101']);
    await pair.say('primary', 'write memory', 800);
    expect(await pair.ask('primary', 'show startup-config')).to.include('nat (inside) 0 access-list 102');
    for (const unit of unitNames) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    for (const unit of unitNames) pair.power(unit, 'on');
    await booted();
    const running = await pair.ask('primary', 'show running-config');
    expect(running).to.not.include('nat (inside) 0 access-list 102');
    expect(running).to.include('nat (outside) 0 access-list 101');
  });

  walk('pix keys', async () => {
    await started(['http server enable', 'http 0 0 inside']);
    await pair.configure('primary', ['crypto key generate rsa modulus 1024']);
    await pair.say('primary', 'write memory', 800);
    const [own, mate] = [
      await pair.ask('primary', 'show startup-config'),
      await pair.ask('secondary', 'show startup-config'),
    ];
    const same = (lines: readonly string[]): string[] =>
      lines.filter((line) => !/^(: Written|Cryptochecksum|failover lan unit)/.test(line));
    expect(same(mate)).to.deep.equal(same(own));
  });

  walk('pix no blocks', async () => {
    await started();
    pair.bench.trouble.primary.exhaustMemory();
    await pair.clock.advance(10_000);
    expect(await logged('primary')).to.match(
      /%PIX-3-105010: \(Primary\) Failover message block alloc failed$/m,
    );
  });

  walk('pix cards', async () => {
    const card = (model: string) => ({ module: { model, hardware: '1.0', software: '6.0(1)' } });
    pair = await asaPair('7.2(4)', {
      made: { primary: card('SSM-AIP-10'), secondary: card('SSM-AIP-10') },
    }).bootstrap();
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
    pair.close();
    pair = asaPair('7.2(4)', { made: { primary: card('SSM-AIP-10'), secondary: card('SSM-AIP-20') } });
    await pair.bootstrap().then(
      () => expect.fail('they must be no pair'),
      () => undefined,
    );
    expect(pair.printed.secondary).to.include(
      "Mate's card in slot 1 (SSM-AIP-10) is different from my card (SSM-AIP-20). Failover will be disabled.",
    );
  });

  walk('pix new cards', async () => {
    const cables = [0, 1, 2, 3].map((card) => `GigabitEthernet0/${card}`);
    pair = await asaPair('7.2(4)').bootstrap();
    const off = (unit: UnitName): void => pair.power(unit, 'off');
    const boot = async (unit: UnitName): Promise<void> => {
      await pair.clock.advance(1000);
      pair.power(unit, 'on');
      await pair.clock.advance(3000);
      await pair.enable(unit);
    };
    const bootWithoutCables = async (unit: UnitName): Promise<void> => {
      off(unit);
      for (const cable of cables) pair.bench.trouble[unit].pullCable(cable);
      await boot(unit);
      expect((await pair.ask(unit, 'show version')).join('\n')).to.include('GigabitEthernet0/1');
      off(unit);
      for (const cable of cables) pair.bench.trouble[unit].plugCable(cable);
    };
    await bootWithoutCables('secondary');
    off('primary');
    await boot('secondary');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    await pair.say('secondary', 'failover active');
    expect((await pair.lostDuring(300)).lost).to.deep.equal({ out: 0, in: 0 });
    await bootWithoutCables('primary');
    await boot('primary');
    await pair.steady('secondary');
    await pair.say('primary', 'failover active', 1500);
    await pair.steady('primary');
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
  });
});

describe('document 77809, «Known Issues»', () => {
  /** The name of the certificate that a browser is shown at the address of the standby unit. */
  const shownAt = async (firmware: string): Promise<readonly (string | undefined)[]> => {
    const pair = await asaPair(firmware).bootstrap();
    await pair.configure('primary', ['http server enable', 'http 0 0 inside']);
    await pair.clock.advance(500);
    const names = (['10.1.1.1', '10.1.1.2'] as const).map((address, at) =>
      pair.bench.units[at === 0 ? 'primary' : 'secondary'].web(address),
    );
    pair.close();
    return names.map((face) => face?.certificate.commonName);
  };

  walk('pix certificate', async () => {
    expect(await shownAt('8.0(4)')).to.deep.equal(['10.1.1.1', '10.1.1.1']);
  });
  walk('pix certificate 7.x', async () => {
    expect(await shownAt('7.2(4)')).to.deep.equal(['10.1.1.1', '10.1.1.2']);
  });
});
