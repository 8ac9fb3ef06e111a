/** What somebody did to a run is noticed, whatever it was; what a kill did to it is told from that. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { VirtualClock } from '../virtual-clock.ts';
import { chainText, digestOf, nothingBefore } from './evidence/chain-line.ts';
import { placedEntries, putDerived, readTimeline, openRecorder, verifyRun } from './index.ts';
import type { FileStanding, Recorder, RunProof } from './index.ts';

const run = {
  tool: 'fover test',
  node: 'v22',
  topology: { name: 'rack', sha256: 'ab'.repeat(32) },
  bench: 'simulated',
  planned: ['dark'],
} as const;

let parent = '';
let folder = '';
let clock: VirtualClock;

const at = (name: string): string => join(folder, name);
const proof = (): RunProof => verifyRun(folder, ['verdict.json']);
const standing = (name: string): FileStanding | undefined => proof().files.find((file) => file.name === name);
const filesOf = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

/** Records a little on both consoles and the timeline, over some virtual seconds. */
async function record(partBytes?: number, turns = 6): Promise<Recorder> {
  const recorder = openRecorder(folder, run, clock, ['hunter2'], partBytes);
  for (let turn = 0; turn < turns; turn++) {
    await clock.advance(2000);
    recorder.consoleBytes('primary', Buffer.from(`pri> show ${turn}\r\n`), clock.nowMs());
    recorder.consoleBytes('secondary', Buffer.from(`sec> hunter2 hun`), clock.nowMs());
    recorder.record({ kind: 'trouble', atMs: recorder.now(), whose: 'bench', message: `turn ${turn}` });
  }
  return recorder;
}

/** Puts back what a test did to a file. */
function spoilt(name: string, bytes: Uint8Array, look: (found: RunProof) => void): void {
  const before = readFileSync(at(name));
  writeFileSync(at(name), bytes);
  look(proof());
  writeFileSync(at(name), before);
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'verify-'));
  folder = join(parent, 'run');
  clock = new VirtualClock();
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('a run that ended', function () {
  this.timeout(60_000);
  beforeEach(async () => {
    const recorder = await record();
    writeFileSync(at('journal.ndjson'), '{"intent":1}\n');
    recorder.end();
  });

  it('is whole, from its first byte to its last, and says from when to when', () => {
    const { standing: found, files, entries, begunAt, endedAt, alterations, head } = proof();
    expect({ found, alterations, entries }).to.deep.equal({ found: 'whole', alterations: [], entries: 8 });
    expect([begunAt, endedAt]).to.deep.equal(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:12.000Z']);
    expect(head).to.match(/^[0-9a-f]{64}$/);
    expect(files.map(({ name }) => name)).to.deep.equal(
      filesOf().filter((name) => name !== 'manifest.json' && name !== 'checksums.ndjson'),
    );
    for (const { standing: each, bytes, provenBytes, name } of files)
      expect([each, provenBytes], name).to.deep.equal(['proven', bytes]);
    expect(readFileSync(at('console/secondary.raw'), 'latin1')).to.equal(
      `${'sec> ******* hun'.repeat(5)}sec> ******* ***`,
    );
  });

  it('is altered by any byte that is another, in any file', () => {
    for (const name of filesOf()) {
      const bytes = readFileSync(at(name));
      for (let place = 0; place < bytes.length; place += 13) {
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ 1;
        spoilt(name, flipped, (found) => expect(found.standing, `${name} ${place}`).to.equal('altered'));
      }
    }
  });

  it('is altered where a file was cut, was lengthened or is gone', () => {
    for (const name of filesOf()) {
      const bytes = readFileSync(at(name));
      for (let length = Math.max(0, bytes.length - 60); length < bytes.length; length++)
        spoilt(name, bytes.subarray(0, length), (found) =>
          expect(found.standing, `${name} ${length}`).to.equal('altered'),
        );
      renameSync(at(name), join(parent, 'aside'));
      expect(proof().standing, name).to.equal('altered');
      renameSync(join(parent, 'aside'), at(name));
      if (name === 'journal.ndjson') continue;
      spoilt(name, Buffer.concat([bytes, Buffer.from('x')]), (found) =>
        expect(found.standing, name).to.equal('altered'),
      );
    }
    expect(proof().standing).to.equal('whole');
  });

  it('is altered where lines of the chain are left out, doubled or swapped', () => {
    const lines = readFileSync(at('checksums.ndjson'), 'utf8').split(/(?<=\n)/);
    expect(lines.length).to.be.above(8);
    for (let line = 0; line < lines.length; line++) {
      const [one = '', next = ''] = lines.slice(line, line + 2);
      const spoils = [
        lines.toSpliced(line, 1),
        lines.toSpliced(line, 0, one),
        ...(next === '' ? [] : [lines.toSpliced(line, 2, next, one)]),
      ];
      for (const spoil of spoils)
        spoilt('checksums.ndjson', Buffer.from(spoil.join('')), (found) =>
          expect(found.standing, `line ${line}`).to.equal('altered'),
        );
    }
  });

  it('is altered where chunks of two runs were exchanged, or a whole file was', async () => {
    const mine = folder;
    folder = join(parent, 'other');
    await clock.advance(1234);
    (await record()).end();
    cpSync(at('timeline.ndjson'), join(mine, 'timeline.ndjson'));
    folder = mine;
    expect(proof().alterations.join()).to.match(/timeline\.ndjson was changed between byte 0 and/);
  });

  it('says where: the file and the bytes', () => {
    const bytes = readFileSync(at('timeline.ndjson'));
    bytes[bytes.length - 2] = 0;
    writeFileSync(at('timeline.ndjson'), bytes);
    const found = standing('timeline.ndjson');
    expect(found?.provenBytes).to.be.within(1, bytes.length - 1);
    expect(found?.why).to.equal(
      `timeline.ndjson was changed between byte ${found?.provenBytes} and byte ${bytes.length}`,
    );
  });

  it('may have a journal that goes on: what was left broken is put back later', () => {
    appendFileSync(at('journal.ndjson'), '{"mended":1}\n');
    expect(proof().standing).to.equal('whole');
    expect(standing('journal.ndjson')).to.include({ standing: 'open', provenBytes: 13, bytes: 26 });
    writeFileSync(at('journal.ndjson'), '{"intent":2}\n{"mended":1}\n');
    expect(proof().standing).to.equal('altered');
  });

  describe('and what was made of it', () => {
    beforeEach(() =>
      putDerived(
        folder,
        proof().head,
        new Map([
          ['verdict.json', 'pass'],
          ['audit.json', '{}'],
        ]),
      ),
    );

    it('is told apart from evidence, and from what came from nowhere', () => {
      writeFileSync(at('notes.txt'), 'mine');
      expect(proof().standing).to.equal('whole');
      expect(standing('verdict.json')?.standing).to.equal('made');
      expect(standing('notes.txt')?.standing).to.equal('later');
    });

    it('may be made again, and what is not made again stays as it was made', () => {
      const { head } = proof();
      putDerived(folder, head, new Map([['verdict.json', 'fail']]));
      expect(proof()).to.include({ standing: 'whole', head });
      expect(standing('audit.json')?.standing).to.equal('made');
    });

    const mischief: readonly (readonly [string, () => void, RegExp])[] = [
      ['edited', () => writeFileSync(at('verdict.json'), 'PASS'), /verdict\.json is not as it was made/],
      ['gone', () => rmSync(at('verdict.json')), /verdict\.json is not there, though it was made/],
      [
        'a link',
        () => (rmSync(at('verdict.json')), symlinkSync('/etc/hostname', at('verdict.json'))),
        /is a link/,
      ],
      ['from nowhere', () => rmSync(at('derived.json')), /nothing says from what verdict\.json was made/],
      ['of garbage', () => writeFileSync(at('derived.json'), '[[['), /derived\.json cannot be read/],
      [
        'of other evidence',
        () => putDerived(folder, 'ab'.repeat(32), new Map([['verdict.json', 'pass']])),
        /derived\.json speaks of other evidence/,
      ],
    ];
    for (const [what, how, why] of mischief)
      it(`does not stand where it is ${what}`, () => {
        how();
        expect(proof().standing).to.equal('altered');
        expect(proof().alterations).to.deep.equal([]);
        expect(proof().remakes.join('\n')).to.match(why);
      });
  });
});

describe('a run that was broken off', function () {
  this.timeout(60_000);
  // As SIGKILL leaves it: nothing is closed, nothing more is put on the chain.
  beforeEach(async () => void (await record()));

  it('is proven but for its last seconds, and says how far it goes', () => {
    const { standing: found, brokenOff, alterations, entries, endedAt } = proof();
    expect({ found, alterations, entries }).to.deep.equal({
      found: 'broken-off',
      alterations: [],
      entries: 7,
    });
    expect(brokenOff).to.equal('broken off at 12.000 s of the run, 7 entries whole');
    expect(endedAt).to.equal('2026-01-01T00:00:12.000Z');
    const timeline = standing('timeline.ndjson');
    expect(timeline?.standing).to.equal('open');
    expect(timeline?.provenBytes).to.be.within(400, (timeline?.bytes ?? 0) - 1);
    expect(timeline?.why).to.match(/were not on the chain yet; they are not proven/);
  });

  it('has a journal that is not on the chain yet, and says so', () => {
    writeFileSync(at('journal.ndjson'), '{"intent":1}\n');
    expect(proof().standing).to.equal('broken-off');
    expect(standing('journal.ndjson')).to.include({ standing: 'open', provenBytes: 0, bytes: 13 });
    mkdirSync(at('configurations'), { recursive: true });
    writeFileSync(at('configurations/saved.json'), '{}\n');
    expect(standing('configurations/saved.json')).to.include({ standing: 'open', provenBytes: 0, bytes: 3 });
  });

  it('is proven to the end where it could still be closed', async () => {
    folder = join(parent, 'closed');
    (await record()).close();
    expect(proof().standing).to.equal('broken-off');
    for (const { standing: each, name } of proof().files) expect(each, name).to.equal('proven');
  });

  it('cut anywhere: what was proven is missed, what was not is read to its last whole record', () => {
    for (const { name, bytes, provenBytes } of proof().files) {
      const whole = readFileSync(at(name));
      for (let length = 0; length < bytes; length += length < provenBytes - 20 ? 11 : 1)
        spoilt(name, whole.subarray(0, length), (found) => {
          const cut = `${name} at ${length}`;
          expect(found.standing, cut).to.equal(length < provenBytes ? 'altered' : 'broken-off');
          if (name !== 'timeline.ndjson' || length < provenBytes) return;
          const kept = whole.subarray(0, length).toString();
          expect(found.entries, cut).to.be.within(kept.split('\n').length - 1, kept.split('\n').length);
          const isTorn = !kept.endsWith('\n');
          expect(found.brokenOff?.includes('torn'), cut).to.equal(isTorn);
        });
    }
  });

  it('with a byte changed in what is proven is altered', () => {
    for (const { name, provenBytes } of proof().files)
      for (let place = 0; place < provenBytes; place += 17) {
        const flipped = readFileSync(at(name));
        flipped[place] = (flipped[place] ?? 0) ^ 0x20;
        spoilt(name, flipped, (found) => expect(found.standing, `${name} ${place}`).to.equal('altered'));
      }
  });

  it('with its chain cut anywhere is never whole, and proves no more than the lines that are left', () => {
    const chain = readFileSync(at('checksums.ndjson'));
    for (let length = 0; length < chain.length; length += length < chain.length - 300 ? 17 : 1)
      spoilt('checksums.ndjson', chain.subarray(0, length), (found) => {
        const isBegun = chain.subarray(0, length).includes('\n');
        expect(found.standing, String(length)).to.equal(isBegun ? 'broken-off' : 'altered');
      });
  });

  it('before anything was recorded is broken off, too', () => {
    const chain = readFileSync(at('checksums.ndjson'), 'utf8').split(/(?<=\n)/);
    rmSync(folder, { recursive: true });
    mkdirSync(at('console'), { recursive: true });
    for (const begun of ['', chain[0]?.slice(0, 20) ?? '', chain[0] ?? '']) {
      writeFileSync(at('checksums.ndjson'), begun);
      expect(proof()).to.deep.include({ standing: 'broken-off', alterations: [], entries: 0 });
    }
  });

  it('that says it ended, and whose chain does not, was cut', async () => {
    folder = join(parent, 'ended');
    (await record()).end();
    const lines = readFileSync(at('checksums.ndjson'), 'utf8').split(/(?<=\n)/);
    writeFileSync(at('checksums.ndjson'), lines.slice(0, -1).join(''));
    expect(proof().alterations).to.deep.equal([
      'manifest.json says that the run ended, and checksums.ndjson does not: it was cut',
    ]);
  });
});

describe('a folder that somebody sent', function () {
  this.timeout(60_000);
  beforeEach(async () => (await record()).end());

  const line = (words: object): string => `${JSON.stringify({ ...words, before: '0'.repeat(64) })}\n`;
  const chunk = { what: 'chunk', offset: 0, length: 1, sha256: '0'.repeat(64) };
  const hostile: readonly (readonly [string, () => void])[] = [
    [
      'a link for a file',
      () => (rmSync(at('timeline.ndjson')), symlinkSync('/etc/passwd', at('timeline.ndjson'))),
    ],
    [
      'a link for the consoles',
      () => (rmSync(at('console'), { recursive: true }), symlinkSync('/etc', at('console'))),
    ],
    [
      'an endless device',
      () => (rmSync(at('timeline.ndjson')), symlinkSync('/dev/zero', at('timeline.ndjson'))),
    ],
    [
      'a link to itself',
      () => (rmSync(at('manifest.json')), symlinkSync('manifest.json', at('manifest.json'))),
    ],
    ['a folder for a file', () => (rmSync(at('timeline.ndjson')), mkdirSync(at('timeline.ndjson')))],
    ['a timeline without end', () => truncateSync(at('timeline.ndjson'), 2 ** 40)],
    ['a chain without end', () => truncateSync(at('checksums.ndjson'), 2 ** 40)],
    ['a manifest without end', () => truncateSync(at('manifest.json'), 2 ** 40)],
    [
      'a way out in the chain',
      () => writeFileSync(at('checksums.ndjson'), line({ ...chunk, file: '../../etc/passwd' })),
    ],
    [
      'a root in the chain',
      () => writeFileSync(at('checksums.ndjson'), line({ ...chunk, file: '/etc/passwd' })),
    ],
    [
      'a prototype in the chain',
      () => writeFileSync(at('checksums.ndjson'), `{"__proto__":{"what":"begun"}}\n`),
    ],
    ['depth in the chain', () => writeFileSync(at('checksums.ndjson'), `${'['.repeat(200_000)}\n`)],
    ['depth in the manifest', () => writeFileSync(at('manifest.json'), `{"ended":${'['.repeat(200_000)}`)],
    [
      'a way out in the manifest',
      () =>
        writeFileSync(
          at('manifest.json'),
          readFileSync(at('manifest.json'), 'utf8').replace('timeline.ndjson', '../../etc/passwd'),
        ),
    ],
    [
      'a prototype in the manifest',
      () =>
        writeFileSync(
          at('manifest.json'),
          readFileSync(at('manifest.json'), 'utf8').replace('timeline.ndjson', '__proto__'),
        ),
    ],
  ];
  for (const [what, how] of hostile)
    it(`is altered by ${what}, and harms nobody`, () => {
      how();
      expect(proof().standing).to.equal('altered');
    });

  it('is altered by pipes that nobody writes into, and does not wait for them', () => {
    for (const name of ['timeline.ndjson', 'manifest.json', 'checksums.ndjson', 'derived.json']) {
      rmSync(at(name), { force: true });
      execFileSync('mkfifo', [at(name)]);
    }
    expect(proof().standing).to.equal('altered');
    expect(() => readTimeline(folder)).to.throw(/is no file/);
  });

  it('whose chain names files without end is read as far as any run goes', () => {
    const begun = chainText({ what: 'begun', manifest: '0'.repeat(64), before: nothingBefore });
    const lines = [begun];
    for (let file = 1; file <= 10_100; file += 1)
      lines.push(
        chainText({
          what: 'chunk',
          file: `file-${file}`,
          offset: 0,
          length: 1,
          sha256: '0'.repeat(64),
          before: digestOf(lines.at(-1) ?? ''),
        }),
      );
    writeFileSync(at('checksums.ndjson'), `${lines.join('\n')}\n`);
    expect(proof().alterations).to.include(
      'line 10002 of checksums.ndjson is of one file more than any run has',
    );
  });

  it('of any bytes at all is read without harm', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(`${text}\n`)),
    );
    const name = fc.constantFrom('manifest.json', 'checksums.ndjson', 'derived.json', 'timeline.ndjson');
    fc.assert(
      fc.property(name, bytes, (file, found) => {
        const before = filesOf().includes(file) ? readFileSync(at(file)) : undefined;
        writeFileSync(at(file), found);
        expect(proof().standing).to.equal('altered');
        if (before) writeFileSync(at(file), before);
        else rmSync(at(file));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a run whose files grow too long', () => {
  it('goes on in parts: readers, places and proofs cope', async () => {
    const recorder = await record(300, 40);
    recorder.end();
    const names = filesOf();
    expect(names).to.include.members([
      'timeline.2.ndjson',
      'timeline.10.ndjson',
      'console/primary.2.raw',
      'console/primary.2.ndjson',
    ]);
    expect(proof()).to.deep.include({ standing: 'whole', alterations: [], entries: 42 });
    expect(readTimeline(folder)).to.deep.equal({ entries: recorder.entries, doubts: [] });
    for (const { entry, file, offset } of placedEntries(folder, (doubt) => expect.fail(doubt))) {
      const rest = readFileSync(at(file)).subarray(offset).toString();
      expect(JSON.parse(rest.split('\n', 1)[0] ?? '')).to.deep.equal(entry);
    }
    for (const name of names.filter((each) => each.endsWith('.raw'))) {
      const index = readFileSync(at(name.replace('.raw', '.ndjson')), 'utf8')
        .trimEnd()
        .split('\n');
      const ends = index.map((row) => JSON.parse(row) as { offset: number; length: number });
      expect(ends[0]?.offset).to.equal(0);
      const last = ends.at(-1);
      expect((last?.offset ?? 0) + (last?.length ?? 0), name).to.equal(readFileSync(at(name)).length);
    }
  });

  it('never tears a secret in two, however short the parts are', async () => {
    const recorder = openRecorder(folder, run, clock, ['hunter2'], 1);
    for (const letter of 'hunter2 hunt hunter2')
      recorder.consoleBytes('primary', Buffer.from(letter), clock.nowMs());
    recorder.end();
    const all = filesOf().filter((name) => /primary.*raw$/.test(name));
    expect(all.length).to.be.above(2);
    const parts = all.toSorted((a, b) => Number(/\d+/.exec(a)?.[0] ?? 1) - Number(/\d+/.exec(b)?.[0] ?? 1));
    expect(parts.map((name) => readFileSync(at(name), 'latin1')).join('')).to.equal('******* hunt *******');
    expect(proof().standing).to.equal('whole');
  });

  it('misses a part that is gone, and so does whoever reads the numbers', async () => {
    (await record(300, 40)).end();
    rmSync(at('timeline.5.ndjson'));
    expect(proof().alterations).to.deep.equal(['timeline.5.ndjson is not there']);
    const numbers = readTimeline(folder).entries.map(({ seq }) => seq);
    expect(numbers).to.deep.equal(numbers.toSorted((a, b) => a - b));
    expect(numbers.length).to.be.below(42);
  });
});
