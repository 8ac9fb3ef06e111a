/**
 * Every sample dialogue and every sample output of the two guides that is about LAN-based Active/Standby failover,
 * typed on a simulated pair. Lines are written here as patterns, in the order of the guides; times, addresses,
 * serial numbers and counters stand in angle brackets.
 */
import { expect } from 'chai';
import type { UnitName } from '../pair/index.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

/** Where it is in the guide; who types; after which prompt; what; what is printed; and the prompt then. */
type Row = readonly [
  section: string,
  unit: UnitName,
  before: string,
  typed: string,
  printed: readonly string[],
  after: string,
];

const values: readonly (readonly [string, string])[] = [
  ['<ip>', '\\d+(?:\\.\\d+){3}'],
  ['<n>', '\\d+'],
  ['<date>', '\\d\\d:\\d\\d:\\d\\d [A-Z]+ [A-Z][a-z]{2} \\d+ \\d{4}'],
  ['<version>', '\\d[\\w.()]*'],
  ['<sum>', '[0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8}'],
  ['<standby>', 'Standby(?: Ready)?'],
];

function pattern(line: string): RegExp {
  const text = line
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`^\\s*${values.reduce((all, [name, is]) => all.replaceAll(name, is), text)}\\s*$`);
}

/** The lines of an output that say something, each held against its pattern, and none too many. */
function expectLines(actual: readonly string[], wanted: readonly string[], where: string): void {
  const said = actual.filter((line) => line.trim() !== '');
  wanted.forEach((line, at) => expect(said[at] ?? '(nothing)', where).to.match(pattern(line)));
  expect(said.slice(wanted.length), `${where}: lines that the guide does not have`).to.deep.equal([]);
}

async function play(pair: PlayedPair, rows: readonly Row[]): Promise<void> {
  for (const [section, unit, before, typed, printed, after] of rows) {
    const where = `${section}: ${unit} «${typed}»`;
    expect(pair.printed[unit].endsWith(`${before} `), `${where}: prompt before`).to.equal(true);
    const said = await pair.say(unit, typed, 300);
    const lines = said.split('\r\n');
    expect(lines.at(-1), `${where}: prompt after`).to.equal(`${after} `);
    expectLines(lines.slice(1, -1), printed, where);
  }
}

const cleared = (name: string): string =>
  `INFO: Non-failover interface config is cleared on ${name} and its sub-interfaces`;

/** A pair of PIX as document 77809 has it: Ethernet2 is the state link, Ethernet3 the failover link. */
function pixPair(firmware: string): PlayedPair {
  const topology = testTopology((text) =>
    text
      .replaceAll('GigabitEthernet0/', 'Ethernet')
      .replace('platform: asa', 'platform: pix')
      .replace('ASA5525', 'PIX-525')
      .replace('9.2(4)', firmware),
  );
  return new PlayedPair({}, topology);
}

async function started(pair: PlayedPair): Promise<PlayedPair> {
  await pair.clock.advance(2500);
  for (const unit of ['primary', 'secondary'] as const) {
    await pair.enable(unit);
    await pair.say(unit, 'configure terminal');
    await pair.say(unit, 'terminal width 511');
  }
  return pair;
}

const g = '(config)#';
const i = '(config-if)#';

describe('document 77809, LAN-based Active/Standby, on a PIX with 7.2(1)', () => {
  let pair: PlayedPair;
  const step = 'Primary Unit Configuration';
  const p = (mode: string): string => `pix${mode}`;

  before(async () => {
    pair = await started(pixPair('7.2(1)'));
    for (const unit of ['primary', 'secondary'] as const) await pair.say(unit, 'hostname pix');
  });

  after(() => pair.close());

  const primary = (section: string, from: string, typed: string, to = from, printed: string[] = []): Row => [
    section,
    'primary',
    p(from),
    typed,
    printed,
    p(to),
  ];
  const secondary = (
    section: string,
    from: string,
    typed: string,
    to = from,
    printed: string[] = [],
  ): Row => [section, 'secondary', p(from), typed, printed, p(to)];

  it('configures the primary unit', async () => {
    const level = (name: string, n: number): string =>
      `INFO: Security level for "${name}" set to ${n} by default.`;
    await play(pair, [
      primary(`${step}, 1`, g, 'interface Ethernet0', i),
      primary(`${step}, 1`, i, 'nameif outside', i, [level('outside', 0)]),
      primary(`${step}, 1`, i, 'ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2'),
      primary(`${step}, 1`, i, 'no shutdown'),
      primary(`${step}, 1`, i, 'interface Ethernet1'),
      primary(`${step}, 1`, i, 'nameif inside', i, [level('inside', 100)]),
      primary(`${step}, 1`, i, 'ip address 192.168.7.1 255.255.255.0 standby 192.168.7.2'),
      primary(`${step}, 1`, i, 'no shutdown'),
      primary(`${step}, 1`, i, 'exit', g),
      primary(`${step}, 2`, g, 'failover lan enable'),
      primary(`${step}, 3`, g, 'failover lan unit primary'),
      primary(`${step}, 4a`, g, 'failover lan interface failover Ethernet3', g, [cleared('Ethernet3')]),
      primary(`${step}, 4b`, g, 'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2'),
      primary(`${step}, 4c`, g, 'interface ethernet3', i),
      primary(`${step}, 4c`, i, 'no shutdown'),
      primary(`${step}, 4c`, i, 'exit', g),
      primary(`${step}, 5a`, g, 'failover link state Ethernet2', g, [cleared('Ethernet2')]),
      primary(`${step}, 5b`, g, 'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2'),
      primary(`${step}, 5c`, g, 'interface ethernet2', i),
      primary(`${step}, 5c`, i, 'no shutdown'),
      primary(`${step}, 5c`, i, 'exit', g),
      primary('Configurations', g, 'failover key sesame'),
      primary(`${step}, 6`, g, 'failover'),
    ]);
    await pair.until(() => pair.printed.primary.endsWith('\tNo Active mate detected\r\npix(config)# '));
    await pair.say('primary', 'copy running-config startup-config');
    expectLines(
      (await pair.say('primary', '', 500)).split('\r\n').slice(0, -1),
      ['Cryptochecksum: <sum>', '<n> bytes copied in 0.<n> secs'],
      `${step}, 7`,
    );
  });

  it('configures the secondary unit, and shows replication on both consoles', async () => {
    const unit = 'Secondary Unit Configuration';
    const before = pair.printed.secondary.length;
    const sent = pair.printed.primary.length;
    await play(pair, [
      secondary(`${unit}, 1`, g, 'failover lan enable'),
      secondary(`${unit}, 2a`, g, 'failover lan interface failover Ethernet3', g, [cleared('Ethernet3')]),
      secondary(`${unit}, 2b`, g, 'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2'),
      secondary(`${unit}, 2c`, g, 'interface ethernet3', i),
      secondary(`${unit}, 2c`, i, 'no shutdown'),
      secondary(`${unit}, 2c`, i, 'exit', g),
      secondary(`${unit}, 3`, g, 'failover lan unit secondary'),
      secondary('Configurations', g, 'failover key sesame'),
    ]);
    expectLines(
      await pair.ask('secondary', 'show running-config failover'),
      [
        'no failover',
        'failover lan unit secondary',
        'failover lan interface failover Ethernet3',
        'failover lan enable',
        'failover key *****',
        'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      ],
      'Configurations, Secondary PIX',
    );
    await pair.say('secondary', 'failover');
    await pair.until(() => pair.printed.secondary.includes('End configuration replication from mate.'));
    expect(pair.printed.secondary.slice(before)).to.match(
      /\.*\r\n\r\n\tDetected an Active mate\r\nBeginning configuration replication from mate\.\r\nEnd configuration replication from mate\.\r\n/,
    );
    expect(pair.printed.primary.slice(sent)).to.match(
      /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate\r\n/,
    );
    await pair.steady('primary');
  });

  it('shows the running configuration', async () => {
    const running = await pair.ask('primary', 'show running-config');
    const wanted = [
      'PIX Version <version>',
      'hostname pix',
      'interface Ethernet0',
      'nameif outside',
      'security-level 0',
      'ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2',
      'interface Ethernet2',
      'description STATE Failover Interface',
      'interface Ethernet3',
      'description LAN Failover Interface',
      'interface Ethernet4',
      'shutdown',
      'no nameif',
      'no security-level',
      'no ip address',
      'interface Ethernet5',
      'ftp mode passive',
      'pager lines 24',
      'mtu outside 1500',
      'mtu inside 1500',
      'failover',
      'no asdm history enable',
      'arp timeout 14400',
      'telnet timeout 5',
      'ssh timeout 5',
      'console timeout 0',
      'prompt hostname context',
      ': end',
    ];
    let from = 0;
    for (const line of wanted) {
      const at = running.findIndex((one, index) => index >= from && pattern(line).test(one));
      expect(at, `Configurations, Primary PIX: ${line}`).to.be.at.least(from);
      from = at + 1;
    }
    expectLines(
      await pair.ask('primary', 'show running-config failover'),
      [
        'failover',
        'failover lan unit primary',
        'failover lan interface failover Ethernet3',
        'failover lan enable',
        'failover key *****',
        'failover link state Ethernet2',
        'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
        'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2',
      ],
      'Configurations, Primary PIX',
    );
  });

  it('shows what is configured in the other unit, but for the unit itself', async () => {
    const of = async (unit: UnitName): Promise<string[]> =>
      (await pair.ask(unit, 'show running-config')).filter(
        (line) => !/^(failover lan unit|Crypto)/.test(line),
      );
    expect(await of('secondary')).to.deep.equal(await of('primary'));
  });

  /** `show failover` of document 77809, with the lines of a LAN failover link instead of the cable's. */
  const failoverOf = (own: readonly string[], other: readonly string[], last: string): string[] => [
    'Failover On',
    'Cable status: N/A - LAN-based failover enabled',
    `Failover unit ${own[0] ?? ''}`,
    'Failover LAN Interface: failover Ethernet3 (up)',
    'Unit Poll frequency <n> seconds, holdtime <n> seconds',
    'Interface Poll frequency <n> seconds, holdtime <n> seconds',
    'Interface Policy 1',
    'Monitored Interfaces 2 of 250 maximum',
    'Version: Ours <version>, Mate <version>',
    `Last Failover at: ${last}`,
    `This host: ${own[0] ?? ''} - ${own[1] ?? ''}`,
    'Active time: <n> (sec)',
    `Interface outside (${own[2] ?? ''}): Normal`,
    `Interface inside (${own[3] ?? ''}): Normal`,
    `Other host: ${other[0] ?? ''} - ${other[1] ?? ''}`,
    'Active time: <n> (sec)',
    `Interface outside (${other[2] ?? ''}): Normal`,
    `Interface inside (${other[3] ?? ''}): Normal`,
    'Stateful Failover Logical Update Statistics',
    'Link : state Ethernet2 (up)',
    'Stateful Obj xmit xerr rcv rerr',
    ...[
      'General',
      'sys cmd',
      'up time',
      'RPC services',
      'TCP conn',
      'UDP conn',
      'ARP tbl',
      'Xlate_Timeout',
      'VPN IKE upd',
      'VPN IPSEC upd',
      'VPN CTCP upd',
      'VPN SDI upd',
      'VPN DHCP upd',
    ].map((name) => `${name} <n> <n> <n> <n>`),
    'Logical Update Queue Information',
    'Cur Max Total',
    'Recv Q: <n> <n> <n>',
    'Xmit Q: <n> <n> <n>',
  ];
  const active = ['Primary', 'Active', '172.20.1.1', '192.168.7.1'];
  const standby = ['Secondary', 'Standby Ready', '172.20.1.2', '192.168.7.2'];
  const verify = 'Verify, Use of the show failover Command';

  it('shows failover, on both units', async () => {
    const on = (unit: UnitName): Promise<string[]> => pair.ask(unit, 'show failover');
    expectLines(await on('primary'), failoverOf(active, standby, '<date>'), `${verify}, Primary PIX`);
    const never = '00:00:<n> UTC Jan 1 1993';
    expectLines(await on('secondary'), failoverOf(standby, active, never), `${verify}, Secondary PIX`);
  });

  it('shows the failover state, on both units', async () => {
    const state = (own: string, other: string, configuration: string): string[] => [
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
    ];
    const [one, other] = ['Primary | Active', 'Secondary | Standby'];
    const on = (unit: UnitName): Promise<string[]> => pair.ask(unit, 'show failover state');
    expectLines(await on('primary'), state(one, other, 'Sync Done'), verify);
    expectLines(await on('secondary'), state(other, one, 'Sync Done - STANDBY'), verify);
  });

  it('shows why the other unit failed, long after it is back', async () => {
    pair.power('secondary', 'off');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed', 90_000);
    pair.power('secondary', 'on');
    // Nothing was saved on it since it joined: it is bootstrapped once more.
    await pair.clock.advance(3000);
    await pair.say('secondary', 'enable');
    await pair.say('secondary', '');
    for (const line of [
      'terminal pager 0',
      'configure terminal',
      'failover lan enable',
      'failover lan interface failover Ethernet3',
      'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'interface ethernet3',
      'no shutdown',
      'exit',
      'failover key sesame',
      'failover',
    ])
      await pair.say('secondary', line);
    await pair.steady('primary');
    const shown = await pair.ask('primary', 'show failover state');
    expectLines(shown.slice(-3), ['My Fail Reason:', 'Other Fail Reason:', 'Comm Failure'], verify);
  });

  it('shows the failover interfaces, on both units', async () => {
    const links = (mine: 1 | 2): string[] => {
      const other = 3 - mine;
      return [
        'interface failover Ethernet3',
        'System IP Address: 10.7.0.1 255.255.255.0',
        `My IP Address : 10.7.0.${mine}`,
        `Other IP Address : 10.7.0.${other}`,
        'interface state Ethernet2',
        'System IP Address: 10.8.0.1 255.0.0.0',
        `My IP Address : 10.8.0.${mine}`,
        `Other IP Address : 10.8.0.${other}`,
      ];
    };
    expectLines(await pair.ask('primary', 'show failover interface'), links(1), verify);
    expectLines(await pair.ask('secondary', 'show failover interface'), links(2), verify);
  });

  it('shows the monitored interfaces, on both units', async () => {
    const view = 'View of Monitored Interfaces';
    const rows = ([unit = '', state = '', outside = '', inside = '']: readonly string[]): string[] => [
      `host: ${unit} - ${state}`,
      `Interface outside (${outside}): Normal`,
      `Interface inside (${inside}): Normal`,
    ];
    const both = (own: readonly string[], other: readonly string[]): string[] =>
      [...rows(own), ...rows(other)].map((line, at) =>
        at === 0 ? `This ${line}` : at === 3 ? `Other ${line}` : line,
      );
    await pair.say('primary', 'monitor-interface inside');
    expectLines(await pair.ask('primary', 'show monitor-interface'), both(active, standby), view);
    expectLines(await pair.ask('secondary', 'show monitor-interface'), both(standby, active), view);
  });

  it('takes the poll times of its example', async () => {
    await play(pair, [primary('Failover Polltime', g, 'failover polltime interface msec 500 holdtime 5')]);
    expect(await pair.ask('primary', 'show failover')).to.include(
      'Interface Poll frequency 500 milliseconds, holdtime 5 seconds',
    );
  });

  it('is tested, forced over and restored', async () => {
    const tests = 'Failover Functionality Tests';
    const before = pair.printed.primary.length;
    await pair.say('primary', 'no failover active', 1000);
    expect(pair.printed.primary.slice(before), tests).to.match(
      /\r\n\tSwitching to Standby\r\npix\(config\)# $/,
    );
    expect(await pair.states()).to.deep.equal({ primary: 'Standby Ready', secondary: 'Active' });
    await pair.say('primary', 'failover active', 1000);
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    await play(pair, [primary('Restoration of a Failed Unit', g, 'failover reset')]);
  });

  it('is waiting until the second hello, and says so', async () => {
    await pair.steady('primary');
    await pair.say('primary', 'no failover active', 250);
    const shown = (await pair.ask('secondary', 'show failover')).join('\n');
    expect(shown, 'Failover Monitoring').to.match(
      /This host: Secondary - Active \n[^]*Interface outside \(172\.20\.1\.1\): Normal \(Waiting\)\n[^]*Interface inside \(192\.168\.7\.1\): Normal \(Waiting\)/,
    );
    await pair.steady('secondary');
  });

  it('shows which interface made a unit fail', async () => {
    pair.port('secondary', 1, 'down');
    await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
    const shown = (await pair.ask('primary', 'show failover')).join('\n');
    expect(shown, 'Unit Failure').to.match(
      /Other host: Secondary - Failed \n[^]*Interface outside \(172\.20\.1\.2\): Normal( \(Waiting\))?\n[^]*Interface inside \(192\.168\.7\.2\): No Link \(Waiting\)/,
    );
    pair.port('secondary', 1, 'up');
    await pair.steady('primary');
  });

  it('is turned off, each unit staying what it is', async () => {
    await pair.say('primary', 'no failover', 300);
    expect((await pair.ask('primary', 'show failover'))[0], 'Disabled Failover').to.equal('Failover Off ');
    expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
    await pair.say('primary', 'failover');
    await pair.say('secondary', 'failover');
    await pair.steady('primary');
  });

  it('has its failed unit replaced by a new one', async () => {
    const replace = 'Replace the Failed Unit with a New Unit';
    await pair.say('secondary', 'failover active', 1500);
    await pair.steady('secondary');
    await pair.say('primary', 'no failover', 300);
    expect(await pair.stateOf('secondary', 'Other'), `${replace}, 1`).to.equal('Not Detected');
    await pair.say('primary', 'end');
    await pair.say('primary', 'write erase');
    await pair.say('primary', '');
    pair.power('primary', 'off');
    await pair.clock.advance(1000);
    pair.power('primary', 'on');
    await pair.clock.advance(3000);
    await pair.enable('primary');
    await pair.say('primary', 'configure terminal');
    await pair.say('primary', 'terminal width 511');
    await pair.say('primary', 'hostname pix');
    await play(pair, [
      // The procedure is written for an ASA; on a PIX the failover cable is left for the LAN as well.
      primary(`${step}, 2`, g, 'failover lan enable'),
      primary(`${replace}, 4`, g, 'failover lan unit primary'),
      primary(`${replace}, 4`, g, 'failover lan interface failover Ethernet3', g, [cleared('Ethernet3')]),
      primary(`${replace}, 4`, g, 'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2'),
      primary(`${replace}, 4`, g, 'interface Ethernet3', i),
      primary(`${replace}, 4`, i, 'no shut'),
      primary(`${replace}, 4`, i, 'exit', g),
      primary(replace, g, 'failover key sesame'),
    ]);
    // Step 5: the active mate may be detected before the prompt is seen.
    await pair.say('primary', 'failover');
    await pair.steady('secondary');
    expect(await pair.ask('primary', 'show running-config failover')).to.include('failover lan unit primary');
  });

  it('says that it cannot decrypt when the keys differ', async () => {
    await pair.say('primary', 'failover key other', 100);
    await pair.clock.advance(20_000);
    expect(pair.printed.secondary + pair.printed.primary, 'Failover message decryption failure').to.include(
      'Failover message decryption failure. Please make sure both units have the same failover shared key and crypto license or system is not out of memory\r\n',
    );
  });
});

describe('ASA 5580 guide, chapter 13, LAN-based Active/Standby, on an ASA with 8.1(2)', () => {
  let pair: PlayedPair;
  const h = (mode: string): string => `hostname${mode}`;
  const row = (section: string, from: string, typed: string, to = from, printed: string[] = []): Row => [
    section,
    'primary',
    h(from),
    typed,
    printed,
    h(to),
  ];

  before(async () => {
    pair = await started(
      new PlayedPair(
        {},
        testTopology((text) => text.replace('9.2(4)', '8.1(2)')),
      ),
    );
    for (const unit of ['primary', 'secondary'] as const) await pair.say(unit, 'hostname hostname');
  });

  after(() => pair.close());

  it('configures both units', async () => {
    const primary = 'Configuring the Primary Unit';
    const secondary = 'Configuring the Secondary Unit';
    const address = 'failover interface ip folink 10.7.0.1 255.255.255.0 standby 10.7.0.2';
    const link = 'failover lan interface folink gigabitethernet0/2';
    await play(pair, [
      row(`${primary}, 1`, g, 'interface gigabitethernet0/0', i),
      row(`${primary}, 1`, i, 'nameif outside', i, [
        'INFO: Security level for "outside" set to 0 by default.',
      ]),
      row(`${primary}, 1`, i, 'ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2'),
      row(`${primary}, 1`, i, 'no shutdown'),
      row(`${primary}, 1`, i, 'interface gigabitethernet0/1'),
      row(`${primary}, 1`, i, 'nameif inside', i, [
        'INFO: Security level for "inside" set to 100 by default.',
      ]),
      row(`${primary}, 1`, i, 'ip address 192.168.7.1 255.255.255.0 standby 192.168.7.2'),
      row(`${primary}, 1`, i, 'no shutdown'),
      row(`${primary}, 1`, i, 'exit', g),
      row(`${primary}, 2`, g, 'failover lan unit primary'),
      row(`${primary}, 3a`, g, link, g, [cleared('GigabitEthernet0/2')]),
      row(`${primary}, 3b`, g, address),
      row(`${primary}, 3c`, g, 'interface gigabitethernet0/2', i),
      row(`${primary}, 3c`, i, 'no shutdown'),
      row(`${primary}, 3c`, i, 'exit', g),
      row(`${primary}, 4a`, g, 'failover link statelink gigabitethernet0/3', g, [
        cleared('GigabitEthernet0/3'),
      ]),
      row(`${primary}, 4b`, g, 'failover interface ip statelink 10.8.0.1 255.255.0.0 standby 10.8.0.2'),
      row(`${primary}, 4c`, g, 'interface gigabitethernet0/3', i),
      row(`${primary}, 4c`, i, 'no shutdown'),
      row(`${primary}, 4c`, i, 'exit', g),
      row(`${primary}, 5`, g, 'failover'),
    ]);
    await pair.until(() => pair.printed.primary.endsWith('\tNo Active mate detected\r\nhostname(config)# '));
    const other = (from: string, typed: string, to = from, printed: string[] = []): Row => [
      secondary,
      'secondary',
      h(from),
      typed,
      printed,
      h(to),
    ];
    const before = { ...pair.printed };
    await play(pair, [
      other(g, link, g, [cleared('GigabitEthernet0/2')]),
      other(g, address),
      other(g, 'interface gigabitethernet0/2', i),
      other(i, 'no shutdown'),
      other(i, 'exit', g),
      other(g, 'failover lan unit secondary'),
    ]);
    await pair.say('secondary', 'failover');
    await pair.steady('primary');
    expect(pair.printed.primary.slice(before.primary.length), `${secondary}, 3`).to.match(
      /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate\r\n/,
    );
    await pair.say('primary', 'copy running-config startup-config');
    expectLines(
      (await pair.say('primary', '', 500)).split('\r\n').slice(0, -1),
      ['Cryptochecksum: <sum>', '<n> bytes copied in 0.<n> secs'],
      `${primary}, 6`,
    );
  });

  it('takes the optional settings', async () => {
    const optional = 'Configuring Optional Active/Standby Failover Settings';
    const health = 'Configuring Unit Health Monitoring';
    await play(pair, [
      row(optional, g, 'failover replication http'),
      row(optional, g, 'no monitor-interface inside'),
      row(optional, g, 'monitor-interface inside'),
      row(optional, g, 'failover polltime interface 1 holdtime 5'),
      row(optional, g, 'failover polltime interface msec 500 holdtime 5'),
      row(optional, g, 'failover interface-policy 50%'),
      row(optional, g, 'failover interface-policy 1'),
      row(optional, g, 'failover mac address gigabitethernet0/1 000C.F142.4CDE 000C.F142.4CDF'),
      row(health, g, 'failover polltime 1 holdtime 3'),
      row(health, g, 'failover polltime msec 500 holdtime 2'),
    ]);
    expect(await pair.ask('primary', 'show interface gigabitethernet0/1')).to.include(
      '\tMAC address 000c.f142.4cde, MTU 1500',
    );
    expect(await pair.ask('primary', 'show failover')).to.include('failover replication http');
  });

  it('warns of a state link on a data interface', async () => {
    const warning = [
      '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****',
      'Sharing Stateful failover interface with regular data interface is not',
      'a recommended configuration due to performance and security concerns.',
      '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****',
    ];
    await play(pair, [
      row('Stateful Failover Link', g, 'failover link inside', g, warning),
      row('Stateful Failover Link', g, 'failover link statelink gigabitethernet0/3', g, [
        cleared('GigabitEthernet0/3'),
      ]),
    ]);
  });

  it('warns on the standby unit', async () => {
    const shown = await pair.ask('secondary', 'logging timestamp');
    expectLines(
      shown,
      [
        '**** WARNING ****',
        'Configuration Replication is NOT performed from Standby unit to Active unit.',
        'Configurations are no longer synchronized.',
      ],
      'Command Replication',
    );
    await pair.say('primary', 'write standby', 3000);
    await pair.steady('primary');
  });

  it('executes commands on the other unit', async () => {
    const exec = 'Changing Command Modes';
    const r = '(config-router)#';
    await play(pair, [
      row(exec, g, 'failover exec active interface GigabitEthernet0/4'),
      row(exec, g, 'failover exec active ip address 192.168.9.1 255.255.255.0 standby 192.168.9.2'),
      row(exec, g, 'router rip', r),
      row(exec, r, 'exit', g),
      row(exec, g, 'interface GigabitEthernet0/5', i),
      row(exec, i, 'failover exec active router ospf 100'),
      row(exec, i, 'exit', g),
    ]);
    expect(
      (await pair.ask('primary', 'show running-config interface GigabitEthernet0/4')).join('\n'),
    ).to.include(' ip address 192.168.9.1 255.255.255.0 standby 192.168.9.2');
    const standby = (typed: string, printed: string[] = []): Row => [
      exec,
      'secondary',
      h(g),
      typed,
      printed,
      h(g),
    ];
    await play(pair, [
      standby('failover exec active interface GigabitEthernet0/1'),
      standby('sh failover exec active', ['Active unit Failover EXEC is at interface sub-command mode']),
      standby('sh failover exec standby', ['Standby unit Failover EXEC is at config mode']),
      standby('sh failover exec mate', ['Active unit Failover EXEC is at interface sub-command mode']),
    ]);
  });

  it('shows the monitored interfaces', async () => {
    await pair.steady('primary');
    expectLines(
      await pair.ask('primary', 'show monitor-interface'),
      [
        'This host: Primary - Active',
        'Interface outside (<ip>): Normal',
        'Interface inside (<ip>): Normal',
        'Other host: Secondary - <standby>',
        'Interface outside (<ip>): Normal',
        'Interface inside (<ip>): Normal',
      ],
      'Viewing Monitored Interfaces',
    );
  });

  it('shows the failover commands, with and without those that have their default values', async () => {
    const where = 'Displaying the Failover Commands in the Running Configuration';
    const own = [
      'failover',
      'failover lan unit primary',
      'failover lan interface folink GigabitEthernet0/2',
      'failover polltime unit msec 500 holdtime 2',
      'failover polltime interface msec 500 holdtime 5',
      'failover interface-policy 1',
      'failover replication http',
      'failover mac address GigabitEthernet0/1 000c.f142.4cde 000c.f142.4cdf',
      'failover link statelink GigabitEthernet0/3',
      'failover interface ip folink 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'failover interface ip statelink 10.8.0.1 255.255.0.0 standby 10.8.0.2',
    ];
    expectLines(await pair.ask('primary', 'show running-config failover'), own, where);
    expectLines(await pair.ask('primary', 'show running-config all failover'), own, where);
    await pair.say('primary', 'no failover replication http');
    expectLines(
      await pair.ask('primary', 'show running-config all failover'),
      own.map((line) => (line === 'failover replication http' ? `no ${line}` : line)),
      where,
    );
  });

  it('is forced over from either unit, reset, and turned off', async () => {
    const forced = async (unit: UnitName, typed: string): Promise<void> => {
      await pair.say(unit, typed, 1500);
      await pair.steady((await pair.stateOf('primary')) === 'Active' ? 'primary' : 'secondary');
    };
    await forced('primary', 'no failover active');
    expect(await pair.stateOf('secondary'), 'Testing the Failover Functionality').to.equal('Active');
    await forced('primary', 'failover active');
    expect(await pair.stateOf('primary'), 'Forcing Failover').to.equal('Active');
    await play(pair, [row('Restoring a Failed Unit or Failover Group', g, 'failover reset')]);
    await pair.say('primary', 'no failover');
    expect((await pair.ask('primary', 'show failover'))[0], 'Disabling Failover').to.equal('Failover Off ');
  });
});

describe('ASA 5580 guide, «show failover—Active/Standby», on the PIX of its sample', () => {
  it('shows the same lines in the same order', async () => {
    const pair = await started(pixPair('7.0(4)'));
    const both = [
      'failover lan enable',
      'failover lan interface fover Ethernet2',
      'failover interface ip fover 10.7.0.1 255.255.255.0 standby 10.7.0.2',
      'interface Ethernet2',
      'no shutdown',
      'exit',
    ];
    for (const line of [
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
    ])
      await pair.say('primary', line);
    await pair.until(async () => (await pair.stateOf('primary')) === 'Active');
    for (const line of [...both, 'failover']) await pair.say('secondary', line);
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Standby Ready', 120_000);
    await pair.steady('primary', 120_000);
    const host = (unit: string, state: string, last: number): string[] => [
      `${unit} - ${state}`,
      'Active time: <n> (sec)',
      `Interface inside (10.9.9.${last}): Normal`,
      `Interface outside (10.10.9.${last}): Normal`,
    ];
    const [own = '', ...ownRows] = host('Primary', 'Active', 3);
    const [other = '', ...otherRows] = host('Secondary', 'Standby Ready', 4);
    expectLines(
      await pair.ask('primary', 'show failover'),
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
        `This host: ${own}`,
        ...ownRows,
        `Other host: ${other}`,
        ...otherRows,
        'Stateful Failover Logical Update Statistics',
        'Link : fover Ethernet2 (up)',
        'Stateful Obj xmit xerr rcv rerr',
        ...[
          'General',
          'sys cmd',
          'up time',
          'RPC services',
          'TCP conn',
          'UDP conn',
          'ARP tbl',
          'Xlate_Timeout',
          'VPN IKE upd',
          'VPN IPSEC upd',
          'VPN CTCP upd',
          'VPN SDI upd',
          'VPN DHCP upd',
          'SIP Session',
        ].map((name) => `${name} <n> <n> <n> <n>`),
        'Logical Update Queue Information',
        'Cur Max Total',
        'Recv Q: <n> <n> <n>',
        'Xmit Q: <n> <n> <n>',
      ],
      'show failover—Active/Standby',
    );
    pair.close();
  });
});
