import { expect } from 'chai';
import * as fc from 'fast-check';
import { Frames, messageBytesKept } from './frames.ts';

/** The messages of a stream that comes in these pieces; a cut one is marked. */
function messagesOf(...pieces: readonly (string | Uint8Array)[]): readonly string[] {
  const told: string[] = [];
  const frames = new Frames((bytes, isCut) =>
    told.push(`${Buffer.from(bytes).toString('latin1')}${isCut ? '…' : ''}`),
  );
  for (const piece of pieces) frames.push(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
  frames.end();
  return told;
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['one message a line', '<161>a\n<162>b\n', ['<161>a', '<162>b']],
  ['line ends of all kinds', '<1>a\r\n<1>b\0<1>c\n\n\n<1>d', ['<1>a\r', '<1>b', '<1>c', '<1>d']],
  ['counted octets', '6 <161>a8 <161>b\nc', ['<161>a', '<161>b\nc']],
  ['counted octets with a line end behind them', '6 <161>a\n6 <161>b\n', ['<161>a', '<161>b']],
  ['both, one after the other', '6 <161>a<162>b\n6 <163>c', ['<161>a', '<162>b', '<163>c']],
  [
    'numbers that are no length',
    '17 and more\n123\n0 <1>a\n12x<1>b\n',
    ['17 and more', '123', '0 <1>a', '12x<1>b'],
  ],
  ['a length beyond reason', '1234567 <1>a\n', ['1234567 <1>a']],
  ['lines without a priority', 'hello\nworld\n', ['hello', 'world']],
  ['a stream that ends in the middle', '100 <161>a', ['<161>a']],
  ['a stream that ends in a length', '<1>a\n12', ['<1>a', '12']],
];

describe('syslog over TCP', () => {
  for (const [what, stream, messages] of cases)
    it(`takes ${what}`, () => {
      expect(messagesOf(stream)).to.deep.equal(messages);
    });

  it('cuts what is longer than it holds, and finds the next message', () => {
    const long = `<1>${'x'.repeat(messageBytesKept)}`;
    const kept = `${long.slice(0, messageBytesKept)}…`;
    expect(messagesOf(`${long}\n<2>b\n`)).to.deep.equal([kept, '<2>b']);
    expect(messagesOf(`${long.length} ${long}<2>b\n`)).to.deep.equal([kept, '<2>b']);
  });

  it('does not mind where the pieces of the stream end', () => {
    const streams = fc.oneof(
      fc.constantFrom(...cases.map(([, stream]) => stream)),
      fc.string({ unit: fc.constantFrom('<', '1', '2', '0', ' ', '\n', 'a', '>') }),
    );
    fc.assert(
      fc.property(streams, fc.array(fc.nat({ max: 40 })), (stream, cuts) => {
        const ends = [
          0,
          ...cuts.map((cut) => Math.min(cut, stream.length)).toSorted((a, b) => a - b),
          stream.length,
        ];
        const pieces = ends.slice(1).map((end, at) => stream.slice(ends[at], end));
        expect(messagesOf(...pieces)).to.deep.equal(messagesOf(stream));
      }),
    );
  });
});
