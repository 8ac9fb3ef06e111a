import { expect } from 'chai';
import * as fc from 'fast-check';
import { packetBytes, readPacket, startTokenLength } from './packet.ts';

const token = Buffer.alloc(startTokenLength, 7);

describe('a probe on the wire', () => {
  it('is read as it was written', () => {
    const packets = fc.record({
      flow: fc.integer({ min: 0, max: 0xffff }),
      seq: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      sentMs: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(packets, (packet) => {
        const read = readPacket(token, packetBytes(token, packet));
        expect(Object.entries(read ?? {})).to.deep.equal(Object.entries(packet));
      }),
    );
  });

  it('is not found in foreign bytes, whatever they are', () => {
    const ours = packetBytes(token, { flow: 1, seq: 2, sentMs: 3 });
    expect(readPacket(Buffer.alloc(startTokenLength, 8), ours)).to.equal(undefined);
    expect(readPacket(token, ours.subarray(1))).to.equal(undefined);
    expect(readPacket(token, Buffer.concat([ours, ours]))).to.equal(undefined);
    const notFinite = Buffer.from(ours);
    notFinite.writeDoubleBE(Number.NaN, ours.length - 8);
    expect(readPacket(token, notFinite)).to.equal(undefined);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(readPacket(token, Buffer.from(bytes))).to.equal(undefined);
      }),
    );
  });

  it('yields finite numbers or nothing from any damage', () => {
    const ours = packetBytes(token, { flow: 1, seq: 2, sentMs: 3 });
    fc.assert(
      fc.property(fc.nat(ours.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(ours);
        damaged[at] = byte;
        const read = readPacket(token, damaged);
        if (read) expect(Object.values(read).every(Number.isFinite)).to.equal(true);
        else expect(at < 13 || at >= ours.length - 8).to.equal(true);
      }),
    );
  });
});
