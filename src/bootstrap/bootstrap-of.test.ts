import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { parseDocument } from 'yaml';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { parseTopology, usualPorts, withListeners } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { maskLine } from './bootstrap-line.ts';
import { bootstrapOf, enableFailover, saveCommand } from './bootstrap-of.ts';

type Edit = readonly [path: readonly (string | number)[], value: unknown];

/** A topology that comes with the tool, changed in one place or two; `undefined` takes a part away. */
function topologyOf(name: string, edits: readonly Edit[] = []): Topology {
  const text = readFileSync(join(resolve(import.meta.dirname, '../../topologies'), `${name}.yaml`), 'utf8');
  const doc = parseDocument(text);
  for (const [path, value] of edits)
    if (value === undefined) doc.deleteIn(path);
    else doc.setIn(path, doc.createNode(value));
  return parseTopology(String(doc), name);
}

const linesOf = (topology: Topology, unit: UnitName): string[] =>
  bootstrapOf(topology)[unit].flatMap(({ lines }) => lines.map(maskLine));

/** Timers of their own, so that the test does not hang on how quick the simulated bench is made. */
const timed: readonly Edit[] = [
  [['pair', 'failover', 'unit-poll'], '300ms'],
  [['pair', 'failover', 'unit-hold'], '999ms'],
  [['pair', 'failover', 'interface-poll'], '500ms'],
  [['pair', 'failover', 'interface-hold'], '5s'],
  [['pair', 'extra'], ['access-list from-outside extended permit udp any any']],
];

describe('bootstrapOf', () => {
  describe('a LAN-based Active/Standby ASA pair', () => {
    it('configures the primary unit in the order of the guides', () => {
      expect(linesOf(topologyOf('simulated', timed), 'primary').join('\n')).to.equal(
        [
          'hostname fw',
          'enable password ${FOVER_SIMULATED_ENABLE}',
          'username lab password ${FOVER_SIMULATED_PASSWORD} privilege 15',
          'aaa authentication ssh console LOCAL',
          'prompt hostname priority state',
          'interface GigabitEthernet0/0',
          'nameif outside',
          'security-level 0',
          'ip address 192.0.2.1 255.255.255.0 standby 192.0.2.2',
          'no shutdown',
          'exit',
          'interface GigabitEthernet0/1',
          'nameif inside',
          'security-level 100',
          'ip address 198.51.100.1 255.255.255.0 standby 198.51.100.2',
          'no shutdown',
          'exit',
          'failover lan unit primary',
          'failover lan interface fover GigabitEthernet0/2',
          'failover interface ip fover 10.99.0.1 255.255.255.252 standby 10.99.0.2',
          'interface GigabitEthernet0/2',
          'no shutdown',
          'exit',
          'failover link state GigabitEthernet0/3',
          'failover interface ip state 10.99.0.5 255.255.255.252 standby 10.99.0.6',
          'interface GigabitEthernet0/3',
          'no shutdown',
          'exit',
          'failover key ${FOVER_SIMULATED_FAILOVER_KEY}',
          'failover polltime unit msec 300 holdtime msec 999',
          'failover polltime interface msec 500 holdtime 5',
          'failover interface-policy 1',
          'monitor-interface outside',
          'monitor-interface inside',
          'access-list from-outside extended permit udp any any',
          'failover',
        ].join('\n'),
      );
    });

    it('gives the secondary unit the failover link and its key, and nothing else', () => {
      expect(linesOf(topologyOf('simulated'), 'secondary').join('\n')).to.equal(
        [
          'failover lan interface fover GigabitEthernet0/2',
          'failover interface ip fover 10.99.0.1 255.255.255.252 standby 10.99.0.2',
          'interface GigabitEthernet0/2',
          'no shutdown',
          'exit',
          'failover lan unit secondary',
          'failover key ${FOVER_SIMULATED_FAILOVER_KEY}',
          'failover',
        ].join('\n'),
      );
    });

    it('writes timers in whole seconds where they are', () => {
      const lines = linesOf(topologyOf('rack-asa-5520'), 'primary');
      expect(lines).to.include('failover polltime unit 1 holdtime 15');
      expect(lines).to.include('failover polltime interface 5 holdtime 25');
    });

    it('replicates HTTP, leaves interfaces unmonitored and gives virtual MAC addresses as told', () => {
      const lines = linesOf(topologyOf('rack-asa-5520'), 'primary');
      expect(lines).to.include('failover replication http');
      expect(lines).to.include('no monitor-interface manage');
      expect(lines).to.include('failover mac address GigabitEthernet0/0 0200.5e00.0701 0200.5e00.0702');
      expect(linesOf(topologyOf('simulated'), 'primary').join('\n')).to.not.match(
        /replication|no monitor|mac address/,
      );
    });

    it('sends lines of the user before failover is enabled', () => {
      const lines = linesOf(
        topologyOf('simulated', [
          [
            ['pair', 'extra'],
            ['ssh 0.0.0.0 0.0.0.0 inside', 'snmp-server community ${FOVER_SIMULATED_COMMUNITY}'],
          ],
        ]),
        'primary',
      );
      expect(lines.slice(-3)).to.deep.equal([
        'ssh 0.0.0.0 0.0.0.0 inside',
        'snmp-server community ${FOVER_SIMULATED_COMMUNITY}',
        'failover',
      ]);
    });

    it('spells a policy of a percentage', () => {
      expect(
        linesOf(topologyOf('simulated', [[['pair', 'failover', 'interface-policy'], '50%']]), 'primary'),
      ).to.include('failover interface-policy 50%');
    });

    for (const shared of ['fover', 'inside'])
      it(`names only ${shared} when the state link shares it`, () => {
        const lines = linesOf(
          topologyOf('simulated', [[['pair', 'failover', 'state-link'], { nameif: shared }]]),
          'primary',
        );
        expect(lines).to.include(`failover link ${shared}`);
        expect(lines.filter((text) => text.startsWith('failover interface ip'))).to.have.length(1);
      });

    it('says nothing of a state link or key that there is not', () => {
      const topology = topologyOf('simulated', [
        [['pair', 'failover', 'state-link'], undefined],
        [['pair', 'failover', 'key'], undefined],
      ]);
      for (const unit of unitNames)
        expect(linesOf(topology, unit).join('\n')).to.not.match(/failover (link|key)/);
    });

    it('makes a subinterface with its VLAN, and turns on what it lies on', () => {
      const lines = linesOf(
        topologyOf('simulated', [
          [['pair', 'interfaces', 1, 'interface'], 'GigabitEthernet0/1.10'],
          [['pair', 'interfaces', 1, 'vlan'], 10],
        ]),
        'primary',
      ).join('\n');
      expect(lines).to.include(
        'interface GigabitEthernet0/1\nno shutdown\nexit\ninterface GigabitEthernet0/1.10\nvlan 10\nnameif inside\n',
      );
    });

    it('makes a subinterface before it becomes the failover link, on both units', () => {
      const topology = topologyOf('simulated', [
        [['pair', 'failover', 'link', 'interface'], 'GigabitEthernet0/2.7'],
        [['pair', 'failover', 'link', 'vlan'], 7],
      ]);
      for (const unit of unitNames)
        expect(linesOf(topology, unit).join('\n')).to.include(
          'interface GigabitEthernet0/2.7\nvlan 7\nno shutdown\nexit\nfailover lan interface fover GigabitEthernet0/2.7\n',
        );
    });

    it('asks for no prompt and no interface hold time from firmware that has neither', () => {
      const lines = linesOf(topologyOf('simulated', [...timed, [['pair', 'firmware'], '7.0(8)']]), 'primary');
      expect(lines).to.include('failover polltime interface msec 500');
      expect(lines.join('\n')).to.not.include('prompt');
    });
  });

  describe('a transparent pair', () => {
    it('has its firewall mode changed first, and no addresses but that of the unit', () => {
      const lines = linesOf(topologyOf('simulated-transparent'), 'primary');
      expect(lines[0]).to.equal('firewall transparent');
      expect(lines.slice(6, 18).join('\n')).to.equal(
        [
          'interface GigabitEthernet0/0',
          'nameif outside',
          'security-level 0',
          'no shutdown',
          'exit',
          'interface GigabitEthernet0/1',
          'nameif inside',
          'security-level 100',
          'no shutdown',
          'exit',
          'ip address 192.0.2.1 255.255.255.0 standby 192.0.2.2',
          'failover lan unit primary',
        ].join('\n'),
      );
    });

    it('has its firewall mode changed on the secondary unit as well, for it is not replicated', () => {
      expect(linesOf(topologyOf('simulated-transparent'), 'secondary')[0]).to.equal('firewall transparent');
    });

    it('from 8.4 on is managed at the address of a bridge group', () => {
      const newer = topologyOf('simulated-transparent', [[['pair', 'firmware'], '9.2(4)']]);
      const text = linesOf(newer, 'primary').join('\n');
      expect(text.match(/security-level \d+\nbridge-group 1\nno shutdown/g)).to.have.length(2);
      expect(text).to.include('interface BVI1\nip address 192.0.2.1 255.255.255.0 standby 192.0.2.2\nexit');
    });
  });

  describe('an Active/Standby pair with contexts', () => {
    it('has contexts without groups, and the settings of the unit in the system execution space', () => {
      const lines = linesOf(topologyOf('simulated-contexts'), 'primary');
      expect(lines.filter((line) => line.startsWith('context '))).to.deep.equal([
        'context admin',
        'context one',
        'context two',
      ]);
      expect(lines.join('\n')).to.not.match(/failover group|join-failover-group/);
      expect(lines).to.include('prompt hostname context priority state');
      const back = lines.lastIndexOf('changeto system', lines.indexOf('failover lan unit primary'));
      expect(
        lines
          .slice(back)
          .filter((line) => line.startsWith('failover '))
          .slice(-3),
      ).to.deep.equal([
        'failover polltime unit msec 500 holdtime 3',
        'failover polltime interface msec 500 holdtime 5',
        'failover interface-policy 1',
      ]);
    });

    it('monitors within the contexts', () => {
      const lines = linesOf(topologyOf('simulated-contexts'), 'primary');
      const two = lines.slice(lines.indexOf('changeto context two'));
      expect(two.slice(0, two.indexOf('changeto system'))).to.include.members([
        'monitor-interface inside-two',
        'no monitor-interface shared-two',
      ]);
      expect(lines.filter((line) => line === 'monitor-interface inside-two')).to.have.length(1);
    });

    it('has virtual MAC addresses in the system execution space, once for a shared interface', () => {
      const macs = (at: readonly (string | number)[]): readonly Edit[] => [
        [['pair', 'contexts', ...at, 'active-mac'], '0200.5e00.0001'],
        [['pair', 'contexts', ...at, 'standby-mac'], '0200.5e00.0002'],
      ];
      const edits = [...macs([1, 'interfaces', 2]), ...macs([2, 'interfaces', 2])];
      const lines = linesOf(topologyOf('simulated-contexts', edits), 'primary');
      expect(lines.filter((line) => line.includes('mac address'))).to.deep.equal([
        'failover mac address GigabitEthernet0/6 0200.5e00.0001 0200.5e00.0002',
      ]);
    });

    it('is saved with all of its contexts', () => {
      expect(saveCommand(topologyOf('simulated-contexts'))).to.equal('write memory all');
    });
  });

  describe('a PIX pair', () => {
    it('says nothing of the LAN when it has the failover cable, and only enables the secondary', () => {
      const topology = topologyOf('rack-pix-515e-cable');
      expect(linesOf(topology, 'primary').join('\n')).to.not.include('failover lan');
      expect(linesOf(topology, 'primary')).to.include('failover link state Ethernet2');
      expect(linesOf(topology, 'secondary')).to.deep.equal(['failover']);
    });

    it('enables LAN-based failover first, on both units', () => {
      const topology = topologyOf('rack-pix-515e-cable', [
        [['pair', 'failover', 'cable'], false],
        [
          ['pair', 'failover', 'link'],
          {
            nameif: 'fover',
            interface: 'Ethernet3',
            active: '203.0.113.13',
            mask: '255.255.255.252',
            standby: '203.0.113.14',
          },
        ],
        [['units', 'primary', 'cables', 'Ethernet3'], { switch: 'sw3', port: 'FastEthernet0/7' }],
        [['units', 'secondary', 'cables', 'Ethernet3'], { switch: 'sw3', port: 'FastEthernet0/8' }],
      ]);
      for (const unit of unitNames) {
        const lan = linesOf(topology, unit).filter((text) => text.startsWith('failover lan'));
        expect(lan[0]).to.equal('failover lan enable');
        expect(lan).to.include(`failover lan unit ${unit}`);
      }
      expect(linesOf(topologyOf('simulated'), 'primary')).to.not.include('failover lan enable');
    });
  });

  describe('an Active/Active pair', () => {
    const lines = linesOf(topologyOf('active-active'), 'primary');
    const text = lines.join('\n');

    it('makes the admin context first, and allocates every interface before it is given addresses', () => {
      expect(lines.indexOf('admin-context admin')).to.be.lessThan(lines.indexOf('context admin'));
      expect(lines.indexOf('context admin')).to.be.lessThan(lines.indexOf('context customer'));
      expect(text).to.include(
        'context customer\nallocate-interface GigabitEthernet0/1.30\nallocate-interface GigabitEthernet0/1.40\nconfig-url flash:/customer.cfg\nexit\n',
      );
      expect(lines.lastIndexOf('allocate-interface GigabitEthernet0/1.40')).to.be.lessThan(
        lines.indexOf('changeto context admin'),
      );
    });

    it('gives addresses within the contexts, and comes back to the system', () => {
      expect(text).to.include('changeto context customer\ninterface GigabitEthernet0/1.30\nnameif outside\n');
      expect(lines.filter((one) => one.startsWith('changeto'))).to.deep.equal([
        'changeto context admin',
        'changeto system',
        'changeto context customer',
        'changeto system',
      ]);
    });

    it('configures both groups, then lets the contexts join them', () => {
      expect(text).to.include(
        'failover group 1\nprimary\npreempt 30\nreplication http\ninterface-policy 1\npolltime interface 1 holdtime 5\nexit\nfailover group 2\nsecondary\npreempt\ninterface-policy 50%\npolltime interface 1 holdtime 5\nexit\n',
      );
      expect(lines.indexOf('failover group 2')).to.be.lessThan(lines.indexOf('join-failover-group 2'));
    });

    it("leaves to groups and contexts what is not the system's", () => {
      expect(text).to.not.match(/^failover (polltime interface|interface-policy|replication|mac)/m);
      expect(text).to.include('failover polltime unit msec 500 holdtime 3');
    });

    it('creates the users where they live', () => {
      const [before = '', after = ''] = text.split('changeto context admin\n');
      expect(before).to.not.include('username');
      expect(after.split('changeto system')[0]).to.include(
        'username fover password ${RACK9_PASSWORD} privilege 15\naaa authentication ssh console LOCAL',
      );
    });

    it('gives virtual MAC addresses in the group of the context', () => {
      const at = ['pair', 'contexts', 0, 'interfaces', 1];
      const given = linesOf(
        topologyOf('active-active', [
          [[...at, 'active-mac'], '0200.5e00.0901'],
          [[...at, 'standby-mac'], '0200.5e00.0902'],
        ]),
        'primary',
      ).join('\n');
      expect(given).to.match(
        /failover group 1\n(?!.*failover group 2)[^]*?mac address GigabitEthernet0\/0 0200\.5e00\.0901 0200\.5e00\.0902\nexit\nfailover group 2/,
      );
    });
  });

  for (const name of [
    'simulated',
    'simulated-contexts',
    'simulated-transparent',
    'rack-asa-5520',
    'rack-pix-515e-cable',
    'active-active',
  ])
    describe(`of ${name}`, () => {
      const steps = bootstrapOf(topologyOf(name));

      it('enables failover on either unit last, and there only', () => {
        for (const unit of unitNames) {
          expect(steps[unit].at(-1)).to.equal(enableFailover);
          expect(linesOf(topologyOf(name), unit).filter((text) => text === 'failover')).to.have.length(1);
        }
      });

      it('says of every step why, and where that is written', () => {
        for (const { why, source, lines } of unitNames.flatMap((unit) => steps[unit])) {
          expect(why).to.match(/^[a-z]/);
          expect(source).to.match(/guide|document 77809|topology/);
          expect(lines).to.not.be.empty;
        }
      });

      it('leaves every mode that it enters, and sends no line twice in a row', () => {
        for (const unit of unitNames)
          for (const { lines } of steps[unit]) {
            const texts = lines.map(maskLine);
            const entered = texts.filter((text) => /^(interface|context|failover group) /.test(text));
            expect(texts.filter((text) => text === 'exit')).to.have.length(entered.length);
            texts.forEach((text, index) => expect(text).to.not.equal(texts[index + 1]));
          }
      });
    });

  it('turns every interface on that the topology uses, on whatever timers and links', () => {
    const edits = fc.tuple(
      fc.constantFrom<readonly Edit[]>(
        [],
        [[['pair', 'failover', 'state-link'], { nameif: 'inside' }]],
        [[['pair', 'failover', 'state-link'], undefined]],
      ),
      fc.integer({ min: 1, max: 15 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(edits, ([state, poll, monitored]) => {
        const topology = topologyOf('simulated', [
          ...state,
          [['pair', 'failover', 'unit-poll'], `${poll}s`],
          [['pair', 'failover', 'unit-hold'], `${poll * 3}s`],
          [['pair', 'interfaces', 1, 'monitored'], monitored],
        ]);
        const text = linesOf(topology, 'primary').join('\n');
        const { link, 'state-link': stateLink } = topology.pair.failover;
        const used = [...topology.pair.interfaces, link, stateLink].flatMap((one) =>
          one?.interface === undefined ? [] : [one.interface],
        );
        for (const socket of used)
          expect(text).to.match(new RegExp(`interface ${socket}\\n([^i].*\\n|ip .*\\n)*no shutdown\\nexit`));
        expect(text).to.include(`failover polltime unit ${poll} holdtime ${poll * 3}`);
        expect(text).to.include(`${monitored ? '' : 'no '}monitor-interface inside`);
      }),
      { numRuns: 30 },
    );
  });

  describe('where this machine listens', () => {
    const place = { interface: 'inside', address: '198.51.100.10' };
    const listening = (
      listen: object,
      name = 'simulated',
      edits: readonly Edit[] = [],
    ): readonly string[] => {
      const lines = linesOf(topologyOf(name, [[['listen'], listen], ...edits]), 'primary');
      const from = lines.indexOf('logging enable');
      return lines.slice(from, lines.findLastIndex((line) => /^(logging|snmp-server) /.test(line)) + 1);
    };
    const common = ['logging enable', 'logging standby'];

    it('is told to the units, for system messages and notifications', () => {
      const community = '${FOVER_SIMULATED_COMMUNITY}';
      const traps = { ...place, port: 1162, version: '2c', community, level: 'alerts' };
      expect(listening({ syslog: { ...place, udp: 5514, tcp: 1470 }, traps })).to.deep.equal([
        ...common,
        'logging trap notifications',
        'logging host inside 198.51.100.10 udp/5514',
        'logging history alerts',
        `snmp-server host inside 198.51.100.10 community ${community} version 2c udp-port 1162`,
        'snmp-server enable traps syslog',
      ]);
    });

    it('over TCP does not stop the pair when nobody listens', () => {
      expect(listening({ syslog: { ...place, tcp: 1470 } })).to.deep.equal([
        ...common,
        'logging trap notifications',
        'logging host inside 198.51.100.10 tcp/1470',
        'logging permit-hostdown',
      ]);
    });

    it('at the usual port needs no port', () => {
      expect(listening({ syslog: { ...place, udp: 514 } }).at(-1)).to.equal(
        'logging host inside 198.51.100.10',
      );
    });

    it('for version 3 is told with a user', () => {
      const password = '${FOVER_SIMULATED_ENABLE}';
      const user = { auth: { protocol: 'sha', password }, priv: { protocol: 'aes256r', password } };
      const traps = { ...place, version: 3, user: 'lab', ...user };
      expect(listening({ traps }).slice(2)).to.deep.equal([
        'logging history notifications',
        'snmp-server group fover v3 priv',
        `snmp-server user lab fover v3 auth sha ${password} priv aes 256 ${password}`,
        'snmp-server host inside 198.51.100.10 version 3 lab udp-port 162',
        'snmp-server enable traps syslog',
      ]);
    });

    it('is told to the admin context, by which failover logs', () => {
      const text = linesOf(withListeners(topologyOf('simulated-active-active'), usualPorts), 'primary').join(
        '\n',
      );
      expect(text).to.match(
        /changeto context admin\nlogging enable\n(logging .*\n|snmp-server .*\n)*changeto system\n/,
      );
    });

    it('is not told while nobody knows the port, nor where nobody listens', () => {
      for (const name of ['simulated', 'rack-asa-5520'])
        expect(linesOf(topologyOf(name), 'primary').join('\n')).to.not.match(/logging|snmp-server/);
    });
  });

  it('saves with the command that saves everything', () => {
    expect(saveCommand(topologyOf('rack-asa-5520'))).to.equal('write memory');
    expect(saveCommand(topologyOf('active-active'))).to.equal('write memory all');
  });
});
