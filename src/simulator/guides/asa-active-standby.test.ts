/** ASA 5580 guide, chapter 13: Active/Standby configured, verified and controlled on an ASA with 8.1(2). */
import { expect } from 'chai';
import { unitNames } from '../../pair/index.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import {
  asaPair,
  cleared,
  copyRunning,
  expectLines,
  force,
  level,
  modes,
  opened,
  pixPair,
  play,
  prepare,
  replicationSent,
  type Row,
  sendFile,
  standbyWarning,
  statistics,
} from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;
const router = '(config-router)#';

describe('ASA 5580 guide, LAN-based Active/Standby, on an ASA with 8.1(2)', () => {
  let pair: PlayedPair;
  const primary = (...rows: Row[]): Promise<void> => play(pair, 'primary', 'hostname', rows);
  const secondary = (...rows: Row[]): Promise<void> => play(pair, 'secondary', 'hostname', rows);
  const shows = async (command: string, line: string): Promise<void> => {
    expect(await pair.ask('primary', command)).to.include(line);
  };

  before(async () => {
    pair = await opened(asaPair('8.1(2)'), 'hostname');
  });

  after(() => pair.close());

  const link = 'failover lan interface folink gigabitethernet0/2';
  const linkAddress = 'failover interface ip folink 10.7.0.1 255.255.255.0 standby 10.7.0.2';

  walk('asa address', () =>
    primary(
      [g, 'interface gigabitethernet0/0', i],
      [i, 'nameif outside', i, [level('outside', 0)]],
      [i, 'ip address 203.0.113.1 255.255.255.0 standby 203.0.113.2'],
      [i, 'no shutdown'],
      [i, 'interface gigabitethernet0/1'],
      [i, 'nameif inside', i, [level('inside', 100)]],
      [i, 'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2'],
      [i, 'no shutdown'],
      [i, 'exit', g],
    ),
  );
  walk('asa unit', () => primary([g, 'failover lan unit primary']));
  walk('asa interface', () => primary([g, link, g, [cleared('GigabitEthernet0/2')]]));
  walk('asa link address', () => primary([g, linkAddress]));
  walk('asa link up', () =>
    primary([g, 'interface gigabitethernet0/2', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('asa state link', () =>
    primary([g, 'failover link statelink gigabitethernet0/3', g, [cleared('GigabitEthernet0/3')]]),
  );
  walk('asa state address', () =>
    primary([g, 'failover interface ip statelink 10.8.0.1 255.255.0.0 standby 10.8.0.2']),
  );
  walk('asa state up', () =>
    primary([g, 'interface gigabitethernet0/3', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('asa on', async () => {
    await primary([g, 'failover']);
    await pair.until(() => pair.printed.primary.endsWith('\tNo Active mate detected\r\nhostname(config)# '));
  });
  walk('asa saved', () => copyRunning(pair, 'primary'));

  walk('asa second interface', () => secondary([g, link, g, [cleared('GigabitEthernet0/2')]]));
  walk('asa second link address', () => secondary([g, linkAddress]));
  walk('asa second link up', () =>
    secondary([g, 'interface gigabitethernet0/2', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('asa second unit', () => secondary([g, 'failover lan unit secondary']));
  walk('asa second on', async () => {
    const before = pair.printed.primary.length;
    await force(pair, 'secondary', `hostname${g}`, 'failover');
    await pair.steady('primary');
    expect(pair.printed.primary.slice(before)).to.match(replicationSent);
  });
  walk('asa second saved', () => copyRunning(pair, 'primary'));

  walk('asa http', async () => {
    await primary([g, 'failover replication http']);
    await shows('show failover', 'failover replication http');
  });
  walk('asa not monitored', async () => {
    await primary([g, 'no monitor-interface inside']);
    await shows('show failover', 'Monitored Interfaces 1 of 250 maximum');
  });
  walk('asa monitored', async () => {
    await primary([g, 'monitor-interface inside']);
    await shows('show failover', 'Monitored Interfaces 2 of 250 maximum');
  });
  walk('asa interface polltime', async () => {
    await primary(
      [g, 'failover polltime interface 1 holdtime 5'],
      [g, 'failover polltime interface 15 holdtime 75'],
      [g, 'failover polltime interface 1', g, ['INFO: Failover interface holdtime is set to 5 seconds']],
      [g, 'failover polltime interface msec 500 holdtime 5'],
    );
    await shows('show failover', 'Interface Poll frequency 500 milliseconds, holdtime 5 seconds');
  });
  walk('asa interface policy', async () => {
    await primary([g, 'failover interface-policy 50%']);
    await shows('show failover', 'Interface Policy 50%');
    await primary([g, 'failover interface-policy 1']);
  });
  walk('asa mac', async () => {
    await primary([g, 'failover mac address gigabitethernet0/1 000C.F177.4CDE 000C.F177.4CDF']);
    await shows('show interface gigabitethernet0/1', '\tMAC address 000c.f177.4cde, MTU 1500');
  });
  walk('asa unit polltime', async () => {
    await primary([g, 'failover polltime 1 holdtime 3'], [g, 'failover polltime msec 500 holdtime 2']);
    await shows('show failover', 'Unit Poll frequency 500 milliseconds, holdtime 2 seconds');
  });

  walk('asa shared link', async () => {
    const warning = '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****';
    await primary(
      [
        g,
        'failover link inside',
        g,
        [
          warning,
          'Sharing Stateful failover interface with regular data interface is not',
          'a recommended configuration due to performance and security concerns.',
          warning,
        ],
      ],
      [g, 'failover link statelink gigabitethernet0/3', g, [cleared('GigabitEthernet0/3')]],
    );
    await pair.steady('primary');
  });

  const own = [
    'failover',
    'failover lan unit primary',
    'failover lan interface folink GigabitEthernet0/2',
    'failover polltime unit msec 500 holdtime 2',
    'failover polltime interface msec 500 holdtime 5',
    'failover interface-policy 1',
    'failover replication http',
    'failover mac address GigabitEthernet0/1 000c.f177.4cde 000c.f177.4cdf',
    'failover link statelink GigabitEthernet0/3',
    linkAddress,
    'failover interface ip statelink 10.8.0.1 255.255.0.0 standby 10.8.0.2',
  ];
  walk('asa show running', async () =>
    expectLines(await pair.ask('primary', 'show running-config failover'), own),
  );
  walk('asa show running all', async () => {
    expectLines(await pair.ask('primary', 'show running-config all failover'), own);
    await prepare(pair, 'primary', ['no failover replication http']);
    expectLines(
      await pair.ask('primary', 'show running-config all failover'),
      own.map((line) => (line === 'failover replication http' ? `no ${line}` : line)),
    );
  });

  walk('asa standby warns', async () =>
    expectLines(await pair.ask('secondary', 'logging timestamp'), standbyWarning),
  );
  walk('asa write standby', async () => {
    await pair.say('primary', 'write standby', 3000);
    await pair.steady('primary');
    expect(await pair.ask('secondary', 'show running-config')).to.not.include('logging timestamp');
  });
  walk('asa replication', async () => {
    const before = pair.printed.primary.length;
    await pair.say('primary', 'write standby', 3000);
    expect(pair.printed.primary.slice(before)).to.match(replicationSent);
    await pair.steady('primary');
  });
  walk('asa write memory', async () => {
    await prepare(pair, 'primary', ['domain-name elsewhere.invalid']);
    await pair.say('primary', 'write memory', 800);
    expect(await pair.ask('secondary', 'show startup-config')).to.include('domain-name elsewhere.invalid');
  });

  walk('asa exec', async () => {
    for (const on of ['active', 'mate', 'standby'] as const) {
      const serial = on === 'active' ? 'TST0000000A' : 'TST0000000B';
      await primary([
        g,
        `failover exec ${on} show version | include Serial`,
        g,
        [`Serial Number: ${serial}`],
      ]);
    }
  });
  walk('asa exec mode', () =>
    primary(
      [g, 'failover exec active interface GigabitEthernet0/4'],
      [g, 'failover exec active ip address 192.168.9.1 255.255.255.0 standby 192.168.9.2'],
      [g, 'router rip', router],
      [router, 'exit', g],
    ),
  );
  walk('asa exec router', async () => {
    await primary(
      [g, 'interface GigabitEthernet0/5', i],
      [i, 'failover exec active router ospf 100'],
      [i, 'exit', g],
    );
    const there = (await pair.ask('primary', 'show running-config')).join('\n');
    expect(there).to.include(' ip address 192.168.9.1 255.255.255.0 standby 192.168.9.2');
    expect(there).to.include('router ospf 100');
  });
  walk('asa exec shown', () =>
    secondary(
      [g, 'failover exec active interface GigabitEthernet0/1'],
      [g, 'sh failover exec active', g, ['Active unit Failover EXEC is at interface sub-command mode']],
      [g, 'sh failover exec standby', g, ['Standby unit Failover EXEC is at config mode']],
      [g, 'sh failover exec mate', g, ['Active unit Failover EXEC is at interface sub-command mode']],
    ),
  );
  walk('asa exec refused', async () => {
    for (const line of [
      'changeto context one',
      'debug fover switch',
      'undebug all',
      'failover exec mate show clock',
    ])
      expect((await pair.ask('primary', `failover exec mate ${line}`)).join()).to.match(
        /^ERROR: Command is refused: failover exec cannot be used with /,
      );
  });
  walk('asa exec configure', async () => {
    await pair.say('primary', 'end');
    await primary(
      ['#', 'failover exec mate configure terminal', '#', standbyWarning],
      ['#', 'show failover exec mate', '#', ['Standby unit Failover EXEC is at config mode']],
    );
    expect((await pair.ask('primary', 'failover exec mate logging timestamp')).at(-1)).to.match(/^ERROR: /);
    await pair.say('primary', 'configure terminal');
    expectLines(await pair.ask('primary', 'failover exec mate logging timestamp'), standbyWarning);
    await pair.say('primary', 'write standby', 3000);
    await pair.steady('primary');
  });
  walk('asa exec asks', async () => {
    expect((await pair.ask('primary', 'failover exec mate reload')).join('\n')).to.include('ERROR: ');
    await prepare(pair, 'secondary', ['copy /noconfirm running-config disk0:/spare.cfg']);
    await pair.clock.advance(1000);
    await primary([g, 'failover exec mate delete /noconfirm disk0:/spare.cfg', g, standbyWarning]);
    expect((await pair.ask('secondary', 'dir')).join('\n')).to.not.include('spare.cfg');
  });

  walk('asa debug', () => primary([g, 'debug fover switch', g, ['fover event trace on']]));
  walk('asa update traced', () => primary([g, 'debug fover cmd-exe', g, ['fover event trace on']]));

  walk('asa tested', async () => {
    await sendFile(pair);
    await force(pair, 'primary', `hostname${g}`, 'no failover active');
    await pair.steady('secondary');
    await sendFile(pair);
    await force(pair, 'primary', `hostname${g}`, 'failover active');
    await pair.steady('primary');
  });
  walk('asa forced', async () => {
    await pair.say('secondary', 'end');
    await force(pair, 'secondary', 'hostname#', 'failover active');
    await pair.steady('secondary');
  });
  walk('asa forced away', async () => {
    await force(pair, 'secondary', 'hostname#', 'no failover active');
    await pair.steady('primary');
    await pair.say('secondary', 'configure terminal');
  });

  const loggingTo = [
    'logging enable',
    'logging standby',
    'logging trap informational',
    'logging history alerts',
    'logging host inside 10.1.1.77',
    'snmp-server host inside 10.1.1.78 community lab',
    'snmp-server enable traps syslog',
  ];
  walk('asa bounced', async () => {
    await prepare(pair, 'primary', loggingTo);
    const heard: string[] = [];
    const cancel = pair.bench.onSyslog?.((unit, _host, _port, text) => heard.push(`${unit} ${text.trim()}`));
    await force(pair, 'primary', `hostname${g}`, 'no failover active');
    await pair.steady('secondary');
    for (const unit of unitNames)
      for (const [number, state] of [
        [411_002, 'down'],
        [411_001, 'up'],
      ])
        expect(heard.join('\n')).to.match(
          new RegExp(
            `^${unit} <164>%ASA-4-${number}: Line protocol on Interface \\w+, changed state to ${state}$`,
            'm',
          ),
        );
    cancel?.();
  });
  walk('asa traps', async () => {
    const heard: string[] = [];
    pair.bench.onTrap?.((unit, host, _port, trap) => heard.push(`${unit} ${host} ${JSON.stringify(trap)}`));
    await pair.say('primary', 'failover active', 300);
    await pair.steady('primary');
    for (const unit of unitNames)
      expect(heard.some((one) => one.startsWith(`${unit} 10.1.1.78 `) && one.includes('10400'))).to.equal(
        true,
      );
  });

  walk('asa key', () => primary([g, 'failover key s3cr(e)t-of_63']));
  walk('asa hex key', async () => {
    await prepare(pair, 'primary', ['no failover key']);
    await primary([g, 'failover key hex 0123456789abcdef0123456789abcdef']);
    await shows('show running-config failover', 'failover key *****');
    await pair.steady('primary');
  });
  walk('asa key later', async () => {
    await primary([g, 'no failover']);
    await pair.clock.advance(500);
    for (const unit of unitNames) await prepare(pair, unit, ['no failover key', 'failover key another']);
    await pair.say('primary', 'failover');
    await pair.say('secondary', 'failover');
    await pair.steady('primary');
  });

  walk('asa disabled', async () => {
    await primary([g, 'no failover']);
    expect((await pair.ask('primary', 'show failover'))[0]).to.equal('Failover Off ');
    expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
    await pair.say('primary', 'failover');
    await pair.say('secondary', 'failover');
    await pair.steady('primary');
  });

  walk('asa reset', async () => {
    pair.port('secondary', 0, 'down');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed');
    await primary([g, 'failover reset']);
    pair.port('secondary', 0, 'up');
    await pair.steady('primary');
  });
});

describe('ASA 5580 guide, «show failover—Active/Standby», on the PIX of its sample', () => {
  walk('asa show failover', async () => {
    const pair = await opened(pixPair('7.0(4)'), 'hostname');
    const both = [
      'failover lan enable',
      'failover lan interface fover Ethernet2',
      'failover interface ip fover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'interface Ethernet2',
      'no shutdown',
      'exit',
    ];
    await prepare(pair, 'primary', [
      'interface Ethernet0',
      'nameif inside',
      'ip address 10.9.9.3 255.255.255.0 standby 10.9.9.4',
      'no shutdown',
      'interface Ethernet1',
      'nameif outside',
      'ip address 10.10.9.3 255.255.255.0 standby 10.10.9.4',
      'no shutdown',
      'exit',
      'failover lan unit primary',
      ...both,
      'failover link fover',
      'failover polltime 1 holdtime 3',
      'failover polltime interface 15 holdtime 75',
      'failover replication http',
      'failover',
    ]);
    await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
    await prepare(pair, 'secondary', [...both, 'failover']);
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready', 120_000);
    await pair.steady('primary', 120_000);
    const host = (which: string, state: string, last: number): string[] => [
      `${which} host: ${state}`,
      'Active time: <n> (sec)',
      `Interface inside (10.9.9.${last}): Normal`,
      `Interface outside (10.10.9.${last}): Normal`,
    ];
    await pair.say('primary', 'end');
    await play(pair, 'primary', 'hostname', [
      [
        '#',
        'show failover',
        '#',
        [
          'Failover On',
          'Cable status: N/A - LAN-based failover enabled',
          'Failover unit Primary',
          'Failover LAN Interface: fover Ethernet2 (up)',
          'Unit Poll frequency 1 seconds, holdtime 3 seconds',
          'Interface Poll frequency 15 seconds',
          'Interface Policy 1',
          'Monitored Interfaces 2 of 250 maximum',
          'failover replication http',
          'Last Failover at: <date>',
          ...host('This', 'Primary - Active', 3),
          ...host('Other', 'Secondary - Standby Ready', 4),
          ...statistics('fover Ethernet2 (up)', 'SIP Session'),
        ],
      ],
    ]);
    pair.close();
  });

  walk('asa cable status', async () => {
    const pair = pixPair('7.0(4)', true);
    await pair.clock.advance(2500);
    for (const unit of unitNames) {
      await pair.enable(unit);
      await pair.configure(unit, ['failover']);
    }
    const status = async (): Promise<string | undefined> =>
      (await pair.ask('primary', 'show failover'))
        .find((line) => line.startsWith('Cable status: '))
        ?.slice(14);
    expect(await status()).to.equal('Normal');
    const { primary, secondary } = pair.bench.trouble;
    primary.pullFailoverCable();
    expect(await status()).to.equal('My side not connected');
    primary.plugFailoverCable();
    secondary.pullFailoverCable();
    expect(await status()).to.equal('Other side is not connected');
    secondary.plugFailoverCable();
    pair.power('secondary', 'off');
    await pair.clock.advance(500);
    expect(await status()).to.equal('Other side powered off');
    await pair.configure('primary', ['failover lan enable']);
    expect(await status()).to.equal('N/A - LAN-based failover enabled');
    pair.close();
  });

  walk('asa interface words', async () => {
    const pair = await asaPair('8.1(2)').bootstrap();
    const word = async (nameif: string, host: 'This' | 'Other' = 'This'): Promise<string | undefined> => {
      const rows = (await pair.ask('primary', 'show failover')).filter((line) =>
        line.includes(`Interface ${nameif} `),
      );
      return /\): (.*?)(?: \((?:Waiting|Shutdown)\))?$/.exec(rows[host === 'This' ? 0 : 1] ?? '')?.[1];
    };
    const link = async (): Promise<string | undefined> =>
      (await pair.ask('primary', 'show failover')).find((line) => line.startsWith('\tLink : '))?.slice(8);
    expect(await word('inside')).to.equal('Normal');
    expect(await link()).to.equal('stlink GigabitEthernet0/3 (up)');
    pair.port('secondary', 1, 'down');
    await pair.until(async () => (await word('inside', 'Other')) === 'No Link');
    pair.port('secondary', 1, 'up');
    await pair.steady('primary');
    pair.bench.trouble.secondary.isolate('GigabitEthernet0/1');
    await pair.until(async () => (await word('inside', 'Other')) === 'Failed');
    pair.bench.trouble.secondary.reunite('GigabitEthernet0/1');
    await pair.steady('primary');
    await pair.configure('primary', ['interface GigabitEthernet0/1', 'shutdown']);
    await pair.until(async () => (await word('inside')) === 'Link Down');
    await pair.configure('primary', ['interface GigabitEthernet0/1', 'no shutdown']);
    await pair.steady('primary');
    pair.power('secondary', 'off');
    await pair.until(async () => (await word('inside', 'Other')) === 'Unknown');
    pair.port('primary', 3, 'down');
    await pair.clock.advance(500);
    expect(await link()).to.equal('stlink GigabitEthernet0/3 (down)');
    await pair.configure('primary', ['no failover link']);
    expect(await link()).to.equal('Unconfigured.');
    pair.close();
  });
});
