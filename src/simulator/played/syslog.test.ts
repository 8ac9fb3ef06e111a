import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

interface Heard {
  readonly atMs: number;
  readonly unit: UnitName;
  readonly host: string;
  readonly port: number;
  readonly text: string;
}

const logging = ['logging enable', 'logging trap informational', 'logging host inside 10.1.1.77'];

/** A pair that logs to a host, and what the host has heard since. */
async function loggingPair(
  lines: readonly string[] = logging,
  topology = testTopology(),
  linkLines: readonly string[] = [],
): Promise<{ pair: PlayedPair; heard: Heard[] }> {
  const pair = await new PlayedPair({}, topology).bootstrap(linkLines);
  await pair.configure('primary', lines);
  await pair.clock.advance(1000);
  const heard: Heard[] = [];
  pair.bench.onSyslog((unit, host, port, text) =>
    heard.push({ atMs: pair.clock.nowMs(), unit, host, port, text }),
  );
  return { pair, heard };
}

const textsOf = (heard: readonly Heard[], unit?: UnitName): string[] =>
  heard.filter((one) => unit === undefined || one.unit === unit).map(({ text }) => text.replace(/\n$/, ''));

describe('system messages at a log host', () => {
  it('tell of a forced switchover from both sides, with the interfaces that bounce', async () => {
    const { pair, heard } = await loggingPair();
    await pair.say('primary', 'no failover active', 2000);
    expect(textsOf(heard, 'primary').slice(0, 1)).to.deep.equal([
      '<161>%ASA-1-104002: (Primary) Switching to STNDBY - Set by the config command.',
    ]);
    const there = textsOf(heard, 'secondary');
    expect(there[0]).to.equal('<161>%ASA-1-104001: (Secondary) Switching to ACTIVE - mate want me Active');
    for (const nameif of ['outside', 'inside']) {
      const down = there.indexOf(
        `<164>%ASA-4-411002: Line protocol on Interface ${nameif}, changed state to down`,
      );
      const up = there.indexOf(
        `<164>%ASA-4-411001: Line protocol on Interface ${nameif}, changed state to up`,
      );
      expect(down, nameif).to.be.at.least(0);
      expect(up, nameif).to.be.greaterThan(down);
      expect(there).to.include(`<161>%ASA-1-105003: (Secondary) Monitoring on interface ${nameif} waiting`);
      expect(there).to.include(`<161>%ASA-1-105004: (Secondary) Monitoring on interface ${nameif} normal`);
    }
    pair.close();
  });

  it('say who told whom where the standby unit was made active', async () => {
    const { pair, heard } = await loggingPair();
    await pair.say('secondary', 'failover active', 2000);
    expect(textsOf(heard)).to.include.members([
      '<161>%ASA-1-104001: (Secondary) Switching to ACTIVE - Set by the config command.',
      '<161>%ASA-1-104002: (Primary) Switching to STNDBY - Other unit wants me Standby. Secondary unit switch reason: Set by the config command.',
    ]);
    pair.close();
  });

  it('tell of a dead mate, from the unit that takes over', async () => {
    const { pair, heard } = await loggingPair();
    pair.power('primary', 'off');
    await pair.clock.advance(6000);
    expect(textsOf(heard, 'primary')).to.deep.equal([]);
    expect(textsOf(heard, 'secondary')).to.include(
      '<161>%ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.',
    );
    heard.splice(0);
    pair.power('primary', 'on');
    await pair.until(async () => (await pair.stateOf('secondary', 'Other')) === 'Standby Ready');
    expect(textsOf(heard, 'secondary')).to.include.members([
      '<161>%ASA-1-709003: (Secondary) Beginning configuration replication: Send to mate.',
      '<161>%ASA-1-709004: (Secondary) End Configuration Replication (ACT)',
    ]);
    pair.close();
  });

  it('tell of a dead standby unit', async () => {
    const { pair, heard } = await loggingPair();
    pair.power('secondary', 'off');
    await pair.clock.advance(6000);
    expect(textsOf(heard)).to.include(
      '<161>%ASA-1-103001: (Primary) No response from other firewall (reason code = 1).',
    );
    pair.close();
  });

  it('tell that the mate, which hears nothing, calls this unit failed', async () => {
    const { pair, heard } = await loggingPair([...logging, 'logging standby']);
    for (const card of [0, 1, 2])
      pair.bench.trouble.primary.impair(`GigabitEthernet0/${card}`, { direction: 'in', loss: 1 });
    await pair.clock.advance(6000);
    expect(textsOf(heard, 'primary')).to.include(
      '<161>%ASA-1-103001: (Primary) No response from other firewall (reason code = 1).',
    );
    expect(textsOf(heard, 'secondary').filter((text) => text.includes('103004'))).to.deep.equal([
      '<161>%ASA-1-103004: (Secondary) Other firewall reports this firewall failed. Reason: Missed poll packets on failover command interface exceeded threshold.',
    ]);
    pair.close();
  });

  it('tell of a link that is gone and comes back, and of the unit that fails of it', async () => {
    const { pair, heard } = await loggingPair([...logging, 'logging standby']);
    pair.port('primary', 0, 'down');
    await pair.clock.advance(4000);
    expect(textsOf(heard)).to.include.members([
      '<164>%ASA-4-411002: Line protocol on Interface outside, changed state to down',
      "<161>%ASA-1-105007: (Primary) Link status 'Down' on interface outside",
      '<161>%ASA-1-104002: (Primary) Switching to STNDBY - interface check, mate is healthier',
      '<161>%ASA-1-104003: (Primary) Switching to FAILED.',
      '<161>%ASA-1-103005: (Secondary) Other firewall reporting failure.',
      '<161>%ASA-1-103003: (Secondary) Other firewall network interface 0 failed.',
    ]);
    heard.splice(0);
    pair.port('primary', 0, 'up');
    await pair.clock.advance(4000);
    expect(textsOf(heard)).to.include.members([
      '<164>%ASA-4-411001: Line protocol on Interface outside, changed state to up',
      "<161>%ASA-1-105006: (Primary) Link status 'Up' on interface outside",
      '<161>%ASA-1-104004: (Primary) Switching to OK.',
      '<161>%ASA-1-103002: (Secondary) Other firewall network interface 0 OK.',
    ]);
    pair.close();
  });

  it('tell of interface tests, and of what they came to', async () => {
    const { pair, heard } = await loggingPair([...logging, 'logging standby']);
    pair.bench.trouble.primary.isolate('GigabitEthernet0/0');
    await pair.clock.advance(8000);
    expect(textsOf(heard)).to.include.members([
      '<161>%ASA-1-105005: (Primary) Lost Failover communications with mate on interface outside',
      '<161>%ASA-1-105008: (Primary) Testing Interface outside',
      '<161>%ASA-1-105009: (Primary) Testing on interface outside Failed',
      '<161>%ASA-1-105009: (Secondary) Testing on interface outside Passed',
    ]);
    pair.close();
  });

  it('tell once of a mate that is not heard on an interface, whose own link there is down', async () => {
    const { pair, heard } = await loggingPair();
    pair.port('secondary', 0, 'down');
    await pair.clock.advance(30_000);
    const lost = '<161>%ASA-1-105005: (Primary) Lost Failover communications with mate on interface outside';
    const told = textsOf(heard, 'primary');
    expect(told.filter((text) => text === lost)).to.have.length(1);
    const waiting = '<161>%ASA-1-105003: (Primary) Monitoring on interface outside waiting';
    expect(told.indexOf(waiting)).to.be.above(told.indexOf(lost));
    pair.close();
  });

  it('tell of the failover link, and of failover being turned off and on', async () => {
    const { pair, heard } = await loggingPair();
    pair.port('secondary', 2, 'down');
    await pair.clock.advance(5000);
    pair.port('secondary', 2, 'up');
    await pair.clock.advance(3000);
    await pair.configure('primary', ['no failover']);
    await pair.clock.advance(100);
    await pair.configure('primary', ['failover']);
    await pair.clock.advance(100);
    expect(textsOf(heard, 'primary')).to.include.members([
      '<161>%ASA-1-105043: (Primary) Failover interface failed',
      '<161>%ASA-1-105042: (Primary) Failover interface OK',
      '<161>%ASA-1-105001: (Primary) Disabling failover.',
      '<161>%ASA-1-105002: (Primary) Enabling failover.',
    ]);
    pair.close();
  });

  it('are lost where the network loses them', async () => {
    const { pair, heard } = await loggingPair();
    pair.port('primary', 1, 'down');
    await pair.clock.advance(5000);
    expect(textsOf(heard, 'primary')).to.deep.equal([]);
    expect(textsOf(heard, 'secondary')).to.not.be.empty;
    pair.close();
  });

  it('come from the standby unit only with logging standby', async () => {
    const { pair, heard } = await loggingPair();
    pair.port('secondary', 0, 'down');
    await pair.clock.advance(3000);
    pair.port('secondary', 0, 'up');
    await pair.clock.advance(3000);
    expect(textsOf(heard, 'secondary')).to.deep.equal([]);
    await pair.configure('primary', ['logging standby']);
    pair.port('secondary', 0, 'down');
    await pair.clock.advance(3000);
    expect(textsOf(heard, 'secondary')).to.include('<161>%ASA-1-104003: (Secondary) Switching to FAILED.');
    pair.close();
  });
});

describe('the framing of system messages', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^<161>%ASA-1-104002: \(Primary\) Switching to STNDBY - Set by the config command\.\n$/],
    [['logging timestamp'], /^<161>[A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d: %ASA-1-104002: /],
    [
      ['logging timestamp', 'logging device-id hostname'],
      /^<161>[A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d wall : %ASA-1-104002: /,
    ],
    [['logging device-id ipaddress inside'], /^<161>10\.1\.1\.1 : %ASA-1-104002: /],
    [['logging device-id string rack-7'], /^<161>rack-7 : %ASA-1-104002: /],
    [['logging facility 23'], /^<185>%ASA-1-104002: /],
    [['logging message 104002 level errors'], /^<163>%ASA-3-104002: /],
  ];
  for (const [lines, framed] of cases) {
    it(`follows ${lines.join(', ') || 'the defaults'}`, async () => {
      const { pair, heard } = await loggingPair([...logging, ...lines]);
      await pair.say('primary', 'no failover active', 1000);
      const [first] = heard.filter(({ text }) => text.includes('104002'));
      expect(first?.text).to.match(framed);
      expect([first?.unit, first?.host, first?.port]).to.deep.equal(['primary', '10.1.1.77', 514]);
      pair.close();
    });
  }

  it('names the platform, and goes to every host, each at its port', async () => {
    const topology = testTopology((text) =>
      text
        .replace('platform: asa', 'platform: pix')
        .replace('9.2(4)', '8.0(4)')
        .replace('ASA5525', 'PIX-515E'),
    );
    const { pair, heard } = await loggingPair(
      [
        'failover lan enable',
        'logging enable',
        'logging trap 1',
        'logging host inside 10.1.1.77',
        'logging host outside 203.0.113.50 udp/5514',
        'logging host outside 198.18.0.9',
        'route outside 198.18.0.0 255.255.0.0 203.0.113.33 1',
      ],
      topology,
      ['failover lan enable'],
    );
    await pair.say('primary', 'no failover active', 1000);
    const first = heard.filter(({ unit, text }) => unit === 'primary' && text.includes('104002'));
    expect(first.map(({ host, port }) => `${host} ${port}`)).to.have.members([
      '10.1.1.77 514',
      '203.0.113.50 5514',
      '198.18.0.9 514',
    ]);
    for (const { text } of first) expect(text).to.match(/^<161>%PIX-1-104002: /);
    expect(textsOf(heard).join()).to.not.include('411001');
    pair.close();
  });

  it('is silent without logging enable, above the level, and where a message is turned off', async () => {
    for (const lines of [
      ['logging trap debugging', 'logging host inside 10.1.1.77'],
      ['logging enable', 'logging trap emergencies', 'logging host inside 10.1.1.77'],
      [...logging, 'no logging message 104002'],
    ]) {
      const { pair, heard } = await loggingPair(lines);
      await pair.say('primary', 'no failover active', 1000);
      expect(textsOf(heard, 'primary').join(), lines.join()).to.not.include('104002');
      pair.close();
    }
  });
});

describe('the log of the unit itself', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = await new PlayedPair().bootstrap();
    await pair.configure('primary', [
      'logging enable',
      'logging timestamp',
      'logging buffered notifications',
      'logging trap 6',
      'logging host inside 10.1.1.77',
    ]);
  });

  after(() => pair.close());

  it('is shown, with what goes where', async () => {
    await pair.say('primary', 'no failover active', 1000);
    await pair.say('primary', 'failover active', 1000);
    const shown = await pair.ask('primary', 'show logging');
    expect(shown.slice(0, 9)).to.deep.equal([
      'Syslog logging: enabled',
      '    Facility: 20',
      '    Timestamp logging: enabled',
      '    Standby logging: disabled',
      '    Debug-trace logging: disabled',
      '    Console logging: disabled',
      '    Monitor logging: disabled',
      shown[7],
      shown[8],
    ]);
    expect(shown[7]).to.match(/^ {4}Buffer logging: level notifications, \d+ messages logged$/);
    expect(shown[8]).to.match(/^ {4}Trap logging: level informational, facility 20, \d+ messages logged$/);
    expect(shown).to.include('        Logging to inside 10.1.1.77');
    const kept = shown.filter((line) => /: %ASA-1-10400[12]: /.test(line));
    expect(kept[0]).to.match(/^[A-Z][a-z]{2} \d\d \d{4} .*: %ASA-1-104002: \(Primary\) Switching to STNDBY/);
    expect(kept[1]).to.match(/%ASA-1-104001: \(Primary\) Switching to ACTIVE - Set by the config command\.$/);
  });

  it('keeps the newest in its buffer, and forgets them when told to', async () => {
    for (let at = 0; at < 80; at += 1)
      await pair.configure('primary', [`access-list many extended permit ip host 10.9.9.${at} any`]);
    const shown = await pair.ask('primary', 'show logging');
    const buffer = shown.slice(shown.findIndex((line) => line.startsWith('    ASDM')) + 1);
    expect(buffer.reduce((sum, line) => sum + line.length + 1, 0)).to.be.at.most(4096);
    expect(buffer.at(-1)).to.match(
      /%ASA-5-111008: User 'enable_15' executed the 'access-list many extended permit ip host 10\.9\.9\.79 any' command\.$/,
    );
    expect(buffer.join('\n')).to.not.include('10.9.9.0 ');
    await pair.say('primary', 'clear logging buffer');
    expect((await pair.ask('primary', 'show logging')).at(-1)).to.match(/ASDM logging/);
  });

  it('goes to the console when it is wanted there, in the middle of what is typed', async () => {
    await pair.configure('primary', ['no logging timestamp', 'logging console alerts']);
    const before = pair.printed.primary.length;
    await pair.say('primary', 'no failover active', 1000);
    expect(pair.printed.primary.slice(before)).to.match(
      /%ASA-1-104002: \(Primary\) Switching to STNDBY - Set by the config command\.\r\n/,
    );
    expect(pair.printed.primary.slice(before)).to.not.include('411001');
  });

  it('never shows a key', async () => {
    await pair.configure('secondary', ['failover key sesame']);
    expect((await pair.ask('secondary', 'show logging')).join('\n'))
      .to.include("executed the 'failover key *' command.")
      .and.not.include('sesame');
  });
});

describe('system messages at boot', () => {
  it('tell that it begins and that it is over', async () => {
    const { pair } = await loggingPair(['logging enable', 'logging buffered 7']);
    await pair.say('primary', 'write memory', 500);
    await pair.say('secondary', 'reload noconfirm', 4000);
    await pair.enable('secondary');
    await pair.steady('primary');
    const shown = await pair.ask('secondary', 'show logging');
    const texts = shown.flatMap((line) => /%ASA-\d-(\d{6}): .*/.exec(line)?.[0] ?? []);
    expect(texts[0]).to.equal('%ASA-6-199005: PIX Startup begin');
    expect(texts).to.include.members([
      '%ASA-1-709005: (Secondary) Beginning configuration replication: Receiving from mate.',
      '%ASA-1-709006: (Secondary) End Configuration Replication (STB)',
      '%ASA-6-199002: PIX startup completed. Beginning operation.',
    ]);
    expect(texts.indexOf('%ASA-6-199002: PIX startup completed. Beginning operation.')).to.be.greaterThan(
      texts.indexOf('%ASA-1-709006: (Secondary) End Configuration Replication (STB)'),
    );
    pair.close();
  });

  it('name the session that a reload was typed in', async () => {
    const { pair, heard } = await loggingPair();
    await pair.say('primary', 'reload noconfirm', 100);
    expect(textsOf(heard)).to.include('<165>%ASA-5-199001: PIX reload command executed from console.');
    pair.close();
  });
});
