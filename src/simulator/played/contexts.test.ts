import { expect } from 'chai';
import { bootstrapOf, revealLine } from '../../bootstrap/index.ts';
import { unitNames, type UnitName } from '../../pair/index.ts';
import { readTopology, type Secrets, type Topology } from '../../topology/index.ts';
import { PlayedPair } from './played-pair.test-support.ts';

const secrets: Secrets = { reveal: () => 'letmein', values: () => ['letmein'] };

function simulatedActiveActive(): Topology {
  const file = new URL('../../../topologies/simulated-active-active.yaml', import.meta.url).pathname;
  return readTopology(file).topology;
}

async function shown(pair: PlayedPair, unit: UnitName, command: string): Promise<string> {
  return (await pair.ask(unit, command)).join('\n');
}

/** The states of both groups on a unit, as the system execution space shows them. */
async function groupsOf(pair: PlayedPair, unit: UnitName): Promise<readonly string[]> {
  const [own = ''] = /This host:[^]*?Other host:/.exec(await shown(pair, unit, 'show failover')) ?? [];
  return [...own.matchAll(/Group \d\s+State:\s+(.*?) *$/gm)].map(([, state = '']) => state);
}

/** Types what the bootstrap says, line by line, at both consoles; each group ends up on the unit that it prefers. */
async function activeActive(): Promise<PlayedPair> {
  const topology = simulatedActiveActive();
  const pair = new PlayedPair({}, topology);
  await pair.clock.advance(2500);
  const steps = bootstrapOf(topology);
  for (const unit of unitNames) {
    pair.enablePassword = '';
    await pair.enable(unit);
    const lines = steps[unit].flatMap((step) => step.lines.map((line) => revealLine(line, secrets)));
    await pair.configure(unit, lines);
    if (unit === 'primary') await pair.until(async () => (await groupsOf(pair, unit))[1] === 'Active');
  }
  pair.enablePassword = 'letmein';
  await pair.until(async () => {
    const both = await Promise.all(unitNames.map((unit) => groupsOf(pair, unit)));
    return JSON.stringify(both) === '[["Active","Standby Ready"],["Standby Ready","Active"]]';
  });
  return pair;
}

/** A pair in multiple context mode without failover groups, with a context for the traffic. */
async function activeStandby(): Promise<PlayedPair> {
  const pair = new PlayedPair();
  await pair.clock.advance(2500);
  for (const unit of unitNames) {
    await pair.enable(unit);
    await pair.say(unit, 'configure terminal');
    await pair.say(unit, 'mode multiple noconfirm', 5000);
    await pair.enable(unit);
  }
  const link = [
    'failover lan interface folink GigabitEthernet0/2',
    'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
    'interface GigabitEthernet0/2',
    'no shutdown',
    'exit',
    'failover polltime unit msec 500 holdtime 3',
    'failover polltime interface msec 500 holdtime 5',
  ];
  await pair.configure('primary', [
    'prompt hostname context priority state',
    'interface GigabitEthernet0/0',
    'no shutdown',
    'interface GigabitEthernet0/1',
    'no shutdown',
    'exit',
    'context lab',
    'allocate-interface GigabitEthernet0/0 ext',
    'allocate-interface GigabitEthernet0/1 int',
    'config-url disk0:/lab.cfg',
    'changeto context lab',
    'interface ext',
    'nameif outside',
    'ip address 203.0.113.1 255.255.255.0 standby 203.0.113.2',
    'interface int',
    'nameif inside',
    'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2',
    'exit',
    'access-list OUT extended permit udp any any',
    'access-group OUT in interface outside',
    'changeto system',
    'failover lan unit primary',
    ...link,
    'failover',
  ]);
  await pair.until(async () => (await shown(pair, 'primary', 'show failover')).includes('Primary - Active'));
  await pair.configure('secondary', [...link, 'failover']);
  await pair.until(async () => {
    const said = await shown(pair, 'primary', 'show failover');
    return said.includes('Standby Ready') && (said.match(/\): Normal \(Monitored\)$/gm) ?? []).length === 4;
  });
  return pair;
}

describe('multiple context mode', () => {
  it('takes no data interface of a context for the state link', async () => {
    const pair = await activeStandby();
    await pair.say('primary', 'configure terminal');
    expect(await pair.say('primary', 'failover link inside'))
      .to.include('ERROR')
      .and.include('single');
    await pair.say('primary', 'end');
    expect(await shown(pair, 'primary', 'show running-config failover')).not.to.include('failover link');
    pair.close();
  });

  it('converts the running configuration, and keeps the old one', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', [
      'hostname wall',
      'interface GigabitEthernet0/0',
      'speed 100',
      'nameif outside',
      'ip address 203.0.113.1 255.255.255.0',
      'no shutdown',
      'exit',
      'route outside 0.0.0.0 0.0.0.0 203.0.113.9',
      'username lab password x',
    ]);
    await pair.say('primary', 'configure terminal');
    expect(await pair.say('primary', 'mode multiple')).to.include('Proceed with change mode? [confirm]');
    expect(await pair.say('primary', '')).to.include('Convert the system configuration? [confirm]');
    expect(await pair.say('primary', '', 5000)).to.include('Security context mode: multiple \r\n');
    await pair.enable('primary');
    expect(await shown(pair, 'primary', 'show mode')).to.equal('Security context mode: multiple ');
    const system = await shown(pair, 'primary', 'show running-config');
    expect(system).to.match(/^ASA Version .* <system>$/m);
    expect(system).to.include('interface GigabitEthernet0/0\n speed 100\n!');
    expect(system).to.include(
      'admin-context admin\ncontext admin\n  allocate-interface GigabitEthernet0/0\n  config-url disk0:/admin.cfg\n!',
    );
    expect(system).not.to.match(/nameif|route|username/);
    expect(await pair.say('primary', 'changeto context admin')).to.include('wall/admin# ');
    const admin = await shown(pair, 'primary', 'show running-config');
    expect(admin).to.include(
      'interface GigabitEthernet0/0\n nameif outside\n security-level 0\n ip address 203',
    );
    expect(admin).to.include('route outside 0.0.0.0 0.0.0.0 203.0.113.9');
    expect(admin).not.to.match(/speed|failover/);
    await pair.say('primary', 'changeto system');
    expect(await shown(pair, 'primary', 'more disk0:/old_running.cfg')).to.include('nameif outside');
    pair.close();
  });

  it('refuses in each execution space what belongs to another', async () => {
    const pair = new PlayedPair({}, simulatedActiveActive());
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    expect(await pair.say('primary', 'context one')).to.include("using the 'admin-context' command");
    expect(await pair.say('primary', 'admin-context admin')).to.include(
      "Creating context 'admin'... Done. (1)",
    );
    await pair.say('primary', 'context admin');
    await pair.say('primary', 'allocate-interface GigabitEthernet0/0 ext');
    expect(await pair.say('primary', 'join-failover-group 2')).to.include('ERROR: Admin context must be in');
    expect(await pair.say('primary', 'config-url disk0:/a.cfg')).to.include(
      'WARNING: Could not fetch the URL disk0:/a.cfg\r\nINFO: Creating context with default config',
    );
    for (const line of ['interface GigabitEthernet0/0', 'nameif outside']) await pair.say('primary', line);
    expect(await shown(pair, 'primary', 'show running-config interface')).not.to.include('nameif');
    for (const line of [
      'route outside 0.0.0.0 0.0.0.0 1.1.1.1',
      'monitor-interface outside',
      'logging enable',
    ])
      expect(await pair.say('primary', line), line).to.include('ERROR: % Invalid input detected');
    await pair.say('primary', 'changeto context admin');
    expect(await pair.say('primary', 'interface GigabitEthernet0/1')).to.include('ERROR');
    await pair.say('primary', 'interface ext');
    for (const line of [
      'vlan 4',
      'failover lan unit primary',
      'context x',
      'mode single',
      'reload',
      'prompt state',
    ])
      expect(await pair.say('primary', line), line).to.include('ERROR: % Invalid input detected');
    expect(await pair.say('primary', 'failover active')).to.include('ERROR');
    expect(await pair.say('primary', 'changeto context nowhere')).to.include('does not exist');
    pair.close();
  });
});

describe('Active/Standby in multiple context mode', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = await activeStandby();
  });

  after(() => pair.close());

  it('makes the contexts of the active unit on the joining one, and passes traffic through them', async () => {
    expect(await pair.say('secondary', 'changeto context lab')).to.include('/lab/sec/stby# ');
    expect(await shown(pair, 'secondary', 'show running-config')).to.include(
      'interface ext\n nameif outside',
    );
    expect(await shown(pair, 'secondary', 'show ip address')).to.include('ext                      outside ');
    await pair.say('secondary', 'changeto system');
    expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('replicates a command into the context that it was typed in', async () => {
    await pair.say('primary', 'changeto context lab');
    await pair.configure('primary', ['access-list LAB extended deny ip any any']);
    await pair.say('primary', 'changeto system');
    expect(await shown(pair, 'secondary', 'show running-config')).not.to.include('access-list LAB');
    await pair.say('secondary', 'changeto context lab');
    expect(await shown(pair, 'secondary', 'show running-config')).to.include('access-list LAB extended deny');
    await pair.say('secondary', 'changeto system');
  });

  it('saves one context, or the system and all of them, on both units', async () => {
    const stored = (unit: UnitName): Promise<string> => shown(pair, unit, 'dir');
    expect(await stored('secondary')).not.to.include('lab.cfg');
    await pair.say('primary', 'changeto context lab');
    await pair.say('primary', 'write memory', 500);
    expect(await stored('secondary')).to.include('lab.cfg');
    await pair.say('primary', 'changeto system');
    const said = await pair.say('primary', 'write memory all', 800);
    expect(said).to.match(/Saving context :\s+system : \(000\/003 Contexts saved\)/);
    expect(said).to.match(/Saving context :\s+lab : \(002\/003 Contexts saved\)/);
    await pair.say('secondary', 'reload noconfirm', 8000);
    pair.enablePassword = '';
    await pair.enable('secondary');
    await pair.say('secondary', 'changeto context lab');
    expect(await shown(pair, 'secondary', 'show running-config')).to.include('access-list LAB extended deny');
    await pair.say('secondary', 'changeto system');
  });

  it('passes no tunnel to the mate, before a failover or after it', async () => {
    const none = 'There are no isakmp sas';
    const asked = async (unit: UnitName): Promise<string> => {
      await pair.say(unit, 'changeto context lab');
      const said = await shown(pair, unit, 'show crypto isakmp sa');
      await pair.say(unit, 'changeto system');
      return said;
    };
    await pair.say('primary', 'changeto context lab');
    await pair.configure('primary', ['crypto map VPN interface outside']);
    await pair.say('primary', 'changeto system');
    await pair.configure('primary', ['failover link folink']);
    await pair.until(async () => (await shown(pair, 'primary', 'show failover')).includes('Standby Ready'));
    pair.bench.host('outside').errands.openTunnel();
    await pair.clock.advance(2000);
    expect(await asked('primary')).to.include('MM_ACTIVE');
    expect(await asked('secondary')).to.include(none);
    await pair.say('secondary', 'failover active', 2000);
    expect(await asked('secondary')).to.include(none);
    expect(await asked('primary')).to.include(none);
    await pair.say('primary', 'failover active', 2000);
    await pair.until(async () => (await shown(pair, 'primary', 'show failover')).includes('Standby Ready'));
  });

  it('fails over as one, with all contexts', async () => {
    await pair.until(async () => (await shown(pair, 'primary', 'show failover')).includes('Standby Ready'));
    await pair.lostDuring(200);
    await pair.say('secondary', 'failover active', 1000);
    expect(await shown(pair, 'secondary', 'show failover')).to.include('Secondary - Active');
    expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
    expect(await pair.say('secondary', 'changeto context lab')).to.include('/lab/sec/act# ');
  });
});

describe('Active/Active', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = await activeActive();
  });

  after(() => pair.close());

  it('comes about by the lines that the bootstrap types, and both units pass traffic', async () => {
    const { sent, lost } = await pair.lostDuring(1000);
    expect(sent).to.equal(100);
    expect(Object.values(lost)).to.deep.equal([0, 0, 0, 0]);
  });

  it('replicates from the unit where the context is active', async () => {
    await pair.say('secondary', 'changeto context two');
    expect(await pair.say('secondary', 'configure terminal')).not.to.include('WARNING');
    await pair.say('secondary', 'logging enable');
    await pair.say('secondary', 'changeto context one');
    expect(await pair.say('secondary', 'logging enable')).to.include('**** WARNING ****');
    await pair.say('secondary', 'end');
    await pair.say('secondary', 'changeto system');
    const loggingIn = async (context: string): Promise<boolean> => {
      await pair.say('primary', `changeto context ${context}`);
      return (await shown(pair, 'primary', 'show running-config')).includes('logging enable');
    };
    expect([await loggingIn('one'), await loggingIn('two')]).to.deep.equal([false, true]);
    await pair.say('primary', 'changeto system');
  });

  it('moves one group and leaves the other where it is', async () => {
    await pair.say('primary', 'no failover active group 1', 1000);
    expect(await groupsOf(pair, 'secondary')).to.deep.equal(['Active', 'Active']);
    expect(Object.values((await pair.lostDuring(1000)).lost)).to.deep.equal([0, 0, 0, 0]);
    await pair.say('primary', 'failover active group 1', 1000);
    expect(await groupsOf(pair, 'primary')).to.deep.equal(['Active', 'Standby Ready']);
  });

  it('has a virtual MAC address for every interface, by its port and its group', async () => {
    await pair.say('secondary', 'changeto context two');
    expect(await shown(pair, 'secondary', 'show interface outside-two')).to.include(
      'MAC address 00a0.c904.0201',
    );
    await pair.say('secondary', 'changeto system');
    await pair.say('primary', 'changeto context two');
    expect(await shown(pair, 'primary', 'show interface outside-two')).to.include(
      'MAC address 00a0.c904.0202',
    );
    await pair.say('primary', 'changeto system');
  });

  it('has no default virtual MAC address twice: a management port counts with the others', async () => {
    const given: string[] = [];
    for (const context of ['admin', 'one']) {
      await pair.say('primary', `changeto context ${context}`);
      const interfaces = await shown(pair, 'primary', 'show interface');
      given.push(...[...interfaces.matchAll(/MAC address (\S+),/g)].map(([, mac = '']) => mac));
    }
    await pair.say('primary', 'changeto system');
    expect(given).to.deep.equal(['00a0.c908.0101', '00a0.c900.0101', '00a0.c901.0101']);
  });

  it('lets users in at the admin context, from where they may change to others', async () => {
    const shell = pair.bench.units.primary.openShell('lab');
    let printed = '';
    shell.onBytes((bytes) => (printed += Buffer.from(bytes).toString()));
    for (const line of ['enable', 'letmein', 'changeto context one', 'changeto system'])
      shell.type(new TextEncoder().encode(`${line}\n`));
    await pair.clock.advance(50);
    expect(pair.bench.units.primary.checkPassword('lab', 'letmein')).to.equal(true);
    expect(printed)
      .to.include('fw/admin/pri/act> ')
      .and.include('fw/one/pri/act# ')
      .and.include('fw/pri/act# ');
    shell.close();
  });
});

describe('contexts that share an interface', () => {
  it('need MAC addresses of their own to be told apart by more than their address', async () => {
    const pair = await activeStandby();
    await pair.configure('primary', [
      'context second',
      'allocate-interface GigabitEthernet0/0 ext',
      'config-url disk0:/second.cfg',
      'changeto context second',
      'interface ext',
      'nameif outside',
      'ip address 203.0.113.11 255.255.255.0 standby 203.0.113.12',
      'changeto system',
    ]);
    await pair.clock.advance(1000);
    // What comes back from outside is addressed to the MAC address that both contexts have.
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 50 });
    await pair.configure('primary', ['mac-address auto']);
    const macs = new Set<string | undefined>();
    for (const context of ['lab', 'second']) {
      await pair.say('primary', `changeto context ${context}`);
      macs.add(/MAC address (\S+),/.exec(await shown(pair, 'primary', 'show interface outside'))?.[1]);
      await pair.say('primary', 'changeto system');
    }
    expect(macs.size).to.equal(2);
    await pair.clock.advance(200);
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
    pair.close();
  });
});
