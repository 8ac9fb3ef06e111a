import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { realClock } from '../../clock.ts';
import { openTrapEar } from './open-trap-ear.ts';
import type { ReceivedTrap, TrapEar } from './open-trap-ear.ts';

/** Datagrams of net-snmp's own programs, as they were on the wire. */
const datagrams = {
  version2:
    '3054020101040468757368a749020479c0f6db020100020100303b300f06082b06010201010300430326ff613017060a2b06010603010104010006092b0601060301010503300f060a2b060102010202010107020107',
  version1:
    '303a020100040468757368a42f06092b06010401090929024004c0000201020106020101430326ff693011300f060a2b060102010202010107020107',
  discovery:
    '304f020103301102040dee1cfc020300ffe30401040201030410300e04000201000201000400040004003025041180001f8880003f7d329105036b000000000400a00e0204422090650201000201003000',
  version3:
    '3081a802010330110204514e43b5020300ffe3040103020103043d303b04088000000001020304020101020326ffdd04036c61620418fa9846632c2415e553a2255e85fd3519a27d58c4bb2902c70408e7f31d48adf7e6410451d177739363842bbc0676e589bae4c07a93434c69d13ea26e966fdee1981cbcc999b3d4c5b977d902a5e44c88241d28098f69487a609ce63e9adea04cb925a68e096ebca4d65725b3165b691551f18f3d99',
};
const linkDown = '1.3.6.1.6.3.1.1.5.3';
const user = {
  user: 'lab',
  auth: { protocol: 'sha256', password: 'auth-password' },
  priv: { protocol: 'aes', password: 'priv-password' },
} as const;

describe('an ear for notifications', () => {
  const heard: ReceivedTrap[] = [];
  const answers: Buffer[] = [];
  let refused = 0;
  let ear: TrapEar;
  let socket: Socket;

  before(async () => {
    const place = { host: '127.0.0.1', port: 0, bufferBytes: 1 << 20 };
    ear = await openTrapEar(place, { communities: ['hush'], users: [user] }, realClock, {
      onTrap: (trap) => heard.push(trap),
      onRefused: () => (refused += 1),
    });
    socket = createSocket('udp4').on('message', (bytes) => answers.push(bytes));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
  });

  beforeEach(() => {
    heard.length = 0;
  });

  after(async () => {
    socket.close();
    await ear.close();
  });

  const send = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) =>
      socket.send(bytes, ear.port, '127.0.0.1', (error) => (error ? reject(error) : resolve())),
    );
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise<void>((resolve) => void realClock.after(1, resolve));
  };
  /** What was sent before it has been read once it is heard. */
  const mark = async (): Promise<void> => {
    const before = heard.length;
    await send(Buffer.from(datagrams.version2, 'hex'));
    await until(() => heard.length > before);
  };

  it('reads each version', async () => {
    for (const hex of [datagrams.version1, datagrams.version2, datagrams.version3])
      await send(Buffer.from(hex, 'hex'));
    await until(() => heard.length === 3);
    expect(heard.map(({ version, oid, from, isInform }) => [version, oid, from, isInform])).to.deep.equal([
      ['1', '1.3.6.1.4.1.9.9.41.2.0.1', '127.0.0.1', false],
      ['2c', linkDown, '127.0.0.1', false],
      ['3', linkDown, '127.0.0.1', false],
    ]);
    expect(heard[0]?.objects).to.deep.equal([{ oid: '1.3.6.1.2.1.2.2.1.1.7', value: 7 }]);
  });

  it('says who it is to whom asks, which senders of informs do', async () => {
    await send(Buffer.from(datagrams.discovery, 'hex'));
    await until(() => answers.length > 0);
    expect(heard).to.deep.equal([]);
  });

  it('outlives whatever is sent to it', async () => {
    const wires = Object.values(datagrams).map((hex) => Buffer.from(hex, 'hex'));
    const spoiled = fc
      .tuple(fc.constantFrom(...wires), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat())
      .map(([wire, changes, length]) => {
        const bytes = Buffer.from(wire);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes.subarray(0, length % 3 === 0 ? length % bytes.length : bytes.length);
      });
    const hostile = fc.oneof(spoiled, fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 20, maxLength: 40 }), async (all) => {
        for (const bytes of all) await send(bytes);
        await mark();
        for (const { objects } of heard) expect(objects.length).to.be.at.most(64);
      }),
      { numRuns: 30 },
    );
    expect(refused).to.be.greaterThan(0);
  });
});
