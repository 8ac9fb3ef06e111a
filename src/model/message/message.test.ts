import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { PairState } from '../pair-state.ts';
import { spokenMessages } from '../requirement/message.ts';
import { consoleTexts, replicationTexts, speechSays } from './console-texts.ts';
import { messagesOf, speakersOf } from './messages-of.ts';
import { readMessage } from './read-message.ts';
import { systemMessages } from './system-messages.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const pair: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: ['inside'],
  unmonitored: ['dmz'],
  down: { primary: [], secondary: [] },
};
const groups: PairState = {
  ...pair,
  group2: { ...pair, monitored: ['lab'], units: { primary: 'standby-ready', secondary: 'active' } },
};
const sent = (of: PairState, stimulus: Stimulus): readonly string[] =>
  messagesOf(of, stimulus, settings).map(
    ({ from, message, group, nameif, word }) =>
      `${from}${group === undefined ? '' : ` group ${group}`} ${word} ${message}${nameif === undefined ? '' : ` ${nameif}`}`,
  );
const bounce = (unit: string): readonly string[] => [`${unit} must protocolDown`, `${unit} must protocolUp`];
const switched = [
  'secondary must toActive',
  'primary must toStandby',
  ...bounce('secondary'),
  ...bounce('primary'),
];

describe('the messages of a transition', () => {
  it('of a forced failover come from both units, which bounce their interfaces', () => {
    expect(sent(pair, { stimulus: 'told-standby', unit: 'primary' })).to.have.members(switched);
    expect(sent(pair, { stimulus: 'told-active', unit: 'secondary' })).to.have.members(switched);
    expect(sent(pair, { stimulus: 'told-active', unit: 'primary' })).to.deep.equal([]);
  });

  it('of a lost unit come from its mate alone', () => {
    expect(sent(pair, { stimulus: 'unit-silent', unit: 'primary' })).to.have.members([
      'secondary must toActive',
      'secondary may noResponse',
      ...bounce('secondary'),
    ]);
    expect(sent(pair, { stimulus: 'unit-silent', unit: 'secondary' })).to.deep.equal([
      'primary may noResponse',
    ]);
    expect(sent({ ...pair, cable: true }, { stimulus: 'unit-silent', unit: 'secondary' })).to.include(
      'primary may powerLost',
    );
  });

  it('of a unit without power are those of its mate, until it boots', () => {
    const off: PairState = { ...pair, units: { primary: 'active', secondary: 'off' } };
    expect(sent(off, { stimulus: 'segment-silent', nameif: 'inside' })).to.deep.equal([
      'primary must lost inside',
    ]);
    expect(sent(off, { stimulus: 'unit-booting', unit: 'primary' })).to.deep.equal([]);
    expect(sent(off, { stimulus: 'told-off', unit: 'primary' })).to.deep.equal(['primary may disabled']);
    const dead: PairState = { ...pair, units: { primary: 'off', secondary: 'off' } };
    expect(sent(dead, { stimulus: 'unit-booting', unit: 'secondary' })).to.include('secondary may toActive');
    expect(sent(dead, { stimulus: 'unit-booting', unit: 'secondary' }).join()).to.not.contain('primary');
    expect(sent(dead, { stimulus: 'failover-link-down' })).to.deep.equal([]);
  });

  it('of an interface that is cut off tell of tests on its unit, and of lost hellos on both', () => {
    expect(sent(pair, { stimulus: 'interface-cut-off', unit: 'secondary', nameif: 'dmz' })).to.deep.equal([
      'secondary may testing dmz',
      'primary may lost dmz',
      'secondary may lost dmz',
    ]);
  });

  it('of failed interfaces name the interface', () => {
    const down = sent(pair, { stimulus: 'interface-down', unit: 'primary', nameif: 'inside' });
    expect(down).to.include.members([
      'secondary must toActive',
      'primary may toFailed',
      'secondary may mateReportsFailure',
      'primary may linkDown inside',
      'primary may lost inside',
      'secondary may lost inside',
      ...bounce('secondary'),
    ]);
    expect(down).to.not.include('primary must protocolDown');
    expect(sent(pair, { stimulus: 'interface-cut-off', unit: 'secondary', nameif: 'inside' })).to.include(
      'secondary may testing inside',
    );
    expect(sent(pair, { stimulus: 'interface-down', unit: 'primary', nameif: 'dmz' })).to.deep.equal([
      'primary may linkDown dmz',
      'primary may lost dmz',
      'secondary may lost dmz',
    ]);
  });

  it('of a silent segment come from both, where it is monitored', () => {
    expect(sent(pair, { stimulus: 'segment-silent', nameif: 'inside' })).to.deep.equal([
      'primary must lost inside',
      'secondary must lost inside',
    ]);
    expect(sent(pair, { stimulus: 'segment-silent', nameif: 'dmz' })).to.deep.equal([
      'primary may lost dmz',
      'secondary may lost dmz',
    ]);
  });

  it('of links and of failover itself come from both', () => {
    const of = (stimulus: Stimulus): readonly string[] => sent(pair, stimulus);
    expect(of({ stimulus: 'failover-link-down' })).to.deep.equal([
      'primary may linkFailed',
      'secondary may linkFailed',
    ]);
    expect(sent({ ...pair, failoverLink: 'down' }, { stimulus: 'failover-link-up' })).to.deep.equal([
      'primary may linkOk',
      'secondary may linkOk',
    ]);
    expect(of({ stimulus: 'told-off', unit: 'primary' })).to.include('secondary may disabled');
    expect(of({ stimulus: 'told-on', unit: 'primary' })).to.include('primary may enabled');
    expect(of({ stimulus: 'state-link-down' })).to.deep.equal([]);
  });

  it('of a unit that recovers say that it is well', () => {
    const failed: PairState = {
      ...pair,
      units: { primary: 'active', secondary: 'failed' },
      down: { primary: [], secondary: ['inside'] },
    };
    const up: Stimulus = { stimulus: 'interface-up', unit: 'secondary', nameif: 'inside' };
    expect(sent(failed, up)).to.have.members(['secondary may toOk', 'secondary may linkUp inside']);
  });

  it('of a unit that boots promise nothing, and come from no unit that is off', () => {
    const off: PairState = { ...pair, units: { primary: 'off', secondary: 'off' } };
    expect(sent(off, { stimulus: 'unit-booting', unit: 'primary' })).to.have.members([
      'primary may toActive',
      ...bounce('primary'),
    ]);
    expect(sent(off, { stimulus: 'both-units-booting' })).to.include('primary may toActive');
    expect(sent(off, { stimulus: 'failover-link-down' })).to.deep.equal([]);
    const alone: PairState = { ...pair, units: { primary: 'active', secondary: 'off' } };
    expect(sent(alone, { stimulus: 'unit-booting', unit: 'secondary' })).to.deep.equal([]);
  });

  it('name the group that moves', () => {
    expect(sent(groups, { stimulus: 'told-standby', unit: 'secondary', group: 2 })).to.include.members([
      'primary group 2 must toActive',
      'secondary group 2 must toStandby',
    ]);
    const moved = sent(groups, { stimulus: 'unit-silent', unit: 'primary' });
    expect(moved).to.include('secondary group 1 must toActive');
    expect(moved.some((each) => each.startsWith('primary'))).to.equal(false);
  });

  it('come from every unit that runs, when the active role moves', () => {
    expect(speakersOf(pair, { stimulus: 'told-standby', unit: 'primary' }, settings)).to.deep.equal([
      'primary',
      'secondary',
    ]);
    expect(speakersOf(pair, { stimulus: 'unit-silent', unit: 'primary' }, settings)).to.deep.equal([
      'secondary',
    ]);
    expect(
      speakersOf(pair, { stimulus: 'interface-down', unit: 'primary', nameif: 'inside' }, settings),
    ).to.have.length(2);
    expect(speakersOf(pair, { stimulus: 'unit-silent', unit: 'secondary' }, settings)).to.deep.equal([]);
    expect(
      speakersOf(groups, { stimulus: 'told-standby', unit: 'secondary', group: 2 }, settings),
    ).to.have.length(2);
  });

  it('serve the requirements that they show', () => {
    const ids = messagesOf(pair, { stimulus: 'told-standby', unit: 'primary' }, settings).flatMap(
      ({ requirements }) => requirements.map(({ id }) => id as string),
    );
    expect(new Set(ids)).to.deep.equal(
      new Set(['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE', 'LOG-LINE-PROTOCOL']),
    );
    const [lost] = messagesOf(pair, { stimulus: 'segment-silent', nameif: 'inside' }, settings);
    expect(lost?.requirements.map(({ id }) => id as string)).to.deep.equal([
      'LOG-LOST-COMMUNICATIONS',
      'LOG-NAMES-ITS-ROLE',
    ]);
  });
});

describe('a line of syslog', () => {
  const samples: readonly (readonly [string, string | undefined])[] = [
    [
      '<161>Sep 28 2016 13:51:57 192.168.1.254 : %ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.',
      'toActive secondary 1',
    ],
    [
      '%PIX-1-104002: (Primary) Switching to STNDBY - interface check, mate is healthier',
      'toStandby primary 1',
    ],
    ['%ASA-1-104002: (Primary_group_2) Switching to STANDBY - x', 'toStandby primary 1 group 2'],
    ['%ASA-1-104001: (Secondary_group_1) Switching to ACTIVE - x', 'toActive secondary 1 group 1'],
    ['%PIX|ASA-2-104003: (Primary) Switching to FAILED.', 'toFailed primary 2'],
    ['%ASA-1-104004: (Primary) Switching to OK.', 'toOk primary 1'],
    ['%PIX-1-101001: (Primary) Failover cable OK.', 'cableOk primary 1'],
    ['%PIX-1-101002: (Primary) Bad failover cable.', 'cableBad primary 1'],
    ['%PIX-1-102001: (Primary) Power failure/System reload other side.', 'powerLost primary 1'],
    ['%ASA-1-103001: (Primary) No response from other firewall (reason code = 4).', 'noResponse primary 1'],
    ['%ASA-1-103002: (Primary) Other firewall network interface 1 OK.', 'matePortOk primary 1'],
    ['%ASA-1-103003: (Primary) Other firewall network interface 1 failed.', 'matePortFailed primary 1'],
    ['%ASA-1-103004: (Primary) Other firewall reports this firewall failed.', 'reportedFailed primary 1'],
    ['%ASA-1-103005: (Primary) Other firewall reporting failure.', 'mateReportsFailure primary 1'],
    ['%ASA-1-105001: (Primary) Disabling failover.', 'disabled primary 1'],
    ['%ASA-1-105002: (Primary) Enabling failover.', 'enabled primary 1'],
    ['%ASA-1-105003: (Primary) Monitoring on interface inside waiting', 'waiting primary 1'],
    ['%ASA-1-105004: (Primary) Monitoring on interface inside normal', 'monitored primary 1'],
    [
      '%ASA-1-105005: (Secondary) Lost Failover communications with mate on interface inside',
      'lost secondary 1',
    ],
    ["%ASA-1-105006: (Primary) Link status 'Up' on interface inside", 'linkUp primary 1'],
    ["%ASA-1-105007: (Primary) Link status 'Down' on interface inside", 'linkDown primary 1'],
    ['%ASA-1-105008: (Primary) Testing Interface inside', 'testing primary 1'],
    ['%ASA-1-105009: (Primary) Testing on interface inside Status Undetermined', 'tested primary 1'],
    ['%ASA-1-105009: (Primary) Testing on interface inside Maybe', undefined],
    ['%PIX|ASA-3-105010: (Primary) Failover message block alloc failed', 'blocks primary 3'],
    ['%ASA-1-105031: Failover LAN interface is up', undefined],
    ['%ASA-1-105031: (Primary) Failover LAN interface is up', 'lanUp primary 1'],
    ['%ASA-1-105032: (Primary) LAN Failover interface is down', 'lanDown primary 1'],
    ['%ASA-1-105042: (Primary) Failover interface OK', 'linkOk primary 1'],
    ['%ASA-1-105043: (Primary) Failover interface failed', 'linkFailed primary 1'],
    ['%ASA-3-210005: LU allocate connection failed', 'allocate - 3'],
    ['%ASA-3-210005: (Primary) LU allocate connection failed', undefined],
    ['%ASA-4-411001: Line protocol on Interface inside, changed state to up', 'protocolUp - 4'],
    ['%ASA-4-411002: Line protocol on Interface inside, changed state to down', 'protocolDown - 4'],
    ['%ASA-4-411001: Line protocol on Interface inside, changed state to down', undefined],
    ['%ASA-1-709003: (Primary) Beginning configuration replication: Send to mate.', 'sending primary 1'],
    ['%ASA-1-709004: (Primary) End Configuration Replication (ACT)', 'sent primary 1'],
    [
      '%ASA-1-709005: (Primary) Beginning configuration replication: Receiving from mate.',
      'receiving primary 1',
    ],
    ['%ASA-1-709006: (Primary) End Configuration Replication (STB)\r', 'received primary 1'],
    ['%ASA-6-302013: Built inbound TCP connection 1', undefined],
    ['%ASA-1-104001: Switching to ACTIVE - who says so?', undefined],
    ['(Primary) Switching to ACTIVE', undefined],
  ];
  for (const [text, expected] of samples)
    it(`${text.trimEnd()}: ${expected ?? 'none of them'}`, () => {
      const read = readMessage(text);
      const group = read?.group === undefined ? '' : ` group ${read.group}`;
      expect(read && `${read.name} ${read.from ?? '-'} ${read.severity}${group}`).to.equal(expected);
    });

  it('is sampled for every message of the table, with its severity', () => {
    const read = samples.flatMap(([text]) => readMessage(text) ?? []);
    expect(new Set(read.map(({ name }) => name))).to.deep.equal(new Set(Object.keys(systemMessages)));
    for (const { name, message, severity } of read)
      if (name !== 'toFailed') expect(severity, name).to.equal(message.severity);
  });
});

describe('the texts of a console', () => {
  const says = (text: string): readonly string[] =>
    consoleTexts
      .filter((each) => each.says.test(text))
      .map(({ by, requirement }) => `${by} ${requirement.id}`);

  it('are known by each release', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['Beginning configuration replication: Sending to mate.', 'sender LOG-REPLICATION-BEGINS'],
      ['Beginning configuration replication: Send to mate.', 'sender LOG-REPLICATION-BEGINS'],
      ['End Configuration Replication to mate', 'sender LOG-REPLICATION-ENDS'],
      ['\tDetected an Active mate', 'receiver LOG-REPLICATION-RECEIVED'],
      ['Beginning configuration replication from mate.', 'receiver LOG-REPLICATION-RECEIVED'],
      ['End configuration replication from mate.', 'receiver LOG-REPLICATION-RECEIVED'],
      [
        'Configuration Replication is NOT performed from Standby unit to Active unit.',
        'standby LOG-STANDBY-WARNING',
      ],
      ['Configurations are no longer synchronized.', 'standby LOG-STANDBY-WARNING-ALWAYS'],
      ['Failover message decryption failure. Please make sure', 'either LOG-DECRYPTION'],
    ];
    for (const [text, expected] of rows) expect(says(text), text).to.deep.equal([expected]);
    expect(says('Switching to Active')).to.deep.equal([]);
  });

  it('come in their order at each end of a replication', () => {
    expect(replicationTexts('sender').map(({ when }) => when)).to.deep.equal([
      'replication begins',
      'replication ends',
    ]);
    expect(replicationTexts('receiver').map(({ when }) => when)).to.deep.equal([
      'an active mate is found at boot',
      'replication begins',
      'replication ends',
    ]);
  });

  it('serve, with the messages, every requirement that can be observed', () => {
    const named = new Set([
      ...Object.values(systemMessages).flatMap(({ requirements }) => requirements.map(({ id }) => id)),
      ...[...consoleTexts.map(({ requirement }) => requirement), ...speechSays].map(({ id }) => id),
    ]);
    const { debugCost: _unobservable, ...rest } = spokenMessages;
    expect([...named]).to.have.members(Object.values(rest).map(({ id }) => id));
  });
});
