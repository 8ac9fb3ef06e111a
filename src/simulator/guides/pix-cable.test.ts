/** Document 77809, «Cable-Based Active/Standby Failover Configuration» and «Verify», on two PIX with 7.2(1). */
import { expect } from 'chai';
import { type UnitName, unitNames } from '../../pair/index.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { listed, listing, outside, typedBesides } from './pix-listing.test-support.ts';
import {
  atConsole,
  cleared,
  copyRunning,
  expectLines,
  level,
  modes,
  pixPair,
  play,
  prepare,
  replicationSeen,
  replicationSent,
  type Row,
  statistics,
} from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;

describe('document 77809, cable-based Active/Standby, on a PIX with 7.2(1)', () => {
  let pair: PlayedPair;
  const type = (...rows: Row[]): Promise<void> => play(pair, 'primary', 'pix', rows);

  before(async () => {
    pair = pixPair('7.2(1)', true);
    pair.power('secondary', 'off');
    await pair.clock.advance(2500);
    await atConsole(pair, 'primary', 'pix');
  });

  after(() => pair.close());

  walk('pix cable address', () =>
    type(
      [g, 'interface Ethernet0', i],
      [i, 'nameif outside', i, [level('outside', 0)]],
      [i, outside.active],
      [i, 'no shutdown'],
      [i, 'interface Ethernet1'],
      [i, 'nameif inside', i, [level('inside', 100)]],
      [i, outside.inside],
      [i, 'no shutdown'],
      [i, 'exit', g],
    ),
  );

  walk('pix cable state link', () => type([g, 'failover link state Ethernet2', g, [cleared('Ethernet2')]]));

  walk('pix cable state address', () =>
    type([g, 'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2']),
  );

  walk('pix cable state up', () => type([g, 'interface Ethernet2', i], [i, 'no shutdown'], [i, 'exit', g]));

  walk('pix cable on', async () => {
    await pair.say('primary', 'failover');
    await pair.until(() => pair.printed.primary.endsWith('\tNo Active mate detected\r\npix(config)# '));
    await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
  });

  walk('pix cable joined', async () => {
    const before = { ...pair.printed };
    pair.power('secondary', 'on');
    await pair.clock.advance(2500);
    await pair.enable('secondary');
    await pair.say('secondary', 'configure terminal');
    await pair.say('secondary', 'failover');
    await pair.steady('primary', 120_000);
    expect(pair.printed.primary.slice(before.primary.length)).to.match(replicationSent);
    expect(pair.printed.secondary.slice(before.secondary.length)).to.match(replicationSeen);
  });

  walk('pix cable saved', () => copyRunning(pair, 'primary'));

  walk('pix cable listing', async () => {
    await prepare(pair, 'primary', [...typedBesides, 'no terminal width']);
    const shown = (await pair.say('primary', 'show running-config', 300)).split('\r\n').slice(1, -1);
    const [version] = shown
      .map((line, at) => (line.startsWith('PIX Version') ? at : -1))
      .filter((at) => at >= 0);
    expectLines(
      shown.slice(version).filter((line) => line.trim() !== '!'),
      listing(listed.cable.interfaces, listed.cable.failover),
    );
    await prepare(pair, 'primary', ['terminal width 511']);
  });

  const active = ['Primary', 'Active', '172.20.1.1', '192.168.7.1'] as const;
  const standby = ['Secondary', 'Standby Ready', '172.20.1.2', '192.168.7.2'] as const;
  type Host = typeof active | typeof standby;

  const host = (which: string, [unit, state, out, inside]: Host, ...time: string[]): string[] => [
    `${which} host: ${unit} - ${state}`,
    ...time,
    `Interface outside (${out}): Normal`,
    `Interface inside (${inside}): Normal`,
  ];

  const failoverOf = (own: Host, other: Host, last: string): string[] => [
    'Failover On',
    'Cable status: Normal',
    `Failover unit ${own[0]}`,
    'Failover LAN Interface: N/A - Serial-based failover enabled',
    'Unit Poll frequency 15 seconds, holdtime 45 seconds',
    'Interface Poll frequency 5 seconds, holdtime 25 seconds',
    'Interface Policy 1',
    'Monitored Interfaces 2 of 250 maximum',
    'Version: Ours <version>, Mate <version>',
    `Last Failover at: ${last}`,
    ...host('This', own, 'Active time: <n> (sec)'),
    ...host('Other', other, 'Active time: <n> (sec)'),
    ...statistics('state Ethernet2 (down)'),
  ];

  /** In the samples of this section the state link has not come up. */
  const withoutStateLink = async (ask: () => Promise<void>): Promise<void> => {
    for (const unit of unitNames) pair.port(unit, 2, 'down');
    await pair.clock.advance(1000);
    await ask();
    for (const unit of unitNames) pair.port(unit, 2, 'up');
    await pair.clock.advance(1000);
  };

  walk('pix show failover', () =>
    withoutStateLink(async () => {
      await pair.say('primary', 'end');
      await play(pair, 'primary', 'pix', [
        ['#', 'show failover', '#', failoverOf(active, standby, '<date>')],
      ]);
      await pair.say('primary', 'configure terminal');
    }),
  );

  walk('pix show failover second', () =>
    withoutStateLink(() =>
      play(pair, 'secondary', 'pix', [
        [g, 'show failover', g, failoverOf(standby, active, '00:00:<n> UTC Jan 1 1993')],
      ]),
    ),
  );

  const stateOf = (own: string, other: string, configuration: string, ...otherReason: string[]): string[] => [
    '====My State====',
    `${own} |`,
    '====Other State====',
    `${other} |`,
    '====Configuration State====',
    configuration,
    '====Communication State====',
    'Mac set',
    '=====Failed Reason=====',
    'My Fail Reason:',
    'Other Fail Reason:',
    ...otherReason,
  ];

  const ask = async (unit: UnitName, command: string, wanted: readonly string[]): Promise<void> =>
    expectLines(await pair.ask(unit, command), wanted);

  walk('pix state second', () =>
    ask(
      'secondary',
      'show failover state',
      stateOf('Secondary | Standby', 'Primary | Active', 'Sync Done - STANDBY'),
    ),
  );

  const links = (mine: number, other: number): string[] => [
    'interface state Ethernet2',
    'System IP Address: 10.8.0.1 255.0.0.0',
    `My IP Address : 10.8.0.${mine}`,
    `Other IP Address : 10.8.0.${other}`,
  ];
  walk('pix links', () => ask('primary', 'show failover interface', links(1, 2)));
  walk('pix links second', () => ask('secondary', 'show failover interface', links(2, 1)));

  walk('pix monitor', () => type([g, 'monitor-interface inside']));
  walk('pix monitored', () =>
    ask('primary', 'show monitor-interface', [...host('This', active), ...host('Other', standby)]),
  );
  walk('pix monitored second', () =>
    ask('secondary', 'show monitor-interface', [...host('This', standby), ...host('Other', active)]),
  );

  walk('pix no standby address', async () => {
    await prepare(pair, 'primary', ['interface Ethernet1', 'ip address 192.168.7.1 255.255.255.0', 'exit']);
    await pair.clock.advance(30_000);
    const shown = await pair.ask('primary', 'show failover');
    expectLines(
      shown.filter((line) => line.includes('Interface inside')),
      ['Interface inside (192.168.7.1): Normal (Waiting)', 'Interface inside (0.0.0.0): Normal (Waiting)'],
    );
    await prepare(pair, 'primary', ['interface Ethernet1', outside.inside, 'exit']);
    await pair.steady('primary');
  });

  walk('pix state', async () => {
    await copyRunning(pair, 'primary');
    pair.bench.trouble.secondary.hang();
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed', 120_000);
    pair.power('secondary', 'off');
    await pair.clock.advance(1000);
    pair.power('secondary', 'on');
    await pair.clock.advance(2500);
    await pair.steady('primary', 300_000);
    await ask(
      'primary',
      'show failover state',
      stateOf('Primary | Active', 'Secondary | Standby', 'Sync Done', 'Comm Failure'),
    );
  });

  walk('pix replication seen', () => {
    const boot =
      pair.printed.secondary.split("Type help or '?' for a list of available commands.\r\n").at(-1) ?? '';
    expect(boot).to.match(
      /^pix> \.+\r\n\r\n\tDetected an Active mate\r\nBeginning configuration replication from mate\.\r\nEnd configuration replication from mate\.\r\n\r\npix> $/,
    );
    return Promise.resolve();
  });
});
