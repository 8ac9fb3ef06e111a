import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair } from './played-pair.test-support.ts';

/** Typed in configuration mode of the active unit, the line that it leaves there, and whether the mate has it too. */
const configured: readonly (readonly [string, string, boolean])[] = [
  ['logging timestamp', 'logging timestamp', true],
  ['access-list web extended permit tcp any any', 'access-list web extended permit tcp any any', true],
  ['failover polltime unit 2 holdtime 6', 'failover polltime unit 2 holdtime 6', true],
  ['terminal width 100', 'terminal width 100', true],
  ['pager lines 40', 'pager lines 40', false],
  ['pager 41', 'pager lines 41', false],
  ['failover lan unit primary', 'failover lan unit primary', false],
  ['crypto ca server', 'crypto ca server', false],
];

/** Typed in privileged mode of the active unit; the file or folder that is there afterwards, or not. */
const files: readonly (readonly [string, readonly string[], string, boolean])[] = [
  ['mkdir backup', [''], 'backup', true],
  ['mkdir /noconfirm old', [], 'old', true],
  ['rmdir /noconfirm old', [], 'old', false],
  ['rename asdm-722.bin asdm.bin', ['', ''], 'asdm.bin', true],
  ['delete asdm.bin', ['', ''], 'asdm.bin', false],
  ['rmdir backup', ['', ''], 'backup', false],
];

describe('what the active unit replicates', () => {
  let pair: PlayedPair;
  const running = async (unit: UnitName): Promise<string[]> => pair.ask(unit, 'show running-config');
  const names = async (unit: UnitName): Promise<string[]> =>
    (await pair.ask(unit, 'dir')).slice(3, -2).map((row) => row.split(' ').at(-1) ?? '');

  before(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  after(() => pair.close());

  for (const [line, left, replicates] of configured) {
    it(`«${line}» ${replicates ? 'is' : 'is not'} on both units`, async () => {
      await pair.configure('primary', [line]);
      expect(await running('primary')).to.include(left);
      if (replicates) expect(await running('secondary')).to.include(left);
      else expect(await running('secondary')).to.not.include(left);
    });
  }

  it('nothing below crypto ca server, neither as it is typed nor with the whole configuration', async () => {
    await pair.configure('primary', ['crypto ca server', 'keysize 2048', 'lifetime ca-certificate 1000']);
    expect((await running('primary')).join('\n')).to.include(
      'crypto ca server\n keysize 2048\n lifetime ca-certificate 1000\n',
    );
    await pair.say('primary', 'write standby', 3000);
    await pair.steady('primary');
    const there = (await running('secondary')).join('\n');
    expect(there).to.not.include('crypto ca server');
    expect(there).to.not.include('keysize');
    expect(there).to.include('hostname wall').and.include('username lab');
  });

  it('the sections of routing processes', async () => {
    await pair.configure('primary', ['router ospf 7', 'network 10.0.0.0 255.0.0.0 area 0', 'exit']);
    expect((await running('secondary')).join('\n')).to.include(
      'router ospf 7\n network 10.0.0.0 255.0.0.0 area 0\n',
    );
  });

  for (const [line, answers, name, isThere] of files) {
    it(`«${line}» leaves ${name} ${isThere ? 'there' : 'gone'} on both units`, async () => {
      await pair.say('primary', line);
      for (const answer of answers) await pair.say('primary', answer);
      for (const unit of ['primary', 'secondary'] as const) {
        if (isThere) expect(await names(unit), unit).to.include(name);
        else expect(await names(unit), unit).to.not.include(name);
      }
    });
  }

  it('no file that is made on the standby unit', async () => {
    await pair.say('secondary', 'mkdir /noconfirm mine');
    expect(await names('secondary')).to.include('mine');
    expect(await names('primary')).to.not.include('mine');
  });

  it('no copy but the one to the startup configuration', async () => {
    await pair.configure('primary', ['hostname copied']);
    await pair.say('primary', 'copy /noconfirm running-config disk0:/kept.cfg', 500);
    expect(await names('primary')).to.include('kept.cfg');
    expect(await names('secondary')).to.not.include('kept.cfg');
    expect(await pair.ask('primary', 'more disk0:/kept.cfg')).to.include('hostname copied');
    const startup = async (unit: UnitName): Promise<string[]> => pair.ask(unit, 'show startup-config');
    expect(await startup('secondary')).to.include('hostname wall');
    expect(await pair.say('primary', 'copy running-config startup-config')).to.match(
      /\r\n\r\nSource filename \[running-config\]\? $/,
    );
    expect(await pair.say('primary', '', 500)).to.match(
      /^\r\nCryptochecksum: [0-9a-f ]{35} \r\n\r\n\d+ bytes copied in [\d.]+ secs\r\ncopied\/pri\/act# $/,
    );
    for (const unit of ['primary', 'secondary'] as const)
      expect(await startup(unit), unit).to.include('hostname copied');
  });

  it('no write but write memory', async () => {
    await pair.say('primary', 'write erase');
    expect(await pair.say('primary', '')).to.include('[OK]');
    expect(await pair.ask('primary', 'show startup-config')).to.deep.equal(['No Configuration']);
    expect(await pair.ask('secondary', 'show startup-config')).to.include('hostname copied');
    expect(await pair.say('primary', 'write net 192.0.2.9:/x', 4000)).to.include('%Error writing tftp:');
    await pair.say('primary', 'write memory', 500);
    expect(await pair.ask('primary', 'show startup-config')).to.include('hostname copied');
  });

  it('no debug, no pager of a session, no show', async () => {
    expect(await pair.ask('primary', 'debug fover switch')).to.deep.equal(['fover event trace on']);
    expect(await pair.ask('primary', 'show debug')).to.deep.equal(['debug fover switch  enabled at level 1']);
    expect(await pair.ask('secondary', 'show debug')).to.deep.equal([]);
    await pair.say('primary', 'terminal pager 5');
    expect(await pair.say('secondary', 'show running-config')).to.not.include('More');
    await pair.say('primary', 'terminal pager 0');
  });
});

describe('the firewall mode', () => {
  it('stays on its unit, and clears its configuration', async () => {
    const pair = await new PlayedPair().bootstrap();
    expect(await pair.ask('primary', 'show firewall')).to.deep.equal(['Firewall mode: Router']);
    await pair.configure('secondary', ['no failover', 'firewall transparent']);
    expect(await pair.ask('secondary', 'show firewall')).to.deep.equal(['Firewall mode: Transparent']);
    const there = (await pair.ask('secondary', 'show running-config')).join('\n');
    expect(there).to.include('firewall transparent\nhostname ciscoasa').and.not.include('nameif inside');
    expect(await pair.ask('primary', 'show firewall')).to.deep.equal(['Firewall mode: Router']);
    pair.close();
  });
});

describe('configuration that was not saved', () => {
  it('is lost on both units when both lose power, and on neither as long as one runs', async () => {
    const pair = await new PlayedPair().bootstrap();
    await pair.configure('primary', ['domain-name unsaved.example']);
    pair.power('secondary', 'off');
    await pair.clock.advance(5000);
    pair.power('secondary', 'on');
    await pair.clock.advance(2500);
    await pair.enable('secondary');
    await pair.steady('primary');
    expect(await pair.ask('secondary', 'show running-config')).to.include('domain-name unsaved.example');

    for (const wish of ['off', 'on'] as const) {
      for (const unit of ['primary', 'secondary'] as const) pair.power(unit, wish);
      await pair.clock.advance(wish === 'off' ? 1000 : 8000);
    }
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    await pair.steady('primary');
    for (const unit of ['primary', 'secondary'] as const) {
      const lines = await pair.ask(unit, 'show running-config');
      expect(lines, unit).to.include('hostname wall').and.not.include('domain-name unsaved.example');
    }
    pair.close();
  });
});

describe('the standby unit in configuration mode', () => {
  let pair: PlayedPair;
  const warning = '**** WARNING ****';

  before(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.say('secondary', 'configure terminal');
  });

  after(() => pair.close());

  for (const line of [
    'logging timestamp',
    'interface GigabitEthernet0/7',
    'failover reset',
    'write memory',
  ]) {
    it(`warns at «${line}»`, async () => {
      const shown = await pair.ask('secondary', line);
      await pair.clock.advance(500);
      expect(shown.slice(0, 3)).to.deep.equal([
        warning,
        '\tConfiguration Replication is NOT performed from Standby unit to Active unit.',
        '\tConfigurations are no longer synchronized.',
      ]);
    });
  }

  for (const line of ['show failover', 'show monitor-interface', 'failover exec active show clock']) {
    it(`does not warn at «${line}»`, async () => {
      expect(await pair.ask('secondary', line)).to.not.include(warning);
    });
  }

  it('warns when it is entered', async () => {
    await pair.say('secondary', 'end');
    expect(await pair.ask('secondary', 'configure terminal')).to.include(warning);
  });
});

describe('the description of a link', () => {
  it('is shown once on either unit, though it is replicated as well', async () => {
    const pair = await new PlayedPair().bootstrap();
    for (const unit of ['primary', 'secondary'] as const) {
      const described = (await pair.ask(unit, 'show interface')).filter((line) =>
        line.includes('Description'),
      );
      expect(described, unit).to.deep.equal([
        '\tDescription: LAN Failover Interface',
        '\tDescription: STATE Failover Interface',
      ]);
    }
    pair.close();
  });
});
