/** ASA 5580 guide, chapter 13: Active/Active configured and controlled on an ASA with 8.1(2). */
import { expect } from 'chai';
import { unitNames } from '../../pair/index.ts';
import type { ActiveActivePair } from '../played/active-active.test-support.ts';
import { contextInterfaces, contextsPair, groupsReady, openedContexts } from './groups.test-support.ts';
import {
  cleared,
  copyRunning,
  expectLines,
  force,
  level,
  modes,
  play,
  prepare,
  replicationSent,
  type Row,
  sendFile,
} from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;
const group = '(config-fover-group)#';
const context = '(config-context)#';
const [here, there, split] = [
  'Active Active / Standby Ready Standby Ready',
  'Standby Ready Standby Ready / Active Active',
  'Active Standby Ready / Standby Ready Active',
];

describe('ASA 5580 guide, Active/Active, on an ASA with 8.1(2)', () => {
  let pair: ActiveActivePair;
  const primary = (...rows: Row[]): Promise<void> => play(pair, 'primary', 'hostname', rows);
  const secondary = (...rows: Row[]): Promise<void> => play(pair, 'secondary', 'hostname', rows);
  const inContext = async (name: string, steps: () => Promise<void>): Promise<void> => {
    await pair.say('primary', `changeto context ${name}`);
    await pair.say('primary', 'configure terminal');
    await steps();
    await pair.say('primary', 'changeto system');
    await pair.say('primary', 'configure terminal');
  };
  const typedIn = (name: string, ...rows: Row[]): Promise<void> =>
    inContext(name, () => play(pair, 'primary', `hostname/${name}`, rows));

  before(async () => {
    pair = contextsPair('8.1(2)');
    await openedContexts(pair, 'hostname');
  });

  after(() => pair.close());

  walk('asa groups address', () =>
    typedIn(
      'admin',
      [g, 'interface GigabitEthernet0/0', i],
      [i, 'nameif outside', i, [level('outside', 0)]],
      [i, 'ip address 10.1.0.1 255.255.255.0 standby 10.1.0.2'],
      [i, 'no shutdown'],
      [i, 'interface GigabitEthernet0/1'],
      [i, 'nameif inside', i, [level('inside', 100)]],
      [i, 'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2'],
      [i, 'no shutdown'],
      [i, 'exit', g],
    ),
  );
  walk('pix context prompt', () =>
    inContext('branch', async () => {
      await play(pair, 'primary', 'hostname/branch', [[g, 'interface GigabitEthernet0/4', i]]);
      await prepare(pair, 'primary', contextInterfaces([4, 5], 2));
      expect(pair.printed.primary.endsWith(`hostname/branch${i} `)).to.equal(true);
    }),
  );
  const link = 'failover lan interface folink GigabitEthernet0/2';
  const linkAddress = 'failover interface ip folink 10.7.0.1 255.255.255.0 standby 10.7.0.2';
  walk('asa groups unit', () => primary([g, 'failover lan unit primary']));
  walk('asa groups interface', () => primary([g, link, g, [cleared('GigabitEthernet0/2')]]));
  walk('asa groups link address', async () => {
    await primary([g, linkAddress]);
    await prepare(pair, 'primary', ['interface GigabitEthernet0/2', 'no shutdown', 'exit']);
  });
  walk('asa groups state link', () =>
    primary([g, 'failover link statelink GigabitEthernet0/3', g, [cleared('GigabitEthernet0/3')]]),
  );
  walk('asa groups state address', () =>
    primary([g, 'failover interface ip statelink 10.8.0.1 255.255.0.0 standby 10.8.0.2']),
  );
  walk('asa groups state up', () =>
    primary([g, 'interface GigabitEthernet0/3', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('asa groups', () =>
    primary(
      [g, 'failover group 1', group],
      [group, 'primary'],
      [group, 'exit', g],
      [g, 'failover group 2', group],
      [group, 'secondary'],
      [group, 'exit', g],
    ),
  );
  walk('asa groups join', () =>
    primary([g, 'context branch', context], [context, 'join-failover-group 2'], [context, 'exit', g]),
  );
  walk('asa groups on', async () => {
    await primary([g, 'failover']);
    await pair.until(() =>
      pair.printed.primary.includes('\tGroup 1 No Response from Mate, Switch to Active\r\n'),
    );
    await pair.until(async () => (await pair.shown('primary')).startsWith('Active Active'));
  });

  walk('asa groups second interface', () => secondary([g, link, g, [cleared('GigabitEthernet0/2')]]));
  walk('asa groups second link address', () => secondary([g, linkAddress]));
  walk('asa groups second link up', () =>
    secondary([g, 'interface GigabitEthernet0/2', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('asa groups second unit', () => secondary([g, 'failover lan unit secondary']));
  let sent = 0;
  walk('asa groups second on', async () => {
    sent = pair.printed.primary.length;
    await force(pair, 'secondary', `hostname${g}`, 'failover');
    await groupsReady(pair);
    expect(await pair.shown('primary')).to.equal(here);
  });
  walk('asa groups replication', () => {
    expect(pair.printed.primary.slice(sent)).to.match(replicationSent);
    return Promise.resolve();
  });
  walk('asa groups saved', () => copyRunning(pair, 'primary'));
  walk('asa groups write memory all', async () => {
    await pair.say('primary', 'write memory all /noconfirm', 1500);
    for (const unit of unitNames)
      expect((await pair.ask(unit, 'more disk0:/branch.cfg')).join('\n'), unit).to.include('10.2.0.1');
  });

  walk('asa groups forced', async () => {
    await pair.say('primary', 'end');
    await force(pair, 'primary', 'hostname#', 'no failover active group 2');
    await pair.becomes('primary', split);
    await groupsReady(pair);
    await pair.say('primary', 'configure terminal');
  });

  walk('asa preempt', () =>
    primary([g, 'failover group 2', group], [group, 'preempt 60'], [group, 'no preempt'], [group, 'exit', g]),
  );
  walk('asa groups http', async () => {
    await primary([g, 'failover group 1', group], [group, 'replication http'], [group, 'exit', g]);
    expect(await pair.ask('primary', 'show failover')).to.include('failover replication http');
  });
  const monitored = async (wanted: number): Promise<void> => {
    const shown = await pair.ask('primary', 'show failover');
    expect(shown).to.include(`Monitored Interfaces ${wanted} of 250 maximum`);
  };
  walk('asa groups not monitored', async () => {
    await typedIn('admin', [g, 'no monitor-interface inside']);
    await monitored(3);
  });
  walk('asa groups monitored', async () => {
    await typedIn('admin', [g, 'monitor-interface inside']);
    await monitored(4);
  });
  walk('asa groups polltime', () =>
    primary(
      [g, 'failover group 1', group],
      [group, 'polltime interface 1', group, ['INFO: Failover interface holdtime is set to 5 seconds']],
      [group, 'polltime interface msec 500 holdtime 5'],
      [group, 'exit', g],
    ),
  );
  walk('asa groups policy', () =>
    primary(
      [g, 'failover group 1', group],
      [group, 'interface-policy 50%'],
      [group, 'interface-policy 1'],
      [group, 'exit', g],
    ),
  );
  const macOf = async (card: number): Promise<string | undefined> =>
    /MAC address (\S+),/.exec(
      (await pair.ask('primary', `show interface GigabitEthernet0/${card}`)).join('\n'),
    )?.[1];
  walk('asa groups default macs', async () => {
    await pair.say('primary', 'changeto context admin');
    expect(await macOf(1)).to.match(/^00a0\.c9[0-9a-f]{2}\.0101$/);
    await pair.say('primary', 'changeto context branch');
    expect(await macOf(5)).to.match(/^00a0\.c9[0-9a-f]{2}\.0202$/);
    await pair.say('primary', 'changeto system');
    await pair.say('primary', 'configure terminal');
  });
  walk('asa groups mac', async () => {
    await primary(
      [g, 'failover group 1', group],
      [group, 'mac address gigabitethernet0/1 000C.F177.4CDE 000C.F177.4CDF'],
      [group, 'exit', g],
    );
    await inContext('admin', async () => {
      expect(await macOf(1)).to.equal('000c.f177.4cde');
    });
    await groupsReady(pair);
  });

  walk('asa group forced', async () => {
    await pair.say('primary', 'end');
    await force(pair, 'primary', 'hostname#', 'failover active group 2');
    await pair.becomes('primary', here);
    await groupsReady(pair);
  });
  walk('asa group forced away', async () => {
    await force(pair, 'primary', 'hostname#', 'no failover active group 1');
    await pair.becomes('primary', 'Standby Ready Active / Active Standby Ready');
    await groupsReady(pair);
  });
  walk('asa groups all forced', async () => {
    await pair.say('secondary', 'end');
    await force(pair, 'secondary', 'hostname#', 'failover active');
    await pair.becomes('primary', there);
    await groupsReady(pair);
    await pair.say('secondary', 'configure terminal');
  });
  walk('asa groups write standby', async () => {
    await force(pair, 'primary', 'hostname#', 'failover active');
    await pair.becomes('primary', here);
    await groupsReady(pair);
    const before = pair.printed.primary.length;
    await pair.say('primary', 'write standby', 3000);
    expect(pair.printed.primary.slice(before)).to.match(replicationSent);
    await groupsReady(pair);
    await pair.say('primary', 'configure terminal');
  });
  walk('asa groups tested', async () => {
    await sendFile(pair, 'lan', 'wan');
    await force(pair, 'primary', `hostname${g}`, 'no failover active group 2');
    await pair.becomes('primary', split);
    await groupsReady(pair);
    await sendFile(pair, 'lan', 'wan');
    await force(pair, 'primary', `hostname${g}`, 'failover active group 2');
    await pair.becomes('primary', here);
    await groupsReady(pair);
  });

  walk('asa reset group', async () => {
    pair.port('secondary', 4, 'down');
    await pair.until(async () => (await pair.shown('primary')).endsWith('Failed'));
    await primary([g, 'failover reset group 2']);
    pair.port('secondary', 4, 'up');
    await groupsReady(pair);
  });

  const turnedOff = async (): Promise<void> => {
    await pair.say('primary', 'no failover active group 2', 500);
    await pair.becomes('primary', split);
    await groupsReady(pair);
    await pair.say('primary', 'no failover', 500);
    for (const unit of unitNames)
      expect((await pair.ask(unit, 'show failover'))[0], unit).to.equal('Failover Off ');
    await sendFile(pair);
    await sendFile(pair, 'lan', 'wan');
  };
  const turnedOn = async (): Promise<void> => {
    for (const unit of unitNames) await pair.say(unit, 'failover', 500);
    await groupsReady(pair);
  };
  walk('asa groups disabled', async () => {
    await turnedOff();
    await turnedOn();
    await pair.say('primary', 'failover active', 500);
    await pair.becomes('primary', here);
    await groupsReady(pair);
  });
  walk('pix disabled groups', async () => {
    await turnedOff();
    await turnedOn();
  });
});

describe('both guides, Active/Standby in multiple context mode, on an ASA with 8.1(2)', () => {
  let pair: ActiveActivePair;
  const inBranch = async (line: string, ms = 3000): Promise<string> => {
    await pair.say('primary', 'changeto context branch');
    const said = await pair.say('primary', line, ms);
    await pair.say('primary', 'changeto system');
    return said;
  };
  /** A line that the branch of the standby unit alone has. */
  const drift = async (): Promise<void> => {
    for (const name of ['admin', 'branch']) {
      await pair.say('secondary', `changeto context ${name}`);
      await pair.configure('secondary', ['logging timestamp']);
    }
    await pair.say('secondary', 'changeto system');
  };
  const drifted = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const name of ['admin', 'branch']) {
      await pair.say('secondary', `changeto context ${name}`);
      if ((await pair.ask('secondary', 'show running-config')).includes('logging timestamp'))
        found.push(name);
    }
    await pair.say('secondary', 'changeto system');
    return found;
  };
  const ready = (): Promise<unknown> =>
    pair.until(async () => {
      const shown = (await pair.ask('primary', 'show failover')).join('\n');
      return shown.includes('Standby Ready') && (shown.match(/\): Normal$/gm) ?? []).length === 8;
    });

  before(async () => {
    pair = contextsPair('8.1(2)');
    await openedContexts(pair, 'hostname');
    for (const [name, cards, net] of [
      ['admin', [0, 1], 1],
      ['branch', [4, 5], 2],
    ] as const) {
      await pair.say('primary', `changeto context ${name}`);
      await pair.configure('primary', contextInterfaces(cards, net));
    }
    await pair.say('primary', 'changeto system');
    const link = [
      'failover lan interface folink GigabitEthernet0/2',
      'failover interface ip folink 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'failover link folink',
      'interface GigabitEthernet0/2',
      'no shutdown',
      'exit',
    ];
    await pair.configure('primary', ['failover lan unit primary', ...link, 'failover']);
    await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
    await pair.say('secondary', 'end');
    await pair.configure('secondary', [...link, 'failover']);
    await ready();
  });

  after(() => pair.close());

  walk('pix saved contexts', async () => {
    await pair.say('primary', 'end');
    await copyRunning(pair, 'primary');
    await pair.say('primary', 'changeto context branch');
    await copyRunning(pair, 'primary');
    await pair.say('primary', 'changeto system');
    const stored = (await pair.ask('secondary', 'more disk0:/branch.cfg')).join('\n');
    expect(stored).to.include('ip address 10.2.0.1 255.255.255.0 standby 10.2.0.2');
    expect((await pair.ask('secondary', 'show startup-config')).join('\n')).to.include('context branch');
  });
  walk('asa saved contexts', async () => {
    await pair.say('primary', 'changeto context branch');
    await pair.configure('primary', ['logging timestamp']);
    await copyRunning(pair, 'primary');
    await pair.say('primary', 'changeto system');
    await copyRunning(pair, 'primary');
    expect((await pair.ask('secondary', 'more disk0:/branch.cfg')).join('\n')).to.include(
      'logging timestamp',
    );
    await pair.say('primary', 'changeto context branch');
    await pair.configure('primary', ['no logging timestamp']);
    await pair.say('primary', 'changeto system');
  });
  walk('asa write memory all', async () => {
    await pair.say('primary', 'write memory all /noconfirm', 1500);
    expect((await pair.ask('secondary', 'more disk0:/branch.cfg')).join('\n')).to.not.include(
      'logging timestamp',
    );
  });
  walk('pix write standby contexts', async () => {
    await drift();
    expect(await drifted()).to.deep.equal(['admin', 'branch']);
    await inBranch('write standby');
    expect(await drifted()).to.deep.equal(['admin']);
  });
  walk('asa write standby contexts', async () => {
    await pair.say('primary', 'write standby', 3000);
    await ready();
    expect(await drifted()).to.deep.equal([]);
  });

  const inContext = async (line: string, wanted: string): Promise<void> => {
    await pair.say('primary', 'changeto context branch');
    await pair.say('primary', 'configure terminal');
    await play(pair, 'primary', 'hostname/branch', [[g, line]]);
    await pair.say('primary', 'changeto system');
    expect(await pair.ask('primary', 'show failover')).to.include(wanted);
  };
  walk('asa not monitored in context', () =>
    inContext('no monitor-interface inside', 'Monitored Interfaces 3 of 250 maximum'),
  );
  walk('asa monitored in context', () =>
    inContext('monitor-interface inside', 'Monitored Interfaces 4 of 250 maximum'),
  );

  walk('asa monitor in context', async () => {
    await ready();
    await pair.say('primary', 'changeto context branch');
    await pair.say('primary', 'configure terminal');
    await play(pair, 'primary', 'hostname/branch', [
      [
        g,
        'show monitor-interface',
        g,
        [
          'This host: Primary - Active',
          'Interface outside (10.2.0.1): Normal',
          'Interface inside (10.2.1.1): Normal',
          'Other host: Secondary - <standby>',
          'Interface outside (10.2.0.2): Normal',
          'Interface inside (10.2.1.2): Normal',
        ],
      ],
    ]);
    await pair.say('primary', 'changeto system');
  });

  const contextOf = (state: string, peer: string, peerRow: string): string[] => [
    'Failover On',
    'Last Failover at: <date>',
    `This context: ${state}`,
    'Active time: <n> (sec)',
    'Interface outside (10.2.0.<n>): Normal <waiting>',
    'Interface inside (10.2.1.<n>): Normal <waiting>',
    `Peer context: ${peer}`,
    'Active time: <n> (sec)',
    `Interface outside (10.2.0.<n>): ${peerRow} <waiting>`,
    `Interface inside (10.2.1.<n>): ${peerRow} <waiting>`,
    'Stateful Failover Logical Update Statistics',
    'Status: Configured.',
    'Stateful Obj xmit xerr rcv rerr',
    ...[
      'RPC services',
      'TCP conn',
      'UDP conn',
      'ARP tbl',
      'Xlate_Timeout',
      'GTP PDP',
      'GTP PDPMCB',
      'SIP Session',
    ].map((row) => `${row} <n> <n> <n> <n>`),
  ];
  walk('asa show context', async () => {
    await pair.say('primary', 'changeto context branch');
    await pair.configure('primary', ['policy-map global_policy', 'class inspection_default', 'inspect gtp']);
    expectLines(await pair.ask('primary', 'show failover'), contextOf('Active', 'Standby Ready', 'Normal'));
    await pair.say('primary', 'changeto system');
    await pair.say('primary', 'write memory all /noconfirm', 1500);
    // In the sample the unit has just come up, alone.
    for (const unit of unitNames) pair.power(unit, 'off');
    await pair.clock.advance(1000);
    pair.power('primary', 'on');
    await pair.clock.advance(3000);
    await pair.enable('primary');
    await pair.say('primary', 'changeto context branch');
    expectLines(
      await pair.ask('primary', 'show failover'),
      contextOf('Negotiation', 'Not Detected', 'Unknown'),
    );
  });
});
