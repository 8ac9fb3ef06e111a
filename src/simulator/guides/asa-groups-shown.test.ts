/** ASA 5580 guide, «Show Failover—Active/Active», on units of the time of its sample, each with a service card. */
import type { ActiveActivePair } from '../played/active-active.test-support.ts';
import { contextInterfaces, contextsPair, groupsReady, openedContexts } from './groups.test-support.ts';
import { modes, play, prepare, statistics } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

describe('ASA 5580 guide, «Show Failover—Active/Active», on an ASA with 7.0(8)', () => {
  let pair: ActiveActivePair;

  before(async () => {
    const module = { model: 'SSM-IDS-20', hardware: '1.0', software: '5.0(0.11)S91(0.11)' };
    pair = contextsPair('7.0(8)', { made: { primary: { module }, secondary: { module } } });
    await openedContexts(pair, 'hostname');
    const link = [
      'failover lan interface third GigabitEthernet0/2',
      'failover interface ip third 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'failover link third',
      'interface GigabitEthernet0/2',
      'no shutdown',
      'exit',
    ];
    for (const [name, cards, net] of [
      ['admin', [0, 1], 1],
      ['branch', [4, 5], 2],
    ] as const) {
      await pair.say('primary', `changeto context ${name}`);
      await pair.configure('primary', contextInterfaces(cards, net));
      if (name === 'admin')
        await pair.configure('primary', [
          'policy-map global_policy',
          'class inspection_default',
          'inspect gtp',
        ]);
      await pair.say('primary', 'changeto system');
    }
    await pair.configure('primary', [
      'failover lan unit primary',
      ...link,
      'failover group 1',
      'primary',
      'replication http',
      'polltime interface 4 holdtime 20',
      'failover group 2',
      'secondary',
      'context branch',
      'join-failover-group 2',
      'failover polltime interface 4 holdtime 20',
      'failover',
    ]);
    await pair.until(async () => (await pair.shown('primary')).startsWith('Active Active'));
    await prepare(pair, 'secondary', [...link, 'failover', 'end']);
    await groupsReady(pair);
    await pair.say('primary', 'no failover active group 2', 500);
    await groupsReady(pair);
  });

  after(() => pair.close());

  const rows = (context: string, net: number, last: number): string[] => [
    `${context} Interface outside (10.${net}.0.${last}): Normal`,
    `${context} Interface inside (10.${net}.1.${last}): Normal`,
  ];
  const stateOf = (id: number, state: string): string[] => [
    `Group ${id} State: ${state}`,
    'Active time: <n> (sec)',
  ];
  const slots = [
    'slot 0: ASA5525 hw/sw rev (1.0/<version>) status (Up Sys)',
    'slot 1: SSM-IDS-20 hw/sw rev (1.0/<version>) status (Up)',
  ];

  walk('asa show groups', () =>
    play(pair, 'primary', 'hostname', [
      [
        modes.exec,
        'show failover',
        modes.exec,
        [
          'Failover On',
          'Failover unit Primary',
          'Failover LAN Interface: third GigabitEthernet0/2 (up)',
          'Unit Poll frequency 1 seconds, holdtime 15 seconds',
          'Interface Poll frequency <n> seconds',
          'Interface Policy 1',
          'Monitored Interfaces 4 of 250 maximum',
          'failover replication http',
          'Group 1 last failover at: <date>',
          'Group 2 last failover at: <date>',
          'This host: Primary',
          ...stateOf(1, 'Active'),
          ...stateOf(2, 'Standby Ready'),
          ...slots,
          ...rows('admin', 1, 1),
          ...rows('branch', 2, 2),
          'Other host: Secondary',
          ...stateOf(1, 'Standby Ready'),
          ...stateOf(2, 'Active'),
          ...slots,
          ...rows('admin', 1, 2),
          ...rows('branch', 2, 1),
          ...statistics('third GigabitEthernet0/2 (up)', 'GTP PDP', 'GTP PDPMCB', 'SIP Session'),
        ],
      ],
    ]),
  );

  walk('asa show group', async () => {
    await pair.say('primary', 'no failover active group 1', 500);
    await groupsReady(pair);
    await play(pair, 'secondary', 'hostname', [
      [
        modes.exec,
        'show failover group 1',
        modes.exec,
        [
          'Last Failover at: <date>',
          'This host: Secondary',
          'State: Active',
          'Active time: <n> (sec)',
          ...rows('admin', 1, 1),
          'Other host: Primary',
          'State: Standby',
          'Active time: <n> (sec)',
          ...rows('admin', 1, 2),
          'Stateful Failover Logical Update Statistics',
          'Status: Configured.',
          ...['RPC services', 'TCP conn', 'UDP conn', 'ARP tbl', 'Xlate_Timeout'].map(
            (row) => `${row} <n> <n> <n> <n>`,
          ),
          ...['GTP PDP', 'GTP PDPMCB', 'SIP Session'].map((row) => `${row} <n> <n> <n> <n>`),
        ],
      ],
    ]);
  });
});
