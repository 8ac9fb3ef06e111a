import { expect } from 'chai';
import { array, assert, nat, property, uint8Array } from 'fast-check';
import { TelnetServer } from './telnet-server.ts';

const [iac, dont, doIt, wont, will, sb, se] = [255, 254, 253, 252, 251, 250, 240] as const;
const [binary, echo, suppressGoAhead, naws, comPort] = [0, 1, 3, 31, 44] as const;

function exchange(...bytes: number[]): { keys: number[]; reply: number[] } {
  const { keys, reply } = new TelnetServer().receive(Uint8Array.from(bytes));
  return { keys: [...keys], reply: [...reply] };
}

describe('telnet server', () => {
  describe('spells the Return key', () => {
    const cases: readonly [string, number[], number[]][] = [
      ['CR LF is one Return', [97, 13, 10, 98], [97, 13, 98]],
      ['CR NUL is one Return', [13, 0, 98], [13, 98]],
      ['a CR alone is a Return', [13, 98], [13, 98]],
      ['two CR are two Returns', [13, 13], [13, 13]],
      ['a LF alone stays', [10, 98], [10, 98]],
      ['NUL elsewhere stays', [97, 0], [97, 0]],
      ['only one byte after CR is swallowed', [13, 10, 10], [13, 10]],
      ['a command between CR and LF changes nothing', [13, iac, 241, 10, 98], [13, 98]],
    ];
    for (const [title, sent, keys] of cases)
      it(title, () => expect(exchange(...sent)).to.deep.equal({ keys, reply: [] }));

    it('leaves both alone once the client transmits binary', () => {
      const telnet = new TelnetServer();
      expect([...telnet.receive(Uint8Array.of(iac, will, binary)).reply]).to.deep.equal([iac, doIt, binary]);
      expect([...telnet.receive(Uint8Array.of(13, 10, 13, 0)).keys]).to.deep.equal([13, 10, 13, 0]);
    });
  });

  describe('negotiates', () => {
    const cases: readonly [string, number[], number[]][] = [
      ['agrees to echo', [iac, doIt, echo], [iac, will, echo]],
      ['agrees to transmit binary', [iac, doIt, binary], [iac, will, binary]],
      [
        'agrees that the client suppresses go-ahead',
        [iac, will, suppressGoAhead],
        [iac, doIt, suppressGoAhead],
      ],
      ['refuses that the client echoes', [iac, will, echo], [iac, dont, echo]],
      ['refuses RFC 2217', [iac, will, comPort], [iac, dont, comPort]],
      ['refuses what it cannot do', [iac, doIt, naws], [iac, wont, naws]],
      ['answers a request only once', [iac, doIt, binary, iac, doIt, binary], [iac, will, binary]],
      ['takes it back', [iac, doIt, binary, iac, dont, binary], [iac, will, binary, iac, wont, binary]],
      ['has nothing to say to a refusal', [iac, dont, binary, iac, wont, binary], []],
      ['skips a subnegotiation, doubled 255 included', [iac, sb, naws, 0, iac, iac, 80, iac, se], []],
      ['ignores a break and «are you there»', [iac, 243, iac, 246], []],
    ];
    for (const [title, sent, reply] of cases)
      it(title, () => expect(exchange(...sent)).to.deep.equal({ keys: [], reply }));

    it('says nothing more when its opening offers are accepted, or refused', () => {
      for (const [yes, no] of [
        [doIt, will],
        [dont, wont],
      ] as const) {
        const telnet = new TelnetServer();
        expect([...telnet.opening()]).to.deep.equal(
          [
            [iac, will, echo],
            [iac, will, suppressGoAhead],
            [iac, doIt, suppressGoAhead],
          ].flat(),
        );
        const answers = [iac, yes, echo, iac, yes, suppressGoAhead, iac, no, suppressGoAhead];
        expect([...telnet.receive(Uint8Array.from(answers)).reply]).to.deep.equal([]);
      }
    });
  });

  it('gives every key that a client escapes, however the bytes are cut', () => {
    const keysWithoutReturns = uint8Array().map((keys) => keys.filter((key) => key !== 13));
    assert(
      property(keysWithoutReturns, array(nat(40)), (keys, cuts) => {
        const wire = TelnetServer.escape(keys);
        const telnet = new TelnetServer();
        const arrived: number[] = [];
        let at = 0;
        for (const cut of [...cuts, wire.length]) {
          arrived.push(...telnet.receive(wire.subarray(at, at + cut)).keys);
          at += cut;
        }
        expect(arrived).to.deep.equal([...keys]);
      }),
    );
  });

  it('takes any bytes at all, and never answers with more than it was asked', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        const { keys, reply } = new TelnetServer().receive(bytes);
        expect(keys.length).to.be.at.most(bytes.length);
        expect(reply.length).to.be.at.most(bytes.length);
      }),
    );
  });
});
