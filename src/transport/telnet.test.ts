import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Telnet } from './telnet.ts';
import { breakSignal, newTelnet, readTelnet, writeTelnet } from './telnet.ts';

const [WILL, WONT, DO, DONT, SB, SE, IAC] = [251, 252, 253, 254, 250, 240, 255];

function read(chunks: readonly (readonly number[])[], from: Telnet = newTelnet) {
  let telnet = from;
  const text: number[] = [];
  const reply: number[] = [];
  for (const chunk of chunks) {
    const result = readTelnet(telnet, Uint8Array.from(chunk));
    telnet = result.telnet;
    text.push(...result.text);
    reply.push(...result.reply);
  }
  return { telnet, text, reply };
}

/** Cuts the bytes at the given fractions of their length. */
function cut(bytes: readonly number[], at: readonly number[]): number[][] {
  const edges = [
    0,
    ...at.map((part) => Math.floor(part * bytes.length)).toSorted((a, b) => a - b),
    bytes.length,
  ];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
const anyBytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 });
/** Bytes that are mostly telnet's own. */
const telnetish = fc.array(
  fc.oneof(
    fc.constantFrom(IAC, WILL, WONT, DO, DONT, SB, SE, 0, 1, 3, 10, 13, 24, 31),
    fc.integer({ min: 0, max: 255 }),
  ),
  { maxLength: 300 },
);

describe('telnet, reading', () => {
  const table: readonly [string, number[], number[], number[]][] = [
    ['text is text', [65, 66], [65, 66], []],
    ['nothing is nothing', [], [], []],
    ['a doubled IAC is one byte', [65, IAC, IAC, 66], [65, IAC, 66], []],
    ['CR NUL is CR', [13, 0, 65], [13, 65], []],
    ['CR LF stays', [13, 10], [13, 10], []],
    ['CR CR LF stays', [13, 13, 10], [13, 13, 10], []],
    ['a NUL that follows no CR stays', [65, 0, 66], [65, 0, 66], []],
    ['only one NUL belongs to a CR', [13, 0, 0], [13, 0], []],
    ['a command between CR and NUL changes nothing', [13, IAC, 241, 0, 65], [13, 65], []],
    ['commands that ask nothing are dropped', [IAC, 241, IAC, 249, IAC, 246, 65], [65], []],
    ['WILL ECHO is welcome', [IAC, WILL, 1], [], [IAC, DO, 1]],
    ['WILL SGA is welcome', [IAC, WILL, 3], [], [IAC, DO, 3]],
    ['WILL BINARY is welcome', [IAC, WILL, 0], [], [IAC, DO, 0]],
    ['DO SGA is done', [IAC, DO, 3], [], [IAC, WILL, 3]],
    ['DO BINARY is done', [IAC, DO, 0], [], [IAC, WILL, 0]],
    ['DO ECHO is refused: the console echoes', [IAC, DO, 1], [], [IAC, WONT, 1]],
    ['DO TERMINAL-TYPE is refused', [IAC, DO, 24], [], [IAC, WONT, 24]],
    ['DO NAWS is refused', [IAC, DO, 31], [], [IAC, WONT, 31]],
    ['WILL COM-PORT is refused', [IAC, WILL, 44], [], [IAC, DONT, 44]],
    ['a thing that is so already is not answered again', [IAC, WILL, 1, IAC, WILL, 1], [], [IAC, DO, 1]],
    ['answers to a timing mark ask nothing', [IAC, WILL, 6, IAC, WONT, 6, 65], [65], []],
    ['WONT of what was never on is not answered', [IAC, WONT, 1], [], []],
    ['DONT of what was never on is not answered', [IAC, DONT, 3], [], []],
    ['WONT after WILL is answered', [IAC, WILL, 1, IAC, WONT, 1], [], [IAC, DO, 1, IAC, DONT, 1]],
    ['DONT after DO is answered', [IAC, DO, 3, IAC, DONT, 3], [], [IAC, WILL, 3, IAC, WONT, 3]],
    ['a subnegotiation is skipped', [65, IAC, SB, 24, 1, IAC, IAC, 2, IAC, SE, 66], [65, 66], []],
    [
      'a lost end of subnegotiation ends at the next command',
      [IAC, SB, 24, IAC, WILL, 1, 65],
      [65],
      [IAC, DO, 1],
    ],
    ['within BINARY, CR NUL is two bytes', [IAC, WILL, 0, 13, 0], [13, 0], [IAC, DO, 0]],
  ];
  for (const [title, bytes, text, reply] of table) {
    it(title, () => {
      expect(read([bytes])).to.deep.include({ text, reply });
      expect(read(bytes.map((byte) => [byte]))).to.deep.include({ text, reply });
    });
  }

  it('gives up a subnegotiation that never ends, so that the console is heard again', () => {
    const noise = Array.from({ length: 2000 }, () => 65);
    const { text } = read([[IAC, SB, 24], noise]);
    expect(text.length).to.be.within(1400, 1999);
  });

  it('falls silent when the far end asks the same for ever', () => {
    const again = Array.from({ length: 500 }, () => [IAC, DO, 24]).flat();
    const quarrel = Array.from({ length: 500 }, () => [IAC, WILL, 1, IAC, WONT, 1]).flat();
    expect(read([again]).reply.length).to.be.within(3, 60);
    expect(read([quarrel]).reply.length).to.be.within(3, 60);
  });

  it('says the same in whatever chunks the bytes come', () => {
    fc.assert(
      fc.property(telnetish, cuts, (bytes, at) => {
        expect(read(cut(bytes, at))).to.deep.equal(read([bytes]));
      }),
    );
  });

  it('never answers more than it was asked, whatever comes', () => {
    fc.assert(
      fc.property(telnetish, (bytes) => {
        const { text, reply } = read([bytes]);
        expect(text.length + reply.length).to.be.at.most(bytes.length);
      }),
    );
  });

  it('two ends that answer each other soon fall silent', () => {
    fc.assert(
      fc.property(telnetish, (bytes) => {
        let [here, there] = [newTelnet, newTelnet];
        let owed = Uint8Array.from(bytes);
        for (let round = 0; round < 100 && owed.length > 0; round += 1) {
          const first = readTelnet(here, owed);
          const second = readTelnet(there, first.reply);
          [here, there] = [first.telnet, second.telnet];
          owed = Uint8Array.from(second.reply);
        }
        expect(owed).to.have.length(0);
      }),
    );
  });
});

describe('telnet, writing', () => {
  it('doubles IAC and completes a lone CR', () => {
    expect([...writeTelnet(newTelnet, Uint8Array.of(65, IAC, 13))]).to.deep.equal([65, IAC, IAC, 13, 0]);
    expect([...writeTelnet(newTelnet, Uint8Array.of(13, 10))]).to.deep.equal([13, 10]);
  });

  it('leaves CR alone within BINARY', () => {
    const { telnet } = read([[IAC, DO, 0]]);
    expect([...writeTelnet(telnet, Uint8Array.of(13, 65, 13))]).to.deep.equal([13, 65, 13]);
  });

  it('sends a break as IAC BREAK', () => {
    expect([...breakSignal]).to.deep.equal([IAC, 243]);
  });

  it('what one end writes the other reads, with and without BINARY, in any chunks', () => {
    fc.assert(
      fc.property(anyBytes, cuts, fc.boolean(), (bytes, at, binary) => {
        const writer = binary ? read([[IAC, DO, 0]]).telnet : newTelnet;
        const reader = binary ? read([[IAC, WILL, 0]]).telnet : newTelnet;
        const wire = [...writeTelnet(writer, Uint8Array.from(bytes))];
        expect(read(cut(wire, at), reader).text).to.deep.equal(bytes);
      }),
    );
  });
});
