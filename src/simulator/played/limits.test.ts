import { expect } from 'chai';
import { PlayedPair, primaryLines, testTopology } from './played-pair.test-support.ts';

const invalid = "ERROR: % Invalid input detected at '^' marker.";

/** What lies outside a range, with the word that the marker points at. */
const outOfRange: readonly (readonly [string, string])[] = [
  ['failover polltime 0', '0'],
  ['failover polltime 16', '16'],
  ['failover polltime unit 16', '16'],
  ['failover polltime unit msec 199', '199'],
  ['failover polltime unit msec 1000', '1000'],
  ['failover polltime unit 1 holdtime 46', '46'],
  ['failover polltime unit 1 holdtime 0', '0'],
  ['failover polltime unit msec 250 holdtime msec 799', '799'],
  ['failover polltime unit msec 250 holdtime msec 1000', '1000'],
  ['failover polltime interface 0', '0'],
  ['failover polltime interface 16', '16'],
  ['failover polltime interface msec 499', '499'],
  ['failover polltime interface msec 1000', '1000'],
  ['failover polltime interface 1 holdtime 4', '4'],
  ['failover polltime interface 1 holdtime 76', '76'],
  ['failover polltime interface 1 holdtime msec 900', 'msec'],
  ['failover interface-policy 0', '0'],
  ['failover interface-policy 251', '251'],
  ['failover interface-policy 0%', '0%'],
  ['failover interface-policy 101%', '101%'],
  ['failover interface-policy half', 'half'],
  ['failover mac address GigabitEthernet0/0 1.2.3 0001.0002.0003', '1.2.3'],
  ['failover mac address GigabitEthernet0/0 0001.0002.0003 00:01:00:02:00:04', '00:01:00:02:00:04'],
  ['failover mac address GigabitEthernet0/9 0001.0002.0003 0001.0002.0004', 'GigabitEthernet0/9'],
  ['failover lan unit third', 'third'],
  ['failover interface ip folink 172.31.0.1 255.0.255.0 standby 172.31.0.2', '255.0.255.0'],
  ['failover interface ip folink 172.31.0.256 255.255.255.252 standby 172.31.0.2', '172.31.0.256'],
];

/** What is understood and refused, and the error that says why. */
const refused: readonly (readonly [string, RegExp])[] = [
  ['failover polltime unit 5 holdtime 14', /at least 3 times/],
  ['failover polltime 15 holdtime 44', /at least 3 times/],
  ['failover polltime unit msec 300 holdtime msec 899', /at least 3 times/],
  ['failover polltime interface 6 holdtime 29', /at least 5 times/],
  ['failover polltime interface 15 holdtime 74', /at least 5 times/],
  ['failover mac address GigabitEthernet0/2 0001.0002.0003 0001.0002.0004', /not allowed on a failover/],
  ['failover mac address GigabitEthernet0/3 0001.0002.0003 0001.0002.0004', /not allowed on a failover/],
  ['failover mac address GigabitEthernet0/0 0101.0002.0003 0001.0002.0004', /multicast/],
  ['failover mac address GigabitEthernet0/0 0001.0002.0003 0001.0002.0003', /must not be the same/],
  ['failover mac address GigabitEthernet0/0 0000.0000.0000 0001.0002.0003', /not valid/],
  ['failover key hex 0123', /32 hexadecimal digits/],
  [`failover key hex ${'g'.repeat(32)}`, /32 hexadecimal digits/],
  [`failover key ${'x'.repeat(64)}`, /1 to 63 characters/],
  ['failover lan interface folink GigabitEthernet0/0', /configured with a name/],
  ['failover lan interface inside GigabitEthernet0/4', /has already been assigned/],
  ['failover lan interface stlink GigabitEthernet0/4', /has already been assigned/],
  ['failover lan interface folink GigabitEthernet0/3', /is used as failover interface stlink/],
  ['failover link other GigabitEthernet0/2', /is used as failover interface folink/],
  ['failover link folink GigabitEthernet0/4', /has already been assigned/],
  ['failover link nowhere', /Invalid interface name nowhere/],
  ['failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.9', /in the subnet/],
  ['failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.1', /another address/],
  ['monitor-interface nowhere', /Invalid interface name nowhere/],
];

const accepted: readonly string[] = [
  'failover polltime unit msec 200 holdtime msec 800',
  'failover polltime unit msec 330 holdtime msec 990',
  'failover polltime 15 holdtime 45',
  'failover polltime interface msec 500 holdtime 5',
  'failover polltime interface 15 holdtime 75',
  'failover interface-policy 250',
  'failover interface-policy 100%',
  'failover interface-policy 1%',
  `failover key ${'x'.repeat(63)}`,
  'failover key a-b_c.!%&/()=',
  'failover key hex 0123456789abcdefABCDEF0123456789',
  'failover mac address GigabitEthernet0/0 000C.F142.4CDE 000c.f142.4cdf',
];

const configuration = (shown: readonly string[]): string =>
  shown.filter((line) => !line.startsWith('Cryptochecksum')).join('\n');

describe('what the failover commands take', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', primaryLines);
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'terminal width 511');
  });

  after(() => pair.close());

  for (const [line, word] of outOfRange) {
    it(`«${line}» is pointed at`, async () => {
      const before = configuration(await pair.ask('primary', 'show running-config'));
      const [echoed = '', marker = '', error] = (await pair.say('primary', line)).split('\r\n');
      expect(error).to.equal(invalid);
      const prompt = 'wall/pri/actNoFailover(config)# '.length;
      expect(marker.indexOf('^') - prompt).to.equal(echoed.indexOf(` ${word}`) + 1);
      expect(configuration(await pair.ask('primary', 'show running-config'))).to.equal(before);
    });
  }

  for (const [line, why] of refused) {
    it(`«${line.slice(0, 70)}» is refused`, async () => {
      const before = configuration(await pair.ask('primary', 'show running-config'));
      const [said] = await pair.ask('primary', line);
      expect(said)
        .to.match(/^ERROR: /)
        .and.to.match(why);
      expect(configuration(await pair.ask('primary', 'show running-config'))).to.equal(before);
    });
  }

  for (const line of accepted) {
    it(`«${line.slice(0, 70)}» is taken`, async () => {
      expect(await pair.ask('primary', line)).to.deep.equal([]);
    });
  }

  it('says which hold time it chose where none was given', async () => {
    expect(await pair.ask('primary', 'failover polltime 4')).to.deep.equal([
      'INFO: Failover unit holdtime is set to 12 seconds',
    ]);
    expect(await pair.ask('primary', 'failover polltime interface 7')).to.deep.equal([
      'INFO: Failover interface holdtime is set to 35 seconds',
    ]);
  });

  it('keeps one address of a link, the one that was entered last', async () => {
    await pair.say('primary', 'failover interface ip folink 172.31.8.1 255.255.255.0 standby 172.31.8.2');
    const lines = await pair.ask('primary', 'show running-config failover');
    expect(lines.filter((line) => line.startsWith('failover interface ip folink'))).to.deep.equal([
      'failover interface ip folink 172.31.8.1 255.255.255.0 standby 172.31.8.2',
    ]);
    expect((await pair.ask('primary', 'show failover interface'))[2]).to.equal(
      '\t\tMy IP Address    : 172.31.8.1',
    );
  });

  it('forgets whether an interface is monitored with the name of the interface', async () => {
    const monitored = (): Promise<string[]> => pair.ask('primary', 'show running-config monitor-interface');
    await pair.enable('secondary');
    for (const gone of ['no nameif', 'no interface GigabitEthernet0/5.7']) {
      for (const line of ['interface GigabitEthernet0/5.7', 'vlan 7', 'nameif seven', 'exit'])
        await pair.say('primary', line);
      await pair.say('primary', 'monitor-interface seven');
      expect(await monitored()).to.deep.equal(['monitor-interface seven']);
      await pair.say('primary', 'interface GigabitEthernet0/5.7');
      await pair.say('primary', gone);
      expect(await monitored(), gone).to.deep.equal([]);
      expect(await pair.ask('secondary', 'show running-config monitor-interface')).to.deep.equal([]);
    }
  });

  it('shows where updates come from, alone', async () => {
    const server = 'auto-update server http://127.0.0.1/cgi-bin/dda.pl';
    for (const line of [server, 'auto-update poll-period 30', 'asdm image disk0:/asdm-731.bin'])
      await pair.say('primary', line);
    const shown = await pair.ask('primary', 'show running-config auto-update');
    expect(shown.toSorted()).to.deep.equal(['auto-update poll-period 30', server]);
    expect(await pair.ask('primary', 'show running-config asdm')).to.deep.equal([
      'asdm image disk0:/asdm-731.bin',
      'no asdm history enable',
    ]);
    for (const line of ['no auto-update server', 'no auto-update poll-period', 'no asdm image'])
      await pair.say('primary', line);
  });

  it('shows the failover key among the failover commands, and hides it', async () => {
    await pair.say('primary', 'failover key quiet');
    expect(await pair.ask('primary', 'show running-config failover')).to.include('failover key *****');
    await pair.say('primary', 'no failover key');
  });

  it('names are unique, whichever of interface and link had them first', async () => {
    await pair.say('primary', 'interface GigabitEthernet0/4');
    for (const name of ['folink', 'stlink', 'inside']) {
      expect((await pair.ask('primary', `nameif ${name}`))[0]).to.equal(
        `ERROR: Name "${name}" has already been assigned to another interface`,
      );
    }
    const [overlap] = await pair.ask('primary', 'ip address 10.1.1.77 255.255.255.0');
    expect(overlap).to.equal(
      'ERROR: Failed to apply IP address to interface GigabitEthernet0/4, as the network overlaps with interface GigabitEthernet0/1. Two interfaces cannot be in the same subnet.',
    );
    await pair.say('primary', 'exit');
  });
});

describe('an interface that becomes a link', () => {
  it('loses its configuration and its subinterfaces, and it is said', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', [
      'interface GigabitEthernet0/7',
      'description spare',
      'interface GigabitEthernet0/7.5',
      'vlan 5',
      'exit',
    ]);
    await pair.say('primary', 'configure terminal');
    expect(await pair.ask('primary', 'failover lan interface fo GigabitEthernet0/7')).to.deep.equal([
      'INFO: Non-failover interface config is cleared on GigabitEthernet0/7 and its sub-interfaces',
    ]);
    expect(await pair.ask('primary', 'failover lan interface fo GigabitEthernet0/7')).to.deep.equal([]);
    const shown = (await pair.ask('primary', 'show running-config')).join('\n');
    expect(shown).to.include(
      'interface GigabitEthernet0/7\n description LAN Failover Interface\n shutdown\n!',
    );
    expect(shown).to.not.include('GigabitEthernet0/7.5');
    pair.close();
  });
});

describe('a link over a subinterface', () => {
  it('takes one that is there', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    expect((await pair.ask('primary', 'failover lan interface fo GigabitEthernet0/7.5'))[0]).to.match(
      /^ERROR: Interface GigabitEthernet0\/7\.5 does not exist/,
    );
    for (const line of ['interface GigabitEthernet0/7.5', 'vlan 5', 'exit']) await pair.say('primary', line);
    expect(await pair.ask('primary', 'failover lan interface fo GigabitEthernet0/7.5')).to.deep.equal([
      'INFO: Non-failover interface config is cleared on GigabitEthernet0/7.5 and its sub-interfaces',
    ]);
    pair.close();
  });
});

describe('the state link', () => {
  const box = [
    '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****',
    '  Sharing Stateful failover interface with regular data interface is not',
    '  a recommended configuration due to performance and security concerns.',
    '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****',
  ];

  it('may be a data interface, with the warning of the guide; updates pass over it', async () => {
    const pair = await new PlayedPair().bootstrap();
    await pair.say('primary', 'configure terminal');
    expect(await pair.ask('primary', 'failover link inside')).to.deep.equal(box);
    await pair.say('primary', 'no failover link');
    expect(await pair.ask('primary', 'failover link inside GigabitEthernet0/1')).to.deep.equal(box);
    await pair.clock.advance(5000);
    for (const unit of ['primary', 'secondary'] as const) {
      const shown = (await pair.ask(unit, 'show failover')).join('\n');
      expect(shown).to.include('\tLink : inside GigabitEthernet0/1 (up)\n');
      expect(shown).to.match(/General\t\t\d+ +0 +[1-9]\d* +0/);
    }
    await pair.steady('primary');
    pair.close();
  });

  it('may be the failover link, in either form of the command', async () => {
    const pair = new PlayedPair({}, testTopology());
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure(
      'primary',
      primaryLines.filter((line) => !line.includes('stlink')),
    );
    await pair.say('primary', 'configure terminal');
    for (const line of ['failover link folink', 'failover link folink GigabitEthernet0/2']) {
      expect(await pair.ask('primary', line)).to.deep.equal([]);
      const shown = (await pair.ask('primary', 'show running-config')).join('\n');
      expect(shown).to.include('interface GigabitEthernet0/2\n description LAN/STATE Failover Interface\n');
      expect(shown).to.include(`\n${line}\n`);
    }
    expect(await pair.ask('primary', 'show interface GigabitEthernet0/2')).to.include(
      '\tDescription: LAN/STATE Failover Interface',
    );
    pair.close();
  });
});

describe('addresses that failover cannot be configured with', () => {
  it('keep it off, and are refused while it is on', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', [
      ...primaryLines,
      'interface GigabitEthernet0/4',
      'ip address dhcp',
      'exit',
    ]);
    await pair.say('primary', 'configure terminal');
    expect((await pair.ask('primary', 'failover'))[0]).to.match(/^ERROR: .*GigabitEthernet0\/4/);
    for (const line of ['interface GigabitEthernet0/4', 'no ip address', 'exit'])
      await pair.say('primary', line);
    expect(await pair.ask('primary', 'failover')).to.deep.equal([]);
    await pair.say('primary', 'interface GigabitEthernet0/4');
    expect((await pair.ask('primary', 'ip address pppoe'))[0]).to.match(/^ERROR: .*failover is on$/);
    pair.close();
  });
});
