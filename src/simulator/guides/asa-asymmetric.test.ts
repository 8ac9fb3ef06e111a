/** ASA 5580 guide, «Configuring Support for Asymmetrically Routed Packets»: the example of figure 13-1. */
import { expect } from 'chai';
import { unitNames } from '../../pair/index.ts';
import type { ActiveActivePair } from '../played/active-active.test-support.ts';
import { contextsPair, groupsReady } from './groups.test-support.ts';
import { atConsole, expectLines, modes, play, prepare, type Row } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;

/** Of the example, each line where `show running-config` has it; the failover link is another interface than there. */
const failoverLines = [
  'failover',
  'failover lan unit primary',
  'failover lan interface folink GigabitEthernet0/2',
  'failover link folink GigabitEthernet0/2',
  'failover interface ip folink 10.7.4.1 255.255.255.0 standby 10.7.4.11',
  'failover group 1',
  'primary',
  'failover group 2',
  'secondary',
];
const contextLines = (
  name: string,
  description: string,
  cards: readonly number[],
  group: number,
): string[] => [
  `context ${name}`,
  `description ${description}`,
  ...cards.map((card) => `allocate-interface GigabitEthernet0/${card}`),
  `config-url flash:/${name}.cfg`,
  `join-failover-group ${group}`,
];
/** What the appliance makes of `flash:`, which is another word for its first disk. */
const onDisk = (line: string): string => line.replace('flash:', 'disk0:');
const system = [
  'hostname primary',
  'interface GigabitEthernet0/0',
  'interface GigabitEthernet0/1',
  'interface GigabitEthernet0/2',
  'description LAN/STATE Failover Interface',
  'interface GigabitEthernet0/4',
  'interface GigabitEthernet0/5',
  ...failoverLines,
  'admin-context admin',
  ...contextLines('admin', 'admin', [0, 1], 1),
  ...contextLines('ctx1', 'context 1', [4, 5], 2),
];
const admin = [
  'hostname SecAppA',
  'interface GigabitEthernet0/0',
  'nameif outsideISP-A',
  'security-level 0',
  'ip address 10.1.0.1 255.255.255.0 standby 10.1.0.2',
  'asr-group 1',
  'interface GigabitEthernet0/1',
  'nameif inside',
  'security-level 100',
  'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2',
  'monitor-interface outsideISP-A',
];
const ctx1 = [
  'hostname SecAppB',
  'interface GigabitEthernet0/4',
  'nameif outsideISP-B',
  'security-level 0',
  'ip address 10.2.0.1 255.255.255.0 standby 10.2.0.2',
  'asr-group 1',
  'interface GigabitEthernet0/5',
  'nameif inside',
  'security-level 100',
  'ip address 10.2.1.1 255.255.255.0 standby 10.2.1.2',
];

describe('ASA 5580 guide, asymmetrically routed packets, on an ASA with 8.1(2)', () => {
  let pair: ActiveActivePair;

  before(async () => {
    pair = contextsPair('8.1(2)');
    await pair.clock.advance(2500);
    for (const unit of unitNames) await atConsole(pair, unit, 'primary');
  });

  after(() => pair.close());

  /** What `show running-config` prints of the lines of an example, in its order. */
  const shows = async (lines: readonly string[]): Promise<void> => {
    const running = (await pair.ask('primary', 'show running-config')).map((line) => line.trim());
    expectLines(
      running.filter((line) => lines.includes(line)),
      lines,
    );
  };
  const upAll = [0, 1, 2, 4, 5].flatMap((card) => [`interface GigabitEthernet0/${card}`, 'no shutdown']);

  walk('asa asr system', async () => {
    const typed = system.filter((line) => !line.startsWith('description LAN') && line !== 'failover');
    await prepare(pair, 'primary', [...typed, ...upAll, 'exit']);
    expect(pair.printed.primary).to.not.include('ERROR');
    await prepare(pair, 'primary', ['failover']);
    await pair.until(async () => (await pair.shown('primary')).startsWith('Active Active'));
    await shows(system.map(onDisk));
  });

  const type = async (name: string, lines: readonly string[], rows: readonly Row[]): Promise<void> => {
    await pair.say('primary', `changeto context ${name}`);
    await pair.say('primary', 'configure terminal');
    await play(pair, 'primary', `primary/${name}`, rows);
    await prepare(pair, 'primary', [...lines, 'exit']);
    await shows(lines);
    await pair.say('primary', 'changeto system');
    await pair.say('primary', 'configure terminal');
  };
  const asr = (card: number): Row[] => [
    [g, `interface GigabitEthernet0/${card}`, i],
    [i, 'asr-group 1'],
    [i, 'no shutdown'],
    [i, 'exit', g],
  ];
  walk('asa asr', () => type('admin', ['interface GigabitEthernet0/0', 'asr-group 1'], asr(0)));
  walk('asa asr admin', () => type('admin', admin, []));
  walk('asa asr ctx1', () => type('ctx1', ctx1, []));

  walk('asa asr works', async () => {
    for (const [name, cards] of [
      ['admin', [0, 1]],
      ['ctx1', [4, 5]],
    ] as const) {
      await pair.say('primary', `changeto context ${name}`);
      await prepare(pair, 'primary', [
        'configure terminal',
        ...cards.flatMap((card) => [`interface GigabitEthernet0/${card}`, 'no shutdown']),
        'end',
      ]);
    }
    await pair.say('primary', 'changeto system');
    await prepare(pair, 'secondary', [
      'failover lan interface folink GigabitEthernet0/2',
      'failover interface ip folink 10.7.4.1 255.255.255.0 standby 10.7.4.11',
      'interface GigabitEthernet0/2',
      'no shutdown',
      'failover',
    ]);
    await groupsReady(pair);
    await pair.say('primary', 'no failover active group 2', 500);
    await groupsReady(pair);
    pair.bench.divert('outside', 'wan');
    const session = pair.bench.openSession('inside', 'outside', { protocol: 'tcp', port: 22 });
    await pair.clock.advance(3000);
    session.send(new Uint8Array(10));
    session.reply(new Uint8Array(10));
    await pair.clock.advance(2000);
    expect(session.state).to.equal('open');
    expect(session.delivered).to.deep.equal({ toServer: 10, toClient: 10 });
  });

  walk('asa asr counted', async () => {
    await pair.say('secondary', 'changeto context ctx1');
    const shown = await pair.ask('secondary', 'show interface GigabitEthernet0/4 detail');
    const from = shown.findIndex((line) => line.includes('Asymmetrical Routing Statistics:'));
    const counted = shown.slice(from + 1).map((line) => Number(/\d+/.exec(line)?.[0]));
    expectLines(shown.slice(from), [
      'Asymmetrical Routing Statistics:',
      'Received <n> packets',
      'Transmitted <n> packets',
      'Dropped <n> packets',
    ]);
    expect(counted[1]).to.be.greaterThan(0);
  });
});
