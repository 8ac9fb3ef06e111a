import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { syntheticDay } from '../judge/synthetic-day.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Manifest } from '../timeline/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { judgeFolder } from './judge.ts';

describe('judging a folder that somebody has had in hand', () => {
  let parent: string;
  let folder: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'judge-'));
    folder = join(parent, 'run');
    const run = {
      tool: 'fover test',
      node: 'v22',
      topology: { name: 'rack', sha256: 'ab' },
      bench: 'real' as const,
      planned: ['dark'],
    };
    openRecorder(folder, run, new VirtualClock(), []).end();
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const doubts = (): string => judgeFolder(folder).verdict.doubts.join('\n');
  const change = (how: (manifest: Manifest) => object): void => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    writeFileSync(path, JSON.stringify(how(manifest)));
  };

  it('has no doubt of the manifest while it is as it was', () => {
    expect(doubts()).not.to.contain('manifest');
  });

  const swaps: readonly (readonly [string, (manifest: Manifest) => object, RegExp])[] = [
    ['without its end', ({ ended: _ended, ...rest }) => rest, /no digest of timeline\.ndjson/],
    [
      'without a digest',
      (it) => ({ ...it, ended: { ...it.ended, files: [] } }),
      /no digest of timeline\.ndjson/,
    ],
    ['of another instant', (it) => ({ ...it, startedAt: '2020-01-01T00:00:00.000Z' }), /of another run/],
    ['that planned less', (it) => ({ ...it, planned: [] }), /of another run/],
    ['of a simulated bench', (it) => ({ ...it, bench: 'simulated' }), /of another run/],
    [
      'of another topology',
      (it) => ({ ...it, topology: { ...it.topology, sha256: 'cd' } }),
      /of another run/,
    ],
  ];
  for (const [what, how, why] of swaps) {
    it(`doubts a manifest ${what}`, () => {
      change(how);
      expect(doubts()).to.match(why);
    });
  }

  it('writes no verdict through a link to somewhere else', () => {
    const outside = join(parent, 'precious');
    writeFileSync(outside, 'mine');
    for (const name of ['verdict.json', 'verdict.json.new', 'index.html'])
      symlinkSync(outside, join(folder, name));
    judgeFolder(folder);
    expect(readFileSync(outside, 'utf8')).to.equal('mine');
    expect(readFileSync(join(folder, 'verdict.json'), 'utf8')).to.contain('"format": 1');
  });

  it('cites each entry that it rests on by the byte at which its line begins', () => {
    rmSync(folder, { recursive: true });
    const entries = syntheticDay(400, 'scenarios');
    mkdirSync(folder);
    const lines = Array.from(entries, (entry) => JSON.stringify({ ...entry, raw: undefined }));
    writeFileSync(join(folder, 'timeline.ndjson'), `${lines.join('\n')}\n`);
    const { verdict } = judgeFolder(folder);
    const rests = new Set(
      verdict.scenarios.flatMap(({ findings, outages }) =>
        [...findings, ...outages].flatMap(({ evidence }) => evidence),
      ),
    );
    expect(rests.size).to.be.above(3);
    expect(verdict.cited?.map(({ seq }) => seq)).to.have.members([...rests]);
    const bytes = readFileSync(join(folder, 'timeline.ndjson'));
    for (const { seq, byte } of verdict.cited ?? []) {
      const [line = ''] = bytes
        .subarray(byte - 1)
        .toString('utf8')
        .split('\n', 1);
      expect((JSON.parse(line) as { seq: number }).seq).to.equal(seq);
    }
    const [cited] = verdict.cited ?? [];
    const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
    expect(junit).to.include(`#${cited?.seq} at byte ${cited?.byte}`);
  });

  it('says which file could not be written', () => {
    mkdirSync(join(folder, 'junit.xml'));
    expect(() => judgeFolder(folder)).to.throw(BenchError, /junit\.xml cannot be written/);
  });
});
