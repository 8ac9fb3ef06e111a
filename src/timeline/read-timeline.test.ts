import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { UsageError } from '../errors.ts';
import { placedEntries, readTimeline } from './index.ts';

const lines = [
  { seq: 0, kind: 'phase', atMs: 0, scenario: 'é\u2028', phase: 'steady' },
  {
    seq: 1,
    kind: 'observation',
    askedMs: 0.5,
    answeredMs: 2,
    witness: 'pdu pdu1',
    saw: { sight: 'outlet', pdu: 'pdu1', outlet: '1', power: 'on' },
    raw: 'a\nb\u0000',
  },
  { seq: 2, kind: 'gap', fromMs: 1, toMs: 2, witness: 'console primary', why: 'line closed' },
  { seq: 3, kind: 'ended', atMs: 5 },
].map((entry) => JSON.stringify(entry));

/** A question, answered, of which this is expected to be said. */
const asking = (says: string): string =>
  JSON.stringify({
    seq: 9,
    kind: 'question',
    askedMs: 1,
    answeredMs: 2,
    as: 'q',
    witness: 'console primary',
    typed: ['show version'],
    means: 'what it runs',
    expects: [{ says }],
    proves: [],
    answer: { outcome: 'accepted', text: 'ASA' },
    isLast: true,
  });

describe('reading a timeline', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fover-read-'));
  const file = join(folder, 'timeline.ndjson');
  const read = (content: string | Uint8Array): ReturnType<typeof readTimeline> => {
    writeFileSync(file, content);
    return readTimeline(file);
  };
  after(() => rmSync(folder, { recursive: true }));

  it('takes a folder or a file, and says that there is none as a mistake of use', () => {
    read(`${lines.join('\n')}\n`);
    expect(readTimeline(folder)).to.deep.equal(readTimeline(file));
    expect(readTimeline(folder).entries).to.have.length(4);
    expect(read(`${asking('^A(S)')}\n`).doubts).to.deep.equal([]);
    read(`${lines.join('\n')}\n`);
    expect(() => readTimeline(join(folder, 'elsewhere'))).to.throw(UsageError, /elsewhere holds no timeline/);
  });

  it('reads lines over any number of chunks, and knows the byte at which each begins', () => {
    const long = [700_000, 10, 2_500_000, 1 << 20].map((length, seq) =>
      JSON.stringify({ seq, kind: 'trouble', atMs: 0, whose: 'ours', message: 'ü'.repeat(length) }),
    );
    const bytes = Buffer.from(`${long.join('\n')}\n`);
    writeFileSync(file, bytes);
    const placed = [...placedEntries(file, (doubt) => expect.fail(doubt))];
    expect(placed.map(({ entry }) => entry.seq)).to.deep.equal([0, 1, 2, 3]);
    for (const { entry, offset } of placed)
      expect(bytes.subarray(offset, offset + 12).toString()).to.equal(`{"seq":${entry.seq},"ki`);
  });

  it('doubts a line that is longer than any entry, and reads on', () => {
    const found = read(`${lines[0]}\n${'x'.repeat(20 << 20)}\n${lines[3]}\n`);
    expect(found.entries.map(({ seq }) => seq)).to.deep.equal([0, 3]);
    expect(found.doubts.join()).to.match(/^timeline\.ndjson, line 2: is longer than any entry: "xxx/);
  });

  it('reads any truncation: what is whole, and at most one doubt', () => {
    const whole = Buffer.from(`${lines.join('\n')}\n`);
    const { entries } = read(whole);
    for (let length = 0; length <= whole.length; length++) {
      const cut = read(whole.subarray(0, length));
      expect(cut.entries).to.deep.equal(entries.slice(0, cut.entries.length));
      const clean = length === 0 || whole[length - 1] === 10;
      expect(cut.doubts).to.have.length(clean ? 0 : 1);
      expect(cut.entries.length).to.be.at.least(
        whole.subarray(0, length).filter((byte) => byte === 10).length,
      );
    }
  });

  const strange: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['garbage', '\u001B[31mred', /no entry: "·\[31mred"/],
    ['an empty line', '', /is no entry: ""/],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22]), /no entry/],
    ['an unknown kind', '{"seq":9,"kind":"miracle"}', /known shape: .*"kind"/],
    ['a kind that is no word', '{"seq":9,"kind":{"__proto__":1}}', /known shape/],
    ['a missing field', '{"seq":9,"kind":"ended"}', /"atMs"/],
    ['a number without end', '{"seq":9,"kind":"ended","atMs":1e999}', /"atMs"/],
    ['a number too far away', '{"seq":9,"kind":"ended","atMs":1e300}', /"atMs"/],
    ['a negative seq', '{"seq":-1,"kind":"ended","atMs":1}', /"seq"/],
    ['a pattern that is none', asking('('), /expects/],
    ['a list', '[]', /known shape/],
    ['null', 'null', /known shape/],
    ['depth', '['.repeat(100_000), /no entry/],
  ];
  for (const [name, line, why] of strange) {
    it(`turns ${name} into a doubt with its line, and reads on`, () => {
      const bytes = Buffer.concat([
        Buffer.from(`${lines[0]}\n`),
        Buffer.from(line),
        Buffer.from(`\n${lines[3]}\n`),
      ]);
      const { entries, doubts } = read(bytes);
      expect(entries.map((entry) => entry.seq)).to.deep.equal([0, 3]);
      expect(doubts).to.have.length(1);
      expect(doubts[0])
        .to.match(/^timeline\.ndjson, line 2: /)
        .and.match(why);
    });
  }

  it('leaves out what it does not know, and says so', () => {
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    const extras = [
      '"more":1',
      '"__proto__":{"kind":"run"}',
      `"more":${deep}`,
      '"constructor":{"prototype":{"x":1}}',
    ];
    for (const extra of extras) {
      const { entries, doubts } = read(`{"seq":0,"kind":"ended","atMs":1,${extra}}\n`);
      expect(entries).to.deep.equal([{ seq: 0, kind: 'ended', atMs: 1 }]);
      expect(doubts).to.deep.equal([
        'timeline.ndjson, line 1: carries more than is known; the rest was left out',
      ]);
    }
    expect(({} as { x?: number }).x).to.equal(undefined);
  });

  it('never throws, and accounts for every line, whatever the bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(...lines.map((line) => Buffer.from(`${line}\n`))),
      fc.uint8Array({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const bytes = Buffer.concat(pieces);
        const inFile =
          bytes.toString('latin1').split('\n').length - (bytes.at(-1) === 10 || bytes.length === 0 ? 1 : 0);
        const { entries, doubts } = read(bytes);
        expect(entries.length + doubts.length).to.be.within(inFile, inFile + 1);
      }),
    );
  });
});
