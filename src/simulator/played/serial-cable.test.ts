import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { mateOf, type UnitName, unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';
import { seededRandom } from '../ground/random.ts';
import type { SimulatedBenchOptions } from '../face/bench-options.ts';
import { troubleCommand } from '../trouble/trouble-command.ts';

const linkLine = /\n +link: \{ nameif: folink[^\n]*/;

/** Two PIX 515E with the failover cable between them, and a state link on Ethernet3. */
function cableTopology(change: (text: string) => string = (text) => text): Topology {
  return testTopology((text) =>
    change(
      text
        .replaceAll('GigabitEthernet0/', 'Ethernet')
        .replace('platform: asa', 'platform: pix')
        .replace('ASA5525', 'PIX-515E')
        .replace('9.2(4)', '7.2(4)')
        .replace(linkLine, '\n    cable: true'),
    ),
  );
}

const interfaces = [
  'interface Ethernet0',
  'nameif outside',
  'security-level 0',
  'ip address 203.0.113.1 255.255.255.0 standby 203.0.113.2',
  'no shutdown',
  'interface Ethernet1',
  'nameif inside',
  'security-level 100',
  'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2',
  'no shutdown',
  'exit',
];

const stateLink = [
  'failover link stlink Ethernet3',
  'failover interface ip stlink 172.31.0.5 255.255.255.252 standby 172.31.0.6',
  'interface Ethernet3',
  'no shutdown',
  'exit',
];

const access = [
  'access-list OUT extended permit udp any any',
  'access-group OUT in interface outside',
  'logging enable',
  'logging buffered alerts',
  'logging standby',
];

const quick = ['failover polltime unit 1 holdtime 3', 'failover polltime interface 1 holdtime 5'];

/** Both units begin from the flash that a bootstrapped pair has. */
async function pairOfCable(lines: readonly string[] = [...stateLink, ...quick]): Promise<PlayedPair> {
  const pair = new PlayedPair(flashWith(lines), cableTopology());
  await settled(pair);
  return pair;
}

/** As a unit stores them: what belongs to a section is indented. */
function stored(lines: readonly string[]): string[] {
  let isBelow = false;
  return lines.flatMap((line) => {
    if (line === 'exit') isBelow = false;
    const begins = line.startsWith('interface ');
    const text = isBelow && !begins ? ` ${line}` : line;
    isBelow ||= begins;
    return line === 'exit' ? [] : [text];
  });
}

function flashWith(lines: readonly string[]): SimulatedBenchOptions {
  const flash = stored([...interfaces, ...access, ...lines, 'failover']);
  return { flash: { primary: flash, secondary: flash } };
}

async function settled(pair: PlayedPair, active: UnitName = 'primary', capMs = 120_000): Promise<void> {
  await pair.clock.advance(2500);
  for (const unit of unitNames) if (pair.bench.units[unit].powered) await pair.enable(unit);
  await pair.steady(active, capMs);
}

async function row(pair: PlayedPair, unit: UnitName, start: string): Promise<string | undefined> {
  return (await pair.ask(unit, 'show failover')).find((line) => line.startsWith(start));
}

async function status(pair: PlayedPair, unit: UnitName): Promise<string | undefined> {
  return (await row(pair, unit, 'Cable status: '))?.slice('Cable status: '.length);
}

async function statuses(pair: PlayedPair): Promise<(string | undefined)[]> {
  return [await status(pair, 'primary'), await status(pair, 'secondary')];
}

/** The numbers of the messages that a unit has logged, and their texts. */
async function logged(pair: PlayedPair, unit: UnitName): Promise<string> {
  return (await pair.ask(unit, 'show logging')).join('\n');
}

const off = (pair: PlayedPair, unit: UnitName): void => pair.power(unit, 'off');
const becomes = (pair: PlayedPair, unit: UnitName, state: string, capMs?: number): Promise<number> =>
  pair.until(async () => (await pair.stateOf(unit)) === state, capMs);

describe('cable-based failover, as document 77809 configures it', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = new PlayedPair({}, cableTopology());
    off(pair, 'secondary');
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', [...interfaces, ...stateLink, 'failover']);
    await pair.clock.advance(1000);
  });
  after(() => pair.close());

  it('makes the primary unit active at once, because the cable says that there is no power at the other side', async () => {
    expect(await pair.stateOf('primary')).to.equal('Active');
    expect(await status(pair, 'primary')).to.equal('Other side powered off');
  });

  it('needs one command on the secondary unit, which takes everything else over the cable', async () => {
    pair.power('secondary', 'on');
    await pair.clock.advance(2500);
    expect(await status(pair, 'primary')).to.equal('Normal');
    await pair.enable('secondary');
    expect(await pair.ask('secondary', 'show failover')).to.include.members([
      'Failover Off ',
      'Cable status: Normal',
      'Failover unit Secondary',
      'Failover LAN Interface: N/A - Serial-based failover enabled',
    ]);
    await pair.configure('secondary', ['failover']);
    await pair.steady('primary', 120_000);
    expect(pair.printed.primary).to.match(
      /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate/,
    );
    expect(pair.printed.secondary).to.match(/Detected an Active mate\r\nBeginning configuration replication/);
  });

  it('shows itself as in the sample output of the document', async () => {
    const shown = await pair.ask('primary', 'show failover');
    expect(shown.slice(0, 9)).to.deep.equal([
      'Failover On ',
      'Cable status: Normal',
      'Failover unit Primary',
      'Failover LAN Interface: N/A - Serial-based failover enabled',
      'Unit Poll frequency 15 seconds, holdtime 45 seconds',
      'Interface Poll frequency 5 seconds, holdtime 25 seconds',
      'Interface Policy 1',
      'Monitored Interfaces 2 of 250 maximum',
      'Version: Ours 7.2(4), Mate 7.2(4)',
    ]);
    expect(shown).to.include.members([
      '\tThis host: Primary - Active ',
      '\t\t  Interface outside (203.0.113.1): Normal',
      '\tOther host: Secondary - Standby Ready ',
      '\t\t  Interface inside (10.1.1.2): Normal',
      '\tLink : stlink Ethernet3 (up)',
    ]);
    expect(await pair.ask('secondary', 'show failover')).to.include.members([
      'Failover unit Secondary',
      '\tThis host: Secondary - Standby Ready ',
    ]);
  });

  it('leaves the configurations of both units the same, without a designation', async () => {
    await pair.say('primary', 'copy running-config startup-config', 500);
    await pair.say('primary', '', 500);
    const [primary, secondary] = await Promise.all(
      unitNames.map((unit) => pair.ask(unit, 'show running-config failover')),
    );
    expect(secondary).to.deep.equal(primary);
    expect(primary).to.deep.equal([
      'failover',
      'failover link stlink Ethernet3',
      'failover interface ip stlink 172.31.0.5 255.255.255.252 standby 172.31.0.6',
    ]);
  });

  it('has longer poll and hold times than failover over the LAN, where nobody sets them', async () => {
    const line = (await pair.ask('primary', 'show running-config all failover')).find((text) =>
      text.includes('polltime unit'),
    );
    expect(line).to.equal('failover polltime unit 15 holdtime 45');
  });

  it('replicates commands over the cable', async () => {
    await pair.configure('primary', ['access-list LATER extended permit ip any any']);
    await pair.clock.advance(500);
    expect(await pair.ask('secondary', 'show running-config | include access-list')).to.include(
      'access-list LATER extended permit ip any any',
    );
  });
});

describe('a unit that fails beside a failover cable', () => {
  it('is replaced at once when its power fails, and the log says why', async () => {
    const pair = await pairOfCable([...stateLink]);
    off(pair, 'primary');
    expect(await becomes(pair, 'secondary', 'Active', 2000)).to.be.below(1000);
    expect(await status(pair, 'secondary')).to.equal('Other side powered off');
    const log = await logged(pair, 'secondary');
    expect(log).to.match(
      /%PIX-1-102001: \(Secondary\) Power failure\/System reload other side\.\n[^]*%PIX-1-104001: \(Secondary\) Switching to ACTIVE - No power detected from peer\./,
    );
    expect(log).not.to.include('-103001:');
    pair.power('primary', 'on');
    await settled(pair, 'secondary', 300_000);
    expect(await logged(pair, 'secondary')).to.include('%PIX-1-101001: (Secondary) Failover cable OK.');
    expect(await pair.stateOf('primary')).to.equal('Standby Ready');
    pair.close();
  });

  it('is replaced at once when it reloads, which the line shows as a loss of power', async () => {
    const pair = await pairOfCable([...stateLink]);
    await pair.say('primary', 'write memory', 500);
    await pair.say('primary', 'reload');
    await pair.say('primary', '', 500);
    expect(await becomes(pair, 'secondary', 'Active', 1000)).to.be.below(1000);
    expect(await status(pair, 'secondary')).to.equal('Normal');
    await settled(pair, 'secondary', 300_000);
    pair.close();
  });

  it('is replaced at the end of the hold time when it hangs with its power on', async () => {
    const pair = await pairOfCable();
    pair.bench.trouble.primary.hang();
    const tookMs = await becomes(pair, 'secondary', 'Active', 10_000);
    expect(tookMs).to.be.within(2000, 4000);
    expect(await status(pair, 'secondary')).to.equal('Normal');
    const log = await logged(pair, 'secondary');
    expect(log).to.include('-103001: (Secondary) No response from other firewall (reason code = 1).');
    expect(log).to.include('-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.');
    pair.close();
  });

  it('is marked as failed at once if it was the standby one', async () => {
    const pair = await pairOfCable([...stateLink]);
    off(pair, 'secondary');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed', 1000);
    expect(await pair.stateOf('primary')).to.equal('Active');
    pair.close();
  });

  it('is replaced by the hold time when the cable can no longer sense anything', async () => {
    const pair = await pairOfCable();
    pair.bench.trouble.secondary.damageFailoverCable('sense');
    expect(await statuses(pair)).to.deep.equal(['Unknown', 'Unknown']);
    off(pair, 'primary');
    expect(await becomes(pair, 'secondary', 'Active', 10_000)).to.be.within(2000, 4000);
    expect(await logged(pair, 'secondary')).to.include(
      '-101005: (Secondary) Error reading failover cable status.',
    );
    pair.close();
  });
});

describe('a failover cable that is pulled out', () => {
  for (const unit of unitNames) {
    it(`of the ${unit} unit is seen by both, changes no role, and is heard over again once it is back`, async () => {
      const pair = await pairOfCable();
      pair.bench.trouble[unit].pullFailoverCable();
      const seen = { [unit]: 'My side not connected', [mateOf(unit)]: 'Other side is not connected' };
      expect(await statuses(pair)).to.deep.equal([seen['primary'], seen['secondary']]);
      await pair.clock.advance(20_000);
      expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
      expect(await row(pair, unit, 'Failover unit')).to.equal(
        `Failover unit ${unit === 'primary' ? 'Primary' : 'Secondary'}`,
      );
      const [own, others] = [await logged(pair, unit), await logged(pair, mateOf(unit))];
      expect(own).to.include(' Failover cable not connected (this unit).');
      expect(others).to.include(' Failover cable not connected (other unit).');
      expect(own).to.match(/-105011: \(\w+\) Failover cable communication failure/);
      expect(await pair.say('secondary', 'failover active')).to.include('failover link is down');
      pair.bench.trouble[unit].plugFailoverCable();
      expect(await statuses(pair)).to.deep.equal(['Normal', 'Normal']);
      await pair.clock.advance(3000);
      expect((await logged(pair, unit)).match(/-101001: /g)).to.have.length(1);
      await pair.say('secondary', 'failover active');
      await becomes(pair, 'secondary', 'Active', 3000);
      await becomes(pair, 'primary', 'Standby Ready', 3000);
      pair.close();
    });
  }

  it('keeps the standby unit from replacing a mate that dies, until the cable is back and shows it', async () => {
    const pair = await pairOfCable();
    pair.bench.trouble.secondary.pullFailoverCable();
    await pair.clock.advance(10_000);
    off(pair, 'primary');
    await pair.clock.advance(30_000);
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
    pair.bench.trouble.secondary.plugFailoverCable();
    expect(await becomes(pair, 'secondary', 'Active', 1000)).to.be.below(1000);
    pair.close();
  });

  it('at startup makes both units active; back in its place, it makes the primary the one', async () => {
    const pair = new PlayedPair(flashWith(quick), cableTopology());
    pair.bench.trouble.primary.pullFailoverCable();
    await pair.clock.advance(2500);
    for (const unit of unitNames) await pair.enable(unit);
    await pair.until(async () => {
      const { primary, secondary } = await pair.states();
      return primary === 'Active' && secondary === 'Active';
    }, 20_000);
    expect(await row(pair, 'primary', 'Failover unit')).to.equal('Failover unit Secondary');
    pair.bench.trouble.primary.plugFailoverCable();
    await pair.steady('primary');
    expect(await row(pair, 'primary', 'Failover unit')).to.equal('Failover unit Primary');
    pair.close();
  });

  it('while its mate is off is told apart from a mate that is off', async () => {
    const pair = await pairOfCable();
    off(pair, 'secondary');
    await pair.clock.advance(500);
    expect(await status(pair, 'primary')).to.equal('Other side powered off');
    pair.bench.trouble.secondary.pullFailoverCable();
    expect(await status(pair, 'primary')).to.equal('Other side is not connected');
    pair.bench.trouble.secondary.plugFailoverCable();
    expect(await status(pair, 'primary')).to.equal('Other side powered off');
    pair.power('secondary', 'on');
    await settled(pair);
    pair.close();
  });

  it('has one end of each mark, and the marks make the units', async () => {
    const pair = await pairOfCable();
    const { primary, secondary } = pair.bench.trouble;
    primary.pullFailoverCable();
    expect(() => primary.plugFailoverCable('secondary')).to.throw(UsageError, /into the other unit/);
    secondary.pullFailoverCable();
    primary.plugFailoverCable('secondary');
    expect(() => primary.plugFailoverCable('primary')).to.throw(UsageError, /into this unit/);
    secondary.plugFailoverCable('primary');
    expect(await row(pair, 'primary', 'Failover unit')).to.equal('Failover unit Secondary');
    expect(await row(pair, 'secondary', 'Failover unit')).to.equal('Failover unit Primary');
    expect(await pair.stateOf('primary')).to.equal('Active');
    pair.close();
  });
});

describe('troubles of a failover cable asked for by a line', () => {
  it('pull it, plug it in by either end, damage it and mend it', async () => {
    const pair = await pairOfCable();
    for (const [line, answer, seen] of [
      ['pull-failover-cable primary', /^ok$/, ['My side not connected', 'Other side is not connected']],
      ['plug-failover-cable primary secondary', /^error: the end .* into the other unit/, undefined],
      ['plug-failover-cable primary', /^ok$/, ['Normal', 'Normal']],
      ['damage-failover-cable primary sense', /^ok$/, ['Unknown', 'Unknown']],
      ['mend-failover-cable secondary', /^ok$/, ['Normal', 'Normal']],
      ['damage-failover-cable primary sheath', /^error: expected one of data, sense/, ['Normal', 'Normal']],
    ] as const) {
      expect(troubleCommand(pair.bench, line), line).to.match(answer);
      if (seen) expect(await statuses(pair), line).to.deep.equal(seen);
    }
    pair.close();
  });
});

describe('a failover cable that carries nothing although it is plugged in', () => {
  it('is called bad, changes no role, and is called good again', async () => {
    const pair = await pairOfCable();
    pair.bench.trouble.primary.damageFailoverCable('data');
    await pair.clock.advance(20_000);
    expect(await statuses(pair)).to.deep.equal(['Normal', 'Normal']);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    for (const unit of unitNames)
      expect(await logged(pair, unit)).to.match(/-105011: [^]*-101002: \(\w+\) Bad failover cable\./);
    pair.bench.trouble.primary.mendFailoverCable();
    await pair.clock.advance(3000);
    for (const unit of unitNames) expect(await logged(pair, unit)).to.include('-101001: ');
    pair.close();
  });
});

describe('the start of a pair with a failover cable', () => {
  it('makes the primary unit active when both boot together', async () => {
    const pair = await pairOfCable([...stateLink]);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    pair.close();
  });

  it('leaves the secondary unit active that was there first', async () => {
    const pair = new PlayedPair(flashWith(stateLink), cableTopology());
    off(pair, 'primary');
    await pair.clock.advance(4000);
    await pair.enable('secondary');
    expect(await pair.stateOf('secondary')).to.equal('Active');
    pair.power('primary', 'on');
    await settled(pair, 'secondary', 300_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
    pair.close();
  });
});

describe('what the failover cable is too slow for', () => {
  it('takes its time: a long configuration holds up no hello', async () => {
    const lines = Array.from(
      { length: 1500 },
      (_, at) => `access-list LONG extended permit udp host 10.${at >> 8}.${at & 255}.1 any eq ${1024 + at}`,
    );
    const pair = new PlayedPair(flashWith([...lines, ...quick]), cableTopology());
    const fromMs = pair.clock.nowMs();
    const says = (unit: UnitName, text: string) => () => pair.printed[unit].includes(text);
    await pair.until(says('primary', 'End Configuration Replication to mate'));
    await pair.until(says('secondary', 'End configuration replication from mate.'), 1000);
    await settled(pair);
    const bytes = lines.reduce((sum, line) => sum + line.length, 0);
    expect(pair.clock.nowMs() - fromMs).to.be.above((bytes * 10_000) / 117_760);
    const shown = await pair.ask('secondary', 'show failover history');
    expect(shown.join('\n')).not.to.include('HELLO not heard');
    expect(await pair.ask('secondary', 'show running-config | include access-list')).to.include.members(
      lines,
    );
    pair.close();
  });

  for (const [what, lines, kept] of [
    ['goes over a state link of its own', [...stateLink, ...quick], true],
    ['goes over a data interface that is the state link as well', ['failover link inside', ...quick], true],
    ['stays behind without a state link', quick, false],
  ] as const) {
    it(`${what}: the connections of the pair`, async () => {
      const pair = await pairOfCable(lines);
      const session = pair.bench.openSession('inside', 'outside', { protocol: 'tcp', port: 7000 });
      await pair.clock.advance(1000);
      expect(session.state).to.equal('open');
      off(pair, 'primary');
      await becomes(pair, 'secondary', 'Active', 2000);
      session.send(Buffer.from('still there'));
      await pair.clock.advance(3000);
      expect(session.delivered.toServer === 'still there'.length).to.equal(kept);
      pair.close();
    });
  }
});

describe('a failover cable whose wires break in the middle of a replication', () => {
  const lists = async (pair: PlayedPair, unit: UnitName): Promise<string[]> =>
    pair.ask(unit, 'show running-config | include access-list T');

  for (const [what, brokenMs, isAnew] of [
    ['for a moment: what was typed follows', 1500, false],
    ['for long: the standby unit takes the configuration anew', 30_000, true],
  ] as const)
    it(what, async () => {
      const pair = await pairOfCable();
      pair.bench.trouble.primary.damageFailoverCable('data');
      await pair.configure(
        'primary',
        Array.from({ length: 20 }, (_, at) => `access-list T${at} extended permit udp any any`),
      );
      expect(await lists(pair, 'secondary')).to.deep.equal([]);
      await pair.clock.advance(brokenMs);
      pair.bench.trouble.primary.mendFailoverCable();
      await pair.until(async () => (await lists(pair, 'secondary')).length === 20, 10_000);
      await pair.steady('primary');
      expect(await lists(pair, 'secondary')).to.deep.equal(await lists(pair, 'primary'));
      const noted = (await logged(pair, 'primary')).includes(
        '(Primary) No response from other firewall (reason code = 3).',
      );
      const shown = (await pair.ask('secondary', 'show failover history')).join('\n');
      expect([noted, /Standby Ready +Cold Standby +Configuration mismatch/.test(shown)]).to.deep.equal([
        isAnew,
        isAnew,
      ]);
      pair.close();
    });
});

describe('a PIX that leaves its cable for the LAN', () => {
  const lan = [
    'failover lan interface folink Ethernet2',
    'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
    'interface Ethernet2',
    'no shutdown',
    'exit',
  ];

  it('speaks over the LAN from failover lan enable on, without a reload, and back', async () => {
    const pair = await pairOfCable();
    await pair.configure('secondary', ['failover lan unit secondary']);
    await pair.configure('primary', ['failover lan unit primary', ...lan]);
    expect(await statuses(pair)).to.deep.equal(['Normal', 'Normal']);
    await pair.configure('primary', ['failover lan enable']);
    await pair.clock.advance(10_000);
    expect(await statuses(pair)).to.deep.equal(Array(2).fill('N/A - LAN-based failover enabled'));
    expect(await row(pair, 'secondary', 'Failover LAN Interface')).to.equal(
      'Failover LAN Interface: folink Ethernet2 (up)',
    );
    for (const unit of unitNames) pair.bench.trouble[unit].pullFailoverCable();
    await pair.clock.advance(10_000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    await pair.say('secondary', 'failover active');
    await becomes(pair, 'secondary', 'Active', 3000);
    expect(await logged(pair, 'primary')).not.to.include('-101003:');
    for (const unit of unitNames) pair.bench.trouble[unit].plugFailoverCable();
    await pair.configure('secondary', ['no failover lan enable']);
    await pair.clock.advance(10_000);
    expect(await statuses(pair)).to.deep.equal(['Normal', 'Normal']);
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
    pair.close();
  });

  it('no longer senses power: the hold time decides', async () => {
    const pair = await pairOfCable([...stateLink, ...quick]);
    await pair.configure('secondary', ['failover lan unit secondary']);
    await pair.configure('primary', ['failover lan unit primary', ...lan, 'failover lan enable']);
    await pair.clock.advance(10_000);
    off(pair, 'primary');
    expect(await becomes(pair, 'secondary', 'Active', 10_000)).to.be.within(2000, 4000);
    pair.close();
  });

  it('needs a failover interface for it', async () => {
    const pair = new PlayedPair({}, cableTopology());
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'failover lan enable');
    expect(await pair.say('primary', 'failover')).to.include('Failover LAN interface is not configured');
    pair.close();
  });
});

describe('failover poll', () => {
  it('sets the poll time of the units, as it did before there were two poll times', async () => {
    const pair = await pairOfCable([]);
    await pair.configure('primary', ['failover poll 3']);
    await pair.clock.advance(500);
    for (const unit of unitNames)
      expect(await row(pair, unit, 'Unit Poll')).to.equal(
        'Unit Poll frequency 3 seconds, holdtime 9 seconds',
      );
    pair.close();
  });
});

describe('whatever happens to a pair and its failover cable', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`it has one active unit and one that is ready once everything is as it should be, seed ${seed}`, async () => {
      const pair = await pairOfCable();
      const random = seededRandom(seed);
      for (let at = 0; at < 40; at += 1) {
        const unit = random.between(0, 1) < 0.5 ? 'primary' : 'secondary';
        const trouble = pair.bench.trouble[unit];
        const deeds = [
          () => trouble.pullFailoverCable(),
          () => trouble.plugFailoverCable(),
          () => trouble.damageFailoverCable(random.between(0, 1) < 0.5 ? 'data' : 'sense'),
          () => trouble.mendFailoverCable(),
          () => pair.power(unit, 'off'),
          () => pair.power(unit, 'on'),
        ];
        deeds[Math.floor(random.between(0, deeds.length))]?.();
        await pair.clock.advance(random.between(0, 6000));
      }
      for (const unit of unitNames) {
        pair.bench.trouble[unit].plugFailoverCable();
        pair.bench.trouble[unit].mendFailoverCable();
        pair.power(unit, 'on');
      }
      await pair.clock.advance(30_000);
      for (const unit of unitNames) await pair.enable(unit);
      const { primary } = await pair.states();
      await pair.steady(primary === 'Active' ? 'primary' : 'secondary', 30_000);
      pair.close();
    });
  }
});

describe('broken firmware on a failover cable', () => {
  for (const [defect, fit, broken] of [
    ['keeps-active-role', 'Standby Ready', 'Active'],
    ['hides-burned-in', 'of the mate', 'its own'],
  ] as const)
    it(`${defect} alters what passes over the cable as it does over Ethernet`, async () => {
      for (const defects of [[], [{ defect }]]) {
        const pair = new PlayedPair({ ...flashWith([...stateLink, ...quick]), defects }, cableTopology());
        await settled(pair);
        const own = /MAC address (\S+),/.exec(await pair.say('secondary', 'show interface inside'))?.[1];
        await pair.say('secondary', 'failover active', 3000);
        const state = await pair.stateOf('primary');
        if (state === 'Active') await pair.say('primary', 'no failover active', 3000);
        const now = /MAC address (\S+),/.exec(await pair.say('secondary', 'show interface inside'))?.[1];
        const seen = [state, now === own ? 'its own' : 'of the mate'];
        expect(seen).to.include(defects.length > 0 ? broken : fit);
        pair.close();
      }
    });
});
