import { expect } from 'chai';
import { PlayedPair, primaryLines, testTopology } from '../played/played-pair.test-support.ts';

const invalid = "ERROR: % Invalid input detected at '^' marker.";

describe('the command line of a simulated unit', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = new PlayedPair();
    await pair.clock.advance(2500);
  });

  afterEach(() => pair.close());

  const say = (line: string, ms?: number): Promise<string> => pair.say('primary', line, ms);
  const keys = async (text: string): Promise<string> => {
    const before = pair.printed.primary.length;
    pair.bench.units.primary.console.type(new TextEncoder().encode(text));
    await pair.clock.advance(20);
    return pair.printed.primary.slice(before);
  };

  it('boots from blank flash to the prompt of the factory, with failover off and every interface shut', async () => {
    expect(pair.printed.primary).to.match(/Use BREAK or ESC to interrupt boot\.\r\n/);
    expect(pair.printed.primary).to.match(
      /Type help or '\?' for a list of available commands\.\r\nciscoasa> $/,
    );
    await pair.enable('primary');
    const shown = await pair.ask('primary', 'show failover');
    expect(shown[0]).to.equal('Failover Off ');
    expect(shown).to.include('Failover unit Secondary');
    expect(shown).to.include('Failover LAN Interface: not Configured');
    const brief = await pair.ask('primary', 'show interface ip brief');
    expect(brief.slice(1)).to.have.length(9);
    for (const row of brief.slice(1)) expect(row).to.include('administratively down down');
  });

  it('asks for the enable password, three times at most, and shows stars', async () => {
    await pair.enable('primary');
    await pair.configure('primary', ['enable password sesame']);
    await say('disable');
    expect(await say('enable')).to.equal('enable\r\nPassword: ');
    expect(await say('wrong')).to.equal('*****\r\nInvalid password\r\nPassword: ');
    expect(await say('')).to.equal('\r\nInvalid password\r\nPassword: ');
    expect(await say('worse')).to.equal('*****\r\nInvalid password\r\nAccess denied.\r\nciscoasa> ');
    await say('enable');
    expect(await say('sesame')).to.equal('******\r\nciscoasa# ');
  });

  it('points at what it does not understand', async () => {
    await pair.enable('primary');
    expect(await say('show nonsense')).to.equal(
      `show nonsense\r\n${' '.repeat(15)}^\r\n${invalid}\r\nciscoasa# `,
    );
    expect(await say('show')).to.equal('show\r\nERROR: % Incomplete command\r\nciscoasa# ');
    expect(await say('show fail')).to.include('Failover Off');
    expect(await say('c')).to.equal('c\r\nERROR: % Ambiguous command:  "c"\r\nciscoasa# ');
    expect(await say('conf t')).to.equal('conf t\r\nciscoasa(config)# ');
    expect(await say('int g0/1')).to.equal('int g0/1\r\nciscoasa(config-if)# ');
    expect(await say('failover polltime unit 16')).to.include(`${' '.repeat(21 + 23)}^\r\n${invalid}`);
    expect(await say('exit')).to.match(/ciscoasa\(config\)# $/);
  });

  it('knows nothing privileged in user mode', async () => {
    expect(await say('show failover')).to.include(invalid);
    expect(await say('configure terminal')).to.include(invalid);
    expect(await say('show curpriv')).to.include('Current privilege level : 1');
    expect(await say('show version | include Serial')).to.include('\r\nSerial Number: TST0000000A\r\n');
  });

  it('edits lines', async () => {
    expect(await keys('enabel\b\ble')).to.equal('enabel\b \b\b \ble');
    expect(await keys('\x15')).to.equal('\b \b'.repeat(6));
    expect(await keys('show x\x03')).to.match(/\^C\r\nciscoasa> $/);
    expect(await keys('sho\t')).to.equal('show ');
    expect(await keys('\x1b[A\x1b[D')).to.equal('');
    expect(await keys('\x15\r\n\n')).to.match(/ciscoasa> \r\nciscoasa> $/);
  });

  it('lists what may follow at a question mark, and keeps the line', async () => {
    await pair.enable('primary');
    const listed = await keys('show failover ?');
    for (const word of ['history', 'interface', 'state', '<cr>']) expect(listed).to.include(`  ${word}\r\n`);
    expect(listed).to.match(/ciscoasa# show failover $/);
  });

  it('scrolls a long line, and shows its beginning with a dollar sign when it is entered', async () => {
    await pair.enable('primary');
    await say('configure terminal');
    const line = 'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2';
    const echoed = await say(line);
    const rows = echoed.split('\r\n');
    const last = rows[0]!.split('\r').at(-1)!;
    expect(last).to.match(/^ciscoasa\(config\)# failover interface ip folink .*\$$/);
    expect(last.length).to.be.at.most(80);
    expect(await say('show running-config failover')).to.include(line);
    await say('terminal width 511');
    expect(await say(line)).to.equal(`${line}\r\nciscoasa(config)# `);
  });

  it('pages long output, and goes on by page, by line, or not at all', async () => {
    await say('enable');
    await say('');
    const first = await say('show running-config');
    expect(first).to.match(/\r\n<--- More --->$/);
    expect(first.split('\r\n')).to.have.length(25);
    expect(await keys(' ')).to.match(/^\r {14}\r[^]*<--- More --->$/);
    expect((await keys('\r')).split('\r\n')).to.have.length(2);
    expect(await keys('q')).to.equal(`\r${' '.repeat(14)}\rciscoasa# `);
    await say('terminal pager 0');
    expect(await say('show running-config')).to.not.include('More');
  });

  it('filters what it shows', async () => {
    await pair.enable('primary');
    expect(await pair.ask('primary', 'show running-config | include hostname')).to.deep.equal([
      'hostname ciscoasa',
      'prompt hostname context',
    ]);
    const begun = await pair.ask('primary', 'show running-config | begin ^telnet');
    expect(begun[0]).to.equal('telnet timeout 5');
    expect(await pair.ask('primary', 'show version | grep Serial Number')).to.have.length(1);
    const without = await pair.ask('primary', 'show version | grep -v Serial');
    expect(without).to.have.length.above(5);
    expect(without.join('\n')).to.not.include('Serial');
  });

  it('shows parts of the running configuration', async () => {
    await pair.enable('primary');
    await pair.configure('primary', [
      'access-list FIRST extended permit ip any any',
      'interface GigabitEthernet0/0',
      'nameif outside',
    ]);
    expect(await pair.ask('primary', 'show running-config access-list')).to.deep.equal([
      'access-list FIRST extended permit ip any any',
    ]);
    expect(await pair.ask('primary', 'show running-config snmp-server')).to.include(
      'no snmp-server location',
    );
    expect(await pair.ask('primary', 'show running-config route')).to.deep.equal([]);
    const one = await pair.ask('primary', 'show running-config interface gi0/0');
    expect(one[1]).to.equal('interface GigabitEthernet0/0');
    expect(await pair.ask('primary', 'show running-config interface outside')).to.deep.equal(one);
  });

  it('goes down and comes back by reload, and asks about unsaved changes', async () => {
    await pair.enable('primary');
    await pair.configure('primary', ['hostname keeper']);
    expect(await say('reload')).to.equal(
      'reload\r\nSystem config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:  ',
    );
    expect(await say('c')).to.match(/keeper# $/);
    await say('reload');
    expect(await say('y')).to.match(/Proceed with reload\? \[confirm\] $/);
    expect(await say('', 3000)).to.match(
      /START GRACEFUL SHUTDOWN[^]*Rebooting\.\.\. \(status 0x9\)[^]*keeper> $/,
    );
    await pair.enable('primary');
    expect(await say('write erase')).to.match(/Erase configuration in flash memory\? \[confirm\]$/);
    expect(await say('')).to.include('[OK]');
    await say('reload noconfirm', 3000);
    expect(pair.printed.primary).to.match(/ciscoasa> $/);
  });

  it('stays in ROMMON when its boot is interrupted, until it is told to boot', async () => {
    pair.power('primary', 'off');
    await pair.clock.advance(500);
    pair.power('primary', 'on');
    await pair.clock.advance(300);
    expect(await keys('\x1b')).to.match(/rommon #0> $/);
    await pair.clock.advance(10_000);
    expect(await say('show failover')).to.match(/Invalid or incorrect command[^]*rommon #1> $/);
    await say('boot', 3000);
    expect(pair.printed.primary).to.match(/ciscoasa> $/);
  });

  it('says nothing while its power is off', async () => {
    pair.power('primary', 'off');
    await pair.clock.advance(200);
    expect(await say('show version', 5000)).to.equal('');
  });

  it('refuses what the guides refuse', async () => {
    await pair.enable('primary');
    await pair.configure('primary', primaryLines);
    await say('configure terminal');
    const refused = [
      'failover polltime unit 5 holdtime 14',
      'failover polltime interface 6 holdtime 29',
      'failover interface-policy 251',
      'failover interface-policy 101%',
      'failover lan interface folink GigabitEthernet0/0',
      'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.9',
      'failover mac address GigabitEthernet0/2 0001.0002.0003 0001.0002.0004',
      'failover key hex 0123',
      `failover key ${'x'.repeat(64)}`,
    ];
    for (const line of refused) expect(await say(line), line).to.include('\r\nERROR: ');
    for (const line of [
      'failover polltime unit msec 199',
      'failover polltime interface msec 500 holdtime 4',
    ]) {
      expect(await say(line), line).to.include(invalid);
    }
    expect((await pair.ask('primary', 'show running-config failover')).join('\n')).to.include(
      'failover polltime unit msec 500 holdtime 3',
    );
  });

  it('gives poll times without a hold time the least that the guides allow', async () => {
    await pair.enable('primary');
    await pair.configure('primary', ['failover polltime 2', 'failover polltime interface 3']);
    const shown = await pair.ask('primary', 'show failover');
    expect(shown).to.include('Unit Poll frequency 2 seconds, holdtime 6 seconds');
    expect(shown).to.include('Interface Poll frequency 3 seconds, holdtime 15 seconds');
  });
});

describe('SSH shells of a simulated unit', () => {
  it('take the session that netmiko and OpenSSH hold', async () => {
    const pair = await new PlayedPair().bootstrap();
    const unit = pair.bench.units.secondary;
    expect(unit.reachable).to.equal(true);
    expect(unit.checkPassword('lab', 'labpass')).to.equal(true);
    expect(unit.checkPassword('lab', 'labpas')).to.equal(false);
    expect(unit.checkPassword('nobody', '')).to.equal(false);

    const shell = unit.openShell('lab');
    let printed = '';
    shell.onBytes((bytes) => (printed += Buffer.from(bytes).toString()));
    expect(printed).to.equal("Type help or '?' for a list of available commands.\r\n\rwall/sec/stby> ");
    const say = async (line: string): Promise<void> => {
      shell.type(new TextEncoder().encode(`${line}\n`));
      await pair.clock.advance(20);
    };
    for (const line of ['show curpriv', 'enable', 'letmein', 'terminal pager 0', 'configure terminal'])
      await say(line);
    expect(printed).to.include('Username : lab\r\n');
    expect(printed).to.include('Password: *******\r\n\rwall/sec/stby# ');
    expect(printed).to.match(/\*\*\*\* WARNING \*\*\*\*\r\n\tConfiguration Replication is NOT performed/);
    for (const line of ['terminal width 511', 'end', 'show failover']) await say(line);
    expect(printed).to.include('\tThis host: Secondary - Standby Ready \r\n');

    let closed = false;
    shell.onClosed(() => (closed = true));
    await say('exit');
    expect(closed).to.equal(true);
    pair.close();
  });

  it('end with the power', async () => {
    const pair = await new PlayedPair().bootstrap();
    const unit = pair.bench.units.primary;
    const shell = unit.openShell('lab');
    let closed = false;
    let powered: boolean | undefined;
    shell.onClosed(() => (closed = true));
    unit.onPower((now) => (powered = now));
    pair.power('primary', 'off');
    await pair.clock.advance(200);
    expect({ closed, powered, reachable: unit.reachable }).to.deep.equal({
      closed: true,
      powered: false,
      reachable: false,
    });
    pair.close();
  });
});

describe('what is replicated', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  after(() => pair.close());

  it('is each command of the active unit, spelt out, within its section', async () => {
    await pair.configure('primary', ['int g0/4', 'nameif dmz', 'security 50', 'exit', 'logging enable']);
    const there = (await pair.ask('secondary', 'show running-config')).join('\n');
    expect(there).to.include('interface GigabitEthernet0/4\n shutdown\n nameif dmz\n security-level 50\n');
    expect(there).to.include('logging enable');
    expect(there).to.include('failover lan unit secondary');
  });

  it('is write memory, and nothing else of what is saved', async () => {
    await pair.configure('primary', ['hostname saved']);
    expect((await pair.ask('secondary', 'show startup-config')).join('\n')).to.include('hostname wall');
    expect(await pair.say('primary', 'write memory', 500)).to.match(
      /Building configuration\.\.\.\r\nCryptochecksum: [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8} \r\n\r\n\d+ bytes copied in [\d.]+ secs\r\n\[OK\]\r\n/,
    );
    expect((await pair.ask('secondary', 'show startup-config')).join('\n')).to.include('hostname saved');
  });

  it('is nothing that is typed on the standby unit, which says so', async () => {
    await pair.say('secondary', 'configure terminal');
    expect(await pair.say('secondary', 'logging timestamp')).to.include('**** WARNING ****');
    await pair.say('secondary', 'end');
    expect((await pair.ask('primary', 'show running-config')).join('\n')).to.not.include('logging timestamp');
    await pair.say('primary', 'write standby', 3000);
    expect((await pair.ask('secondary', 'show running-config')).join('\n')).to.not.include(
      'logging timestamp',
    );
    const history = (await pair.ask('secondary', 'show failover history')).join('\n');
    expect(history).to.include(
      'Standby Ready              Cold Standby               Configuration mismatch',
    );
    await pair.steady('primary');
  });
});

async function shownBy(firmware: string): Promise<string> {
  const topology = testTopology((text) => text.replace('9.2(4)', firmware));
  const pair = await new PlayedPair({}, topology).bootstrap();
  const shown = (await pair.ask('primary', 'show failover')).join('\n');
  pair.close();
  return shown;
}

describe('output by firmware', () => {
  it('has in 9.2 what captures of 9.2 have', async () => {
    const shown = await shownBy('9.2(4)');
    expect(shown).to.match(/^Failover On \nFailover unit Primary\n/);
    expect(shown).to.include(
      'MAC Address Move Notification Interval not set\nVersion: Ours 9.2(4), Mate 9.2(4)\nLast',
    );
    expect(shown).to.include('\tThis host: Primary - Active \n\t\tActive time: ');
    expect(shown).to.include('\t\t  Interface inside (10.1.1.1): Normal (Monitored)\n\t\tslot 1: empty\n');
    expect(shown).to.include('\tLink : stlink GigabitEthernet0/3 (up)\n\tStateful Obj \txmit       xerr');
    expect(shown).to.not.include('Reconnect timeout');
    expect(shown).to.not.include('Serial Number');
  });

  it('has in 9.12 the serial numbers and the reconnect timeout', async () => {
    const shown = await shownBy('9.12(4)37');
    expect(shown).to.include('\nReconnect timeout 0:00:00\n');
    expect(shown).to.include('\nSerial Number: Ours TST0000000A, Mate TST0000000B\n');
    expect(shown).to.include('\tUmbrella Device-ID \t');
  });
});
