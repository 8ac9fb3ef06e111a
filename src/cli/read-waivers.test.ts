import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { TopologyError, UsageError } from '../errors.ts';
import { readWaivers } from './read-waivers.ts';

const good = [
  'waivers:',
  '  - requirement: AS-ACTIVE-FAILED',
  '    firmware: 8.0(2) to 8.2',
  '    reason: known',
  '    bug: CSCab12345',
  '    expires: 2026-12-31',
];

describe('a file of waivers', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waivers-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (lines: readonly string[]) => {
    const file = join(folder, 'w.yaml');
    writeFileSync(file, `${lines.join('\n')}\n`);
    return readWaivers(file);
  };
  const changed = (at: number, line: string): readonly string[] => good.with(at, line);

  it('is read, with where each one stands', () => {
    const [waiver, ...more] = read(good);
    expect(more).to.deep.equal([]);
    expect(waiver).to.deep.include({
      requirement: 'AS-ACTIVE-FAILED',
      reason: 'known',
      bug: 'CSCab12345',
      expires: '2026-12-31',
    });
    expect(waiver?.firmware).to.deep.equal({ from: [8, 0, 2], to: [8, 2], text: '8.0(2) to 8.2' });
    expect(waiver?.place).to.match(/w\.yaml:2$/);
  });

  for (const [what, lines, where, why] of [
    [
      'of a requirement that there is not',
      changed(1, '  - requirement: AS-ACTIVE-FAILD'),
      '2:18',
      /did you mean "AS-ACTIVE-FAILED"/,
    ],
    [
      'with a mistyped key',
      changed(3, '    reson: known'),
      '4:5',
      /unknown key "reson"; did you mean "reason"/,
    ],
    ['without an end', good.slice(0, -1), '2:5', /"expires" is missing/],
    ['with a day that there is not', changed(5, '    expires: 2026-02-30'), '6:14', /last day/],
    ['with a firmware that is none', changed(2, '    firmware: eight'), '3:15', /expected any, a version/],
    [
      'with a firmware that YAML takes for a number',
      changed(2, '    firmware: 8.10'),
      '3:15',
      /put it into quotes/,
    ],
    ['without a reason', changed(3, '    reason: ""'), '4:13', /reason is empty/],
    ['that is no list', ['waivers: none'], '1:1', /with a list/],
    ['that is empty', [''], '1:1', /expected a file of waivers/],
    ['that is no YAML', ['waivers: ['], '2:1', /not valid YAML/],
  ] as const)
    it(`${what} is refused at ${where}`, () => {
      expect(() => read(lines)).to.throw(TopologyError, why);
      expect(() => read(lines)).to.throw(TopologyError, new RegExp(`w\\.yaml:${where}: `));
    });

  it('that is not there is a mistake of use', () => {
    expect(() => readWaivers(join(folder, 'none.yaml'))).to.throw(UsageError, /--waivers/);
  });
});
