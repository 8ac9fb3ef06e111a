import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair } from './played-pair.test-support.ts';

const units = ['primary', 'secondary'] as const;

function macIn(shown: readonly string[]): string | undefined {
  return /MAC address (\S+),/.exec(shown.join('\n'))?.[1];
}

describe('failover exec of a simulated pair', () => {
  let pair: PlayedPair;
  const ask = (unit: UnitName, line: string): Promise<string[]> => pair.ask(unit, line);

  before(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  after(() => pair.close());

  it('shows on this terminal what the mate prints, and what this unit prints where it is meant itself', async () => {
    const serials = { primary: 'Serial Number: TST0000000A', secondary: 'Serial Number: TST0000000B' };
    const shown = (on: string): string => `failover exec ${on} show version | include Serial`;
    expect(await ask('primary', shown('mate'))).to.deep.equal([serials.secondary]);
    expect(await ask('primary', shown('active'))).to.deep.equal([serials.primary]);
    expect(await ask('primary', shown('standby'))).to.deep.equal([serials.secondary]);
    expect(await ask('secondary', shown('mate'))).to.deep.equal([serials.primary]);
    expect(await ask('secondary', shown('active'))).to.deep.equal([serials.primary]);
    expect(await ask('secondary', shown('standby'))).to.deep.equal([serials.secondary]);
  });

  it('prints one prompt after it, on either side', async () => {
    expect(await pair.say('primary', 'failover exec active show clock')).to.match(
      /clock\r\n[^\r\n]*\r\nwall\/pri\/act# $/,
    );
    expect(await pair.say('primary', 'failover exec mate show clock')).to.match(
      /clock\r\n[^\r\n]*\r\nwall\/pri\/act# $/,
    );
  });

  it('has a mode of its own for each unit, and the sentences of the guide for it', async () => {
    await pair.say('secondary', 'configure terminal');
    expect(await ask('secondary', 'show failover exec active')).to.deep.equal([
      'Active unit Failover EXEC is at config mode',
    ]);
    const said = await pair.say('secondary', 'failover exec active interface GigabitEthernet0/5');
    expect(said).to.match(/\r\nwall\/sec\/stby\(config\)# $/);
    expect(await ask('secondary', 'sh failover exec active')).to.deep.equal([
      'Active unit Failover EXEC is at interface sub-command mode',
    ]);
    expect(await ask('secondary', 'sh failover exec standby')).to.deep.equal([
      'Standby unit Failover EXEC is at config mode',
    ]);
    expect(await ask('secondary', 'sh failover exec mate')).to.deep.equal([
      'Active unit Failover EXEC is at interface sub-command mode',
    ]);
    await ask('secondary', 'failover exec active description typed afar');
    for (const unit of units) {
      const there = (await ask(unit, 'show running-config interface GigabitEthernet0/5')).join('\n');
      expect(there, unit).to.include(' description typed afar');
    }
    await ask('secondary', 'failover exec active exit');
    expect(await ask('secondary', 'show failover exec mate')).to.deep.equal([
      'Active unit Failover EXEC is at config mode',
    ]);
    await pair.say('secondary', 'end');
  });

  it('keeps the mode of the session, whatever it leads to there, and the other way round', async () => {
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'interface GigabitEthernet0/5');
    expect(await pair.say('primary', 'failover exec active router ospf 100')).to.match(/act\(config-if\)# $/);
    expect(await ask('primary', 'show failover exec active')).to.deep.equal([
      'Active unit Failover EXEC is at router sub-command mode',
    ]);
    await pair.say('primary', 'description typed here');
    expect((await ask('primary', 'show running-config')).join('\n')).to.match(
      /interface GigabitEthernet0\/5\n description typed here\n[^]*\nrouter ospf 100\n/,
    );
    expect(await pair.say('primary', 'router rip')).to.match(/act\(config-router\)# $/);
    await pair.say('primary', 'end');
  });

  it('configures nothing as long as this session is not in configuration mode', async () => {
    await ask('primary', 'failover exec mate configure terminal');
    expect(await ask('primary', 'show failover exec mate')).to.deep.equal([
      'Standby unit Failover EXEC is at config mode',
    ]);
    const refused = await ask('primary', 'failover exec mate logging timestamp');
    expect(refused.at(-1)).to.equal("ERROR: % Invalid input detected at '^' marker.");
    await pair.say('primary', 'configure terminal');
    const warned = await ask('primary', 'failover exec mate logging timestamp');
    expect(warned).to.deep.equal([
      '**** WARNING ****',
      '\tConfiguration Replication is NOT performed from Standby unit to Active unit.',
      '\tConfigurations are no longer synchronized.',
    ]);
    await pair.say('primary', 'end');
    expect((await ask('secondary', 'show running-config')).join('\n')).to.include('logging timestamp');
    expect((await ask('primary', 'show running-config')).join('\n')).to.not.include('logging timestamp');
  });

  for (const line of [
    'changeto context one',
    'debug fover cable',
    'undebug all',
    'failover exec mate show clock',
    'fail ex mate show clock',
  ]) {
    it(`refuses «${line}»`, async () => {
      const [said] = await ask('primary', `failover exec mate ${line}`);
      expect(said).to.match(/^ERROR: Command is refused: failover exec cannot be used with /);
    });
  }

  it('needs commands that ask nothing', async () => {
    const [said] = await ask('primary', 'failover exec mate copy running-config startup-config');
    expect(said).to.equal('');
    const shown = (await ask('primary', 'failover exec mate reload')).join('\n');
    expect(shown).to.include('ERROR: Command requires user input');
    expect(pair.printed.secondary).to.not.include('SHUTDOWN');
  });

  it('waits for what takes a while', async () => {
    const said = await pair.say('primary', 'failover exec mate write memory', 500);
    expect(said).to.match(/Building configuration\.\.\.[^]*\[OK\]\r\nwall\/pri\/act# $/);
  });

  it('fails on a standby unit that failed of its interfaces, and with failover off', async () => {
    pair.port('secondary', 0, 'down');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed');
    expect(await ask('primary', 'failover exec standby show clock')).to.deep.equal([
      'ERROR: Command is refused: the mate has failed',
    ]);
    expect((await ask('secondary', 'failover exec active show clock')).join()).to.match(/UTC/);
    pair.port('secondary', 0, 'up');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Standby Ready');
    pair.port('secondary', 2, 'down');
    await pair.clock.advance(5000);
    expect((await ask('primary', 'failover exec mate show clock')).join()).to.match(/ERROR: .* link is down/);
    pair.port('secondary', 2, 'up');
    await pair.clock.advance(2000);
    await pair.configure('primary', ['no failover']);
    expect((await ask('primary', 'failover exec mate show clock')).join()).to.match(/ERROR: .* off$/);
  });
});

describe('the commands that act on the standby unit', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  it('failover reload-standby boots it again without a question, and the prompt is back at once', async () => {
    expect(await pair.say('primary', 'failover reload-standby', 5)).to.equal(
      'failover reload-standby\r\nwall/pri/act# ',
    );
    await pair.clock.advance(100);
    expect(pair.printed.secondary).to.match(/START GRACEFUL SHUTDOWN[^]*Rebooting\.\.\. \(status 0x9\)/);
    await pair.clock.advance(3000);
    await pair.enable('secondary');
    await pair.steady('primary');
  });

  it('are refused on the standby unit itself', async () => {
    for (const line of ['failover reload-standby', 'write standby']) {
      const [said] = await pair.ask('secondary', line);
      expect(said, line).to.equal('ERROR: Command is refused: this unit is not the active one');
    }
    await pair.clock.advance(2000);
    expect(pair.printed.secondary).to.not.include('SHUTDOWN');
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
  });

  it('write standby takes it through Cold Standby, step by step, with the messages on both consoles', async () => {
    const before = { ...pair.printed };
    await pair.say('primary', 'write standby', 5);
    const seen: string[] = [];
    await pair.until(async () => {
      const state = (await pair.stateOf('secondary')) ?? '';
      if (seen.at(-1) !== state) seen.push(state);
      return state === 'Standby Ready' && seen.length > 1;
    });
    const steps = ['Cold Standby', 'Sync Config', 'Bulk Sync', 'Standby Ready'];
    expect(seen.filter((state) => state !== 'Sync File System')).to.deep.equal(steps);
    expect(pair.printed.primary.slice(before.primary.length)).to.match(
      /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate\r\n/,
    );
    expect(pair.printed.secondary.slice(before.secondary.length)).to.match(
      /Beginning configuration replication from mate\.\r\n[^]*End configuration replication from mate\.\r\n/,
    );
    const history = await pair.ask('secondary', 'show failover history');
    for (const to of ['Cold Standby', 'Sync Config', 'Sync File System', 'Bulk Sync', 'Standby Ready']) {
      expect(
        history.some((row) => row.slice(27, 54).trim() === to && row.endsWith('Configuration mismatch')),
        to,
      ).to.equal(true);
    }
  });

  it('write standby leaves the standby unit what it needs to hear the active one, and nothing else', async () => {
    await pair.configure('secondary', ['hostname stray', 'logging timestamp']);
    await pair.say('primary', 'write standby', 5000);
    const lines = async (unit: UnitName): Promise<string[]> =>
      (await pair.ask(unit, 'show running-config')).filter(
        (line) => !/^(failover lan unit|Crypto|: Serial)/.test(line),
      );
    expect(await lines('secondary')).to.deep.equal(await lines('primary'));
  });
});

describe('a pair whose failover is off', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  const first = async (unit: UnitName): Promise<string | undefined> =>
    (await pair.ask(unit, 'show failover'))[0];

  it('keeps the states that it had, whatever is broken then', async () => {
    await pair.configure('primary', ['no failover']);
    expect([await first('primary'), await first('secondary')]).to.deep.equal([
      'Failover Off ',
      'Failover Off (pseudo-Standby)',
    ]);
    expect(await pair.say('primary', '')).to.match(/wall\/pri\/actNoFailover# $/);
    expect(await pair.say('secondary', '')).to.match(/wall\/sec\/stbyNoFailover# $/);
    expect((await pair.ask('secondary', 'show ip address')).at(-1)).to.include('172.31.0.6');
    pair.power('primary', 'off');
    await pair.clock.advance(20_000);
    expect(await first('secondary')).to.equal('Failover Off (pseudo-Standby)');
  });

  it('obeys failover active and no failover active, each unit for itself', async () => {
    await pair.configure('primary', ['no failover']);
    await pair.say('secondary', 'failover active', 100);
    expect(await pair.say('secondary', '')).to.match(/wall\/sec\/actNoFailover# $/);
    expect(await pair.say('primary', '')).to.match(/wall\/pri\/actNoFailover# $/);
    await pair.say('primary', 'no failover active', 100);
    expect(await first('primary')).to.equal('Failover Off (pseudo-Standby)');
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('has two units with the active addresses after a reload of the pseudo-standby, if that was saved', async () => {
    await pair.configure('primary', ['no failover']);
    await pair.say('secondary', 'write memory', 500);
    await pair.say('secondary', 'reload noconfirm', 4000);
    await pair.enable('secondary');
    expect(await pair.say('secondary', '')).to.match(/wall\/sec\/actNoFailover# $/);
    for (const unit of units) {
      const shown = (await pair.ask(unit, 'show interface inside')).join('\n');
      expect(shown, unit).to.include('IP address 10.1.1.1,');
    }
  });

  it('is on again after a reload if that was not saved', async () => {
    await pair.configure('primary', ['no failover']);
    await pair.say('secondary', 'reload noconfirm', 1000);
    await pair.configure('primary', ['failover']);
    await pair.clock.advance(2000);
    await pair.enable('secondary');
    await pair.steady('primary');
  });

  it('can have two units with one MAC address: the secondary forgets on its reload whose it used', async () => {
    await pair.say('primary', 'no failover active', 1000);
    await pair.configure('secondary', ['no failover']);
    const primary = macIn(await pair.ask('primary', 'show interface inside'));
    await pair.say('secondary', 'write memory', 500);
    await pair.say('secondary', 'reload noconfirm', 4000);
    await pair.enable('secondary');
    const secondary = macIn(await pair.ask('secondary', 'show interface inside'));
    expect(secondary).to.be.a('string').and.to.equal(primary);
  });

  it('shows a mate that turned it off alone as not detected', async () => {
    await pair.say('primary', 'no failover active', 1000);
    await pair.steady('secondary');
    await pair.configure('primary', ['no failover']);
    expect(await pair.stateOf('secondary', 'Other')).to.equal('Not Detected');
    await pair.clock.advance(20_000);
    expect(await pair.stateOf('secondary', 'Other')).to.equal('Not Detected');
    expect(await pair.stateOf('secondary')).to.equal('Active');
  });
});

describe('show running-config all failover', () => {
  it('has the commands that nobody entered, with their default values', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    expect(await pair.ask('primary', 'show running-config all failover')).to.deep.equal([
      'no failover',
      'failover lan unit secondary',
      'failover polltime unit 1 holdtime 15',
      'failover polltime interface 5 holdtime 25',
      'failover interface-policy 1',
      'no failover replication http',
    ]);
    await pair.configure('primary', ['failover lan unit primary', 'failover polltime 3 holdtime 9']);
    const all = await pair.ask('primary', 'show running-config all failover');
    expect(all).to.include('failover lan unit primary').and.include('failover polltime unit 3 holdtime 9');
    expect(all).to.have.length(6);
    pair.close();
  });
});
