import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { dialectNamed, dialectOf, dialects } from '../dialect/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';
import type { UnitMake } from '../face/bench-options.ts';

/** A pair whose units speak a dialect, its primary at the console with nothing configured. */
async function speaking(dialect: string, made: UnitMake = {}): Promise<PlayedPair> {
  const pair = new PlayedPair({ dialect, made: { primary: made } });
  await pair.clock.advance(2500);
  return pair;
}

describe('the dialects', () => {
  it('are found by platform and firmware, the newest that is not younger than the firmware', () => {
    for (const [platform, firmware, name] of [
      ['pix', '6.3(5)', 'pix-6.3'],
      ['pix', '7.1(2)', 'pix-7.0'],
      ['pix', '7.2(4)30', 'pix-7.2'],
      ['asa', '7.2(5)', 'asa-7.2'],
      ['asa', '8.2(5)', 'asa-8.2'],
      ['asa', '8.3(2)', 'asa-8.4'],
      ['asa', '8.6(1)2', 'asa-8.6'],
      ['asa', '9.2(4)', 'asa-9.2'],
      ['asa', '9.12(4)37', 'asa-9.12'],
      ['asa', '9.23(1)', 'asa-9.16'],
    ] as const)
      expect(dialectOf(platform, firmware).name, firmware).to.equal(name);
  });

  it('are each that of their own firmware, and the only one of their name', () => {
    for (const one of dialects) {
      expect(dialectOf(one.platform, one.firmware), one.name).to.equal(one);
      expect(dialectNamed(one.name)).to.equal(one);
    }
  });

  it('are asked for by name, and a mistyped name is answered with those that are near', () => {
    expect(() => new PlayedPair({ dialect: 'asa-84' })).to.throw(UsageError, '"asa-8.4"');
  });

  it('leave the firmware of the topology alone if it is theirs', async () => {
    const topology = testTopology((text) => text.replace('9.2(4)', '9.2(2)4'));
    const pair = new PlayedPair({ dialect: 'asa-9.2' }, topology);
    await pair.clock.advance(2500);
    expect(await pair.say('primary', 'show version')).to.include('Version 9.2(2)4 \r\n');
    pair.close();
  });
});

for (const dialect of dialects) {
  const { name, platform, firmware } = dialect;
  const isPix = platform === 'pix';

  describe(`a unit that speaks ${name}`, () => {
    let pair: PlayedPair;
    const printed = (): string => pair.printed.primary;

    beforeEach(async () => {
      pair = await speaking(name);
      await pair.enable('primary');
    });
    afterEach(() => pair.close());

    it('boots from its BIOS to the prompt', () => {
      const cue = isPix
        ? 'Use BREAK or ESC to interrupt flash boot.\r\nUse SPACE to begin flash boot immediately.\r\nFlash boot in'
        : 'Use BREAK or ESC to interrupt boot.\r\nUse SPACE to begin boot immediately.\r\nBoot in 10 seconds.';
      expect(printed()).to.include(cue);
      expect(printed()).to.include(
        isPix ? 'Cisco Secure PIX Firewall BIOS (' : 'Cisco Systems ROMMON Version (',
      );
      expect(printed()).to.match(/Total NICs found: \d+\r\n/);
      expect(printed()).to.include('Licensed features for this platform:\r\n');
      expect(printed()).to.include(` Software Version ${firmware} \r\n`);
      expect(printed()).to.include('Restricted Rights Legend');
      expect(printed()).to.match(/Type help or '\?' for a list of available commands\.\r\nciscoasa> /);
      expect(printed().includes('User enable_1 logged in to ciscoasa')).to.equal(dialect.loginHistory);
    });

    it('says which image it runs, and what it is licensed for', async () => {
      const shown = (await pair.ask('primary', 'show version')).join('\n');
      const product = isPix ? 'PIX' : 'Adaptive';
      expect(shown).to.include(`\nCisco ${product} Security Appliance Software Version ${firmware} \n`);
      expect(shown).to.match(isPix ? /"flash:\/pix\d+\.bin"/ : /"disk0:\/asa[\d-]+-(smp-)?k8\.bin"/);
      expect(shown).to.match(/\n 0: Ext: \S+ +: address is [0-9a-f.]{14}, irq \d+\n/);
      expect(shown).to.match(/\nFailover {18,}: Active\/Active {0,2}(perpetual)?\n/);
      expect(shown).to.include('\nSerial Number: TST0000000A\n');
      expect(shown.includes('Configuration register is 0x1\n')).to.equal(!isPix);
      expect(shown).to.match(/\nConfiguration (has not been|last) modified [^\n]*$/);
    });

    it('keeps its image in flash', async () => {
      const image = dialect.image(firmware);
      expect((await pair.ask('primary', 'dir'))[1]).to.equal(`Directory of ${isPix ? 'flash:' : 'disk0:'}/`);
      const shown = await pair.ask('primary', 'show flash');
      expect(shown[0]).to.equal('--#--  --length--  -----date/time------  path');
      expect(shown[1]).to.match(/^ {3}10 {2}\d+ +Jan 12 2015 08:12:00 {2}\S+$/);
      expect(shown[1]?.endsWith(`  ${image}`)).to.equal(true);
      expect(shown.at(-1)).to.match(/^\d+ bytes total \(\d+ bytes free\)$/);
    });

    it('prints its configuration between its head and its checksum', async () => {
      const shown = await pair.ask('primary', 'show running-config');
      const version = `${platform.toUpperCase()} Version ${firmware} `;
      expect(shown[0]).to.equal(': Saved');
      expect(
        shown.slice(1, shown.indexOf(version)).every((line) => line === '' || line.startsWith(':')),
      ).to.equal(true);
      expect(shown.at(-2)).to.match(/^Cryptochecksum:[0-9a-f]{32}$/);
      expect(shown.at(-1)).to.equal(': end');
    });

    it('asks before it reloads, and boots again', async () => {
      await pair.configure('primary', ['hostname mellow']);
      const asked = await pair.say('primary', 'reload');
      expect(asked).to.match(
        /\r\nSystem config has been modified\. Save\? \[Y\]es\/\[N\]o(:|\/\[S\]ave all\/\[C\]ancel: {2})$/,
      );
      await pair.say('primary', 'N');
      const before = printed().length;
      await pair.say('primary', '', 2500);
      const shown = printed().slice(before);
      expect(shown).to.match(/\*\*\*\r\n\*\*\* --- SHUTDOWN NOW ---\r\n/);
      expect(shown.includes('Rebooting... (status 0x9)')).to.equal(
        dialect.down.rebooting.reload[0]?.includes('0x9'),
      );
      expect(shown).to.match(/Rebooting\.\.[^]*Platform [^]*ciscoasa> $/);
    });

    it('crashes with its registers and a traceback, and keeps them for show crashinfo', async () => {
      expect(await pair.say('primary', 'crashinfo force page-fault')).to.match(
        /\r\nWARNING: This command will force a crash and cause a\r\n {9}reboot\. Do you wish to proceed\? \[confirm\]: $/,
      );
      const before = printed().length;
      await pair.say('primary', '', 2500);
      const shown = printed().slice(before);
      expect(shown).to.match(/Thread Name: ci\/console[^]*Page fault: Address not mapped\r\n/);
      expect(shown).to.match(
        /Traceback:\r\n0: 0x[0-9a-f]+\r\n[^]*Begin to dump crashinfo to flash\.\.\.\.\r\n/,
      );
      expect(shown).to.match(/End of console dump\.\r\nDo 'show crashinfo' after reboot [^]*Rebooting\.\./);
      await pair.enable('primary');
      const kept = await pair.ask('primary', 'show crashinfo');
      expect(kept[0]).to.equal(': Saved_Crash');
      expect(kept.at(-1)).to.equal(': End_Crash');
      expect(kept.join('\n')).to.include(` Software Version ${firmware} \n`);
    });

    it('waits in its boot monitor when its boot is interrupted', async () => {
      pair.power('primary', 'off');
      await pair.clock.advance(500);
      pair.power('primary', 'on');
      await pair.clock.advance(300);
      expect(await pair.say('primary', '\x1b')).to.match(isPix ? /monitor> $/ : /rommon (#0|1 )> /);
      expect(await pair.say('primary', 'help')).to.include('\r\nreload ');
      await pair.say('primary', 'server 10.9.9.9');
      expect(await pair.say('primary', isPix ? 'tftp' : 'set')).to.include(
        isPix ? 'No address, file set' : '  SERVER=10.9.9.9\r\n',
      );
      await pair.say('primary', 'reload', 2500);
      expect(printed()).to.match(/ciscoasa> $/);
    });
  });
}

/** The head of `show failover`, from the status to the time of the last failover, by dialect. */
const heads: Readonly<Record<string, readonly RegExp[]>> = {
  'pix-7.0': [
    /^Failover On $/,
    /^Cable status: N\/A/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Unit Poll/,
    /^Interface Poll frequency \d+ \w+$/,
    /^Interface Policy/,
    /^Monitored Interfaces 2 of 250 maximum$/,
  ],
  'asa-7.2': [
    /^Failover On $/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Unit Poll/,
    /^Interface Poll .* holdtime 5 seconds$/,
    /^Interface Policy/,
    /^Monitored/,
    /^Version: Ours 7\.2\(5\), Mate 7\.2\(5\)$/,
  ],
  'asa-8.4': [
    /^Failover On $/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Unit Poll/,
    /^Interface Poll/,
    /^Interface Policy/,
    /^Monitored Interfaces 2 of 110 maximum$/,
    /^Version: /,
  ],
  'asa-9.2': [
    /^Failover On $/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Unit Poll/,
    /^Interface Poll/,
    /^Interface Policy/,
    /^Monitored/,
    /^MAC Address Move Notification Interval not set$/,
    /^Version: /,
  ],
  'asa-9.5': [
    /^Failover On $/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Reconnect timeout 0:00:00$/,
    /^Unit Poll/,
    /^Interface Poll/,
    /^Interface Policy/,
    /^Monitored/,
    /^MAC Address Move/,
    /^Version: /,
  ],
  'asa-9.12': [
    /^Failover On $/,
    /^Failover unit/,
    /^Failover LAN/,
    /^Reconnect/,
    /^Unit Poll/,
    /^Interface Poll/,
    /^Interface Policy/,
    /^Monitored/,
    /^MAC Address Move/,
    /^Version: /,
    /^Serial Number: Ours TST0000000A, Mate TST0000000B$/,
  ],
};

for (const [dialect, head] of Object.entries(heads)) {
  describe(`a pair that speaks ${dialect}`, () => {
    it('shows its failover line by line as that dialect does', async () => {
      // Without this command a PIX looks for its failover cable.
      const overNetwork = dialect.startsWith('pix') ? ['failover lan enable'] : [];
      const pair = await new PlayedPair({ dialect }).bootstrap(overNetwork);
      const shown = await pair.ask('primary', 'show failover');
      const last = shown.findIndex((line) => line.startsWith('Last Failover at: '));
      expect(last).to.equal(head.length);
      head.forEach((form, at) => expect(shown[at]).to.match(form));
      const { saysMonitored, slots, counted } = dialectNamed(dialect).failover;
      expect(shown).to.include(
        `\t\t  Interface inside (10.1.1.1): Normal${saysMonitored ? ' (Monitored)' : ''}`,
      );
      expect(shown.some((line) => line.startsWith('\t\tslot 0: '))).to.equal(slots);
      const from = shown.findIndex((line) => line.startsWith('\tGeneral\t\t'));
      const rows = shown
        .slice(from + 1, shown.indexOf('', from))
        .map((line) => line.split('\t')[1]?.trimEnd());
      expect(rows).to.deep.equal(counted);
      pair.close();
    });
  });
}

describe('the boot of a unit', () => {
  it('is shorter by its countdown for whoever presses the space bar', async () => {
    const [waiting, hurried] = await Promise.all([speaking('asa-8.2'), speaking('asa-8.2')]);
    for (const pair of [waiting, hurried]) {
      pair.power('primary', 'off');
      await pair.clock.advance(500);
      pair.printed.primary = '';
      pair.power('primary', 'on');
      await pair.clock.advance(300);
    }
    hurried.bench.units.primary.console.type(Buffer.from(' '));
    const isUp = (pair: PlayedPair) => () => pair.printed.primary.endsWith('> ');
    expect(await hurried.until(isUp(hurried))).to.be.below((await waiting.until(isUp(waiting))) - 300);
    waiting.close();
    hurried.close();
  });

  it('ignores the configuration in flash when the register says so, until it says otherwise', async () => {
    const pair = await speaking('asa-8.4');
    await pair.enable('primary');
    await pair.configure('primary', ['hostname kept', 'enable password forgotten']);
    await pair.say('primary', 'write memory', 500);
    const restart = async (): Promise<void> => {
      pair.power('primary', 'off');
      await pair.clock.advance(500);
      pair.power('primary', 'on');
      await pair.clock.advance(300);
    };
    await restart();
    await pair.say('primary', '\x1b');
    expect(await pair.say('primary', 'confreg 0x41')).to.include('Update Config Register (0x41) in NVRAM...');
    await pair.say('primary', 'boot', 2500);
    expect(pair.printed.primary).to.match(/ciscoasa> $/);
    await pair.enable('primary');
    expect(await pair.say('primary', 'show version | include register')).to.include('register is 0x41\r\n');
    await pair.configure('primary', ['config-register 0x1']);
    expect(await pair.say('primary', 'show version | include register')).to.include(
      'Configuration register is 0x41 (will be 0x1 at next reload)',
    );
    await restart();
    await pair.clock.advance(2500);
    expect(pair.printed.primary).to.match(/Cryptochecksum \(unchanged\): [0-9a-f ]{35} \r\n[^]*kept> $/);
    pair.close();
  });

  it('asks for the register bit by bit, and stays in ROMMON if no boot is wanted', async () => {
    const pair = await speaking('asa-7.2');
    pair.power('primary', 'off');
    await pair.clock.advance(500);
    pair.power('primary', 'on');
    await pair.clock.advance(300);
    await pair.say('primary', '\x1b');
    expect(await pair.say('primary', 'confreg')).to.match(
      /Register: 0x00000001\r\n[^]*configuration\? y\/n \[n\]: {2}$/,
    );
    expect(await pair.say('primary', 'y')).to.match(/enable boot to ROMMON prompt\? y\/n \[n\]: {2}$/);
    await pair.say('primary', 'y');
    for (let at = 0; at < 7; at += 1) await pair.say('primary', '');
    expect(pair.printed.primary).to.match(
      /Update Config Register \(0x0\) in NVRAM\.\.\.\r\n\r\nrommon #\d+> $/,
    );
    await pair.say('primary', 'boot', 2500);
    expect(pair.printed.primary).to.match(/rommon #0> $/);
    pair.close();
  });
});

describe('what a unit shows of itself', () => {
  let pair: PlayedPair;
  const ask = (command: string): Promise<string[]> => pair.ask('primary', command);

  before(async () => {
    pair = await new PlayedPair({ dialect: 'asa-9.5' }).bootstrap();
  });
  after(() => pair.close());

  it('is its parts, its key and its resources', async () => {
    expect(await ask('show inventory')).to.deep.equal([
      'Name: "Chassis", DESCR: "ASA 5525-X with SW, 8 GE Data, 1 GE Mgmt, AC"',
      'PID: ASA5525           , VID: V01     , SN: TST0000000A',
      '',
    ]);
    expect((await ask('show activation-key'))[1]).to.match(
      /^Running Permanent Activation Key: (0x[0-9a-f]{8} ){5}$/,
    );
    expect((await ask('show clock detail'))[1]).to.equal('Time source is hardware calendar');
    expect(await ask('show memory')).to.deep.equal([
      'Free memory:      7129645711 bytes (83%)',
      'Used memory:      1460288881 bytes (17%)',
      '-------------     ----------------',
      'Total memory:     8589934592 bytes (100%)',
    ]);
    expect(await ask('show cpu usage')).to.deep.equal([
      'CPU utilization for 5 seconds = 1%; 1 minute: 1%; 5 minutes: 0%',
    ]);
    expect((await ask('show blocks'))[0]).to.equal('  SIZE    MAX    LOW    CNT');
  });

  it('is what it is connected to, and what it routes', async () => {
    await pair.configure('primary', ['route outside 0.0.0.0 0.0.0.0 203.0.113.254']);
    const routes = await ask('show route');
    expect(routes).to.include('Gateway of last resort is 203.0.113.254 to network 0.0.0.0');
    expect(routes).to.include('C        10.1.1.0 255.255.255.0 is directly connected, inside');
    expect(routes).to.include('L        10.1.1.1 255.255.255.255 is directly connected, inside');
    expect(routes).to.include('S*       0.0.0.0 0.0.0.0 [1/0] via 203.0.113.254, outside');
    await pair.lostDuring(200);
    expect((await ask('show arp')).join('\n')).to.match(/^\t(in|out)side [\d.]+ [0-9a-f.]{14} \d+$/m);
    expect((await ask('show traffic')).slice(0, 3).join('\n')).to.match(
      /^outside:\n\treceived \(in \d+\.\d{3} secs\):\n\t\t\d+ packets\t\d+ bytes$/,
    );
  });

  it('says who wrote the configuration in flash, and when', async () => {
    const shown = await ask('show startup-config');
    expect(shown.slice(0, 3)).to.deep.equal([': Saved', '', ': ']);
    expect(shown[5]).to.match(/^: Written by enable_15 at \d\d:\d\d:\d\d\.\d{3} UTC \w{3} \w{3} \d+ \d{4}$/);
    expect(shown.slice(6, 8)).to.deep.equal(['!', 'ASA Version 9.5(2) ']);
  });
});

describe('a unit in multiple context mode', () => {
  it('says in which execution space its version was asked for', async () => {
    const pair = await speaking('asa-9.2');
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'mode multiple noconfirm', 5000);
    await pair.enable('primary');
    const version = 'Cisco Adaptive Security Appliance Software Version 9.2(4)';
    expect((await pair.ask('primary', 'show version'))[1]).to.equal(`${version} <system>`);
    await pair.say('primary', 'changeto context admin');
    expect((await pair.ask('primary', 'show version'))[1]).to.equal(`${version} <context>`);
    pair.close();
  });
});

describe('a unit that is told to reload later', () => {
  it('says when, can be told not to, and does it then', async () => {
    const pair = await speaking('asa-8.4');
    await pair.enable('primary');
    expect(await pair.ask('primary', 'show reload')).to.deep.equal(['No reload is scheduled.']);
    expect(await pair.say('primary', 'reload in 1:05 noconfirm')).to.include(
      '*** --- SHUTDOWN in 1:05:00 ---\r\n',
    );
    expect((await pair.ask('primary', 'show reload'))[0]).to.match(
      /^Reload scheduled for .* \(in 1 hours and 4 minutes\)$/,
    );
    expect(await pair.say('primary', 'reload cancel')).to.include('*** --- SHUTDOWN ABORTED ---\r\n');
    await pair.say('primary', 'reload noconfirm in 2');
    expect(pair.printed.primary).to.match(
      /\^\r\nERROR: % Invalid input detected at '\^' marker\.\r\n[^]*# $/,
    );
    await pair.say('primary', 'reload in 2 quick noconfirm');
    const before = pair.printed.primary.length;
    await pair.clock.advance(119_000);
    expect(pair.printed.primary.slice(before)).to.equal('');
    await pair.clock.advance(4000);
    expect(pair.printed.primary.slice(before)).to.match(/SHUTDOWN NOW ---[^]*ciscoasa> $/);
    pair.close();
  });
});

describe('a crash', () => {
  const crash = async (pair: PlayedPair): Promise<string> => {
    await pair.say('primary', 'crashinfo force page-fault');
    const before = pair.printed.primary.length;
    await pair.say('primary', '', 1000);
    return pair.printed.primary.slice(before);
  };

  it('leaves nothing when it is told to, and what it left can be cleared', async () => {
    const pair = await speaking('asa-8.2');
    await pair.enable('primary');
    await pair.say('primary', 'crashinfo test');
    expect((await pair.ask('primary', 'show crashinfo'))[0]).to.equal(': Saved_Test_Crash');
    await pair.say('primary', 'clear crashinfo');
    expect(await pair.ask('primary', 'show crashinfo save')).to.deep.equal(['crashinfo save enable']);
    await pair.configure('primary', ['crashinfo save disable']);
    expect(await pair.ask('primary', 'show crashinfo save')).to.deep.equal(['crashinfo save disable']);
    expect(await crash(pair)).to.not.include('Begin to dump crashinfo');
    await pair.clock.advance(2500);
    await pair.enable('primary');
    expect(await pair.ask('primary', 'show crashinfo')).to.deep.equal(['No crash file found.']);
    pair.close();
  });

  it('is followed by a core dump, as long as a boot, where that is enabled', async () => {
    const pair = await speaking('asa-8.4');
    await pair.enable('primary');
    await pair.configure('primary', ['coredump enable']);
    const shown = await crash(pair);
    expect(shown).to.include('Writing coredump file to flash. Please do not reload.\r\n');
    expect(shown).to.not.include('Rebooting');
    await pair.clock.advance(1200);
    expect(pair.printed.primary).to.include('Rebooting... (status 0x8b)\r\n');
    pair.close();
  });

  it('ends in nothing if the power goes during its core dump', async () => {
    const pair = await speaking('asa-8.4');
    await pair.enable('primary');
    await pair.configure('primary', ['coredump enable']);
    await crash(pair);
    pair.power('primary', 'off');
    await pair.clock.advance(5000);
    expect(pair.printed.primary).to.not.include('Rebooting');
    pair.close();
  });

  it('has no core dump in firmware that cannot make one', async () => {
    const pair = await speaking('pix-7.2');
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    expect(await pair.say('primary', 'coredump enable')).to.include(
      "ERROR: % Invalid input detected at '^' marker.",
    );
    pair.close();
  });
});

describe('a console that asks who is there', () => {
  it('does so before its first prompt and after every logout, and asks again for a wrong password', async () => {
    const pair = await speaking('asa-9.12');
    await pair.enable('primary');
    await pair.configure('primary', [
      'username kim password secret99 privilege 15',
      'aaa authentication serial console LOCAL',
    ]);
    expect(await pair.say('primary', 'logout')).to.match(/\r\nLogoff\r\n\r\nUsername: $/);
    await pair.say('primary', 'kim');
    expect(await pair.say('primary', 'wrong')).to.match(/Username: $/);
    expect(await pair.say('primary', 'kim')).to.match(/\r\nPassword: $/);
    expect(await pair.say('primary', 'secret99')).to.match(
      /\*{8}\r\nUser kim logged in to ciscoasa\r\n[^]*Type help or '\?' for a list of available commands\.\r\nciscoasa> $/,
    );
    expect((await pair.ask('primary', 'show curpriv'))[0]).to.equal('Username : kim');
    pair.close();
  });
});

describe('a console that is slow', () => {
  it('loses what is pasted at it, and nothing of what is typed at its pace', async () => {
    const pair = await speaking('pix-7.2', { keysPerSecond: 100 });
    const pasted = await pair.say('primary', 'this line is longer than what the port holds', 1000);
    expect(pasted).to.equal('this line is lon');
    pair.bench.units.primary.console.type(Buffer.from('\x03'));
    await pair.clock.advance(1000);
    for (const key of 'show version\r') {
      pair.bench.units.primary.console.type(Buffer.from(key));
      await pair.clock.advance(10);
    }
    expect(pair.printed.primary).to.include('Cisco PIX Security Appliance Software Version 7.2(4) \r\n');
    pair.close();
  });
});
