import { expect } from 'chai';
import { unitNames, type UnitName } from '../../pair/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

const link = [
  'failover lan interface folink GigabitEthernet0/2',
  'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
  'interface GigabitEthernet0/2',
  'no shutdown',
  'exit',
];

const stateLink = [
  'failover link stlink GigabitEthernet0/3',
  'failover interface ip stlink 172.31.0.5 255.255.255.252 standby 172.31.0.6',
  'interface GigabitEthernet0/3',
  'no shutdown',
  'exit',
  'failover polltime unit msec 500 holdtime 3',
  'failover polltime interface msec 500 holdtime 5',
];

/** One network on both sides: hosts there are neighbours, and the pair is between them. */
function oneNetwork(firmware: string): ReturnType<typeof testTopology> {
  return testTopology((text) =>
    text
      .replace('9.2(4)', firmware)
      .replace(
        'active: 203.0.113.1, mask: 255.255.255.0, standby: 203.0.113.2',
        'active: 10.1.1.3, mask: 255.255.255.0, standby: 10.1.1.254',
      ),
  );
}

/** The management address in the words of each time. */
const management = {
  '8.0(4)': { interfaces: [], address: ['ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2'] },
  '9.2(4)': {
    interfaces: ['bridge-group 1'],
    address: ['interface BVI1', 'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2', 'exit'],
  },
} as const;

async function transparentPair(firmware: keyof typeof management, stateful = true): Promise<PlayedPair> {
  const pair = new PlayedPair({}, oneNetwork(firmware));
  const { interfaces, address } = management[firmware];
  const bridged = (card: number, name: string): readonly string[] => [
    `interface GigabitEthernet0/${card}`,
    `nameif ${name}`,
    ...interfaces,
    'no shutdown',
    'exit',
  ];
  await pair.clock.advance(2500);
  for (const unit of unitNames) {
    await pair.enable(unit);
    await pair.configure(unit, ['firewall transparent']);
    await pair.say(unit, 'terminal pager 0');
  }
  const own = [
    ...bridged(0, 'outside'),
    ...bridged(1, 'inside'),
    ...address,
    'access-list OUT extended permit udp any any',
    'access-group OUT in interface outside',
    'failover lan unit primary',
  ];
  await pair.configure('primary', [
    ...own,
    ...link,
    ...(stateful ? stateLink : stateLink.slice(5)),
    'failover',
  ]);
  await pair.until(async () => (await pair.states()).primary === 'Active');
  await pair.configure('secondary', [...link, 'failover']);
  await pair.until(async () => {
    const shown = (await pair.ask('primary', 'show failover')).join('\n');
    return (
      shown.includes('Standby Ready') && (shown.match(/\): Normal( \(Monitored\))?$/gm) ?? []).length === 4
    );
  });
  return pair;
}

const addressesOf = async (pair: PlayedPair, unit: UnitName): Promise<string> =>
  (await pair.ask(unit, 'show ip address')).join('\n');

for (const firmware of ['8.0(4)', '9.2(4)'] as const) {
  describe(`a transparent pair of firmware ${firmware}`, () => {
    let pair: PlayedPair;

    before(async () => {
      pair = await transparentPair(firmware);
    });

    after(() => pair.close());

    it('passes frames between neighbours, and only what a connection may', async () => {
      expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
      await pair.configure('primary', ['no access-group OUT in interface outside']);
      await pair.clock.advance(130_000);
      const { sent, lost } = await pair.lostDuring(500);
      // What comes from outside is refused; what was sent from inside has opened no way for another flow.
      expect(lost).to.deep.equal({ out: 0, in: sent });
      await pair.configure('primary', ['access-group OUT in interface outside']);
    });

    it('has its management address on every interface, by role', async () => {
      const shown = (await pair.ask('primary', 'show failover')).join('\n');
      for (const nameif of ['outside', 'inside']) {
        expect(shown).to.include(`Interface ${nameif} (10.1.1.1): Normal`);
        expect(shown).to.include(`Interface ${nameif} (10.1.1.2): Normal`);
      }
      expect(await addressesOf(pair, 'secondary')).to.include('10.1.1.2');
      expect(await pair.ask('secondary', 'show firewall')).to.deep.equal(['Firewall mode: Transparent']);
    });

    it('pings stations, on whichever side of the bridge they are, and its mate', async () => {
      const stations = ['inside', 'outside'].map((side) => pair.bench.host(side).address);
      for (const unit of unitNames)
        for (const to of [...stations, '10.1.1.1', '10.1.1.2', '172.31.0.1', '172.31.0.2'])
          expect(await pair.ask(unit, `ping ${to}`), `${unit} to ${to}`).to.include('!!!!!');
    });

    it('passes state over a link of its own, and not over a port of the bridge', async () => {
      await pair.say('primary', 'configure terminal');
      expect(await pair.say('primary', 'failover link inside'))
        .to.include('ERROR')
        .and.include('routed');
      await pair.say('primary', 'end');
      const shown = (await pair.ask('primary', 'show running-config failover')).join('\n');
      expect(shown).to.include('failover link stlink GigabitEthernet0/3').and.not.include('link inside');
    });

    it('goes on after a switchover, because the switches hear where the stations are now', async () => {
      expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
      // The standby unit knows the stations from the active one: it has not bridged a frame yet.
      const known = (await pair.ask('secondary', 'show mac-address-table')).join('\n');
      for (const nameif of ['outside', 'inside'])
        expect(known).to.match(new RegExp(`^${nameif} +0250\\.5600`, 'm'));
      await pair.say('secondary', 'failover active', 1000);
      expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
      expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
    });

    it('goes on after the active unit has lost its power', async () => {
      pair.power('secondary', 'off');
      await pair.until(async () => (await pair.states()).primary === 'Active');
      await pair.lostDuring(500);
      expect((await pair.lostDuring(1000)).lost).to.deep.equal({ out: 0, in: 0 });
    });
  });
}

describe('the change to transparent firewall mode', () => {
  it('clears the configuration, and takes other commands', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.configure('primary', ['hostname wall', 'ip address 10.1.1.1 255.255.255.0', 'bridge-group 1']);
    expect(pair.printed.primary).to.include('ERROR: Command is only available in transparent firewall mode');
    await pair.configure('primary', [
      'firewall transparent',
      'interface GigabitEthernet0/0',
      'nameif outside',
    ]);
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'interface GigabitEthernet0/0');
    const refused = await pair.say('primary', 'ip address 10.1.1.1 255.255.255.0');
    expect(refused).to.include('ERROR: An interface has no IP address in transparent firewall mode');
    await pair.say('primary', 'interface Management0/0');
    expect(await pair.say('primary', 'ip address 10.9.9.1 255.255.255.0')).not.to.include('ERROR');
    expect(await pair.say('primary', 'ip address 10.1.1.1 255.255.255.0 standby 10.2.2.2')).to.include(
      'ERROR',
    );
    await pair.say('primary', 'end');
    const shown = (await pair.ask('primary', 'show running-config')).join('\n');
    expect(shown).to.match(/!\nfirewall transparent\nhostname ciscoasa\n/);
    pair.close();
  });

  it('is of both units, or they are no pair', async () => {
    const pair = await new PlayedPair().bootstrap();
    await pair.say('secondary', 'configure terminal');
    await pair.say('secondary', 'firewall transparent', 2000);
    await pair.say('secondary', 'end');
    expect((await pair.ask('secondary', 'show firewall')).join()).to.equal('Firewall mode: Transparent');
    expect(await pair.stateOf('primary')).to.equal('Active');
    pair.close();
  });

  it('is that of all contexts, and takes away those that were', async () => {
    const pair = new PlayedPair();
    await pair.clock.advance(2500);
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'mode multiple noconfirm', 5000);
    await pair.enable('primary');
    expect((await pair.ask('primary', 'show context')).join('\n')).to.include('*admin');
    await pair.configure('primary', [
      'firewall transparent',
      'admin-context admin',
      'context admin',
      'allocate-interface GigabitEthernet0/0',
      'config-url disk0:/new.cfg',
    ]);
    expect((await pair.ask('primary', 'show context')).join('\n')).to.match(/\*admin .* Transparent +disk0:/);
    await pair.say('primary', 'changeto context admin');
    await pair.configure('primary', ['interface BVI1', 'ip address 10.1.1.1 255.255.255.0']);
    const shown = (await pair.ask('primary', 'show running-config')).join('\n');
    expect(shown).to.include('firewall transparent\n').and.include('interface BVI1\n ip address 10.1.1.1');
    pair.close();
  });
});
