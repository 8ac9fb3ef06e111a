import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { TopologyError, UsageError } from '../errors.ts';
import { edited, folder, shipped } from './edited-topology.test-support.ts';
import type { Edit } from './edited-topology.test-support.ts';
import { openSecrets, printedSecrets } from './open-secrets.ts';
import { readTopology } from './read-topology.ts';
import { parseSecrets } from './secrets-file.ts';
import type { Secrets } from './secrets.ts';

const rack7 = {
  RACK7_PASSWORD: 'first-word',
  RACK7_ENABLE: 'second-word',
  RACK7_FAILOVER_KEY: 'third-word',
  RACK7_CONSOLE_PASSWORD: 'fourth word',
  RACK7_SWITCH_AUTH: 'fifth-word-long',
  RACK7_SWITCH_PRIV: 'sixth-word-long',
  RACK7_PDU_COMMUNITY: 'seventh',
};
const asFile = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

describe('openSecrets', () => {
  let bench = '';
  beforeEach(() => void (bench = mkdtempSync(join(tmpdir(), 'fover-secrets-'))));
  afterEach(() => rmSync(bench, { recursive: true }));

  /** Opens the secrets of the ASA rack, written to a folder of its own with this secrets file, if any. */
  function open(
    environment: Readonly<Record<string, string>>,
    file?: string,
    mode = 0o600,
    edits: readonly Edit[] = [],
  ): Secrets {
    const path = join(bench, 'rack.yaml');
    writeFileSync(path, edited(shipped('rack-asa-5520'), edits));
    if (file !== undefined) {
      writeFileSync(join(bench, 'rack-asa-5520.secrets'), file);
      chmodSync(join(bench, 'rack-asa-5520.secrets'), mode);
    }
    return openSecrets(readTopology(path).topology, path, environment);
  }

  it('reveals what the secrets file says', () => {
    const secrets = open({}, asFile(rack7));
    expect(secrets.reveal({ secret: 'RACK7_ENABLE' })).to.equal('second-word');
    expect(secrets.reveal({ secret: 'RACK7_CONSOLE_PASSWORD' })).to.equal('fourth word');
  });

  it('reveals what the environment says, before the secrets file; an empty variable says nothing', () => {
    const secrets = open({ RACK7_ENABLE: 'from-outside', RACK7_PASSWORD: '' }, asFile(rack7));
    expect(secrets.reveal({ secret: 'RACK7_ENABLE' })).to.equal('from-outside');
    expect(secrets.reveal({ secret: 'RACK7_PASSWORD' })).to.equal('first-word');
  });

  it('needs no secrets file when the environment says everything', () => {
    expect(open(rack7).reveal({ secret: 'RACK7_PDU_COMMUNITY' })).to.equal('seventh');
  });

  it('knows every value for masking, the longest first, the overridden ones too, and nothing of the environment besides', () => {
    const values = open(
      { RACK7_ENABLE: 'from-outside', HOME: '/root' },
      `${asFile(rack7)}UNUSED=spare-word\n`,
    ).values();
    expect(values).to.include.members([...Object.values(rack7), 'from-outside', 'spare-word']);
    expect(values).to.not.include('/root');
    expect(values.map(({ length }) => length)).to.deep.equal(
      values.map(({ length }) => length).toSorted((a, b) => b - a),
    );
  });

  it('shows no value to whoever prints it', () => {
    const secrets = open({}, asFile(rack7));
    const shown = [
      inspect(secrets, { depth: 9, showHidden: true, getters: true }),
      JSON.stringify(secrets),
      Object.entries(secrets).map(String).join(),
    ].join();
    for (const value of Object.values(rack7)) expect(shown).to.not.include(value);
  });

  it('refuses references that neither sets, each at its place, naming both', () => {
    const { RACK7_ENABLE: _, ...others } = rack7;
    expect(() => open(others)).to.throw(
      TopologyError,
      new RegExp(
        `^${bench}/rack\\.yaml:\\d+:\\d+: the secret \\$\\{RACK7_ENABLE\\} is not set; set RACK7_ENABLE in the environment, or write RACK7_ENABLE=… into the secrets file ${bench}/rack-asa-5520\\.secrets, which does not exist yet$`,
      ),
    );
  });

  it('finds references in lines of configuration as well', () => {
    const extra: Edit = [['pair', 'extra'], ['snmp-server community ${RACK7_READ}']];
    expect(() => open(rack7, undefined, 0, [extra])).to.throw(
      TopologyError,
      'the secret ${RACK7_READ} is not set',
    );
    expect(open({ ...rack7, RACK7_READ: 'look' }, undefined, 0, [extra]).values()).to.include('look');
  });

  it('throws for a reference that is none of the topology', () => {
    const secrets = open(rack7);
    expect(() => secrets.reveal({ secret: 'NO_SUCH' })).to.throw(
      UsageError,
      /\$\{NO_SUCH\} is not known: set it in the environment, or in the secrets file/,
    );
    for (const secret of ['constructor', '__proto__', 'toString'])
      expect(() => secrets.reveal({ secret })).to.throw(UsageError);
  });

  const unfit: readonly [string, keyof typeof rack7, string, RegExp][] = [
    [
      'a blank in the enable password',
      'RACK7_ENABLE',
      'two words',
      /cannot be typed on a console as one word/,
    ],
    [
      'a question mark, which calls for help',
      'RACK7_PASSWORD',
      'who?',
      /cannot be typed on a console as one word/,
    ],
    ['a letter beyond ASCII', 'RACK7_PASSWORD', 'grün', /cannot be typed on a console as one word/],
    [
      'a failover key of 64 characters',
      'RACK7_FAILOVER_KEY',
      'k'.repeat(64),
      /longer than the 63 characters of a failover key/,
    ],
    ['a line break in a community', 'RACK7_PDU_COMMUNITY', 'a\nreload', /holds a line break/],
  ];
  for (const [what, name, value, words] of unfit)
    it(`refuses ${what}, without showing it`, () => {
      const broken = { ...rack7, [name]: value };
      expect(() => open(broken))
        .to.throw(TopologyError, words)
        .that.satisfies((error: Error) => !error.message.includes(value));
    });

  it('takes a hexadecimal failover key', () => {
    const key = `hex ${'0123456789abcdef'.repeat(2)}`;
    expect(open({ ...rack7, RACK7_FAILOVER_KEY: key }).reveal({ secret: 'RACK7_FAILOVER_KEY' })).to.equal(
      key,
    );
  });

  describe('of a file that others can read', () => {
    // Windows keeps no such permissions.
    for (const mode of process.platform === 'win32' ? [] : [0o644, 0o640, 0o604, 0o660])
      it(`refuses it on a real bench (${mode.toString(8)}), and says what to do`, () => {
        expect(() => open({}, asFile(rack7), mode)).to.throw(
          TopologyError,
          new RegExp(
            `rack\\.yaml:\\d+:\\d+: others can read the secrets file \\(its permissions are ${mode.toString(8)}\\); keep it to yourself: chmod 600 ${bench}/rack-asa-5520\\.secrets`,
          ),
        );
      });

    it('takes it on the simulated bench, whose secrets are made up', () => {
      const path = join(bench, 'simulated.yaml');
      writeFileSync(path, shipped('simulated'));
      writeFileSync(
        join(bench, 'simulated.secrets'),
        asFile({
          FOVER_SIMULATED_PASSWORD: 'aaaa',
          FOVER_SIMULATED_ENABLE: 'bbbb',
          FOVER_SIMULATED_FAILOVER_KEY: 'cccc',
          FOVER_SIMULATED_COMMUNITY: 'dddd',
        }),
      );
      chmodSync(join(bench, 'simulated.secrets'), 0o644);
      expect(
        openSecrets(readTopology(path).topology, path, {}).reveal({ secret: 'FOVER_SIMULATED_ENABLE' }),
      ).to.equal('bbbb');
    });
  });

  it('refuses values that cannot be masked without hiding evidence, and never tells them', () => {
    const refused = (change: Readonly<Record<string, string>>): string => {
      try {
        open({}, asFile({ ...rack7, ...change }));
        return 'taken';
      } catch (error) {
        return error instanceof TopologyError ? error.message : String(error);
      }
    };
    expect(refused({ RACK7_PDU_COMMUNITY: 'lab' })).to.match(
      /rack\.yaml:\d+:\d+: the value of \$\{RACK7_PDU_COMMUNITY\} has fewer than 4 characters.*use another one$/,
    );
    expect(refused({ RACK7_PDU_COMMUNITY: 'outside' }))
      .to.match(/the value of \$\{RACK7_PDU_COMMUNITY\} is part of a name in this topology/)
      .and.to.not.contain('outside');
    // Nothing refers to it, and it is masked all the same.
    expect(refused({ FORGOTTEN: 'x' })).to.match(
      /rack\.yaml:\d+:\d+: the value of \$\{FORGOTTEN\} has fewer/,
    );
    expect(refused({ RACK7_PDU_COMMUNITY: 'seventh-heaven' })).to.equal('taken');
  });

  it('refuses a community that could not be typed on a console as one word', () => {
    const path = join(bench, 'simulated.yaml');
    const text = shipped('simulated').replace(/community: \$\{\w+\}\s*$/, 'community: ${TRAPS}\n');
    writeFileSync(path, text);
    const given = { LOGIN: 'first-word', TRAPS: 'what? this' };
    const values = { PASSWORD: 'aaaa', ENABLE: 'bbbb', FAILOVER_KEY: 'cccc', COMMUNITY: 'dddd' };
    const all: [string, string][] = Object.entries(values).map(([name, value]) => [
      `FOVER_SIMULATED_${name}`,
      value,
    ]);
    expect(() =>
      openSecrets(readTopology(path).topology, path, {
        ...given,
        ...Object.fromEntries<string>(all),
      }),
    ).to.throw(
      TopologyError,
      /simulated\.yaml:\d+:\d+: the value of \$\{TRAPS\} cannot be typed on a console as one word/,
    );
  });

  it('names those that devices print of themselves', () => {
    const { topology } = readTopology(join(folder, 'rack-asa-5520.yaml'));
    const secrets = open({}, asFile({ ...rack7, RACK7_PDU_COMMUNITY: 'public', RACK7_ENABLE: 'Cisco' }));
    expect(printedSecrets(topology, secrets)).to.have.members(['RACK7_PDU_COMMUNITY', 'RACK7_ENABLE']);
    expect(printedSecrets(topology, open({}, asFile(rack7)))).to.deep.equal([]);
  });

  it('opens those of the simulated bench that comes with the tool', () => {
    const { topology, path } = readTopology(join(folder, 'simulated.yaml'));
    expect(openSecrets(topology, path, {}).values()).to.have.length(4);
  });
});

describe('parseSecrets', () => {
  it('reads names and values, comments, blank lines, quotes and a leading export', () => {
    const text = "\uFEFF# a comment\n\nA=1\r\n  B = two words \nexport C=\"#3 = 'x'\"\nD='\"'\nE=a=b#c\n";
    expect([...parseSecrets(text, 'f')]).to.deep.equal([
      ['A', '1'],
      ['B', 'two words'],
      ['C', "#3 = 'x'"],
      ['D', '"'],
      ['E', 'a=b#c'],
    ]);
  });

  const wrong: readonly [string, string, string][] = [
    [
      'a line without an equals sign',
      'A=1\n  hunter2\n',
      'f:2:3: expected NAME=value, or # before a comment',
    ],
    [
      'a name in small letters',
      'hunter2=x\n',
      'f:1:1: expected a name of capital letters, digits and underscores before =, such as LAB_ENABLE',
    ],
    ['a name without a value', 'A= \n', 'f:1:4: A has no value'],
    ['an empty value in quotes', 'A=""\n', 'f:1:3: A has no value'],
    [
      'a quote that does not end',
      'A= "hunter2\n',
      'f:1:4: the value of A begins with a quote and does not end with it',
    ],
    ['a name set twice', 'A=1\nA=hunter2\n', 'f:2:1: A is already set above; keep one of them'],
  ];
  for (const [what, text, words] of wrong)
    it(`refuses ${what}, without quoting the line`, () => {
      expect(() => parseSecrets(text, 'f'))
        .to.throw(TopologyError)
        .that.satisfies((error: Error) => error.message === words);
    });

  it('reads back any value that is written in quotes', () => {
    const value = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(value, (text) => {
        expect(parseSecrets(`A="${text}"`, 'f').get('A')).to.equal(text);
      }),
    );
  });

  it('reads or refuses any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          parseSecrets(text, 'f');
        } catch (error) {
          expect(error).to.be.instanceOf(TopologyError);
        }
      }),
    );
  });
});
