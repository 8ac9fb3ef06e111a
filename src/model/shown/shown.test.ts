import { expect } from 'chai';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { verification } from '../requirement/verification.ts';
import { shownCommands } from './shown-commands.ts';
import { shownConditions, shownIn, shownLines } from './shown-in.ts';
import type { ShowSetup } from './shown-in.ts';

const plain: ShowSetup = {
  kind: 'active-standby',
  space: 'single',
  platform: 'asa',
  link: 'lan',
  isOn: true,
  hasStateLink: false,
  replicatesHttp: false,
  isTransparent: false,
  inspectsGtp: false,
};

/** What a unit of each kind prints, in the shape of the guide. */
const header = [
  'Failover On ',
  'Failover unit Primary',
  'Failover LAN Interface: folink Ethernet2 (up)',
  'Unit Poll frequency 1 seconds, holdtime 3 seconds',
  'Interface Poll frequency 15 seconds',
  'Interface Policy 1',
  'Monitored Interfaces 2 of 250 maximum',
];
const hosts = [
  'Last Failover at: 22:44:03 UTC Dec 8 2004',
  '\tThis host: Primary - Active ',
  '\t\tActive time: 13434 (sec)',
  '\t\tslot 0: empty',
  '\t\t  Interface inside (10.1.1.1): Normal ',
  '\tOther host: Secondary - Standby Ready ',
  '\t\tActive time: 0 (sec)',
  '\t\t  Interface inside (10.1.1.2): No Link (Waiting)',
];
const counters = [
  'Stateful Failover Logical Update Statistics',
  '\tLink : folink Ethernet2 (up)',
  '\tStateful Obj \txmit       xerr       rcv        rerr      ',
  '\tTCP conn\t6 0 0 0',
];
const queues = ['\t \t \tCur \tMax \tTotal', '\tRecv Q: \t0 \t2 \t1733'];
const groups = [
  'Group 1 last failover at: 13:40:18 UTC Dec 9 2004',
  'Group 2 last failover at: 13:40:06 UTC Dec 9 2004',
  '  This host:    Primary',
  '  Group 1       State:          Active',
  '                Active time:    2896 (sec)',
  '  Group 2       State:          Standby Ready',
  '  admin Interface outside (10.9.8.5): Normal',
];
const inContext = [
  'Failover On ',
  'Last Failover at: 04:03:11 UTC Jan 4 2003',
  '  This context: Active',
  '      Active time: 1222 (sec)',
  '      Interface outside (192.168.5.121): Normal',
  '  Peer context: Standby Ready',
  'Status: Configured.',
  'Stateful Obj xmit xerr rcv rerr',
  'TCP conn 99 0 0 0',
];
const cases: readonly (readonly [string, ShowSetup, readonly string[]])[] = [
  [
    'stateless',
    plain,
    [...header, ...hosts, 'Stateful Failover Logical Update Statistics', '\tLink : Unconfigured.'],
  ],
  ['stateful', { ...plain, hasStateLink: true }, [...header, ...hosts, ...counters, ...queues]],
  [
    'with HTTP',
    { ...plain, hasStateLink: true, replicatesHttp: true },
    [...header, 'failover replication http', ...hosts, ...counters, ...queues],
  ],
  [
    'transparent, with GTP',
    { ...plain, hasStateLink: true, isTransparent: true, inspectsGtp: true },
    [...header, ...hosts, ...counters, '\tL2BRIDGE tbl\t1 0 2 0', '\tGTP PDP\t0 0 0 0', ...queues],
  ],
  ['off', { ...plain, isOn: false }, ['Failover Off ', ...header.slice(1)]],
  [
    'off, not configured',
    { ...plain, isOn: false },
    [
      'Failover Off ',
      'Failover unit Secondary',
      'Failover LAN Interface: not Configured',
      ...header.slice(3),
    ],
  ],
  [
    'a PIX',
    { ...plain, platform: 'pix' },
    ['Cable status: N/A - LAN-based failover enabled', ...header, ...hosts, 'Link : Unconfigured.'],
  ],
  [
    'a PIX on its cable',
    { ...plain, platform: 'pix', link: 'cable' },
    [
      'Cable status: Normal',
      ...header.slice(0, 2),
      'Failover LAN Interface: N/A - Serial-based failover enabled',
      ...header.slice(3),
      ...hosts,
      'Link : Unconfigured.',
    ],
  ],
  [
    'Active/Active',
    { ...plain, kind: 'active-active', space: 'system', hasStateLink: true },
    [...header, ...groups, ...counters, ...queues],
  ],
  ['a context', { ...plain, space: 'context', hasStateLink: true }, inContext],
  [
    'a context of Active/Active',
    { ...plain, kind: 'active-active', space: 'context', hasStateLink: true },
    inContext,
  ],
];

describe('what show failover must display', () => {
  for (const [what, setup, text] of cases)
    it(`of ${what}`, () => {
      const printed = text.join('\n');
      const { present, absent } = shownIn(setup);
      const missing = present.filter(({ says }) => !says.test(printed));
      const besides = absent.filter(({ says }) => says.test(printed));
      expect(
        missing.map((each) => each.what),
        'missing',
      ).to.deep.equal([]);
      expect(
        besides.map((each) => each.what),
        'besides',
      ).to.deep.equal([]);
      expect(present.length).to.be.above(5);
    });

  it('has each line in some of these texts, and misses it where it is taken out', () => {
    for (const { what, says, isIn } of shownLines) {
      const samples = cases.filter(([, setup, text]) => isIn(setup) !== false && says.test(text.join('\n')));
      expect(samples, what).to.not.be.empty;
      for (const [, , text] of samples)
        expect(says.test(text.filter((each) => !says.test(each)).join('\n')), what).to.equal(false);
    }
  });

  it('leaves open what the guides do not say', () => {
    const open = (setup: ShowSetup): readonly string[] =>
      shownLines.filter((each) => each.isIn(setup) === 'open').map(({ what }) => what);
    const ofCable = ['cable status', 'cable status of LAN-based failover'];
    expect(open(plain)).to.deep.equal([...ofCable, 'module in a slot']);
    expect(open({ ...plain, platform: 'pix' })).to.deep.equal(['module in a slot']);
    expect(open({ ...plain, isOn: false })).to.deep.equal([...ofCable, 'failover link']);
    expect(open({ ...plain, kind: 'active-active', space: 'system', replicatesHttp: true })).to.deep.equal([
      ...ofCable,
      'HTTP replication',
      'module in a slot',
    ]);
    expect(open({ ...plain, space: 'context', hasStateLink: true })).to.deep.equal(['queues']);
  });

  it('has a word for each condition of an interface', () => {
    const shows = Object.values(interfaceHealth).filter(({ id }) => id.startsWith('IH-SHOWS-'));
    expect(shownConditions.map(({ requirement }) => requirement.id)).to.have.members(
      shows.map(({ id }) => id),
    );
    for (const { word, requirement } of shownConditions)
      expect(requirement.statement, word).to.match(new RegExp(`shown as ${word}\\.$`));
  });
});

describe('the commands that verify failover', () => {
  const answers: readonly (readonly [string, string, boolean])[] = [
    ['show failover group 1', 'This host:   Secondary\n             State:          Active', true],
    ['show failover group 1', 'ERROR: % Invalid input', false],
    ['show failover state', '====My State====\nPrimary | Active |', true],
    ['show failover state', 'This host  -   Primary\n               Active         None', true],
    ['show failover interface', '\tinterface folink Gi0/2\n\t\tMy IP Address    : 10.0.0.1', true],
    ['show failover interface', '\tinterface folink Gi0/2', false],
    ['show monitor-interface', 'This host: Primary - Active\n  Interface a (10.1.1.1): Normal', false],
    [
      'show monitor-interface',
      'This host: Primary - Active\n  Interface a (10.1.1.1): Normal\nOther host: Secondary - Standby\n  Interface a (10.1.1.2): Normal',
      true,
    ],
    ['show running-config failover', 'failover\nfailover lan unit primary\nfailover key *****', true],
    ['show running-config failover', 'failover\nfailover key verysecret', false],
    ['show running-config failover', 'no failover\nfailover lan unit primary', false],
    ['show running-config all failover', 'failover\nfailover polltime unit 1 holdtime 15', true],
    ['show running-config all failover', 'failover\nfailover polltime unit msec 200 holdtime msec 800', true],
    ['show running-config all failover', 'failover', false],
    ['show interface', 'Hardware is i82546GB\n\tMAC address 000c.f142.4cde, MTU 1500', true],
    ['show interface', 'Hardware is i82546GB', false],
  ];
  for (const [command, text, expected] of answers)
    it(`${command}: ${text.replaceAll('\n', ' / ')}`, () => {
      const rows = shownCommands.filter((each) => each.command === command);
      expect(rows).to.not.be.empty;
      expect(rows.every(({ says }) => says.test(text))).to.equal(expected);
    });

  it('serve, with the lines of show failover, every requirement of verification', () => {
    const named = [...shownLines, ...shownCommands].map(({ requirement }) => requirement.id as string);
    expect(named).to.include.members(Object.values(verification).map(({ id }) => id));
  });

  it('are entered where the guide says', () => {
    const spaces = Object.fromEntries(shownCommands.map(({ command, space }) => [command, space]));
    expect(spaces).to.deep.equal({
      'show failover group 1': 'system',
      'show failover state': 'any',
      'show failover interface': 'system',
      'show monitor-interface': 'context',
      'show running-config failover': 'system',
      'show running-config all failover': 'system',
      'show interface': 'any',
    });
  });
});
