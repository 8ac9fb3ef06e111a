import { expect } from 'chai';
import * as fc from 'fast-check';
import { TopologyError, UsageError } from '../errors.ts';
import { readYaml } from '../topology/index.ts';
import { factsOfFile } from './facts-of-file.ts';
import { readRunningConfig } from './find/running-config.ts';
import { cablesSample, testbedSample } from './import-samples.test-support.ts';
import { draftText } from './index.ts';

const frame = { by: 'a test', schema: 'x.json', name: 'rack' };

/** Pieces that the readers look for, between pieces that nobody expects. */
const pieces = {
  'tb.yaml': [
    'devices:',
    'topology:',
    'testbed:',
    'connections:',
    'credentials:',
    'interfaces:',
    'peripherals:',
    'power_cycler:',
    'fw-a:',
    'fw-b:',
    'os: asa',
    'protocol: telnet',
    'ip: h',
    'port: 99999',
    'password: "%ENV{A}"',
    'password: secret-9',
    'link: l',
    'GigabitEthernet0/0:',
    'alias: "x\\n# y"',
    'default:',
    '&a',
    '*a',
    '<<: *a',
    '__proto__: 1',
    '- ',
    'constructor:',
    '\n',
    '\n  ',
    '\n    ',
    '\n      ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '# ',
    '"',
    "'",
    '\u0000',
    '\u2028',
  ],
  'c.csv': [
    'device,interface,peer,port\n',
    'fw-a',
    'fw-b',
    'Gi0/0',
    'psu1',
    'console',
    '__proto__',
    'sw1',
    'pdu1',
    '/dev/ttyS0',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '# ',
    ': ',
    '{',
    '\u0000',
    '\u2028',
    '2007',
    'line 7',
  ],
} as const;

const samples = { 'tb.yaml': testbedSample.replaceAll('hunter2secret', 'secret-9'), 'c.csv': cablesSample };

/** A good file with pieces put into it, or in the place of what stands there. */
function spoiled(sample: string, of: readonly string[]): fc.Arbitrary<string> {
  const splice = fc.tuple(fc.nat(sample.length), fc.nat(12), fc.oneof(fc.constantFrom(...of), fc.string()));
  return fc
    .array(splice, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.reduce((text, [at, gone, piece]) => text.slice(0, at) + piece + text.slice(at + gone), sample),
    );
}

/** Reads a text as far as it goes; what is refused must be refused in words, and what is read must be YAML. */
function survives(text: string, file: keyof typeof pieces): void {
  for (const wanted of [{}, { primary: 'fw-a', secondary: 'fw-b' }])
    try {
      const draft = draftText(factsOfFile(text, file, wanted), frame);
      expect(readYaml(draft, 'draft.yaml').value).to.have.property('units');
      // One that a spoiled file calls something else than a password is told by nothing but its place all the same.
      expect(draft).to.not.contain('secret-9');
    } catch (error) {
      if (!(error instanceof TopologyError || error instanceof UsageError)) throw error;
    }
}

describe('files of other tools that are not what they seem', () => {
  for (const file of ['tb.yaml', 'c.csv'] as const)
    it(`are read or refused, and never copied into the structure of the draft: ${file}`, () => {
      const text = fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.array(fc.constantFrom(...pieces[file]), { maxLength: 60 }).map((all) => all.join('')),
        spoiled(samples[file], pieces[file]),
      );
      fc.assert(
        fc.property(text, (one) => survives(one, file)),
        { numRuns: 400, seed: 7 },
      );
    });

  it('are read in a time that grows no faster than they do', () => {
    for (const [file, text] of [
      ['c.csv', `device,interface,peer,port\n${'"'.repeat(500_000)}`],
      ['c.csv', `device,interface,peer,port\n${'fw-a,Gi0/0,,\n'.repeat(4000)}`],
      ['tb.yaml', `devices: {${'"fw-a": {}, '.repeat(3000)}}`],
      ['tb.yaml', `devices:\n${' '.repeat(190)}${'- '.repeat(90)}`],
    ] as const)
      survives(text, file);
  });

  it('are told by what they end in', () => {
    expect(() => factsOfFile('', 'rack.xlsx', {})).to.throw(UsageError, 'a cable list in .csv or .tsv');
    expect(() => factsOfFile('', 'constructor', {})).to.throw(UsageError, 'cannot tell what constructor is');
  });
});

describe('a running configuration that is not what it seems', () => {
  it('is read without a slip, whatever stands in it', () => {
    const lines = fc.constantFrom(
      'interface GigabitEthernet0/0',
      ' nameif outside',
      ' ip address 1.1.1.1 2.2.2.2 standby x',
      ' security-level 999',
      'failover',
      'failover lan unit primary',
      'failover key hunter-2',
      'failover frobnicate 7',
      'failover group 1',
      ' preempt x',
      'context a',
      ' allocate-interface Gi0/0 x',
      ' join-failover-group 3',
      'context __proto__',
      '!',
      ': end',
      'no failover',
      'failover polltime unit x',
      'hostname "a # b',
      'ip address outside 1.1.1.1 2.2.2.2',
      'nameif e0 a security9',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string()), { maxLength: 40 }), (all) => {
        const { unread } = readRunningConfig(all.join('\n'));
        expect(unread.join()).to.not.contain('hunter-2');
      }),
      { numRuns: 300 },
    );
  });

  it('is read but for a failover command that nobody knows, which is told', () => {
    const { failover, unread } = readRunningConfig(
      'failover\nfailover lan unit primary\nfailover frobnicate 7\nfailover polltime unit 1 holdtime 3\n',
    );
    expect(unread).to.deep.equal(['failover frobnicate 7']);
    expect(failover).to.deep.include({
      enabled: true,
      unit: 'primary',
      unitPoll: { pollMs: 1000, holdMs: 3000 },
    });
  });

  it('is read in the words of PIX 6 too', () => {
    const { interfaces, failover } = readRunningConfig(
      [
        'PIX Version 6.3(5)',
        'interface ethernet0 auto',
        'nameif ethernet0 outside security0',
        'nameif ethernet1 inside security100',
        'ip address outside 192.0.2.1 255.255.255.0',
        'ip address inside 198.51.100.1 255.255.255.0',
        'failover',
        'failover poll 15',
        'failover ip address outside 192.0.2.2',
        'failover ip address inside 198.51.100.2',
        'failover link inside',
      ].join('\n'),
    );
    expect(interfaces).to.deep.equal([
      {
        interface: 'Ethernet0',
        nameif: 'outside',
        securityLevel: 0,
        addresses: { active: '192.0.2.1', mask: '255.255.255.0', standby: '192.0.2.2' },
        shutdown: false,
      },
      {
        interface: 'Ethernet1',
        nameif: 'inside',
        securityLevel: 100,
        addresses: { active: '198.51.100.1', mask: '255.255.255.0', standby: '198.51.100.2' },
        shutdown: false,
      },
    ]);
    expect(failover?.stateLink).to.deep.equal({ nameif: 'inside' });
  });
});
